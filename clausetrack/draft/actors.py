"""Who is held by a norm: the subject of its predicate, as codes or ids that the clause set knows.

The subject is the last actor named before the predicate that no preposition governs ("The Secretariat of the Council
shall …"), or the one behind "by" in the passive, or a body with a name of its own. Roles that parties play ("each
Contracting State", "the competent authorities") stand for the parties.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from clausetrack.clauseset.vocabulary import code_name
from clausetrack.draft.context import Context
from clausetrack.draft.phrases import Words, phrases, primary
from clausetrack.draft.signs import Signs, cues
from clausetrack.language.force.lexicon import lexicon
from clausetrack.language.parties import Mention, parties
from clausetrack.model.clauseset import Actor
from clausetrack.model.force import ForceReading

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

_NAMED: Final = re.compile(
    r"(?:^|(?<=[\s(“\"]))(?:The|the|An?|an?)\s(?P<name>(?:[A-Z][\w’'-]*)(?:\s(?:(?:and|of|on|for|the|to)\s){0,2}[A-Z][\w’'-]*){0,8})"
)
_PASSIVE: Final = re.compile(
    r"\s(?:(?:not\s|also\s|only\s)?be\s)(?:\w+ly\s)?(?P<verb>\w+(?:ed|en|wn|de|ld|ept|ought|ut|id))\b"
)
_STATES: Final = frozenset(
    ("guided", "bound", "obliged", "required", "entitled", "committed", "determined", "prepared", "open", "permitted")
)
"""Participles that say how somebody is, so that the subject stays the one who is held."""

_REACH: Final = 160
"""Characters between a predicate and the agent behind "by"."""

_GOVERNED: Final = 24
"""Characters before a mention that may hold its preposition and article."""


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

    def resolve(self, mention: Mention, printed: str) -> Held:
        """Give who is meant by a mention, as it is printed in the text."""
        code = self.names.get(mention.name) or _UNION.get(mention.name)
        if code and (mention.name in self.names or code in self.context.parties):
            return Held((code,))
        if self.context.contract:
            return self._side(mention)
        if mention.name == "we" or mention.name in _PARTY_TITLES or _PARTY.fullmatch(mention.name):
            return self.all(self._bearer(mention, printed))
        if mention.name in _STRANGERS:
            return Held(())
        return self.body(mention.name, printed)

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


def held(signs: Signs, norm: ForceReading, cast: Cast) -> Held:
    """Give who is held by a norm of a passage; the parties, with a doubt, where it does not say."""
    subject = _subject(signs, norm, cast)
    if subject is None or not subject.actors:
        return cast.all(doubt="the text does not say who is held; taken to be the parties")
    if set(subject.actors) == set(cast.parties) and subject.bearer is None:
        return subject._replace(bearer=_together(signs, norm))
    if len(subject.actors) == 1:
        return subject._replace(counterpart=_towards(signs, norm, cast, subject))
    return subject


def _subject(signs: Signs, norm: ForceReading, cast: Cast) -> Held | None:
    first, last = _predicate(norm)
    text, start = signs.text, norm.start
    before = text[start:first]
    mentions = cast.mentions(before)
    if (end := _passive(text, first, last, signs.context.language)) is not None:
        return _agent(text, end, norm.end, cast)
    free = [each for each in mentions if not _is_governed(before, each.start, signs.context.language)]
    if free:
        return _joined(before, free, cast)
    return _body(before, signs, cast) or _behind(signs, norm, cast)


def _passive(text: str, first: int, last: int, language: str | None) -> int | None:
    """Give where a passive ends, so that its subject is not the one who is held; None where there is none."""
    if primary(language) != "en":
        return None
    if text[first:last].lower() in {"is hereby", "are hereby"}:
        return last
    match = _PASSIVE.match(text, last)
    return match.end() if match and match["verb"].lower() not in _STATES else None


def _predicate(norm: ForceReading) -> tuple[int, int]:
    """Give where the predicate begins, and where its first word of force ends."""
    links = cues(norm)
    return (links[0].start, links[0].end) if links else (norm.start, norm.start)


def _joined(before: str, free: list[Mention], cast: Cast) -> Held:
    """Give the last mention, with those that are joined to it: "Northland and Southmark shall"."""
    last = free[-1]
    found = cast.resolve(last, before[last.start : last.end])
    end = last
    for other in reversed(free[:-1]):
        if not re.fullmatch(
            r",?\s(?:\S{1,3}\s)?(?:(?:the|la|le|les|der|die|das|el|los|de|het)\s)?|,\s", before[other.end : end.start]
        ):
            break
        more = cast.resolve(other, before[other.start : other.end])
        found = Held(
            tuple(dict.fromkeys((*more.actors, *found.actors))),
            declared=tuple({each.id: each for each in (*more.declared, *found.declared)}.values()),
        )
        end = other
    return found


def _agent(text: str, start: int, end: int, cast: Cast) -> Held | None:
    """Give the agent of a passive: the first actor behind "by"."""
    stretch = text[start : min(end, start + _REACH)]
    for mention in cast.mentions(stretch):
        if re.search(r"\bby\s(?:the\s|an?\s)?\Z", stretch[: mention.start]):
            return cast.resolve(mention, stretch[mention.start : mention.end])
    return None


def _body(before: str, signs: Signs, cast: Cast) -> Held | None:
    """Give a body with a name of its own that stands right before the predicate."""
    if primary(signs.context.language) != "en":
        return None
    for match in _NAMED.finditer(before):
        if len(before) - match.end() <= len(", as appropriate, "):
            name = match["name"]
            things = phrases("en", "things").first(Words(name))
            return None if things else cast.body(name)
    return None


def _behind(signs: Signs, norm: ForceReading, cast: Cast) -> Held | None:
    """Give the subject behind the verb, where a language puts it there; in Japanese the one that a particle marks."""
    language = primary(signs.context.language)
    text = signs.text[norm.start : norm.end]
    if language in {"de", "nl"}:
        first, _ = _predicate(norm)
        for mention in cast.mentions(text):
            if mention.start >= first - norm.start and not _is_governed(text, mention.start, language):
                return cast.resolve(mention, text[mention.start : mention.end])
    return None


def _is_governed(text: str, at: int, language: str | None) -> bool:
    """Say whether a preposition stands before a mention, or before its article."""
    words = re.findall(r"[^\W_]+", text[max(0, at - _GOVERNED) : at].lower())
    between = text[max(0, at - _GOVERNED) : at]
    if not words or re.search(r"[,;:.()]\s*\Z", between):
        return False
    articles, prepositions = _grammar(primary(language))
    while words and words[-1] in articles:
        words.pop()
    return bool(words) and words[-1] in prepositions


@cache
def _grammar(language: str) -> tuple[frozenset[str], frozenset[str]]:
    known = lexicon(language)
    if known is None:
        return frozenset(), frozenset()
    return known.classes.get("determiners", frozenset()), known.classes.get("prepositions", frozenset())


def _together(signs: Signs, norm: ForceReading) -> str | None:
    """Say whether the parties are held together or each for itself, where the words or their number tell it."""
    language = signs.context.language
    words = Words(signs.text[norm.start : norm.end])
    if phrases(language, "severally").first(words):
        return "each"
    few = 1 < len(signs.context.parties) <= _FEW
    return "joint" if few or phrases(language, "jointly").first(words) else None


_FEW: Final = 2
"""Parties of an agreement between two, which do together what "the Parties" do."""


def _towards(signs: Signs, norm: ForceReading, cast: Cast, subject: Held) -> tuple[str, ...]:
    """Give the one other side that a norm with a single actor names behind its predicate."""
    _, last = _predicate(norm)
    text = signs.text[last : norm.end]
    sides = {*signs.context.parties, "we", "you"}
    if subject.actors[0] not in sides:
        return ()
    named = dict.fromkeys(
        actor
        for mention in cast.mentions(text)
        if len(actors := cast.resolve(mention, text[mention.start : mention.end]).actors) == 1
        for actor in actors
    )
    others = [actor for actor in named if actor in sides and actor not in subject.actors]
    return tuple(others) if len(others) == 1 else ()


def speakers(signs: Signs, norm: ForceReading, cast: Cast) -> Held:
    """Give who makes a statement: whoever is its subject, else the parties."""
    found = _subject(signs, norm, cast) if norm.norm else None
    return found if found and found.actors else cast.all()
