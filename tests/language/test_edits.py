from __future__ import annotations

import re

import pytest

from clausetrack.language.edits import similarity, word_edits

# Deletions in [-…-], insertions in {+…+}, as git shows them.
REDLINES = [
    "The parties [-will conduct-]{+may consider conducting+} joint exercises.",
    "A port call in Delft, {+a visit to Leiden, +}a seminar and a dinner.",
    "One dialogue is held. {+One visit is paid. +}Two seminars follow.",
    "They meet every year.{+ They report every second year.+}",
    "The Board{+, after hearing the Members,+} decides.",
    "See Article [-5(2)(a)-]{+5(3)+} of the annex.",
    "The fee is €[-1,000.50 a month-]{+1,200 a year+}.",
    "a member {+of the board or +}of the council of a company",
    "The [-Seller’s-]{+Buyer’s+} co-operation with [-example.com-]{+example.org+} ends.",
    "They {+promptly +}pay{+ in full+}.",
    "a member of the board of directors {+or of a similar body +}of a company",
    "one[- -]{+\n+}two three",
    "It applies in Utrecht[- only-].",
    "It ships to [-Amsterdam-]{+Rotterdam+}. 2. [-Remaining-]{+Additional+} goods go to [-Delft-]{+Leiden+}.",
    "締約国は、[-防衛-]{+安全保障+}協力について協議する。",
    "両締約国は、海洋{+及び宇宙+}の安全保障に関する協力を[-強化-]{+推進+}し、協議する。",
    "[-第五条-]{+第六条+}の規定により、当事者は、{+相手方の事前の同意なしに+}情報を開示しない。",
    "任何一方可在提前[-六个月-]{+十二个月+}书面通知另一方的情况下终止本协定。",
    "用户不得{+出租或者+}将账户转让给{+任何+}第三方。",
]
MARKS = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def shown(old: str, new: str) -> str:
    form = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(form[edit.op].format(edit.text) for edit in word_edits(old, new))


@pytest.mark.parametrize("redline", REDLINES)
def test_a_redline_reads_as_a_person_would_mark_it(redline: str) -> None:
    old, new = MARKS.sub(r"\1", redline), MARKS.sub(r"\2", redline)
    assert shown(old, new) == redline


def test_unrelated_texts_are_replaced_whole() -> None:
    old = "The Buyer pays the price of the goods within thirty days."
    new = "Any dispute shall be settled by a court in Delft."
    assert shown(old, new) == f"[-{old[:-1]}-]{{+{new[:-1]}+}}."


def test_a_sentence_that_both_have_is_never_replaced() -> None:
    kept = "It assists the Assembly in exercising its powers of control over the budget."
    old = f"The Office gives an opinion on each of the accounts that the Treasury sends to it before the summer. {kept}"
    new = (
        f"Twelve members, who elect a chair among themselves for a term of two years, make up the new body. {kept}"
        " Whatever else it does it reports to the Council, which may publish the report and add remarks of its own."
    )
    assert ("equal", True) in {
        (edit.op, kept[:-1] in edit.text) for edit in word_edits(old + " So be it, for now.", new)
    }


def test_an_edit_far_inside_a_text_reads_as_it_does_alone() -> None:
    filling = "Nothing changes here. " * 200
    alone = shown("One dialogue is held. Two follow.", "One dialogue is held. One visit is paid. Two follow.")
    old, new = (
        f"{filling}One dialogue is held. Two follow. {filling}",
        f"{filling}One dialogue is held. One visit is paid. Two follow. {filling}",
    )
    assert shown(old, new) == f"{filling}{alone} {filling}"


def test_long_texts_are_compared_between_what_they_share_once() -> None:
    old = [f"word{number}" for number in range(30_000)]
    new = [word if number % 10 else f"other{number}" for number, word in enumerate(old)]
    edits = word_edits(" ".join(old), " ".join(new))
    assert sum(edit.op == "insert" for edit in edits) == 3_000


def test_similarity() -> None:
    assert similarity("", "") == 1.0
    assert similarity("a b c d", "a b c d") == 1.0
    assert similarity("a b c d", "a  b\nc d") == 1.0
    assert similarity("a b c d", "a b c e") == pytest.approx(0.75)
    assert similarity("a b", "c d") == 0.0
