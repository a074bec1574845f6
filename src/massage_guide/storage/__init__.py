"""The journal's database; the only package that says SQL."""
