"""One class: the demonstration, its two windows, and which screen each of them lies on."""
