"""Who the parties of a reported agreement are: countries, bodies, or companies and towns that the article names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clausetrack.clauseset.vocabulary import code_name
from clausetrack.draft.ids import slug
from clausetrack.draft.news.furniture import Layout
from clausetrack.draft.news.people import People
from clausetrack.draft.news.places import Gazetteer, Place
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.words import Words

LEAD: Final = 4
"""Paragraphs in which a report says who agreed to what."""

_SHORT: Final = 3
"""Letters of the shortest name of a company or town."""

_RUN: Final = re.compile(r"[A-ZÀ-Þ][\w&’'-]*\w(?: (?:(?:of|de|du|and|und|&) )?[A-ZÀ-Þ][\w&’'-]*\w)*")
_PAIR: Final = re.compile(r" (?:and|und|et|y) |['’]s ")
_FROM: Final = re.compile(
    r"(?:\s(?!with|and|in|have|has|und|haben|mit|et|ont|y|con)[a-zà-ÿ][\w-]*){1,4}\s(?P<name>[A-ZÀ-Þ][\w&’'-]*\w)"
)
_OWNER: Final = re.compile(r"['’]s\s(?P<name>[A-ZÀ-Þ][\w&’'-]*\w)\s(?:province|state|region|city|county|port)")
_COMPOUND: Final = r"(?-i:(?:[A-ZÀ-Þ][\w’'-]*\s){0,2}[A-ZÀ-Þ]\w*[–-][A-ZÀ-Þ]\w*)\s(?:[\w-]+\s){0,5}?"


class Party(NamedTuple):
    """A party: a code, or an id with the name that the article calls it by."""

    id: str
    name: str

    @property
    def named(self) -> bool:
        """Whether it has no code and is known by its name."""
        return self.id != self.name


def parties(
    layout: Layout, paragraphs: Sequence[Sequence[Sentence]], known: Words, places: Gazetteer, people: People
) -> tuple[Party, ...]:
    """Find who the parties are: who signs or launches it in the lead, failing that who the headline names.

    Failing both, the two countries that the lead names first and most often.
    """
    lead = [sentence.told for paragraph in paragraphs[:LEAD] for sentence in paragraph]
    text = " ".join(sentence.text for paragraph in paragraphs for sentence in paragraph)
    # Every noun of German has a capital, so that names show only where no country is named.
    named = known.language != "de" or not any(places.ids(told) for told in (*lead, layout.title or ""))
    search = _Search(known, places, people, text, named=named)
    found = [search.founders(told) for told in (*lead, layout.title or "")]
    several = next((each for each in found if len(each) > 1), None)
    if several:
        return several
    titled = tuple(Party(id, id) for id in places.ids(layout.title or ""))
    if len(titled) > 1:
        return titled
    common = Counter(place.id for told in lead for place in places.find(told))
    often = (Party(id, id) for id, _ in common.most_common(2))
    return _distinct([*next(filter(None, found), ()), *titled, *often])[:2]


class _Search(NamedTuple):
    known: Words
    places: Gazetteer
    people: People
    text: str
    named: bool
    """Whether names are looked for that are no countries'."""

    def founders(self, told: str) -> tuple[Party, ...]:
        """Give who founds an agreement in a sentence: the subject of the verb, and whom it is with or between."""
        pledge = self.known.pattern("pledges").search(told)
        verb = self.known.pattern("founding").search(told) or pledge
        if verb is None or (pledge is None and self.known.pattern("agreement").search(told) is None):
            return ()
        spans = [told[: verb.start()], *self._beside(told)]
        countries = _distinct([Party(place.id, place.id) for span in spans for place in self._countries(span)])
        if len(countries) > 1 or not self.named:
            return countries
        return _distinct([party for span in spans for party in self._all(span)])

    def _beside(self, told: str) -> Iterator[str]:
        """Yield the words behind "with" and "between", and those in front of a name such as "Fiji–Samoa pact"."""
        aside = re.search(rf",\s{self.known.source('breaking')}\s", told, re.IGNORECASE)
        told = told[: aside.start()] if aside else told
        beside = re.compile(rf"\s{self.known.source('withs')}\s((?:the\s)?[^,.;]{{2,60}})", re.IGNORECASE)
        yield from (match[1] for match in beside.finditer(told))
        compound = re.search(rf"({_COMPOUND}){self.known.source('agreement')}", told, re.IGNORECASE)
        if compound:
            yield compound[1]

    def _countries(self, span: str) -> Iterator[Place]:
        """Yield the countries of a span, without those that only say where a firm is from: "Indian chip maker Sela"."""
        persons = {named.start for named in self.people.find(span)}
        for place in self.places.find(span):
            adjective = code_name(place.id) != span[place.start : place.end]
            behind = _OWNER.match(span, place.end) or (_FROM.match(span, place.end) if adjective else None)
            firm = behind and behind.start("name") not in persons and not self.places.knows(behind["name"])
            if not (firm and behind and self._is_proper(behind["name"])):
                yield place

    def _all(self, span: str) -> Iterator[Party]:
        """Yield the countries and the firms and towns of a span, in reading order."""
        found = [(place.start, Party(place.id, place.id)) for place in self._countries(span)]
        taken = [(place.start, place.end) for place in self.places.find(span)]
        taken += [(named.start, named.end) for named in self.people.find(span)]
        for name, start in _names(span):
            free = all(end <= start or start + len(name) <= begin for begin, end in taken)
            if free and self._is_proper(name):
                found.append((start, Party(slug(name) or name.lower(), name)))
        yield from (party for _, party in sorted(found))

    def _is_proper(self, name: str) -> bool:
        """Say whether a name comes up again in the story, and is no day, month or word that begins a sentence."""
        plain = any(self.known.pattern(each).match(name) for each in ("weekdays", "months", "openers", "counted"))
        if plain or name.lower() in self.text or len(name) < _SHORT:
            return False
        return len(re.findall(rf"(?<![\w]){re.escape(name.split(maxsplit=1)[0])}(?![\w])", self.text)) > 1


