"""What a corpus holds, in numbers."""

from __future__ import annotations

from collections import Counter

from clausetrack.corpus import listing
from clausetrack.corpus.index import Index
from clausetrack.corpus.libraries import np, parquet
from clausetrack.corpus.state import reading
from clausetrack.model.corpus import Contents


def contents(index: Index) -> Contents:
    """Count documents, clauses, wordings, kinds and languages; give what could not be read."""
    table = index.documents
    languages: Counter[str] = Counter()
    for language, clauses in zip(table["language"].to_pylist(), table["clauses"].to_pylist(), strict=True):
        languages[language or "unknown"] += clauses
    standing = listing.standing(listed for _, listed in listing.read_lists(index.path))
    return Contents(
        documents=len(table),
        agreements=len(set(table["agreement"].to_pylist())),
        clauses=index.clauses,
        wordings=index.texts,
        kinds=_ranked(_kinds(index)),
        languages=_ranked(languages),
        unreadable=tuple(refused.error for refused in standing.refused.values()),
        pending=abs(len(standing.living) - len(table)),
    )


def _kinds(index: Index) -> Counter[str]:
    found: Counter[str] = Counter()
    numbers, within = index.array("rows_part"), index.array("rows_row")
    for part in np.unique(numbers).tolist():
        path = index.clauses_path(part)
        with reading(path):
            kinds = parquet.read_table(path, columns=["kind"])["kind"]
            chosen = kinds.take(within[numbers == part]).value_counts().to_pylist()
        found.update({entry["values"]: entry["counts"] for entry in chosen})
    return found


def _ranked(counts: Counter[str]) -> dict[str, int]:
    """Put the largest first, and of equals the first by name."""
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
