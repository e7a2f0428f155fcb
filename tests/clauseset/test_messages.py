"""What is said of a broken file: every case is a file under `golden/messages`, with the messages beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clausetrack.clauseset.load import loads
from clausetrack.errors import InvalidFileError
from clausetrack.files import read_text

FOLDER = Path(__file__).parent.parent / "golden" / "messages"
CASES = sorted(FOLDER.glob("*.yaml"))


def messages(path: Path) -> str:
    try:
        loads(read_text(str(path)), path.name)
    except InvalidFileError as error:
        return "".join(f"{fault}\n" for fault in error.faults)
    return "valid\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_messages_are_the_expected_ones(case: Path, golden: Callable[[Path, str], None]) -> None:
    golden(case.with_suffix(".txt"), messages(case))


def test_every_expectation_has_its_case() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in CASES}
