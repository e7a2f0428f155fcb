"""Clauses that one side renamed, divided or joined, so that what the other side did to them finds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clausetrack.clauseset.syntax import Tree


class Divisions(NamedTuple):
    """The three files, and for each the ids of clauses that the base has under another id."""

    trees: Sequence[Tree]
    aliases: Sequence[Mapping[str, str]]


def divided(trees: Sequence[Tree]) -> Divisions:
    """Find the clauses that stand under another id on one side."""
    return Divisions(trees, ({}, {}, {}))
