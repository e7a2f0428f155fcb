"""Which words of a text became which: a redline on whole words, and how alike two texts are.

Method: the longest common subsequence of tokens (:mod:`clausetrack.language.matching`), then a semantic clean-up after
N. Fraser (diff-match-patch): what stands unchanged between two changes larger than itself is there by chance, and is
taken into the change. It works on tokens, so that no edit ever begins or ends inside a word, and on a stack, so that
unrelated texts cost no more than related ones. Gaps take no part in the comparison: a shared space never holds two
words together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from rapidfuzz.distance import Indel

from clausetrack.language.matching import Match, shared, shared_length
from clausetrack.language.tokens import is_gap, pieces
from clausetrack.model.change import WordEdit

# Shared text kept on both sides of the part that is compared, so that an edit can still slide to a sentence's start.
_CONTEXT: Final = 400
# Repeated words ("a a a a") would let an edit slide for ever; a sentence's start is nearly always within this reach.
_SLIDE: Final = 64
# Changes in two sentences stay two unless they are larger than this, in characters. It only decides about few tokens:
# longer runs stay anyhow, and need not be searched.
_SENTENCE: Final = 20
_FEW: Final = 12
_EAST_ASIAN: Final = "\u2e80"
_SENTENCE_ENDS: Final = frozenset(".!?。！？؟।…")


class _Side:
    """One text: its tokens without gaps, and where each begins and ends."""

    __slots__ = ("ends", "starts", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        position = 0
        for piece in pieces(text):
            end = position + len(piece)
            if not is_gap(piece):
                self.tokens.append(piece)
                self.starts.append(position)
                self.ends.append(end)
            position = end

    def before(self, index: int) -> int:
        """Give where the token before ``index`` ends; 0 where there is none."""
        return self.ends[index - 1] if index else 0

    def after(self, index: int) -> int:
        """Give where token ``index`` starts; the text's end where there is none."""
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def size(self, start: int, end: int) -> int:
        """Give how many characters the tokens from ``start`` to ``end`` take, gaps between them included."""
        return self.ends[end - 1] - self.starts[start] if start < end else 0


def word_edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """Give the edits that turn ``old`` into ``new``, word by word; a deletion stands before its insertion.

    Joined without the insertions they are ``old``, without the deletions ``new``. Equal texts give one equal edit,
    empty ones none. Deterministic; time and memory stay bounded on texts far larger than a clause.
    """
    if old == new:
        return (WordEdit("equal", old),) if old else ()
    head, tail = _shared_ends(old, new)
    left, right = _Side(old[head : len(old) - tail]), _Side(new[head : len(new) - tail])
    matches = _slid(left, right, _meant(left, right, shared(left.tokens, right.tokens)))
    script = _Script()
    script.equal(old[:head])
    _write(script, left, right, matches)
    script.equal(old[len(old) - tail :])
    return script.finished()


def similarity(old: str, new: str) -> float:
    """Give how alike two texts are by their words and punctuation, 0 to 1: twice the shared tokens over all tokens."""
    if old == new:
        return 1.0
    return Indel.normalized_similarity(_Side(old).tokens, _Side(new).tokens)


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    """Give how many characters at the start and at the end need not be compared; both cuts are at white space."""
    limit = min(len(old), len(new))
    head = shared_length(limit, lambda size: old[:size] == new[:size])
    tail = shared_length(limit - head, lambda size: old[len(old) - size :] == new[len(new) - size :])
    head = max(old.rfind(space, 0, max(0, head - _CONTEXT)) for space in " \n") + 1
    cuts = [old.find(space, len(old) - max(0, tail - _CONTEXT)) for space in " \n"]
    return head, max(len(old) - cut if cut >= 0 else 0 for cut in cuts)


def _meant(left: _Side, right: _Side, matches: list[Match]) -> list[Match]:
    """Drop what is shared by chance: no larger than the change before it and the change behind it."""
    kept: list[Match] = []
    for match in [*matches, Match(len(left.tokens), len(right.tokens), 0)]:
        while kept and _is_chance(left, right, kept[-2] if len(kept) > 1 else Match(0, 0, 0), kept[-1], match):
            kept.pop()
        kept.append(match)
    return kept[:-1]


def _is_chance(left: _Side, right: _Side, before: Match, match: Match, behind: Match) -> bool:
    gone = left.size(before.old + before.size, match.old), left.size(match.old + match.size, behind.old)
    come = right.size(before.new + before.size, match.new), right.size(match.new + match.size, behind.new)
    if not (any(gone) and any(come)):
        return False  # words were only added, or only taken away: to show the rest as replaced would be untrue
    size = left.size(match.old, match.old + match.size) * _weight(match.size)
    if match.size <= _FEW and not _SENTENCE_ENDS.isdisjoint(left.tokens[match.old : match.old + match.size]):
        size += _SENTENCE
    return all(size <= max(change) for change in zip(gone, come, strict=True))


def _weight(tokens: int) -> float:
    """Say how much a run of shared tokens counts for each of its characters: the longer, the less likely by chance.

    A lone word has to be as large as what surrounds it to stay, a pair half as large, ten words a fifth. Chosen by
    reading some 350 redlines of treaties and terms: with 1 throughout, sentences that both texts have were replaced.
    """
    return 1.0 if tokens == 1 else max(2.0, (1 + tokens) / 2)


