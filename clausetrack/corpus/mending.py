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
    found: dict[str, tuple[object, Listed] | InputError] = {}
    for name in listing.list_names(index):
        try:
            found[name] = listing.read_list(index, name)
        except InputError as error:
            found[name] = error
    forms = [form_of(index), *(said[0] for said in found.values() if not isinstance(said, InputError))]
    if any(map(is_newer, forms)):
        raise newer(index)
    lost: set[str] = set()
    errors: list[InputError] = []
    for name, said in found.items():
        if isinstance(said, InputError):
            errors.append(_taken_out(index, name))
        elif why := _fault(index, *said):
            listing.write_list(index, name, _given_up(said[1], why))
            lost.update(entry.holding.name for entry in said[1].entries)
    return Mended(frozenset(lost), tuple(errors))


def _taken_out(index: Path, name: str) -> InputError:
    """Take out a list that cannot be read, and with it what nobody can name any more."""
    path = listing.part_file(index, name, "json")
    path.unlink()
    hint = "it was taken out; what it held is read again where it is found"
    return InputError("this part of the index cannot be read", file=str(path), hint=hint)


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
