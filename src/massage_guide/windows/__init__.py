"""Arrangements of parts into screens."""
