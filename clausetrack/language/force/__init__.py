"""How strongly a text holds, read from its words: the lexicons of ``language/lexicon``, and what applies them."""

from __future__ import annotations

from clausetrack.language.force.reading import read_force, read_norms

__all__ = ["read_force", "read_norms"]
