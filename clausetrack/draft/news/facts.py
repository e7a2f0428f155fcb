"""The agreement's own data, as far as an article gives them: its name, its parties, and when it was signed or announced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from clausetrack.clauseset.vocabulary import code_name, is_code
from clausetrack.draft.news.furniture import Layout
from clausetrack.draft.news.people import People
from clausetrack.draft.news.places import Gazetteer, Place
from clausetrack.draft.news.story import Sentence, dateline
from clausetrack.draft.news.words import Words, words
from clausetrack.language.dates import date_at, months
from clausetrack.model.document import Document

# Paragraphs in which a report says who agreed to what.
_LEAD: Final = 4
_RUN: Final = re.compile(r"[A-ZÀ-Þ][\w&’'-]*\w(?: (?:(?:of|de|du|and|und|&) )?[A-ZÀ-Þ][\w&’'-]*\w)*")
_WORD: Final = re.compile(r"(?<![\w.,:])(?=[\w])")
_PAIR: Final = re.compile(r" and | und | et | y ")


class Party(NamedTuple):
    """A party: a code, or an id with the name that the article calls it by."""

    id: str
    name: str


class Facts(NamedTuple):
    """``dates`` are those of the format, ``inferred`` the names of those whose year or day the article does not print."""

    title: str
    parties: tuple[Party, ...]
    dates: dict[str, str]
    inferred: tuple[str, ...] = ()
    published: str | None = None


def parties(layout: Layout, paragraphs: Sequence[Sequence[Sentence]], known: Words, places: Gazetteer, people: People) -> tuple[Party, ...]:
    """Find who the parties are: who signs or launches it in the lead, failing that who the headline names."""
    lead = [sentence.told for paragraph in paragraphs[:_LEAD] for sentence in paragraph]
    text = " ".join(sentence.text for paragraph in paragraphs for sentence in paragraph)
    best: tuple[Party, ...] = ()
    for told in (*lead, *([layout.title] if layout.title else [])):
        found = _founders(told, known, places, people, text)
        if len(found) > 1:
            return found
        best = best or found
    named = places.ids(layout.title or "")
    if len(named) > 1:
        return tuple(Party(id, id) for id in named)
    common = Counter(place.id for told in lead for place in places.find(told))
    ids = tuple(dict.fromkeys((*(party.id for party in best), *named, *(id for id, _ in common.most_common(2)))))
    names = {party.id: party.name for party in best}
    return tuple(Party(id, names.get(id, id)) for id in ids)[:2]


def _founders(told: str, known: Words, places: Gazetteer, people: People, text: str) -> tuple[Party, ...]:
    """Give who founds an agreement in a sentence: the subject of the verb, and who stands behind "with" or "between"."""
    verb = re.search(rf"(?<![\w]){known.source('founding')}(?![\w])|(?<![\w]){known.source('pledges')}(?![\w])", told, re.I)
    noun = known.pattern("agreement").search(told)
    if verb is None or (noun is None and not re.search(known.source("pledges"), verb[0], re.I)):
        return ()
    spans = [told[: verb.start()]]
    spans += [match[1] for match in re.finditer(rf"\s{known.source('withs')}\s((?:the\s)?[^,.;]{{2,60}})", told, re.I)]
    compound = re.search(rf"((?-i:(?:[A-ZÀ-Þ][\w’'-]*\s){{0,2}}[A-ZÀ-Þ]\w*[–-][A-ZÀ-Þ]\w*)\s(?:[\w-]+\s){{0,5}}?){known.source('agreement')}", told, re.I)
    spans += [compound[1]] if compound else []
    countries = _distinct([Party(place.id, place.id) for span in spans for place in _nations(span, places, people, text)])
    if len(countries) > 1:
        return countries
    # Every noun of German has a capital, so that names show only where no country is named.
    runs = known.language != "de" or not places.ids(told)
    return _distinct([party for span in spans for party in _parties_in(span, places, people, text, runs=runs)])


def _parties_in(span: str, places: Gazetteer, people: People, text: str, *, runs: bool) -> Iterator[Party]:
    found = [(place.start, Party(place.id, place.id)) for place in _nations(span, places, people, text)]
    taken = [(place.start, place.end) for place in places.find(span)] + [(named.start, named.end) for named in people.find(span)]
    for match in _RUN.finditer(span) if runs else ():
        for name, start in _separate(match):
            if any(start < end and begin < start + len(name) for begin, end in taken):
                continue
            if _is_proper(name, text):
                found.append((start, Party(_slug(name), name)))
    return iter([party for _, party in sorted(found, key=lambda each: each[0])])


def _nations(span: str, places: Gazetteer, people: People, text: str) -> Iterator[Place]:
    """Yield the countries of a span without those that only say where a company is from: "Indian chip maker Selani"."""
    persons = [named.start for named in people.find(span)]
    for place in places.find(span):
        named = _FROM.match(span, place.end) if code_name(place.id) != span[place.start : place.end] else None
        if named and named.start("name") not in persons and _is_proper(named["name"], text) and not places.knows(named["name"]):
            continue
        yield place


_FROM: Final = re.compile(r"(?:\s(?!with|and|in|have|has|und|haben|mit|et|ont|y|con)[a-zà-ÿ][\w-]*){1,4}\s(?P<name>[A-ZÀ-Þ][\w&’'-]*\w)")


def nations(found: Sequence[Party], text: str, places: Gazetteer) -> dict[str, str]:
    """Give which of the parties, where they are no countries, is meant by a country's adjective: "the Swedish group"."""
    named = [party for party in found if party.name != party.id]
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


