"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """Give a number, with commas, and its noun: ``1 clause``, ``1,200 clauses``."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
