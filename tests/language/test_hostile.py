"""Time stays linear on input that was made to take long."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from clausetrack.language.edits import similarity, word_edits
from clausetrack.language.fold import fold
from clausetrack.language.numbering import parse_label, strip_marker
from clausetrack.language.parties import parties
from clausetrack.language.quantities import quantities
from clausetrack.language.references import references
from clausetrack.language.sentences import sentences
from clausetrack.language.tokens import pieces
from clausetrack.language.typography import same_but_typography

# Characters of each text. What is quadratic takes minutes at this size, what is linear tenths of a second.
SIZE = 20_000
SECONDS = 2.0
PARTS = [
    *(
        "(",
        "a",
        "Article ",
        "Article 5 of ",
        "Article 5, ",
        "Article 5 of the Treaty on a ",
        "paragraph 1 of ",
        "§",
        "1, ",
    ),
    *(
        "1.",
        "1 000 ",
        "one-",
        "hundred and ",
        "every ",
        "€",
        "1/",
        ". ",
        "A. ",
        "A.B",
        "e.g. ",
        "“a",
        "(“a”",
        "each of the ",
    ),
    *("\u0301", "\u200b", "https://.", "a-", " ", "\n", "…", "”.", "\u00a0", "e\u0301", "ﬁ", "(a) ", "1) ", "Party "),
]
HAN_PARTS = ["は", "締約", "第五条", "第五", "一年", "1万", "本条", "憲章", "条約第五条", "。」", "毎", "ア"]
READERS: dict[str, Callable[[str], object]] = {
    "pieces": pieces,
    "fold": lambda text: fold(text, case=True, spelling=True),
    "sentences": sentences,
    "marker": strip_marker,
    "label": parse_label,
    "references": references,
    "quantities": quantities,
    "parties": parties,
    "edits": lambda text: word_edits(text, text[::-1]),
    "similarity": lambda text: similarity(text, text + "x"),
    "typography": lambda text: same_but_typography(text, text + "x"),
}


@pytest.mark.parametrize("name", READERS)
def test_time_is_linear(name: str) -> None:
    for part in PARTS + HAN_PARTS:
        text = part * (SIZE // len(part))
        start = time.process_time()
        READERS[name](text)
        assert time.process_time() - start < SECONDS, repr(part)


@pytest.mark.parametrize("reader", [references, quantities, parties])
def test_time_is_linear_in_scripts_without_spaces(reader: Callable[[str, str], object]) -> None:
    for part in HAN_PARTS:
        text = part * (SIZE // len(part))
        start = time.process_time()
        reader(text, "ja")
        assert time.process_time() - start < SECONDS, repr(part)
