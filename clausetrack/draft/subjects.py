"""Whose predicate a norm's is: the grammatical subject, found by what stands around the actors that a text names.

An actor is the subject where its clause begins with it ("Where that fails, the Secretariat, acting alone, shall") or
where the predicate follows at once ("On receipt of it the other Party shall"), and no preposition governs it. The
subject of a passive holds nobody: there it is the agent behind "by". Failing all that, a body with a name of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from clausetrack.draft.cast import Cast, Held
from clausetrack.draft.phrases import Words, phrases, primary
from clausetrack.draft.signs import Signs, cues
from clausetrack.language.force.lexicon import lexicon
from clausetrack.language.parties import Mention
from clausetrack.model.force import ForceReading

_NAMED: Final = re.compile(
    r"(?:^|(?<=[\s(“\"]))(?:The|the|An?|an?)\s"
    r"(?P<name>(?:[A-Z][\w’'-]*)(?:\s(?:(?:and|of|on|for|the|to)\s){0,2}[A-Z][\w’'-]*){0,8})"
)
_IRREGULAR: Final = (
    "made|held|kept|brought|bought|sought|taught|put|paid|laid|sent|spent|built|lit|done|found|set|met|read|led|lost|sold|told|won|"
    "cut|left|given|taken|undertaken|drawn|withdrawn|shown|known|written|chosen|borne|begun|seen|driven|broken|spoken|run|fed"
)
_PASSIVE: Final = re.compile(rf"\s(?:not\s|also\s|only\s)?be\s(?:\w+ly\s)?(?P<verb>\w+ed|{_IRREGULAR})\b")
_STATES: Final = frozenset(
    ("guided", "bound", "obliged", "required", "entitled", "committed", "determined", "prepared", "allowed")
)
"""Participles that say how somebody is, so that the subject stays the one who is held."""

_COPULA: Final = re.compile(r"\s(?:not\s|also\s|only\s)?be\s")
_HEREBY: Final = frozenset({"is hereby", "are hereby"})

_ON_SUBJECTS: Final = frozenset({"negation", "exclusive"})
"""Cues that may stand before the subject: "No Party shall"."""

_REACH: Final = 160
"""Characters between a passive and the agent behind "by"."""

_GOVERNED: Final = 40
"""Characters before an actor that may hold its preposition and articles, or the few words its clause begins with."""

_ADJACENT: Final = 25
"""Characters between an actor and its predicate: an adverb, or "to this Agreement"."""

_BOUNDARY: Final = re.compile(r"[,;:.()\n、。—–-]")
_ENDS: Final = frozenset(";:.()")
"""Signs that no preposition reaches over, as it may over a comma: "paid by, or on behalf of, the Party"."""
_MARKER: Final = re.compile(r"[0-9]+|[a-z]{1,3}|[ivx]+")
_OWNING: Final = frozenset(
    ("your", "our", "us", "votre", "notre", "nos", "vos", "nuestro", "nuestra", "unser", "unsere", "uns", "uw", "onze")
)
"""Forms of "we" and "you" that are no subject."""

_AHEAD: Final = re.compile(r"(?:[A-Z][\w’'-]*\s(?:(?:of|and|for|on)\s(?:the\s)?)?){1,6}\Z")
_NAME: Final = 80
"""Characters of the words that stand before "Board" or "Committee" in the name of one."""

_DETERMINERS: Final = re.compile(r"(?:(?:The|A|An|Each|This|Any|No|Every)\s)+")
_BY: Final = re.compile(r"\bby\s(?:the\s|an?\s)?\Z")
_PARTICLES: Final = ("は", "が", "も")
"""What marks a subject in Japanese."""


def subject(signs: Signs, norm: ForceReading, cast: Cast) -> Held | None:
    """Give who is the subject of a norm; None where the text names nobody."""
    language = primary(signs.context.language)
    first, last = predicate(norm)
    before = signs.text[norm.start : first]
    if (end := _passive(signs.text, first, last, language)) is not None:
        return _agent(signs.text, end, norm.end, cast)
    mentions = _spoken_of(before, cast)
    if language == "ja":
        return _marked(before, mentions, cast)
    chosen = _chosen(before, mentions, language)
    if chosen is not None:
        return _joined(before, mentions[: chosen + 1], cast)
    return _titled(before, signs, cast) or _body(before, language, cast) or _behind(signs, norm, cast, language)


def opening_subject(signs: Signs, cast: Cast) -> Held | None:
    """Give the actor that the first sentence begins with, for languages whose treaties rule in the plain present."""
    if not signs.sentences:
        return None
    language = primary(signs.context.language)
    text = signs.sentences[0].of(signs.text)[:_REACH]
    mentions = _spoken_of(text, cast)
    if language == "ja":
        return _marked(text, mentions, cast)
    for mention in mentions:
        if not _is_governed(text, mention.start, language) and _begins(text, mention.start, language):
            return _meant(text, mention, cast)
    return None


def predicate(norm: ForceReading) -> tuple[int, int]:
    """Give where the predicate of a norm begins, and where its first word of force ends (characters of the text)."""
    links = [cue for cue in cues(norm) if cue.kind not in _ON_SUBJECTS] or cues(norm)
    return (links[0].start, links[0].end) if links else (norm.start, norm.start)


def rules_a_state(signs: Signs, norm: ForceReading) -> bool:
    """Say whether a norm says how something is to be, not what somebody is to do: "shall be taxable only there"."""
    first, last = predicate(norm)
    if primary(signs.context.language) != "en":
        return False
    return bool(_COPULA.match(signs.text, last)) and _passive(signs.text, first, last, "en") is None


def _spoken_of(text: str, cast: Cast) -> tuple[Mention, ...]:
    """Give the actors that a text names, without those that only own something: "your use"."""
    return tuple(each for each in cast.mentions(text) if text[each.start : each.end].lower() not in _OWNING)


def _passive(text: str, first: int, last: int, language: str) -> int | None:
    """Give where a passive ends; None where there is none, or where none can be told from the words."""
    if language != "en":
        return None
    if text[first:last].lower() in _HEREBY:
        return last
    match = _PASSIVE.match(text, last)
    return match.end() if match and match["verb"].lower() not in _STATES else None


def _agent(text: str, start: int, end: int, cast: Cast) -> Held | None:
    """Give the agent of a passive: the first actor behind "by"."""
    stretch = text[start : min(end, start + _REACH)]
    for mention in cast.mentions(stretch):
        if _BY.search(stretch, max(0, mention.start - len("by the  ")), mention.start):
            return _meant(stretch, mention, cast)
    return None


def _marked(before: str, mentions: tuple[Mention, ...], cast: Cast) -> Held | None:
    """Give the first actor that a particle marks as the subject."""
    for mention in mentions:
        if before.startswith(_PARTICLES, mention.end):
            return _meant(before, mention, cast)
    return None


def _meant(text: str, mention: Mention, cast: Cast) -> Held:
    """Give who is meant by a mention, with the rest of its name where it is the last word of one: "Harbour Board"."""
    ahead = _AHEAD.search(text, max(0, mention.start - _NAME), mention.start) if cast.in_english else None
    more = _DETERMINERS.sub("", ahead[0]) if ahead and text[mention.start].isupper() else ""
    return cast.resolve(mention, text[mention.start : mention.end], more)


def _chosen(before: str, mentions: tuple[Mention, ...], language: str) -> int | None:
    """Give which of the actors before a predicate is its subject."""
    free = [at for at, each in enumerate(mentions) if not _is_governed(before, each.start, language)]
    if free and len(before[mentions[free[-1]].end :].strip()) <= _ADJACENT:
        return free[-1]
    begun = [at for at in free if _begins(before, mentions[at].start, language)]
    if begun:
        return begun[-1]
    words = _words(before[-_GOVERNED:])
    if free and words and words[-1] in _grammar(language)["pronouns"]:
        return free[0]
    return None


def _begins(before: str, at: int, language: str) -> bool:
    """Say whether a clause begins with an actor, but for small words and the marker of a list."""
    window = before[max(0, at - _GOVERNED) : at]
    cuts = [match.end() for match in _BOUNDARY.finditer(window)]
    if not cuts and at > _GOVERNED:
        return False
    grammar = _grammar(language)
    small = grammar["determiners"] | grammar["joiners"] | grammar["adverbs"]
    return all(word in small or _MARKER.fullmatch(word) for word in _words(window[cuts[-1] if cuts else 0 :]))


def _is_governed(text: str, at: int, language: str) -> bool:
    """Say whether a preposition stands before an actor, or before its article."""
    window = text[max(0, at - _GOVERNED) : at]
    words = _words(window)
    if not words or window.rstrip()[-1] in _ENDS:
        return False
    grammar = _grammar(language)
    while words and words[-1] in grammar["determiners"]:
        words.pop()
    return bool(words) and words[-1] in grammar["prepositions"]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


@cache
def _grammar(language: str) -> dict[str, frozenset[str]]:
    known = lexicon(language)
    names = ("determiners", "prepositions", "joiners", "adverbs", "pronouns")
    return {name: known.classes.get(name, frozenset()) if known else frozenset() for name in names}


def _joined(before: str, mentions: tuple[Mention, ...], cast: Cast) -> Held:
    """Give the last actor with those that are joined to it: "Northland, Southmark and the Secretariat shall"."""
    *others, last = mentions
    found = _meant(before, last, cast)
    at = last.start
    for other in reversed(others):
        if not _JOINING.fullmatch(before, other.end, at):
            break
        found = _both(_meant(before, other, cast), found)
        at = other.start
    return found


_JOINING: Final = re.compile(
    r"(?:,\s?|,?\s(?:and|or|et|ou|y|e|o|und|oder|en|of)\s)(?:(?:the|la|le|les|der|die|das|el|los|las|de|het)\s)?"
)
"""What stands between actors that are one subject together."""


def _both(one: Held, other: Held) -> Held:
    declared = {actor.id: actor for actor in (*one.declared, *other.declared)}
    return Held(tuple(dict.fromkeys((*one.actors, *other.actors))), declared=tuple(declared.values()))


def _titled(before: str, signs: Signs, cast: Cast) -> Held | None:
    """Give the parties where those who speak for them are named: "the two leaders agreed"."""
    found = phrases(signs.context.language, "speakers").first(Words(before))
    return cast.all() if found and found.start <= _GOVERNED and not signs.context.contract else None


def _body(before: str, language: str, cast: Cast) -> Held | None:
    """Give a body with a name of its own that stands right before the predicate."""
    if language != "en":
        return None
    for match in _NAMED.finditer(before):
        if len(before) - match.end() <= _ADJACENT:
            name = match["name"]
            return None if phrases("en", "things").first(Words(name)) else cast.body(name)
    return None


def _behind(signs: Signs, norm: ForceReading, cast: Cast, language: str) -> Held | None:
    """Give the subject behind the verb, where a language may put it there."""
    if language not in {"de", "nl"}:
        return None
    _, last = predicate(norm)
    stretch = signs.text[last : min(norm.end, last + _REACH)]
    for mention in cast.mentions(stretch):
        if not _is_governed(stretch, mention.start, language):
            return _meant(stretch, mention, cast)
    return None
