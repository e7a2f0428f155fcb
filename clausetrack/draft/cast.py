"""The actors of an agreement as codes and ids, and what its text calls them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausetrack.clauseset.vocabulary import code_name
from clausetrack.draft.context import Context
from clausetrack.draft.phrases import primary
from clausetrack.language.parties import Mention, parties
from clausetrack.model.clauseset import Actor

PARTIES: Final = Actor("parties", "The parties")
"""Stands for the parties of an agreement that does not say in its text who they are."""

_PARTY: Final = re.compile(
    r"(?:\w+ )*(?:party|member state|participant|signatory|government|state|member|competent authority)"
)
_PARTY_TITLES: Final = frozenset({"minister", "high contracting party", "contracting state"})
_STRANGERS: Final = frozenset({"third party", "third country"})
_UNION: Final = {"european union": "EU", "union": "EU", "community": "EU"}
_SIDES: Final = {"user": "you", "customer": "you", "client": "you", "consumer": "you", "subscriber": "you"}
"""Terms speak to their user in either way."""

_PLURAL: Final = {"en": "s", "fr": "s", "es": "s", "de": "n", "nl": "n"}
"""How the plural of "party" and "state" ends."""


class Held(NamedTuple):
    """Who is held: codes or ids, how, towards whom; ``declared`` are those that the set has to declare.

    ``doubt`` says in words what is not sure of it, None where it is plain.
    """

    actors: tuple[str, ...]
    bearer: str | None = None
    counterpart: tuple[str, ...] = ()
    declared: tuple[Actor, ...] = ()
    doubt: str | None = None


class Cast:
    """The actors of one agreement, and what its text calls them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        own = {name: code for code in context.parties if (name := code_name(code))}
        self.names = {**own, **context.definitions}
        self.terms = tuple(name for name in self.names if len(name) > 1)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, as actors of a clause."""
        return self.context.parties or (PARTIES.id,)

    def declared(self, actors: tuple[str, ...]) -> tuple[Actor, ...]:
        """Give what has to be declared for actors that stand for the parties."""
        return (PARTIES,) if PARTIES.id in actors and not self.context.parties else ()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Give the actors that a text names."""
        return parties(text, self.context.language, self.terms)

    @property
    def in_english(self) -> bool:
        """Whether the agreement is in English, where names are told by their capitals."""
        return primary(self.context.language) == "en"

    def resolve(self, mention: Mention, printed: str, ahead: str = "") -> Held:
        """Give who is meant by a mention as it is printed; ``ahead`` is what else of a body's name stands before it."""
        code = self.names.get(mention.name) or _UNION.get(mention.name)
        if code and (mention.name in self.names or code in self.context.parties):
            return Held((code,))
        if self.context.contract:
            return self._side(mention)
        if mention.name == "we" or mention.name in _PARTY_TITLES or _PARTY.fullmatch(mention.name):
            return self.all(self._bearer(mention, printed))
        if mention.name in _STRANGERS:
            return Held(())
        return self.body(ahead + mention.name, ahead + printed)

    def _side(self, mention: Mention) -> Held:
        name = _SIDES.get(mention.name, mention.name)
        if name == "party":
            return self.all("each" if mention.quantifier in {"each", "no", "any"} else None)
        return self.body(name)

    def all(self, bearer: str | None = None, doubt: str | None = None) -> Held:
        """Give all parties."""
        return Held(self.parties, bearer, (), self.declared(self.parties), doubt)

    @staticmethod
    def body(name: str, printed: str = "") -> Held:
        """Give an actor that is no party, declared by its name as it is printed."""
        slug = re.sub(r"[^\w]+", "-", name.lower()).strip("-")
        shown = printed[-len(name) :] if printed.lower().endswith(name.lower()) else name
        return Held((slug,), declared=(Actor(slug, shown[:1].upper() + shown[1:]),))

    def _bearer(self, mention: Mention, printed: str) -> str | None:
        if mention.quantifier in {"each", "no", "any", "other"}:
            return "each"
        ending = _PLURAL.get(primary(self.context.language))
        return "each" if ending and not printed.endswith((ending, ending.upper())) and mention.name != "we" else None
