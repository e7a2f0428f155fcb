"""Kinds of clauses whose coming and going is news in itself."""

from __future__ import annotations

from typing import Final

HOLDING: Final = frozenset({"commitment", "dialogue", "procedure", "provision"})
"""Kinds that hold somebody to something; a statement or a definition does not."""
