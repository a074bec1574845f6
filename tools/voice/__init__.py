"""Voices: renders every word that the program says, and only what changed."""