def _names(span: str) -> Iterator[tuple[str, int]]:
    """Yield runs of capitals with their places, those that "and" joins one by one."""
    for run in _RUN.finditer(span):
        start = run.start()
        for joint in (*_PAIR.finditer(span, *run.span()), None):
            end = joint.start() if joint else run.end()
            yield span[start:end].removesuffix("'s").removesuffix("’s"), start
            start = joint.end() if joint else end


def _distinct(found: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({party.id: party for party in reversed(found)}.values())[::-1]


def aliases(found: Sequence[Party], text: str) -> Mapping[str, str]:
    """Give the names of parties without a code: in full, and by a first word that stands alone in the article."""
    names: dict[str, str] = {}
    for party in filter(lambda each: each.named, found):
        names[party.name] = party.id
        first, _, more = party.name.partition(" ")
        if more and re.search(rf"(?<![\w]){re.escape(first)}(?!\s{re.escape(more)})(?![\w])", text):
            names[first] = party.id
    return names


def nations(found: Sequence[Party], text: str, places: Gazetteer) -> dict[str, str]:
    """Give the party that is meant by the adjective of a country: the firm by "the Swedish group"."""
    named = [party for party in found if party.named]
    told: dict[str, str] = {}
    for place in places.find(text):
        match = _FROM.match(text, place.end)
        party = match and next((party for party in named if party.name.startswith(match["name"])), None)
        if party:
            told.setdefault(place.id, party.id)
    others = [place.id for place in places.find(text) if place.id not in told]
    left = [party for party in named if party.id not in told.values()]
    if len(left) == 1 and others:
        told[Counter(others).most_common(1)[0][0]] = left[0].id
    return told if named else {}
