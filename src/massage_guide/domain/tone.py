"""Tone: how a few lines of plain words are meant."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """How a section of a card, or a talk of a class, is meant."""

    GO = "go"
    EASE = "ease"
    STOP = "stop"
    NOTE = "note"
