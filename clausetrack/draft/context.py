"""What a passage is read in the light of: the agreement it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

DECLARATIONS: Final = frozenset({"joint-statement", "communique"})
"""Instruments in which "we" are those who sign, and in which what holds nobody is said, not ruled."""

CONTRACTS: Final = frozenset({"terms", "contract"})
"""Instruments of private law, in which "we" and "you" are the two sides."""


class Context(NamedTuple):
    """An agreement, as far as it is known. What is drafted holds for a clause set that says the same of it.

    ``parties`` are codes or ids; ``definitions`` gives codes or ids by what the text calls them, as it is written there
    ("the Union" is looked up as "Union"). ``basis`` and ``legal_status`` decide how force is read, as they do in the
    rules. ``date`` is the agreement's own (ISO 8601): what has to be done by an earlier one is no deadline.
    """

    language: str | None = None
    parties: tuple[str, ...] = ()
    definitions: Mapping[str, str] = MappingProxyType({})
    instrument: str | None = None
    legal_status: str | None = None
    basis: str = "primary-text"
    date: str | None = None

    @property
    def binds(self) -> bool | None:
        """Whether the agreement binds; None where it is not said."""
        return {"binding": True, "non-binding": False}.get(self.legal_status or "")

    @property
    def reported(self) -> bool:
        """Whether the text is what others say of the agreement."""
        return self.basis == "news-report"

    @property
    def declares(self) -> bool:
        """Whether the agreement is a declaration of those who sign it."""
        return self.instrument in DECLARATIONS

    @property
    def contract(self) -> bool:
        """Whether the agreement is a contract, or the terms of one."""
        return self.instrument in CONTRACTS
