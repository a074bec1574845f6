"""Massage Guide: timed, illustrated baby massage, led by the baby."""

__version__ = "0.1.0"
