"""What all tests share: one Hypothesis profile, and the golden files with the option that writes them anew."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples in every run, on every machine; no deadline, since machines differ and are shared.
# What the oldest dependencies do otherwise shows in a few of them.
for name, examples in (("clausetrack", 60), ("oldest", 20)):
    settings.register_profile(
        name,
        derandomize=True,
        deadline=None,
        max_examples=examples,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("clausetrack")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the expected files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or write the file where ``--refresh-golden`` is given."""

    def check(path: Path, actual: str) -> None:
        if request.config.getoption("--refresh-golden"):
            path.write_text(actual, encoding="utf-8", newline="\n")
            return
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual != expected:
            lines = difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), str(path), "as it is now", lineterm=""
            )
            pytest.fail("\n".join([*lines, "(pytest --refresh-golden writes the files anew)"]), pytrace=False)

    return check
