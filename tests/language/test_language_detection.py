"""Languages that only drafts meet; those that are compared word by word are tested with the rules."""

from __future__ import annotations

import pytest

from clausetrack.language.detection import guess


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("双方应公布潮汐表和海图。", "zh"),
        ("両締約国は、潮汐表を公表する。", "ja"),
        ("締約国ハ潮汐表ヲ公表ス", "ja"),
        ("The keeper 灯 shall light the lamp of the pier for the ships in the port.", "en"),
        ("§ 1 (2) 灯", None),
    ],
)
def test_scripts_without_spaces_are_told_by_their_characters(text, language):
    assert guess([text]) == language