def _blocks(matches: list[Match], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield what lies before each match and behind the last: from and to in the old tokens, from and to in the new."""
    i = j = 0
    for match in [*matches, Match(old, new, 0)]:
        yield i, match.old, j, match.new
        i, j = match.old + match.size, match.new + match.size


def _slid(left: _Side, right: _Side, matches: list[Match]) -> list[Match]:
    """Slide each pure insertion or deletion to where it begins and ends a sentence or phrase, if the words allow it.

    One that slides over all that parts it from its neighbour becomes one with it ("{or} of a {similar body of a}").
    """
    found: list[Match] = []
    for match in matches:
        found.append(match)
        while len(found) > 1 and (shift := _shift(left, right, *found[-2:])):
            before, behind = found[-2:]
            found[-2:] = [
                Match(before.old, before.new, before.size + shift),
                Match(behind.old + shift, behind.new + shift, behind.size - shift),
            ]
            if before.size + shift:
                break
            del found[-2]
        if not found[-1].size:
            found.pop()
    return found


def _shift(left: _Side, right: _Side, before: Match, behind: Match) -> int:
    """Give by how many tokens the edit between two matches should move; left is negative."""
    kind = _kind(before, behind)
    if not kind:
        return 0
    side, start = (right, before.new + before.size) if kind > 0 else (left, before.old + before.size)
    end = behind.new if kind > 0 else behind.old
    # Phrases begin with their small words ("of the …"), in Chinese and Japanese they end with them (…の).
    onwards = 1 if side.tokens[start] >= _EAST_ASIAN else -1
    return max(
        _shifts(side.tokens, start, end, before.size, behind.size),
        key=lambda shift: (_boundary(side, start + shift) + _boundary(side, end + shift), onwards * shift),
    )


def _kind(before: Match, behind: Match) -> int:
    """Tell what stands between two matches: 1 words of the new text alone, -1 of the old alone, 0 both or none."""
    return (behind.new > before.new + before.size) - (behind.old > before.old + before.size)


def _shifts(words: list[str], start: int, end: int, most_left: int, most_right: int) -> list[int]:
    """Give every shift that leaves both texts as they are: 0, and on as long as the words at both ends are the same."""
    shifts = [0]
    for step in range(1, min(most_left, _SLIDE) + 1):
        if words[start - step] != words[end - step]:
            break
        shifts.append(-step)
    for step in range(min(most_right, _SLIDE)):
        if words[start + step] != words[end + step]:
            break
        shifts.append(step + 1)
    return shifts


def _boundary(side: _Side, index: int) -> int:
    """Say how well an edit may begin or end before a token: at a line or text end best, inside a phrase not at all."""
    if index in {0, len(side.tokens)} or "\n" in side.text[side.before(index) : side.after(index)]:
        return 4
    last = side.tokens[index - 1]
    if last in _SENTENCE_ENDS:
        return 3
    return 2 if last in ";:；：" else int(last in ",、，)" or side.tokens[index] in "(（")


class _Script:
    """Edits as they are written: neighbours of one kind joined, deletions before insertions."""

    __slots__ = ("_done", "_equal", "_gone", "_new")

    def __init__(self) -> None:
        self._done: list[WordEdit] = []
        self._equal: list[str] = []
        self._gone: list[str] = []
        self._new: list[str] = []

    def equal(self, text: str) -> None:
        """Add shared text."""
        if text:
            self._flush_changed()
            self._equal.append(text)

    def changed(self, old: str, new: str) -> None:
        """Add a deletion and an insertion at one place; either may be empty."""
        if old or new:
            self._flush_equal()
            self._gone.append(old)
            self._new.append(new)

    def finished(self) -> tuple[WordEdit, ...]:
        """Give all edits."""
        self._flush_equal()
        self._flush_changed()
        return tuple(self._done)

    def _flush_equal(self) -> None:
        if self._equal:
            self._done.append(WordEdit("equal", "".join(self._equal)))
            self._equal.clear()

    def _flush_changed(self) -> None:
        if gone := "".join(self._gone):
            self._done.append(WordEdit("delete", gone))
        if new := "".join(self._new):
            self._done.append(WordEdit("insert", new))
        self._gone.clear()
        self._new.clear()


def _write(script: _Script, left: _Side, right: _Side, matches: list[Match]) -> None:
    for block, match in zip_longest(_blocks(matches, len(left.tokens), len(right.tokens)), matches):
        _write_block(script, left, right, block)
        if match:
            _write_match(script, left, right, match)


def _write_block(script: _Script, left: _Side, right: _Side, block: tuple[int, int, int, int]) -> None:
    """Write what differs between two matches, with the gaps around it; a gap that both have is shared."""
    i, i_end, j, j_end = block
    old, new = left.text[left.before(i) : left.after(i_end)], right.text[right.before(j) : right.after(j_end)]
    lead = old[: left.after(i) - left.before(i)]
    tail = old[len(old) - left.after(i_end) + left.before(i_end) :]
    if lead != new[: right.after(j) - right.before(j)]:
        lead = ""
    if tail != new[len(new) - right.after(j_end) + right.before(j_end) :] or len(lead) + len(tail) > min(
        len(old), len(new)
    ):
        tail = ""
    script.equal(lead)
    script.changed(old[len(lead) : len(old) - len(tail)], new[len(lead) : len(new) - len(tail)])
    script.equal(tail)


def _write_match(script: _Script, left: _Side, right: _Side, match: Match) -> None:
    """Write shared words; gaps between them that differ are edits of their own."""
    i, j, size = match
    old = left.text[left.starts[i] : left.ends[i + size - 1]]
    if old == right.text[right.starts[j] : right.ends[j + size - 1]]:
        script.equal(old)
        return
    for step in range(size):
        script.equal(left.tokens[i + step])
        if step + 1 < size:
            _write_block(script, left, right, (i + step + 1, i + step + 1, j + step + 1, j + step + 1))
