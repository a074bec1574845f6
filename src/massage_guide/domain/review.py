"""Review: whether an instructor has read the strokes of a massage, in one plain line."""

from __future__ import annotations

from collections.abc import Iterable

from massage_guide.domain.stroke import Stroke


def review_line(strokes: Iterable[Stroke]) -> str:
    """What to say of strokes that nobody has reviewed; empty when all have been."""
    seen = {stroke.id: stroke for stroke in strokes}.values()
    waiting = [stroke for stroke in seen if not stroke.reviewed_by]
    if not waiting:
        return ""
    if len(waiting) == len(seen):
        return "Not yet reviewed by an instructor."
    named = ", ".join(stroke.name for stroke in waiting[:3])
    more = f" and {len(waiting) - 3} more" if len(waiting) > 3 else ""
    return f"Not yet reviewed by an instructor: {named}{more}."
