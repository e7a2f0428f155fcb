"""Documents of many shapes, and what becomes of them: each case is a text, and a file that shows its outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetrack.documents.readers import read_document
from clausetrack.draft.drafting import draft
from clausetrack.draft.outline.outlining import outline
from clausetrack.draft.passage import LEVELS, Drafting, Passage

CASES = sorted((Path(__file__).parents[1] / "golden" / "draft").glob("*.txt"))
SHOWN = 72


def said(passage: Passage, id_: str) -> str:
    above = " > ".join((*passage.path, f"“{passage.heading}”" if passage.heading else ""))
    lines = [line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…" for line in passage.text.split("\n")]
    head = f"{passage.number or '-'}  [{passage.role}]  {id_}"
    return "\n".join([head, *([f"    in {above}"] if above else []), *(f"    | {line}" for line in lines)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_document_is_parted_as_its_case_shows(case, golden):
    document = read_document(str(case))
    drafted = draft(document, Drafting(fields=False))
    agreement = drafted.agreement
    shown = [
        f"title: {agreement.title}",
        f"id: {agreement.id}",
        f"instrument: {agreement.instrument}, {agreement.legal_status}",
        f"parties: {', '.join(agreement.parties)}",
        *(f"{name}: {value}" for name, value in {**agreement.dates, **agreement.extra}.items()),
        f"revision: {drafted.revision.id} ({drafted.revision.language})",
    ]
    for level in LEVELS:
        found = outline(document, level)
        names = [clause.id for clause in draft(document, Drafting(level=level, fields=False)).clauses]
        shown += ["", f"== {level}", *map(said, found.passages, names)]
    golden(case.with_suffix(".expected"), "\n".join([*shown, ""]))
