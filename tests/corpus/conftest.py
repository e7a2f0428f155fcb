"""An index of invented agreements."""

from __future__ import annotations

import pytest
from agreements_many import many, write_lines

from clausetrack.app.corpus.build import build
from clausetrack.app.settings import Settings


@pytest.fixture(scope="session")
def index_path(tmp_path_factory):
    """Build an index of forty agreements, once for all tests that only ask."""
    folder = tmp_path_factory.mktemp("corpus")
    build([write_lines(folder / "many.jsonl", many(40))], str(folder / "index"), Settings(jobs=1))
    return str(folder / "index")
