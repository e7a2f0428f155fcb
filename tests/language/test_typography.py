from __future__ import annotations

import pytest

from clausetrack.language.typography import same_but_typography

SAME = [
    ("", ""),
    ('The "Buyer" pays.', "The “Buyer” pays."),
    ("The Parties  shall\nmeet.", "The Parties shall meet."),
    ("from 2019-2024", "from 2019–2024"),
    ("The parties shall meet.", "THE PARTIES SHALL MEET"),
    ("defence co-operation", "defense cooperation"),
    ("a high-level dialogue", "a high level dialogue"),
    ("(a) the Buyer pays;", "(b) the Buyer pays."),
    ("1. The Buyer pays.\n2. The Seller ships.", "(a) The Buyer pays.\n(b) The Seller ships."),
    ("They shall: (a) pay; and (b) ship.", "They shall: 1. pay; and 2. ship."),
    ("Article 5 – Payment", "Article 6 – Payment"),
    ("the Parties' rights", "the Parties’ rights"),
    ("Fee5Tax7", "Fee 5 Tax 7"),
    ("締約国は、協力する。", "締約国は、 協力する。"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_only_set_differently_is_the_same(old: str, new: str) -> None:
    assert same_but_typography(old, new)
    assert same_but_typography(new, old)


DIFFERENT = [
    ("The Buyer pays.", "The Seller pays."),
    ("The Buyer shall pay.", "The Buyer may pay."),
    ("within 30 days", "within 60 days"),
    ("Under Article 5 they pay.", "Under Article 6 they pay."),
    ("to re-sign the contract", "to resign the contract"),
    ("a fee of 1,000", "a fee of 1,00"),
    ("the Buyer, who pays", "the Buyer who pays"),
    ("under points (a) or (b)", "under points (a) or (c)"),
    ("", "The Buyer pays."),
    ("締約国は、協力する。", "締約国は、協議する。"),
]


@pytest.mark.parametrize(("old", "new"), DIFFERENT)
def test_other_words_numbers_and_commas_are_not_typography(old: str, new: str) -> None:
    assert not same_but_typography(old, new)
