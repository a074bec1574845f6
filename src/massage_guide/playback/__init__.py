"""Time and its listeners."""
