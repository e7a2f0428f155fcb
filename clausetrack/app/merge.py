"""Two revisions of a clause file that were made of one, merged."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.clauseset.revision import read_spec
from clausetrack.diff.merge import merge
from clausetrack.diff.merge.entries import Favour
from clausetrack.errors import InputError
from clausetrack.files import MAX_BYTES, STDIN_NAME
from clausetrack.model.merge import Merged


def merge_specs(
    specs: Sequence[str], *, into: str = "<merged>", favour: Favour = None, limit: int = MAX_BYTES
) -> Merged:
    """Merge base, ours and theirs: paths, ``-`` or ``REV:PATH``; conflicts name the file ``into``.

    InputError where one cannot be read or has conflicts of an earlier merge, InvalidFileError where one is not YAML.
    """
    if specs.count(STDIN_NAME) > 1:
        raise InputError("standard input can be read once", file=STDIN_NAME, hint="name files for the others")
    base, ours, theirs = (read_spec(spec, limit=limit) for spec in specs)
    return merge(base[0], ours[0], theirs[0], names=(base[1], ours[1], theirs[1]), into=into, favour=favour)
