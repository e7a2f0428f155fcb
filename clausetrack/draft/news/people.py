"""Who is named in an article, with what office and for which party: so that a quotation finds its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from clausetrack.draft.news.places import Gazetteer
from clausetrack.draft.news.words import Words

_PARTICLES: Final = r"(?:de|da|del|dos|di|van|von|der|den|al|bin|ibn|el|la|le|ter)"
_WORD: Final = r"(?:[A-ZÀ-Þ][\w'’-]*[\w]|[A-ZÀ-Þ]\.)"
_RUN: Final = re.compile(rf"{_WORD}(?: (?:{_PARTICLES} )?{_WORD})*")
# How far an office stands from a name, in characters: "the minister of foreign affairs and international trade of X, ".
_NEAR: Final = 80
# A misspelt surname differs by a letter, and is no short one: "Lee" and "Lew" are two persons.
_BRIEF: Final = 16
"""Characters in front of a name in which it may be called a company: "carmaker Aurora Motors"."""

_MISSPELT: Final = 5
# What stands behind one of these is where somebody works: "chief executive of Northern Wind".
_OF: Final = re.compile(r"\s(?:of|at|for|from|with|von|bei|de|du|chez|del)\s(?:the\s)?$")
_CUT: Final = re.compile(r"[.;:!?“”\"«»„()]|\s(?:and|und|et|y|said|sagte|while)\s|\s[-–—]\s")
_AFTER: Final = re.compile(r"(?:'s|’s)?,\s(?P<role>[^.;:“”\"«»]{3,80}?)(?:,|$|\.)|\s\((?P<brief>[^()]{2,40})\)")


class Person(NamedTuple):
    """Somebody with a name. ``side`` is the country, body or party of the office.

    ``official`` says whether the office is one that speaks for it, ``outside`` that it is not: an opposition's, an
    association's, a professor's.
    """

    name: str
    side: str | None = None
    official: bool = False
    outside: bool = False

    @property
    def surname(self) -> str:
        """The last part of the name."""
        return self.name.rsplit(" ", 1)[-1]


class Named(NamedTuple):
    """A person in a text, as written there, from ``start`` to ``end``; ``variant`` where it is spelt in another way."""

    person: Person
    start: int
    end: int
    variant: str | None = None


class People:
    """The persons of one article, found by full name, by surname, and by a surname that is misspelt."""

    def __init__(self, texts: Iterable[str], known: Words, places: Gazetteer) -> None:
        self.known = known
        self.places = places
        self.by_name: dict[str, Person] = {}
        for text in texts:
            for person in self._introduced(text):
                before = self.by_name.get(person.name)
                if before is None or (person.official and not before.official):
                    self.by_name[person.name] = person
        self.by_surname = self._surnames()
        self._alike: dict[str, Person | None] = {}

    def find(self, text: str) -> Iterator[Named]:
        """Yield the persons that a text names, in reading order."""
        for match in _RUN.finditer(text):
            name, start = self._name(match[0], match.start())
            if person := self.by_name.get(name) or self.by_surname.get(_last(name)):
                yield Named(person, start, match.end())
            elif " " not in name and (near := self._near(name)):
                yield Named(near, start, match.end(), name)

    def _near(self, name: str) -> Person | None:
        if name not in self._alike:
            self._alike[name] = self._misspelt(name)
        return self._alike[name]

    def _misspelt(self, name: str) -> Person | None:
        if len(name) < _MISSPELT or self.places.knows(name):
            return None
        return next(
            (
                person
                for surname, person in self.by_surname.items()
                if len(surname) >= _MISSPELT
                and OSA.distance(surname, name, score_cutoff=1) == 1
                and surname[0] == name[0]
            ),
            None,
        )

    def _surnames(self) -> dict[str, Person]:
        """Give the persons by what they are called later: the last part of the name, and for some the first."""
        last = {person.surname: person for person in reversed(self.by_name.values())}
        first = {person.name.split()[0]: person for person in self.by_name.values() if "-" in person.surname}
        return {**first, **last}

    def _introduced(self, text: str) -> Iterator[Person]:
        for match in _RUN.finditer(text):
            name, start = self._name(match[0], match.start())
            if " " not in name or self.places.knows(name):
                continue
            if _OF.search(text[max(0, start - _NEAR) : start]):
                name = self._after_office(name, text[max(0, start - _NEAR) : start])
                start = match.end() - len(name)
                if not name:
                    continue
            before = _tail(text[max(0, start - _NEAR) : start])
            after = _AFTER.match(text, match.end())
            behind = (after["role"] or after["brief"] or "") if after else ""
            office = self.known.pattern("offices")
            told = any(self.known.pattern(name).search(behind) for name in ("offices", "unsure_people"))
            behind = behind if told and not office.search(before) else ""
            role = f"{before} {behind}" if behind else before
            if (
                office.search(role)
                or self.known.pattern("unsure_people").search(role)
                or self._speaks(text, start, match.end())
            ):
                yield self._person(name, before, behind)

    def _person(self, name: str, before: str, behind: str) -> Person:
        role = f"{before}, {behind}"
        sides = self.places.ids(before)[-1:] or self.places.ids(behind)[:1]
        outside = self.known.pattern("unsure_people").search(role) is not None
        official = self.known.pattern("offices").search(role) is not None
        return Person(name, sides[0] if sides else None, official and not outside, outside)

    def _name(self, run: str, start: int) -> tuple[str, int]:
        """Give the name at the end of a run of capitals, without what is an office, a title or a place."""
        cut = 0
        for pattern in ("offices", "honorific", "unsure_people"):
            for match in self.known.pattern(pattern).finditer(run):
                cut = max(cut, match.end())
        cut = max(
            [cut, *(place.end for place in self.places.find(run) if place.end < len(run) and place.start <= cut + 1)]
        )
        rest = run[cut:]
        stripped = rest.lstrip(" '’s") if rest.startswith(("'s", "’s")) else rest.lstrip()
        return _possessive(stripped), start + len(run) - len(stripped)

    def _after_office(self, name: str, before: str) -> str:
        """Give the name behind an office of two parts, "Secretary of State Jo Ray", and nothing for where one works."""
        office = re.search(rf"{self.known.source('offices')}\s(?:of|for|de|del|du)\s(?:the\s)?$", before, re.IGNORECASE)
        first, _, rest = name.partition(" ")
        return rest if office and " " in rest and first else ""

    def _speaks(self, text: str, start: int, end: int) -> bool:
        """Say whether somebody without an office is quoted; companies say things too, but are no persons."""
        if self.places.ids(text[start:end]):
            return False
        if self.known.pattern("firms").search(f"{text[max(0, start - _BRIEF) : start]} {text[start:end]}"):
            return False
        says = self.known.pattern("says")
        return says.match(text, end + 1) is not None or says.search(text[max(0, start - 12) : start]) is not None


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def _possessive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _tail(before: str) -> str:
    """Give what belongs to a name of what stands before it: from the last sign or conjunction on."""
    cuts = [match.end() for match in _CUT.finditer(before)]
    return before[cuts[-1] :] if cuts else before
