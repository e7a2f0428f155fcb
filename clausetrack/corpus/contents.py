"""What a corpus holds, in numbers."""

from __future__ import annotations

from collections import Counter

from clausetrack.corpus import parts
from clausetrack.corpus.index import Index
from clausetrack.corpus.libraries import np, parquet
from clausetrack.corpus.sealing import living
from clausetrack.errors import ClausetrackError
from clausetrack.model.corpus import Contents


def contents(index: Index) -> Contents:
    """Count documents, clauses, wordings, kinds and languages; give what could not be read."""
    table = index.documents
    languages: Counter[str] = Counter()
    for language, clauses in zip(table["language"].to_pylist(), table["clauses"].to_pylist(), strict=True):
        languages[language or "unknown"] += clauses
    listed = list(parts.read_lists(index.path))
    refused: dict[str, ClausetrackError] = {}
    for _, part in listed:
        for name in (*part.gone, *(entry.holding.name for entry in part.entries)):
            refused.pop(name, None)
        refused.update((entry.name, entry.error) for entry in part.refused)
    return Contents(
        documents=len(table),
        agreements=len(set(table["agreement"].to_pylist())),
        clauses=index.clauses,
        wordings=index.texts,
        kinds=dict(_kinds(index).most_common()),
        languages=dict(languages.most_common()),
        unreadable=tuple(refused.values()),
        pending=abs(len(living(listed)) - len(table)),
    )


def _kinds(index: Index) -> Counter[str]:
    found: Counter[str] = Counter()
    numbers, within = index.array("rows_part"), index.array("rows_row")
    for part in np.unique(numbers).tolist():
        kinds = parquet.read_table(parts.clauses_path(index.path, part), columns=["kind"])["kind"]
        chosen = kinds.take(within[numbers == part]).value_counts().to_pylist()
        found.update({entry["values"]: entry["counts"] for entry in chosen})
    return found
