"""A sentence that is no longer in its source: what most likely became of it.

A digest does not show the words that it was made of. They are known where a document that still has the sentence is at
hand, or where the clause quotes it. The sentence is then looked for in these ways, the surest first:

1. the same but for ``typography``: quotes, dashes, spacing, case, spelling, list markers (`typographic_form`);
2. by its ``words``, where they are known;
3. by its ``place``, where the fingerprint of the former source is known: the sentences before and after it that are
   still there bracket what now stands between them (the edit script of the two rows of digests, by rapidfuzz);
4. in the ``counterpart`` of its clause, where the new document was drafted and its clauses aligned with the set;
5. by the text of the ``clause`` that was read from it, which finds it where the clause paraphrases.

Only sentences that are new in the source are looked at, and likeness is rapidfuzz's ratio (1 less the normalised
distance in insertions and deletions of characters). Diff-match-patch's approximate match looks at 32 characters at
most around an expected place, and finds less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from clausetrack.evidence.fingerprint import sentence_texts
from clausetrack.language.digest import normalised, sentence_digest
from clausetrack.language.sentences import sentences
from clausetrack.language.typography import typographic_form
from clausetrack.model.clause import Clause
from clausetrack.model.document import Document
from clausetrack.model.evidence_check import FoundBy, Likeness
from clausetrack.model.source import Evidence, Fingerprint

_ALIKE: Final = 0.7
"""The least likeness that is a find. Of 80 treaty and contract clauses that were changed, nine in ten are more alike;
of the sentences of one treaty, one in four has another that is, which is why sentences that were there before are left
out."""

_ALIKE_IN_COUNTERPART: Final = 0.5
"""The least likeness within the clause that is the counterpart: the clause is known to be right, so that half of the
characters are enough; two sentences that have nothing to do with each other are at .3 to .4 by chance."""

_Said = tuple[str | None, tuple[int | None, int | None] | None]
"""A digest, and the (paragraph, sentence) that it is said to stand at, or None for wherever it stands."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document and where it stands; numbers count from 1."""

    text: str
    digest: str
    paragraph: int
    sentence: int
    page: int | None = None


def document_sentences(document: Document) -> tuple[Sentence, ...]:
    """Give all sentences of a document in reading order, white space collapsed."""
    return tuple(
        Sentence(normalised(text), sentence_digest(text), paragraph, number, block.page)
        for paragraph, block in enumerate(document.blocks, 1)
        for number, text in enumerate(sentence_texts(block), 1)
    )


class Changed:
    """A source that changed: its sentences now, and as much of what it was as is known."""

    def __init__(
        self,
        now: Sequence[Sentence],
        former: Fingerprint | None = None,
        former_words: Iterable[Sentence] = (),
        counterparts: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        """Take the sentences now, the former fingerprint and words, and the paragraphs of each clause's counterpart."""
        self._now = now
        self._words = {sentence.digest: sentence.text for sentence in former_words}
        self._former = list(_places(former)) if former else []
        self._counterparts = counterparts or {}
        known = {digest for digest, _ in self._former} | self._words.keys()
        self._new = [sentence for sentence in now if sentence.digest not in known]

    def nearest(self, evidence: Evidence, clause: Clause) -> Likeness | None:
        """Give what most likely became of the sentence that evidence speaks of; None where nothing is like it."""
        words = self._words.get(evidence.digest or "") or _quoted(clause, evidence.digest)
        if words is not None:
            same = self._by_typography.get(typographic_form(words))
            if same is not None:
                return _likeness(same, 1.0, "typography", evidence, words)
            found = _most_alike(words, self._new, "words", evidence, least=_ALIKE, was=words)
            if found is not None:
                return found
        # What stands in the very place needs no likeness to be shown: the analyst sees how much there is.
        return (
            _most_alike(words or clause.text, self._in_place(evidence), "place", evidence, was=words)
            or self._in_counterpart(evidence, clause, words)
            or _most_alike(clause.text, self._new, "clause", evidence, least=_ALIKE, was=words)
        )

    @cached_property
    def _by_typography(self) -> dict[tuple[str, ...], Sentence]:
        """The first sentence of each form."""
        return {form: sentence for sentence in reversed(self._now) if (form := typographic_form(sentence.text))}

    def _in_counterpart(self, evidence: Evidence, clause: Clause, words: str | None) -> Likeness | None:
        paragraphs = self._counterparts.get(clause.id, frozenset())
        among = [sentence for sentence in self._new if sentence.paragraph in paragraphs]
        text = words or clause.text
        return _most_alike(text, among, "counterpart", evidence, least=_ALIKE_IN_COUNTERPART, was=words)

    def _in_place(self, evidence: Evidence) -> Sequence[Sentence]:
        said = (evidence.digest, (evidence.paragraph, evidence.sentence))
        start, end = self._replaced.get(said) or self._replaced.get((evidence.digest, None)) or (0, 0)
        return self._now[start:end]

    @cached_property
    def _replaced(self) -> dict[_Said, tuple[int, int]]:
        """By digest and place, and by digest alone: from and up to what stands now where a sentence was replaced."""
        steps = Indel.opcodes([digest for digest, _ in self._former], [sentence.digest for sentence in self._now])
        kept = [step for step in steps if step.tag == "equal"]
        starts = [(0, 0), *((step.src_end, step.dest_end) for step in kept)]
        ends = [*((step.src_start, step.dest_start) for step in kept), (len(self._former), len(self._now))]
        replaced: dict[_Said, tuple[int, int]] = {}
        for (old_from, new_from), (old_to, new_to) in zip(starts, ends, strict=True):
            for digest, place in self._former[old_from:old_to]:
                replaced[digest, place] = (new_from, new_to)
                replaced.setdefault((digest, None), (new_from, new_to))
        return replaced


def _places(former: Fingerprint) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every sentence of a source as its digest and its (paragraph, sentence), in reading order."""
    for entry in former.paragraphs:
        for number, digest in enumerate(entry.sentences, 1):
            yield digest, (entry.paragraph, number)


def _quoted(clause: Clause, digest: str | None) -> str | None:
    """Give the words of a sentence where the clause quotes it."""
    return _sentences_of(clause.text).get(digest or "")


@lru_cache(maxsize=1)
def _sentences_of(text: str) -> dict[str, str]:
    """Give the sentences of a clause by their digests; kept while the evidence of one clause is gone through."""
    texts = (normalised(line[span.start : span.end]) for line in text.splitlines() for span in sentences(line))
    return {sentence_digest(sentence): sentence for sentence in texts}


def _most_alike(
    text: str,
    among: Sequence[Sentence],
    found_by: FoundBy,
    evidence: Evidence,
    *,
    least: float = 0.0,
    was: str | None = None,
) -> Likeness | None:
    found = process.extractOne(text, [sentence.text for sentence in among], scorer=fuzz.ratio, score_cutoff=100 * least)
    if found is None:
        return None
    _, score, index = found
    return _likeness(among[index], score / 100, found_by, evidence, was)


def _likeness(
    sentence: Sentence, similarity: float, found_by: FoundBy, evidence: Evidence, was: str | None
) -> Likeness:
    moved = replace(
        evidence,
        page=sentence.page,
        paragraph=sentence.paragraph,
        sentence=sentence.sentence,
        digest=sentence.digest,
    )
    return Likeness(sentence.text, similarity, found_by, moved, was)
