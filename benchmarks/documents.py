"""Draft the shared treaties and terms, and hold what comes out against what is known of them.

Known are the numbers of articles, annexes and sections, the headings of the High Seas Treaty as its checked extraction
has them, and that each section of the terms has a heading. The documents are looked for in the data folder:
``CLAUSETRACK_DATA``, else ``../shared/data``.

Run as ``python -m benchmarks.documents``: exit status 0 where all is as known or the documents are not there, else 1.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.seed_evidence import data_folder
from clausetrack.documents.readers import read_document
from clausetrack.draft import Drafting, draft
from clausetrack.draft.drafting import coverage
from clausetrack.draft.outline.outlining import outline
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet


class Known(NamedTuple):
    """What a document is known to have: articles outside annexes, annexes, and clauses in the annexes."""

    articles: int
    annexes: int
    in_annexes: int


TREATIES: Final = {
    "bbnj-agreement-2023-en.pdf": Known(76, 2, 2),
    "bbnj-agreement-2023-en.txt": Known(76, 2, 2),
    "bbnj-agreement-2023-fr.pdf": Known(76, 2, 2),
    "fish-stocks-agreement-1995.pdf": Known(50, 2, 14),
    "part-xi-agreement-1994.pdf": Known(10, 1, 9),
}
"""The annex of a resolution that the last one is printed in counts as the agreement itself."""

CHECKED: Final = "bbnj-agreement-2023-en.txt"
"""The extraction that others have checked; in it headings run into the text, with nothing but a capital between."""

LEVELS: Final = ("article", "paragraph", "point")


def main() -> int:
    """Draft all documents, print what is in them, and give the exit status."""
    folder = data_folder() / "documents"
    if not folder.is_dir():
        print(f"there are no documents in the data folder ({data_folder()}): nothing was measured")
        return 0
    faults = [fault for name, known in TREATIES.items() for fault in _treaty(folder / name, known)]
    faults += _headings(folder)
    faults += [fault for path in sorted((folder / "terms").glob("*.md")) for fault in _terms(path)]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def _treaty(path: Path, known: Known) -> Iterator[str]:
    if not path.exists():
        print(f"{path.name}: not there")
        return
    drafted = _drafted(path)
    annexed = [clause for clause in drafted.clauses if _is_annexed(clause, known)]
    articles = [clause for clause in drafted.clauses if _is_article(clause) and clause not in annexed]
    annexes = {clause.path[0] if clause.path else clause.number for clause in annexed}
    unheaded = [clause.number for clause in articles if not clause.heading]
    found = Known(len(articles), len(annexes), len(annexed))
    print(f"    {found.articles} articles, {found.annexes} annexes with {found.in_annexes} clauses")
    if found != known:
        yield f"{path.name}: {found}, but {known} are there"
    if unheaded:
        yield f"{path.name}: no heading for {', '.join(map(str, unheaded))}"


def _is_article(clause: Clause) -> bool:
    return (clause.number or "").lower().startswith("article")


def _is_annexed(clause: Clause, known: Known) -> bool:
    """Say whether a clause is in an annex of the agreement; where there is one alone, it is the one with sections."""
    where = (clause.path[0] if clause.path else clause.number or "").lower()
    return where.startswith("annex") and (known.annexes > 1 or (clause.number or "").lower().startswith("section"))


def _drafted(path: Path) -> ClauseSet:
    """Read and draft a document, and print what it took and where its characters went."""
    started = time.process_time()
    document = read_document(str(path))
    read = time.process_time()
    drafted = draft(document, Drafting(fields=False))
    done = time.process_time()
    counts = coverage(document, outline(document, "article"))
    numbers = [len(outline(document, level).passages) for level in LEVELS]
    print(f"{path.name}: read in {read - started:.2f} s, drafted in {done - read:.2f} s of CPU")
    print(f"    {', '.join(f'{count} {why}' for why, count in sorted(counts.items()))} (characters)")
    print(f"    {', '.join(f'{number} at level {level}' for level, number in zip(LEVELS, numbers, strict=True))}")
    return drafted


def _headings(folder: Path) -> Iterator[str]:
    """Hold the headings and the words of the English PDF against the checked extraction."""
    printed, checked = folder / "bbnj-agreement-2023-en.pdf", folder / CHECKED
    if not (printed.exists() and checked.exists()):
        return
    wanted = {clause.number: clause for clause in _set(checked).clauses if _is_article(clause)}
    found = {clause.number: clause for clause in _set(printed).clauses if _is_article(clause)}
    for number, clause in found.items():
        other = wanted.get(number)
        begins = f"{other.heading or ''} {other.text}".strip() if other else ""
        if not begins.startswith(clause.heading or "?"):
            yield f"{number}: the heading “{clause.heading}” is not that of the checked extraction"
    words, others = (
        Counter(w for c in each.values() for w in f"{c.heading} {c.text}".split()) for each in (found, wanted)
    )
    print(f"words of the articles that are the same in both: {(words & others).total() / max(1, others.total()):.4f}")


def _set(path: Path) -> ClauseSet:
    return draft(read_document(str(path)), Drafting(fields=False))


def _terms(path: Path) -> Iterator[str]:
    """Hold the sections of terms against the headings that the reader finds."""
    document = read_document(str(path))
    heads = {
        block.text.rstrip(".")
        for block in document.blocks
        if block.kind == "heading" and _counts(block.text, block.label)
    }
    drafted = draft(document, Drafting(fields=False))
    sections = [clause for clause in drafted.clauses if clause.number]
    said = {f"{clause.heading}" for clause in sections}
    print(f"{path.name}: {len(sections)} sections")
    missing = [head for head in heads if not any(head.endswith(heading) for heading in said)]
    inner = [head for head in missing if any(head in clause.text for clause in sections)]
    if len(missing) > len(inner):
        yield f"{path.name}: no clause for the headings {sorted(set(missing) - set(inner))}"


def _counts(text: str, label: str | None) -> bool:
    """Say whether a heading has a number, by itself or apart."""
    return bool(label) or text[:1].isdigit()


if __name__ == "__main__":
    sys.exit(main())
