"""A document becomes a clause set: outline, kinds, fields."""

from __future__ import annotations

from clausetrack.draft.drafting import coverage, draft
from clausetrack.draft.passage import Drafting

__all__ = ["Drafting", "coverage", "draft"]
