"""Hold the evidence of the EU–Japan sets against the article itself, which the project may not republish.

Checks that the fingerprint under ``seeds/`` is the article's, that every digest stands where the sets say, and that no
clause repeats the article's words. The article is looked for in the data folder: ``CLAUSETRACK_DATA``, else
``../shared/data``.

Run as ``python benchmarks/seed_evidence.py``: exit status 0 where all is well or the article is not there, 1 otherwise.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from clausetrack.app.source import check_sources, fingerprint_source
from clausetrack.evidence.fingerprint import load_fingerprint
from clausetrack.model.evidence_check import SetCheck

ROOT: Final = Path(__file__).resolve().parent.parent
FINGERPRINT: Final = ROOT / "seeds" / "epoch-times-2024-11-01.yaml"
SETS: Final = ROOT / "clause_specs" / "eu-jp-sdp"
LONGEST: Final = 7
"""Words in a row that a clause may share with the article: those of a name or a list of subjects, not of a sentence."""


def main() -> int:
    """Check, print what was found, and give the exit status."""
    article = find_article()
    if article is None:
        print(f"the article is not in the data folder ({data_folder()}): nothing was checked")
        return 0
    faults = list(find_faults(str(article)))
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def data_folder() -> Path:
    """Give the folder that the measurements' data are kept in."""
    return Path(os.environ.get("CLAUSETRACK_DATA", ROOT.parent / "shared" / "data"))


def find_article() -> Path | None:
    """Find the article among the seed texts by its size; failing that take the first, which will be found to differ."""
    texts = sorted((data_folder() / "seed").glob("*.txt"))
    wanted = load_fingerprint(str(FINGERPRINT))
    return next((path for path in texts if path.stat().st_size == wanted.size), texts[0] if texts else None)


def find_faults(article: str) -> Iterator[str]:
    """Yield every way in which the sets and the fingerprint do not fit the article, and print a summary of each set."""
    if fingerprint_source(article) != FINGERPRINT.read_text(encoding="utf-8"):
        yield f"{FINGERPRINT.name} is not the fingerprint of the article: make it again"
    words = Path(article).read_text(encoding="utf-8").split()
    for result in check_sources([str(path) for path in sorted(SETS.glob("*.yaml"))], [article]):
        states = Counter(entry.state for entry in result.evidence)
        print(Path(result.file).name + ":", ", ".join(f"{count} {state}" for state, count in sorted(states.items())))
        yield from wrong_evidence(result)
        yield from copied_words(result, words)


def wrong_evidence(result: SetCheck) -> Iterator[str]:
    """Yield the evidence that does not stand; what cites other sources, without a digest, is not looked at."""
    for source in result.sources:
        if source.state in {"differs", "unreadable"}:
            yield f"{source.position}: the source '{source.source}' {source.state}"
    for entry in result.evidence:
        if entry.state not in {"stands", "no-digest"}:
            yield f"{entry.position}: the evidence of '{entry.clause}' is {entry.state}"


def copied_words(result: SetCheck, words: list[str]) -> Iterator[str]:
    """Yield the clauses that share more than `LONGEST` words in a row with the article."""
    size = LONGEST + 1
    runs = {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
    for clause in result.clause_set.clauses:
        own = " ".join((clause.text, clause.note or "")).split()
        for start in range(len(own) - size + 1):
            if tuple(own[start : start + size]) in runs:
                yield f"{result.file}: '{clause.id}' repeats the article: {' '.join(own[start : start + size])}"


if __name__ == "__main__":
    sys.exit(main())