def _separate(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    place = match.start()
    for name in re.split(r"( and | und | et | y )", match[0]):
        if name and not _PAIR.fullmatch(name):
            yield name.removesuffix("'s").removesuffix("’s"), place
        place += len(name)


def _is_proper(name: str, text: str) -> bool:
    """Say whether a name comes up again in the story, and is no day, month or word that only begins a sentence."""
    if name.lower() in _CALENDAR or name.lower() in text or len(name) < 3:
        return False
    return len(re.findall(rf"(?<![\w]){re.escape(name.split()[0])}(?![\w])", text)) > 1


_CALENDAR: Final = frozenset(
    (
        *"monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch".split(),
        *"donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo today the this these both under".split(),
        *months("en"), *months("fr"), *months("de"), *months("es"),
    )
)


def _distinct(found: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({party.id: party for party in reversed(found)}.values())[::-1]


def aliases(found: Sequence[Party], text: str) -> Mapping[str, str]:
    """Give the names by which an article calls parties without a code: in full, and by a first word that stands alone."""
    names: dict[str, str] = {}
    for party in found:
        if party.name == party.id:
            continue
        names[party.name] = party.id
        first, _, more = party.name.partition(" ")
        if more and re.search(rf"(?<![\w]){re.escape(first)}(?!\s{re.escape(more)})(?![\w])", text):
            names[first] = party.id
    return names


def title(layout: Layout, paragraphs: Sequence[Sequence[Sentence]], found: Sequence[Party], known: Words, places: Gazetteer) -> str:
    """Give the agreement's name: the proper one that the article gives it, else its parties and what it calls it."""
    noun = known.source("agreement")
    proper = re.compile(rf"(?<=\s)(?:[A-ZÀ-Þ][\w’']*(?:[–-][A-ZÀ-Þ][\w’']*)?\s(?:(?:on|of|for|and|sur|de|über)\s)?){{2,8}}(?-i:{_capitalised(known)})(?![\w])")
    for paragraph in paragraphs:
        for sentence in paragraph:
            match = proper.search(sentence.told)
            if match and not set(places.ids(match[0])) - {party.id for party in found}:
                return match[0]
    called = _called(paragraphs, known, noun)
    names = "–".join(code_name(party.id) or party.name for party in found[:3])
    if names and called:
        return f"{names} {called}"
    return layout.title or called or names or known.words("agreement")[0]


def _capitalised(known: Words) -> str:
    return "|".join(word[:1].upper() + word[1:] for word in known.words("agreement") if word.isalpha())


def _called(paragraphs: Sequence[Sequence[Sentence]], known: Words, noun: str) -> str | None:
    """Give what the lead calls the agreement, without praise: "security partnership", "trade agreement"."""
    pattern = re.compile(rf"(?<![\w])(?:an?|une?|ein|eine|einen|una?)\s((?:[\w-]+\s){{0,4}}?{noun})(?![\w])", re.I)
    for paragraph in paragraphs[:_LEAD]:
        for sentence in paragraph:
            match = pattern.search(sentence.told)
            if match:
                return re.sub(rf"^(?:{known.source('praise')}[\s,]+)+", "", match[1], flags=re.I)
    return None


def published(document: Document, layout: Layout, first: str, language: str) -> str | None:
    """Give the day of publication that the page or the dateline prints, as precisely as it does."""
    said = document.metadata.get("published")
    if said:
        return said[:10]
    for line in layout.dated:
        if found := _date_in(line, language):
            return found
    line = dateline(first)
    return _date_in(line.date, language) if line and line.date else None


def _date_in(text: str, language: str) -> str | None:
    """Give the first date with a year in a text, in ISO 8601."""
    return next((value for _, value in _dates(text, language) if value[0] != "-"), None)


def _dates(text: str, language: str) -> Iterator[tuple[int, str]]:
    end = 0
    spelt = _spelt_out(text, language)
    for match in _WORD.finditer(spelt):
        if match.start() >= end and (found := date_at(spelt, match.start(), language)):
            end = found.end
            yield found.start, found.value


def _spelt_out(text: str, language: str) -> str:
    """Give a text with its months in full: "Nov. 1" is read as "November 1"."""
    short = dict(entry.split("=") for entry in words(language).words("abbreviations"))
    pattern = re.compile(rf"(?<![\w])({'|'.join(short)})\b\.?(?=\s\d|[,\s]\s?\d)", re.I)
    return pattern.sub(lambda match: short[match[1].lower()].capitalize() if language in {"en", "de"} else short[match[1].lower()], text)


def dates(layout: Layout, document: Document, paragraphs: Sequence[Sequence[Sentence]], day: str | None, known: Words) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give when the agreement was signed or announced, and which of the dates rest on the day of publication."""
    captions = [document.blocks[at].text for at in layout.captions]
    lead = [sentence.told for paragraph in paragraphs[: _LEAD + 1] for sentence in paragraph]
    full = {value[5:]: value for text in captions for _, value in _dates(text, known.language) if value[0] != "-" and len(value) == 10}
    found: dict[str, str] = {}
    inferred: list[str] = []
    for name in ("signed", "announced"):
        for text in (*lead, *captions):
            verb = known.pattern(name).search(text)
            if verb is None or known.pattern("agreement").search(text) is None or known.pattern("past").search(text):
                continue
            value, sure = _when(text, verb.start(), day, full, known)
            if value and name not in found:
                found[name] = value
                inferred += [] if sure else [name]
    return found, tuple(inferred)


# Characters between "signed" and the day.
_BESIDE: Final = 90


def _when(text: str, at: int, day: str | None, full: Mapping[str, str], known: Words) -> tuple[str | None, bool]:
    near = [
        (abs(start - at), value)
        for start, value in _dates(text, known.language)
        if abs(start - at) <= _BESIDE and "," not in text[min(start, at) : max(start, at)] and len(value) >= len("--01-01")
    ]
    if near:
        value = min(near)[1]
        if value[0] != "-":
            return value, True
        if value[2:] in full:
            return full[value[2:]], True
        year = (day or "")[:4]
        return (f"{year}-{value[2:]}", False) if year and f"{year}-{value[2:]}" <= (day or "") else (None, False)
    weekdays = known.words("weekdays")
    match = re.search(rf"(?<![\w])(?:{'|'.join(weekdays) or '(?!)'})(?![\w])", text, re.I)
    if match and day and len(day) == len("2024-11-01") and abs(match.start() - at) <= _BESIDE:
        return _back_to(weekdays.index(match[0].lower()), day), False
    return None, False


def _back_to(weekday: int, day: str) -> str:
    """Give the last such day of the week that is not after a day."""
    printed = date.fromisoformat(day)
    return (printed - timedelta(days=(printed.weekday() - weekday) % 7)).isoformat()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


_ = is_code
