"""What changed between two clause sets: align, compare word by word, judge."""

from __future__ import annotations

from clausetrack.align import align
from clausetrack.app.settings import Settings
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.revision import read_spec
from clausetrack.diff.pairs import pair
from clausetrack.model.change import Diff
from clausetrack.model.clauseset import ClauseSet
from clausetrack.rules.compare import compare
from clausetrack.rules.severity import Severities


def diff_specs(old: str, new: str, settings: Settings) -> Diff:
    """Compare two inputs: paths, ``-`` or ``REV:PATH``."""
    return diff_sets(read_set(old), read_set(new), settings.severities)


def read_set(spec: str) -> ClauseSet:
    """Read a clause set from a path, standard input or git. InputError or InvalidFileError where it is none."""
    text, name = read_spec(spec)
    return loads(text, name)


def diff_sets(old: ClauseSet, new: ClauseSet, severities: Severities | None = None) -> Diff:
    """Compare two clause sets."""
    alignment = align(old, new)
    pairs = [pair(match) for match in alignment.matches]
    return compare(old, new, pairs, severities or Severities(), exhausted=alignment.exhausted)
