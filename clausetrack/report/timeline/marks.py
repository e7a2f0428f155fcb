"""Signs of a picture as shapes: fonts draw triangles and diamonds in too many ways."""

from __future__ import annotations

from typing import Final

TONES: Final = {
    "weakened": "less",
    "narrowed": "less",
    "removed": "less",
    "strengthened": "more",
    "broadened": "more",
    "added": "more",
    "returned": "more",
    "mixed": "both",
    "split": "both",
    "merged": "both",
}
"""The class that gives a label its colour; all others are ``other``."""

_SHAPES: Final = {
    "weakened": "M-6-4.5H6L0 6Z",
    "narrowed": "M-6-4.5H6L0 6Z",
    "strengthened": "M-6 4.5H6L0-6Z",
    "broadened": "M-6 4.5H6L0-6Z",
    "mixed": "M0-6.5L6.5 0L0 6.5L-6.5 0Z",
    "removed": "M-6-1.75H6V1.75H-6Z",
    "added": "M-1.75-6H1.75V-1.75H6V1.75H1.75V6H-1.75V1.75H-6V-1.75H-1.75Z",
    "returned": "M-1.75-6H1.75V-1.75H6V1.75H1.75V6H-1.75V1.75H-6V-1.75H-1.75Z",
    "seen": "M-1.75-6H1.75V-1.75H6V1.75H1.75V6H-1.75V1.75H-6V-1.75H-1.75Z",
    "unseen": "M-6-1.75H6V1.75H-6Z",
    "split": "M6-7V-2.5L1 0L6 2.5V7L-6.5 0Z",
    "merged": "M-6-7V-2.5L-1 0L-6 2.5V7L6.5 0Z",
    "moved": "M0-7L4.5-2H1.5V2H4.5L0 7L-4.5 2H-1.5V-2H-4.5Z",
    "happened": "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z",
    "recoded": "M-6-4.5H6V-1H-6ZM-6 1H6V4.5H-6Z",
}
_OTHER: Final = "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z"
_HOLLOW: Final = frozenset({"narrowed", "broadened", "reworded", "returned", "seen", "unseen"})
"""Labels whose shape is an outline: what changes the reach of a clause rather than its force, or its words alone."""


def tone(label: str) -> str:
    """Give the class for the colour of a label."""
    return TONES.get(label, "other")


def shape(label: str, left: float, top: float) -> str:
    """Draw the sign of a label with its middle at a place."""
    style = f"sign {tone(label)}{' hollow' if label in _HOLLOW else ''}"
    return f'<path class="{style}" transform="translate({left:.1f} {top:.1f})" d="{_SHAPES.get(label, _OTHER)}"/>'
