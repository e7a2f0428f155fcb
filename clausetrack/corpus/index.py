"""An index that is open for questions: its arrays as memory maps, its clauses read as they are asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from clausetrack.corpus import parts
from clausetrack.corpus.kernel import Array, Lists
from clausetrack.corpus.libraries import np, pa, parquet
from clausetrack.corpus.sealing import FORMAT, STATE
from clausetrack.errors import InputError
from clausetrack.model.corpus import Holding, Place

_BUILD: Final = "clausetrack corpus build DIR --index {}"


class Index:
    """An index at a path. InputError where there is none, or it is not whole."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self.folder = self.path / self._sealed()

    def _sealed(self) -> str:
        """Give the name of the folder of arrays that counts."""
        build = f"make one: {_BUILD.format(self.path)}"
        if not (self.path / STATE).exists():
            torn = (self.path / parts.FOLDER).exists()
            what = "the build of this index did not finish" if torn else "there is no index here"
            raise InputError(what, file=str(self.path), hint=_BUILD.format(self.path) if torn else build)
        try:
            data = json.loads((self.path / STATE).read_bytes())
            if data["format"] == FORMAT and (self.path / data["sealed"]).is_dir():
                return str(data["sealed"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        raise InputError("this is no index that can be read", file=str(self.path), hint=build)

    def array(self, name: str) -> Array:
        """Open an array; of a large one only what is touched comes into memory."""
        try:
            found: Array = np.load(self.folder / f"{name}.npy", mmap_mode="r")
        except ValueError:  # an empty array cannot be mapped
            found = np.load(self.folder / f"{name}.npy")
        except OSError as fault:
            raise InputError(f"the index is not whole: {fault}", file=str(self.path), hint="build it anew") from None
        return found

    @cached_property
    def documents(self) -> pa.Table:
        """All documents, in the order of their numbers."""
        return parquet.read_table(self.folder / "documents.parquet")

    @cached_property
    def row_texts(self) -> Array:
        """The number of the text of every clause, -1 for one without words."""
        return self.array("rows_text")

    @cached_property
    def row_documents(self) -> Array:
        """The number of the document of every clause."""
        return self.array("rows_document")

    @cached_property
    def shingles(self) -> Lists:
        """The shingles of every text."""
        offsets = self.array("shingles_offsets")
        path = self.folder / "shingles.raw"
        empty = not path.stat().st_size
        return Lists(offsets, np.zeros(0, np.uint32) if empty else np.memmap(path, np.uint32, "r"))

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self.array("shingles_offsets")) - 1

    @property
    def clauses(self) -> int:
        """How many clauses there are."""
        return len(self.row_documents)

    def holdings(self, numbers: Sequence[int] | None = None) -> list[Holding]:
        """Give documents by their numbers, or all of them."""
        table = self.documents if numbers is None else self.documents.take(pa.array(numbers, pa.int64()))
        rows = table.select(list(Holding.__dataclass_fields__)).to_pylist()
        return [Holding(**row) for row in rows]

    def rows_of(self, texts: Array) -> Array:
        """Give the rows of all clauses with some texts, ascending."""
        wanted = np.zeros(self.texts + 1, bool)
        wanted[texts] = True
        wanted[-1] = False  # where -1, a clause without words, looks
        return np.flatnonzero(wanted[self.row_texts])

    def places(self, rows: Array) -> list[Place]:
        """Read some clauses, in the order of the rows."""
        numbers, within = self.array("rows_part")[rows], self.array("rows_row")[rows]
        documents = self.row_documents[rows].tolist()
        known = dict.fromkeys(documents)
        holdings = dict(zip(known, self.holdings(list(known)), strict=True))
        found: list[Place | None] = [None] * len(rows)
        for part in np.unique(numbers).tolist():
            here = np.flatnonzero(numbers == part)
            clauses = parts.read_clauses(self.path, part, within[here])
            for place, clause in zip(here.tolist(), clauses, strict=True):
                found[place] = Place(holdings[documents[place]], clause)
        return [place for place in found if place is not None]
