from __future__ import annotations

import pytest

from clausetrack.language.sentences import sentences
from clausetrack.model.span import Span

# A bar stands where one sentence ends and the next begins.
TEXTS = [
    "The Parties meet.| They talk!| Do they agree?| Yes.",
    "See Art. 5 of the Treaty.| It applies, e.g. to Japan, under para. 3 and No. 7.",
    "Mr. Smith of the U.S. Government agrees.| Dr. J. R. Jones does not.",
    "The seller is Foo Inc.| The buyer is Bar Ltd. of Delft.",
    "1. The Parties meet.| 2. They talk.",
    "They collect: 1. a name; 2. an address; 3. a date.| They keep it.",
    "(a) The Buyer pays.| (b) The Seller ships.",
    "He said “Yes.”| Then he left.| (See below.)| It ended.",
    "The fee is 3.14 or 5.| Member States pay it.",
    "It goes on... and on.| It goes on…| New words follow.",
    "Version 2.5 of Annex A. applies; § 4.2 Scope is new.",
    "The Commission decided.12| The Council agreed.",
    "a report; minutes; and an agenda: nothing more.",
    "Heading|\n\nThe text.|\nAnother paragraph",
    "Die Frist endet am 3. Oktober 2024.| Sie gilt, z. B. nach Art. 5 Abs. 2.| Der Rat beschließt.",
    "L'accord (p. ex. l'art. 5) s'applique.| M. Dupont signe.| Le Conseil décide.",
    "S.A. de C.V. firmó.| El Sr. Pérez, núm. 5, firmó.| La parte cumple.",
    "Het lid, nr. 5, geldt.| De Raad van o.a. Japan beslist.",
    "締約国は、協力する。|「協力する。」と述べた。|次に進む。",
    "缔约方应当合作。|他说：“好。”|然后签字！",
    "هل توافق؟| نعم.",
    "समझौता लागू है।| पक्षकार मिलेंगे।",
    "The answer is no.| The rest follows.",
    "in Sept. 2024, the Parties met",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentences(text)] == [part.strip() for part in marked.split("|")]


def test_no_sentence_in_nothing() -> None:
    assert sentences("") == ()
    assert sentences(" \n\t ") == ()


def test_spans_leave_white_space_out() -> None:
    assert sentences("  One. \n Two.  ") == (Span(2, 6), Span(9, 13))
