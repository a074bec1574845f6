"""The disk, except the database."""
