"""The page on reading a comparison explains every sign, in the order of weight."""

from __future__ import annotations

import re

from clausetrack.report.rows import SIGNS
from tests.docs.transcripts import ROOT

PAGE = ROOT / "docs" / "explanation" / "reading-a-comparison.md"


def test_every_sign_is_explained_in_the_order_of_weight():
    rows = re.findall(r"^\| (\S) \| (\w+) \| \S", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(sign, label) for label, sign in SIGNS.items()]
