"""Finds the entries of a lexicon in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from clausetrack.language.force.lexemes import Lexemes
from clausetrack.language.force.lexicon import ADJUNCTS, GAP, Entry, Lexicon, Pattern

_STOPS: Final = frozenset(".,;:()!?")
_SHORT: Final = 4
"""Letters up to which a word that ends like an adverb is none ("only", "rely", "ally")."""

_PRECEDENCE: Final = {"false-friend": 0, "constitutive": 1, "description": 2, "cap": 3}
"""Kinds that win over others of the same length: they say that there is no norm, or less of one, where more is seen."""

_ASIDE: Final = 14
"""Words that an aside between the words of one cue may have ("be required, even after the end of their term, to")."""

CLAUSE_STARTERS: Final = frozenset(',;:.()[]–—-"“”«»')
"""Signs after which ``^`` holds; a list marker's parenthesis is one of them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: the words ``first`` up to ``last`` (exclusive) of a text."""

    first: int
    last: int
    pattern: Pattern

    @property
    def entry(self) -> Entry:
        """The entry that was found."""
        return self.pattern.entry


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found: the cues of predicates by their first word, the longest first, and those that stand beside.

    ``masked`` are the words that a false friend covers, ``opened`` those of "agree that", whose "that" opens a main
    clause. ``beside`` has at most one cue at a word, in reading order.
    """

    at: dict[int, list[Hit]]
    beside: dict[int, Hit]
    masked: frozenset[int]
    opened: frozenset[int]


def find(text: Lexemes, lexicon: Lexicon) -> Hits:
    """Find every entry; linear in the words, since an entry is looked at only where its anchor stands."""
    at, beside = _search(text, lexicon)
    groups = at.values()
    masked = _words(hit for group in groups for hit in group if hit.entry.kind == "false-friend")
    inverted = [hit for hit in beside if hit.entry.phrase[0] == "^"]
    if masked:
        beside = [hit for hit in beside if not _is_masked(hit, masked)]
    if masked or inverted:
        masked |= _words(inverted)
        at = {place: [hit for hit in group if not _is_masked(hit, masked)] for place, group in at.items()}
    performatives = (hit for group in groups for hit in group if hit.entry.section == "performatives")
    return Hits(at, _leftmost_longest(beside), masked, _words(performatives))


def _search(text: Lexemes, lexicon: Lexicon) -> tuple[dict[int, list[Hit]], list[Hit]]:
    """Find the cues of predicates, by their first word and the strongest claim first, and those that stand beside."""
    at: dict[int, list[Hit]] = {}
    beside: list[Hit] = []
    words, index = text.words, lexicon.index
    for place, word in enumerate(words):
        if word not in index:
            continue
        before, after = _neighbour(words, place - 1, lexicon), _neighbour(words, place + 1, lexicon)
        for previous, following, pattern in index[word]:
            if (before and previous and previous != before) or (after and following and following != after):
                continue
            hit = _match(pattern, text, place, lexicon)
            if hit is not None:
                (beside if hit.entry.kind in ADJUNCTS else at.setdefault(hit.first, [])).append(hit)
    for place, pattern in _suffixed(text.words, lexicon):
        at.setdefault(place, []).append(Hit(place, place + 1, pattern))
    for group in at.values():
        group.sort(key=lambda each: (each.first - each.last, _PRECEDENCE.get(each.entry.kind, len(_PRECEDENCE))))
    return at, beside


def _neighbour(words: list[str], place: int, lexicon: Lexicon) -> str | None:
    """Give the word at a place that a cue must go on with; None where it may be an adverb or aside within the cue."""
    word = words[place] if 0 <= place < len(words) else "."
    return None if word == "," or is_adverb(word, lexicon) else word


def _words(hits: Iterable[Hit]) -> frozenset[int]:
    return frozenset(place for hit in hits for place in range(hit.first, hit.last))


def _suffixed(words: list[str], lexicon: Lexicon) -> Iterator[tuple[int, Pattern]]:
    """Yield the words that are modals by their ending alone, and that no other entry knows as a modal."""
    for pattern in lexicon.suffixes:
        suffix = pattern.words[0][1:]
        for place, word in enumerate(words):
            if word.endswith(suffix) and len(word) > len(suffix) + 1 and not _is_modal(word, lexicon):
                yield place, pattern


def _is_modal(word: str, lexicon: Lexicon) -> bool:
    return any(
        pattern.words == (word,) and pattern.entry.kind == "modal" for _, _, pattern in lexicon.index.get(word, ())
    )


def _is_masked(hit: Hit, masked: frozenset[int]) -> bool:
    """Say whether a false friend takes words of a cue away: "required by law" is no "is required"."""
    return hit.entry.kind != "false-friend" and any(place in masked for place in range(hit.first, hit.last))


def _leftmost_longest(hits: list[Hit]) -> dict[int, Hit]:
    """Keep of overlapping hits the first, and of those the longest."""
    kept: dict[int, Hit] = {}
    end = 0
    for hit in sorted(hits, key=lambda each: (each.first, -each.last)):
        if hit.first >= end:
            kept[hit.first] = hit
            end = hit.last
    return kept


def _match(pattern: Pattern, text: Lexemes, place: int, lexicon: Lexicon) -> Hit | None:
    anchor = pattern.words[pattern.anchor]
    if anchor != text.words[place] and not text.is_capitalised(place):
        return None
    first = _backwards(pattern, text, place, lexicon) if pattern.anchor else place
    if first is None:
        return None
    last = _forwards(pattern, text, place, lexicon) if pattern.anchor + 1 < len(pattern.words) else place + 1
    return None if last is None else Hit(first, last, pattern)


def _backwards(pattern: Pattern, text: Lexemes, place: int, lexicon: Lexicon) -> int | None:
    for want in reversed(pattern.words[: pattern.anchor]):
        if want == "^":
            return place if place == 0 or text.words[place - 1] in CLAUSE_STARTERS else None
        place -= 1
        if place > 0 and not _fits(want, text, place, lexicon) and is_adverb(text.words[place], lexicon):
            place -= 1
        if place < 0 or not _fits(want, text, place, lexicon):
            return None
    return place


def _forwards(pattern: Pattern, text: Lexemes, place: int, lexicon: Lexicon) -> int | None:
    """Give the place after the words that follow the anchor; those after a gap stand anywhere within reach."""
    at: int | None = place + 1
    for number, run in enumerate(pattern.runs):
        if at is not None:
            at = _beyond_gap(run, text, at, lexicon) if number else _run(run, text, at, lexicon)
    return at


def _beyond_gap(run: tuple[str, ...], text: Lexemes, place: int, lexicon: Lexicon) -> int | None:
    for at in range(place, min(place + GAP + 1, len(text.words))):
        found = _run(run, text, at, lexicon)
        if found is not None:
            return found
        if text.words[at] in _STOPS:
            break
    return None


def _run(run: tuple[str, ...], text: Lexemes, place: int, lexicon: Lexicon) -> int | None:
    """Match words one after another, each at once, after one adverb or negation ("agree not to") or after an aside."""
    words, end = text.words, len(text.words)
    for want in run:
        if place < end and words[place] == "," and want != "@stop":
            place = _beyond_aside(words, place)
        if place + 1 < end and not _fits(want, text, place, lexicon) and is_adverb(words[place], lexicon):
            place += 1
        if place >= end or not _fits(want, text, place, lexicon):
            return None
        place += 1
    return place


def _beyond_aside(words: list[str], place: int) -> int:
    """Give the place after the comma that ends an aside, or the same place where none ends soon."""
    for at in range(place + 1, min(len(words), place + _ASIDE)):
        if words[at] == ",":
            return at + 1
        if words[at] in _STOPS:
            break
    return place


def _fits(want: str, text: Lexemes, place: int, lexicon: Lexicon) -> bool:
    word = text.words[place]
    if want[0] != "@":
        return want == word or (want.lower() == word and text.is_capitalised(place))
    if want == "@number":
        return word[0].isdigit()
    if want == "@capital":
        return text.is_capitalised(place)
    if want == "@stop":
        return word in _STOPS
    return word in lexicon.classes.get(want[1:], ())


def is_adverb(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word may stand within a cue or a predicate without changing what is done: an adverb or negation."""
    return word in lexicon.loose or (len(word) > _SHORT and word.endswith(lexicon.loose_endings))
