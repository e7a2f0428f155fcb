"""The languages of a document that says the same in several: beside each other, on facing pages, one after the other.

No list of words is needed, and so every language will do. What holds sentences together ("the", "of", "shall") makes up
much of any text and is in none of another language; stretches of text are put together by how alike they are in their
commonest words. Two groups are two languages of one text, rather than an agreement and its tables, where most of either
consists of words that the other has not among its own, and where both count the same: the same numbers begin their
lines, or they stand beside each other on the same pages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import Final, NamedTuple

_WORD: Final = re.compile("[\u2e80-\u30ff\u3400-\u9fff]|[^\\W\\d_\u2e80-\u30ff\u3400-\u9fff]+")
"""A word, or one character of the scripts that set no spaces between words."""

_NUMBER: Final = re.compile(r"\W{0,2}(?:[^\W\d_]{1,12}\.?\s)?(\d{1,3})(?![^\W_])")
"""The number that a line begins with, alone or behind a word: "5.", "(5)", "Article 5", "Artikel 5"."""

_COMMON: Final = 200
"""Commonest words of a document that are looked at: the fifty of each of four languages."""

_ENOUGH: Final = 30
"""Of these words in a stretch that is grouped by itself; shorter ones go with their neighbours."""

_ALIKE: Final = 0.62
"""How alike stretches of one language are (Bhattacharyya's coefficient over the common words): pages of 30 such words
are 0.7 and more, pages of kindred languages (Spanish and Portuguese) up to 0.5."""

_COMMONEST: Final = 15
"""Words of a page that are a third of it in any language."""

_PAGE: Final = 60
"""Words of a text that is told from a list."""

_ONE: Final = 0.2
"""Share of the commonest word in running text at most; "de" and "the" are a tenth, or less."""

_HELD: Final = 0.3
"""Share of the commonest words in running text at least."""

_LONGER: Final = 3
"""Times the length of one text that the other is at most."""

_UNLIKE: Final = 0.25
"""How alike short texts in two languages are at most, in these words; pages of one language are 0.35 and more."""

_KINDRED: Final = 0.55
"""The same for longer texts, whose words are counted more surely: Spanish and Portuguese are 0.5, and texts in one
language, or chapters of one text, are 0.6 and more."""

_MANY: Final = 300
"""Words of a longer text."""

_MOST: Final = 8
"""Groups that are made; no agreement is printed in more languages, and tables make no end of groups."""

_SHARE: Final = 0.25
"""Share of the largest group that another one has at least: a translation is about as long."""

_OWN: Final = 0.15
"""Share of a text that are common words which it has and the other has not: running text has 0.3 and more."""

_OFTENER: Final = 8
"""Times that a word is commoner in one language than in another of which it is none."""

_FUNCTION_WORDS: Final = 40
"""Commonest words of a group among which those are that hold its sentences together."""

_COUNTS: Final = 0.5
"""Share of the numbers before lines that two languages of one text have in common."""

_FEWEST: Final = 5
"""Numbers before lines that are a count, and words of a language that are clearly of it."""

_BESIDE: Final = 0.5
"""Share of a group that stands on the same pages as the other where they stand side by side."""

_GRID: Final = 30.0
"""Points by which the middles of one column differ on different pages."""

_SURE: Final = 0.9
"""Share of the stretches at a place that are of one language where the place tells the language."""


class Stretch(NamedTuple):
    """A stretch of text in one language: a column of a page. ``centre`` is its middle, in points."""

    lines: Sequence[str]
    page: int
    centre: float


def tongues(stretches: Sequence[Stretch]) -> list[int]:
    """Give the language of each stretch, from 1 in the order in which they come; 0 for all where there is but one.

    0 among others is a stretch that is at no place of theirs, as a title over both columns is. Linear in the text.
    """
    words = [Counter(_words(stretch.lines)) for stretch in stretches]
    groups = _groups(words)
    if len(groups) < 2:  # noqa: PLR2004 - one language
        return [0] * len(stretches)
    kept = _languages(groups, stretches)
    if len(kept) < 2:  # noqa: PLR2004 - one language
        return [0] * len(stretches)
    known = {at: number for number, group in enumerate(kept, 1) for at in group.members}
    return _all(stretches, known, [_near(each, kept) for each in words])


def are_two(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether two texts of a page's length are in two languages: their commonest words are not the same."""
    words, others = (Counter(_words(lines)) for lines in (one, other))
    shorter, longer = sorted((words.total(), others.total()))
    if not (_runs(words) and _runs(others)) or longer > _LONGER * shorter:
        return False
    return _likeness_of_commonest(words, others) < _UNLIKE


def _runs(words: Counter[str]) -> bool:
    """Say whether words are those of running text, and not of a list of names or of numbered things."""
    (_, most), *_ = words.most_common(1) or [("", 0)]
    common = sum(count for _, count in words.most_common(_COMMONEST))
    return words.total() >= _PAGE and most <= _ONE * words.total() and common >= _HELD * words.total()


def _words(lines: Iterable[str]) -> Iterator[str]:
    return (word for line in lines for word in _WORD.findall(line.lower()))


class _Group:
    """Stretches that are alike in their commonest words: how often each of these is there, and all words of them."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self.words: Counter[str] = Counter()

    def add(self, at: int, words: Counter[str]) -> None:
        """Take in a stretch."""
        self.members.append(at)
        self.words.update(words)


def _groups(words: Sequence[Counter[str]]) -> list[_Group]:
    """Put stretches to the group that is most like them, or make a new one."""
    total: Counter[str] = Counter()
    for each in words:
        total.update(each)
    common = {word for word, _ in total.most_common(_COMMON)}
    groups: list[_Group] = []
    for at, each in enumerate(words):
        found = Counter({word: count for word, count in each.items() if word in common})
        if found.total() < _ENOUGH:
            continue
        likeness, nearest = max(
            ((_likeness(found, group.words), number) for number, group in enumerate(groups)), default=(0.0, 0)
        )
        if likeness < _ALIKE and len(groups) < _MOST:
            nearest = len(groups)
            groups.append(_Group())
        groups[nearest].add(at, found)
    return groups


def _likeness(words: Counter[str], others: Counter[str]) -> float:
    """Give how alike two texts are, from 0 to 1, by the shares of their words (Bhattacharyya 1943)."""
    shared = sum(sqrt(count * others[word]) for word, count in words.items() if word in others)
    return shared / sqrt(max(1, words.total()) * max(1, others.total()))


def _languages(groups: Sequence[_Group], stretches: Sequence[Stretch]) -> list[_Group]:
    """Give the groups that are languages of the same text as the largest; the others are tables and lists of it."""
    largest, *others = sorted(groups, key=lambda group: -group.words.total())
    kept = [largest]
    for group in others:
        if (
            group.words.total() >= _SHARE * largest.words.total()
            and all(_differ(group.words, other.words) for other in kept)
            and _is_parallel(group, largest, stretches)
        ):
            kept.append(group)
    return sorted(kept, key=lambda group: group.members[0])


def _differ(words: Counter[str], others: Counter[str]) -> bool:
    """Say whether much of each text are common words that are none of the other, the commonest of all among them."""
    limit = _UNLIKE if min(words.total(), others.total()) < _MANY else _KINDRED
    own = min(_own_share(words, others), _own_share(others, words))
    return own >= _OWN and _likeness_of_commonest(words, others) < limit


def _likeness_of_commonest(words: Counter[str], others: Counter[str]) -> float:
    common = {word for each in (words, others) for word, _ in each.most_common(_COMMONEST)}
    return _likeness(*(Counter({word: each[word] for word in common}) for each in (words, others)))


def _own_share(words: Counter[str], others: Counter[str]) -> float:
    total, other_total = max(1, words.total()), max(1, others.total())
    own = (
        count
        for word, count in words.most_common(_FUNCTION_WORDS)
        if count / total > _OFTENER * others[word] / other_total
    )
    return sum(own) / total


def _is_parallel(group: _Group, other: _Group, stretches: Sequence[Stretch]) -> bool:
    one, two = (_numbers(stretches[at] for at in each.members) for each in (group, other))
    if min(one.total(), two.total()) >= _FEWEST and (one & two).total() >= _COUNTS * max(one.total(), two.total()):
        return True
    pages = {stretches[at].page for at in other.members}
    beside = sum(stretches[at].page in pages for at in group.members)
    places = {round(stretches[at].centre / _GRID) for at in group.members}
    apart = places.isdisjoint(round(stretches[at].centre / _GRID) for at in other.members)
    return apart and beside > _BESIDE * len(group.members)


def _numbers(stretches: Iterable[Stretch]) -> Counter[str]:
    found = (_NUMBER.match(line) for stretch in stretches for line in stretch.lines)
    return Counter(match[1].lstrip("0") for match in found if match)


def _near(words: Counter[str], kept: Sequence[_Group]) -> int:
    """Give the number of the language that a short stretch, or a table, is clearly nearest to; 0 where it is not."""
    scores = [_own_words(words, group, kept) for group in kept]
    best = max(scores)
    clear = best >= _FEWEST and sum(scores) - best <= best / _OFTENER
    return scores.index(best) + 1 if clear else 0


def _own_words(words: Counter[str], group: _Group, kept: Sequence[_Group]) -> int:
    total = max(1, group.words.total())
    others = [other for other in kept if other is not group]
    return sum(
        count
        for word, count in words.items()
        if all(
            group.words[word] / total > _OFTENER * other.words[word] / max(1, other.words.total()) for other in others
        )
    )


def _all(stretches: Sequence[Stretch], known: Mapping[int, int], near: Sequence[int]) -> list[int]:
    """Give the language of all stretches: as grouped, by its words, by its place, or as the one before it."""
    found = [known.get(at) or near[at] for at in range(len(stretches))]
    at_place: dict[int, Counter[int]] = defaultdict(Counter)
    for stretch, number in zip(stretches, found, strict=True):
        if number:
            at_place[round(stretch.centre / _GRID)][number] += 1
    told = [at for at, number in enumerate(found) if number]
    for at, stretch in enumerate(stretches):
        if not found[at]:
            places = at_place[round(stretch.centre / _GRID)]
            number, count = places.most_common(1)[0] if places else (0, 0)
            if count < _SURE * places.total():
                number = found[told[max(0, bisect_left(told, at) - 1)]]
            found[at] = number
    return found
