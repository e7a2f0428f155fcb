"""Lists inside a sentence: "cooperation on ports, the training of pilots, and a fund" is three things.

A list is parted at its commas and at its last conjunction. Where a comma stands before that ("…, and"), those
inside items stay; where none does, the last "and" parts, as the British and the French write it. What only adds to an
item (a relative clause, a participle, "including …") stays with it. What stands in front of the first item and is
meant for each ("cooperation on") is given to each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.draft.news.words import Words

_DETERMINERS: Final = {
    "en": (
        "the|a|an|its|their|each|all|any|more|new|joint|annual|regular|two|three|four|five|six|closer|greater|better|"
        "mutual|free|common"
    ),
    "fr": "le|la|les|l'|l’|un|une|des|du|de la|d'|d’|leur|leurs|son|sa|ses|deux|trois",
    "de": "der|die|das|den|dem|des|ein|eine|einen|einer|eines|gemeinsame|gemeinsamen|ihre|ihren|zwei|drei",
    "es": "el|la|los|las|un|una|unos|unas|su|sus|dos|tres",
}
_ADDS: Final = {
    "en": (
        r"(?:which|who|whose|where|when|including|such as|like|with|by|in|at|on|to|from|under|for|as|while|after|"
        r"before|paid|financed|funded|based|known|signed|held|worth|especially|notably|if|but|though|although|because|"
        r"so|then|once|\w+ing)\b(?! (?:of|on)\b)"
    ),
    "fr": r"(?:qui|que|dont|où|avec|par|dans|à|au|aux|sur|pour|y compris|notamment|ainsi|comme|selon|en)\b",
    "de": (
        r"(?:der|die|das)\s\w+\s(?:ist|sind|wird|werden|hat)|"
        r"(?:mit|bei|in|im|am|zu|zum|zur|für|darunter|insbesondere|wie|wobei|um|so)\b"
    ),
    "es": r"(?:que|cuyo|donde|con|por|en|a|al|para|incluido|incluida|como|según)\b",
}
_AND: Final = {
    "en": r"(?:and also|and|or|as well as|along with|plus|together with)",
    "fr": r"(?:et|ou|ainsi que)",
    "de": r"(?:und|oder|sowie)",
    "es": r"(?:y|e|o|así como|además de)",
}
# A conjunct of fewer words is no item of its own where no comma parts the list: "trade and investment" is one field.
_ITEM_WORDS: Final = 2


def items(text: str, language: str) -> tuple[str, ...]:
    """Give the items of a list in reading order; the text itself where it is none."""
    joint = _AND[language]
    pieces = [piece for piece in re.split(r",\s+(?![0-9]{3}\b)", text) if piece.strip()]
    if len(pieces) == 1:
        return _pair(text, joint, language)
    parts = _glued(pieces, joint, language)
    if len(parts) == 1:
        return _pair(parts[0], joint, language) if not _adds(pieces[1], language) else (parts[0],)
    *before, last = parts
    marked = re.match(rf"{joint}\s+", last)
    if marked:
        return (*before, last[marked.end() :])
    split = _last_and(last, joint)
    return (*before, *split) if split else tuple(parts)


def _glued(pieces: Sequence[str], joint: str, language: str) -> list[str]:
    """Give the pieces with those that only add to the one before joined to it."""
    parts: list[str] = []
    for piece in pieces:
        bare = re.sub(rf"^{joint}\s+", "", piece)
        if parts and _adds(bare, language):
            parts[-1] += f", {piece}"
        else:
            parts.append(piece)
    return parts


def _adds(piece: str, language: str) -> bool:
    return re.match(_ADDS[language], piece) is not None


def _pair(text: str, joint: str, language: str) -> tuple[str, ...]:
    split = _last_and(text, joint)
    if not split:
        return (text,)
    left, right = split
    determined = re.match(rf"(?:{_DETERMINERS[language]})(?<=['’])|(?:{_DETERMINERS[language]})\s", right)
    long_enough = min(_content(left, language), _content(right, language)) >= _ITEM_WORDS
    return (left, right) if long_enough or (determined and _content(right, language) > 1) else (text,)


def _last_and(text: str, joint: str) -> tuple[str, str] | None:
    found = [
        match
        for match in re.finditer(rf"\s{joint}\s", text)
        if not re.search(r"\bbetween\b[^,]*$|\bboth\b[^,]*$|\bentre\b[^,]*$|\bzwischen\b[^,]*$", text[: match.start()])
    ]
    if not found:
        return None
    match = found[-1]
    return text[: match.start()], text[match.end() :]


def _content(words: str, language: str) -> int:
    return len([word for word in words.split() if not re.fullmatch(_DETERMINERS[language], word.lower())])


def shared(text: str, known: Words) -> str:
    """Give what stands in front of a list and is meant for each of its items, empty where nothing is.

    It ends before the list's first comma or conjunction: "guidance for cooperation on", "areas such as".
    """
    stop = re.search(rf",|\s{_AND[known.language]}\s", text)
    head = text[: stop.start()] if stop else text
    work = rf"{known.source('shared')}(?:\s[\w-]+){{0,3}}?\s{known.source('shared_by')}"
    areas = rf"{known.source('shared_areas')}(?:\s(?:of|de)(?:\s[\w-]+){{1,3}}?)?\s{known.source('areas_by')}"
    pattern = rf"^(?:.{{0,120}}\s)?(?:{areas}|{work})\s"
    found = re.match(pattern, head, re.IGNORECASE)
    return found[0] if found else ""


# Adjectives that wait for the noun of the last item: "political, economic and cultural ties".
_ADJECTIVE: Final = re.compile(r"(?:[\w-]+ly\s)?\w+(?:al|ic|ive|ary|ous|ique|el|elle|ico|ica)")


def spread(text: str, known: Words) -> Iterator[tuple[str, str]]:
    """Yield (what is meant for it, item) for each item of a list. An item that is an act itself needs no head."""
    head = shared(text, known)
    found = items(text[len(head) :], known.language)
    if len(found) > 1 and all(_ADJECTIVE.fullmatch(item) for item in found[:-1]):
        found = (text[len(head) :],)
    act = re.compile(
        rf"^(?:[\w'’-]+\s){{0,3}}?{known.source('acts')}\s{known.source('shared_by')[:-1]}|of|to|entre|zwischen|between|with|an|bei)\s",
        re.IGNORECASE,
    )
    for place, item in enumerate(found):
        own = place > 0 and place == len(found) - 1 and act.match(item) is not None
        yield ("" if own else head), item


def distributed(phrase: str, known: Words, *, leads: bool, shares: bool) -> Iterator[tuple[str, str]]:
    """Take the objects of one verb apart, where each is a thing of its own: "set up a fund, a council and a hotline".

    ``leads`` says that the phrase begins with its verb, ``shares`` that a head may be meant for each of the objects
    ("cooperate on ports, flights and mail").
    """
    if shares and shared(phrase, known):
        yield from spread(phrase, known)
        return
    determined = _BEFORE_NOUN[known.language]
    first = re.match(rf"(?:[\w-]+\s){{1,3}}?(?={determined})", phrase)
    given = first[0] if first else ""
    verb = phrase[: phrase.find(" ") + 1] if leads else ""
    objects = phrase[len(verb) :]
    found = items(objects, known.language)
    if (not leads or verb.strip().isalpha()) and _is_row(found, objects.split(",", 1)[0]):
        yield from ((verb, item) for item in found)
        return
    found = items(phrase[len(given) :], known.language)
    each = all(re.match(determined, item) and len(item.split()) >= _ITEM_WORDS for item in found)
    yield from (
        ((given, item) for item in found) if len(found) > 1 and (given or not leads) and each else (("", phrase),)
    )


def _is_row(found: Sequence[str], first: str) -> bool:
    """Say whether a verb has three objects or more in a row, none of them an adjective that waits for its noun."""
    simple = len(found) >= _ROW and len(first.split()) <= _OBJECT and not _GOVERNS.search(first)
    return simple and not _ADJECTIVE.fullmatch(first)


_GOVERNS: Final = re.compile(r"\s(?:on|for|of|in|to|from|with|by|at|against)\s")
_ROW: Final = 3
"""Objects of one verb that are a list; two may be one thing: "trade and investment"."""

_OBJECT: Final = 5
"""Words of an object in such a list."""

_BEFORE_NOUN: Final = {
    "en": r"(?:a|an|the|its|their|each|two|three|four|five|new|joint|more|annual|regular|common|\d+)\s",
    "fr": r"(?:(?:un|une|le|la|les|des|leur|leurs|deux|trois)\s|l['’])",
    "de": r"(?:ein|eine|einen|die|der|das|den|gemeinsame|gemeinsamen)\s",
    "es": r"(?:un|una|el|la|los|las|dos|tres|su|sus)\s",
}
