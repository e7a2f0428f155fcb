"""What the readings of a comparison share: language, grammar, names that changed, where references point."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from clausetrack.language.detection import guess
from clausetrack.model.change import Pair
from clausetrack.model.clauseset import ClauseSet
from clausetrack.rules.reading.grammar import Grammar, grammar
from clausetrack.rules.reading.targets import Targets
from clausetrack.rules.reading.terms import Renames, renames


class Setting:
    """The two sets and their pairs, for readings that look beyond their pair; worked out when first asked for."""

    def __init__(self, old: ClauseSet, new: ClauseSet, pairs: Sequence[Pair]) -> None:
        self.sets = (old, new)
        self.pairs = pairs

    @cached_property
    def language(self) -> str | None:
        """The language of both sides: what they say, else what their words tell; None where it is not known."""
        named = {
            clause_set.revision.language.partition("-")[0].lower()
            for clause_set in self.sets
            if clause_set.revision.language
        }
        if named:
            return named.pop() if len(named) == 1 else None
        return guess(pair.match.new[0].text for pair in self.pairs if pair.edits)

    @cached_property
    def grammar(self) -> Grammar:
        """The grammar of the language."""
        return grammar(self.language)

    @cached_property
    def renames(self) -> Renames:
        """The names that changed one for one."""
        return renames(self.pairs, self.grammar)

    @cached_property
    def targets(self) -> Targets:
        """Where references point."""
        return Targets([pair.match for pair in self.pairs])

    def binds(self, side: int) -> bool | None:
        """Say whether the old (0) or new (1) agreement binds; None where it is not said."""
        status = self.sets[side].agreement.legal_status
        return {"binding": True, "non-binding": False}.get(status or "")

    def reports(self, side: int) -> bool:
        """Say whether a side is what others say of the agreement."""
        return self.sets[side].revision.basis == "news-report"
