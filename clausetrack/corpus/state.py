"""The state of an index that counts: its arrays, the parts that they are made of, and how large every file is.

One small file names all of it and is replaced as a whole, so that a question sees one state or another and never half.
The sizes tell a file that was cut off or put in the place of another without reading it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from clausetrack.corpus.libraries import pa
from clausetrack.errors import InputError
from clausetrack.files import write_atomically

_CURRENT: Final = 2
FORMAT: Final = f"clausetrack/corpus/{_CURRENT}"
FILE: Final = "index.json"
PARTS: Final = "parts"

_FORMATS: Final = re.compile(r"clausetrack/corpus/(\d{1,9})")
_BUILD: Final = "clausetrack corpus build DIR --index {}"


class State(NamedTuple):
    """The folder of arrays that counts, the parts by the numbers that the arrays give them, and bytes by file.

    Files are named as seen from the index.
    """

    sealed: str
    parts: tuple[str, ...]
    sizes: Mapping[str, int]


def read_state(index: Path) -> State:
    """Read the state of an index. InputError where there is none, or none that can be read."""
    build = _BUILD.format(index)
    if not (index / FILE).exists():
        torn = (index / PARTS).exists()
        what = "the build of this index did not finish" if torn else "there is no index here"
        raise InputError(what, file=str(index), hint=build if torn else f"make one: {build}")
    data = _read(index)
    if is_newer(data.get("format")):
        raise newer(index)
    made = _version(data.get("format"))
    if made is not None and made < _CURRENT:
        hint = f"build it anew, with all that was in it: {build}"
        raise InputError("this index was made by an older version of clausetrack", file=str(index), hint=hint)
    try:
        if made == _CURRENT:
            return State(str(data["sealed"]), tuple(map(str, data["parts"])), dict(data["sizes"]))
    except (ValueError, KeyError, TypeError):
        pass
    raise InputError("this is no index that can be read", file=str(index), hint=f"make one: {build}")


def form_of(index: Path) -> object:
    """Give what an index says of its form, None where it says nothing that can be read."""
    return _read(index).get("format")


def _read(index: Path) -> dict[str, Any]:
    try:
        data = json.loads((index / FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def is_newer(form: object) -> bool:
    """Say whether a form of an index is that of a newer version of this program."""
    return (_version(form) or 0) > _CURRENT


def newer(index: Path) -> InputError:
    """Say that an index is from the future."""
    return InputError(
        "this index was made by a newer version of clausetrack", file=str(index), hint="update clausetrack"
    )


def _version(form: object) -> int | None:
    found = _FORMATS.fullmatch(form) if isinstance(form, str) else None
    return int(found[1]) if found else None


def write_state(index: Path, state: State) -> None:
    """Let a state count. InputError where it cannot be written."""
    data = {"format": FORMAT, "sealed": state.sealed, "parts": state.parts, "sizes": dict(sorted(state.sizes.items()))}
    write_atomically(str(index / FILE), (json.dumps(data, indent=0) + "\n").encode())


def damaged(index: Path, sizes: Mapping[str, int]) -> Path | None:
    """Give the first file that is not there or has not the size that it had."""
    for name, size in sizes.items():
        try:
            if (index / name).stat().st_size == size:
                continue
        except OSError:
            pass
        return index / name
    return None


def broken(file: Path) -> InputError:
    """Say that a file of an index cannot be used, and how to come by a new one."""
    return InputError(
        "this file of the index is missing or broken",
        file=str(file),
        hint="delete it if it is there, and build again with the same inputs",
    )


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Turn whatever the libraries make of a broken file into InputError."""
    try:
        yield
    except (OSError, ValueError, LookupError, EOFError, pa.ArrowException):
        raise broken(file) from None
