"""Parts that cannot be used, because a file is broken or an older version wrote them, and what becomes of them.

Such a part gives up its documents: its list names them as unreadable from then on, so that a build reads them again
where it finds them, and says so where it does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from clausetrack.corpus import listing
from clausetrack.corpus.listing import Listed, Refused
from clausetrack.corpus.state import FORMAT, PARTS, damaged, form_of, is_newer, newer
from clausetrack.errors import InputError


class Mended(NamedTuple):
    """What parts gave up: the names of their documents, and what is to be told of lists that could not be read."""

    lost: frozenset[str]
    errors: tuple[InputError, ...]


def mend(index: Path) -> Mended:
    """Let all parts that cannot be used give up their documents. InputError where a newer version wrote the index."""
    lost: set[str] = set()
    errors: list[InputError] = []
    if is_newer(form_of(index)):
        raise newer(index)
    for name in listing.list_names(index):
        try:
            form, listed = listing.read_list(index, name)
        except InputError as error:
            listing.part_file(index, name, "json").unlink()
            hint = "it was taken out; what it held is read again where it is found"
            errors.append(InputError("this part of the index cannot be read", file=error.file, hint=hint))
            continue
        if why := _fault(index, form, listed):
            listing.write_list(index, name, _given_up(listed, why))
            lost.update(entry.holding.name for entry in listed.entries)
    return Mended(frozenset(lost), tuple(errors))


def _fault(index: Path, form: object, listed: Listed) -> str:
    """Say what is wrong with a part; nothing if it can be used."""
    if form != FORMAT:
        return "an older version of clausetrack read this for the index"
    return "what the index had of this is broken" if damaged(index / PARTS, listed.sizes) else ""


def _given_up(listed: Listed, why: str) -> Listed:
    """Give the list of a part without its documents; what earlier parts have of them does not count again."""
    names = [entry.holding.name for entry in listed.entries]
    hint = "name it when you build the index again"
    refused = [Refused(name, "", InputError(why, file=name, hint=hint)) for name in names]
    return Listed((), (*listed.refused, *refused), (*listed.gone, *names))
