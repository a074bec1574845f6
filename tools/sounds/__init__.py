"""The shipped sounds that are not words, made from nothing: beds and chimes."""
