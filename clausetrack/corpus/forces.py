"""How strongly the clauses with each wording hold: every clause counts, as it was coded or else as its words are."""

from __future__ import annotations

from collections import Counter

from clausetrack.corpus.fields import field
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.libraries import np
from clausetrack.language.force import read_force

Forces = dict[int, Counter[str]]


def forces_of(index: Index, texts: Array) -> Forces:
    """Count for each text the forces of all clauses that have it; one without a norm counts nowhere.

    The words of a text are read once in each language that it is said to be in.
    """
    rows = index.rows_of(texts)
    coded = field(index, "force", rows)
    languages = np.array(index.documents["language"].to_pylist(), object)[index.row_documents[rows]]
    numbers = index.row_texts[rows].tolist()
    found: Forces = {text: Counter() for text in texts.tolist()}
    unread: dict[tuple[int, str | None], list[int]] = {}
    for row, text, force, language in zip(rows.tolist(), numbers, coded, languages, strict=True):
        if force:
            found[text][force] += 1
        else:
            unread.setdefault((text, language), []).append(row)
    words = field(index, "text", np.array([same[0] for same in unread.values()], np.int64))
    for ((text, language), same), text_words in zip(unread.items(), words, strict=True):
        if force := read_force(text_words, language).force:
            found[text][force] += len(same)
    return found
