"""An index that is open for questions: its arrays as memory maps, its clauses read as they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from clausetrack.corpus import parts
from clausetrack.corpus.kernel import Array, Lists
from clausetrack.corpus.libraries import np, pa, parquet, take
from clausetrack.corpus.state import State, broken, damaged, read_state, reading
from clausetrack.errors import InputError
from clausetrack.model.corpus import Holding, Place

ARRAYS: Final = (
    *("rows_document", "rows_part", "rows_row", "rows_text", "signatures", "shingles", "shingles_offsets"),
    *("terms", "postings_offsets", "postings_texts", "postings_counts", "lengths"),
)


class Index:
    """An index at a path. InputError where there is none, or a file of it is missing or broken.

    All arrays are opened at once: a build that ends meanwhile takes the files away, but not what is open.
    """

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        while True:
            state = read_state(self.path)
            try:
                self._open(state)
            except InputError:
                if read_state(self.path) == state:
                    raise
            else:
                return

    def _open(self, state: State) -> None:
        if file := damaged(self.path, state.sizes):
            raise broken(file)
        self._parts = state.parts
        folder = self.path / state.sealed
        self._arrays = {name: _opened(folder / f"{name}.npy") for name in ARRAYS}
        self.shingles = Lists(self._arrays["shingles_offsets"], self._arrays["shingles"])
        with reading(folder / "documents.parquet"):
            self.documents: pa.Table = parquet.ParquetFile(folder / "documents.parquet").read()

    def array(self, name: str) -> Array:
        """Give an array; of a large one only what is touched comes into memory."""
        return self._arrays[name]

    @property
    def row_texts(self) -> Array:
        """The number of the text of every clause, -1 for one without words."""
        return self._arrays["rows_text"]

    @property
    def row_documents(self) -> Array:
        """The number of the document of every clause."""
        return self._arrays["rows_document"]

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self._arrays["shingles_offsets"]) - 1

    @property
    def clauses(self) -> int:
        """How many clauses there are."""
        return len(self.row_documents)

    def clauses_path(self, part: int) -> Path:
        """Give where the clauses of a part are, by the number that the arrays give it."""
        return parts.clauses_path(self.path, self._parts[part])

    def holdings(self, numbers: Sequence[int] | None = None) -> list[Holding]:
        """Give documents by their numbers, or all of them."""
        table = self.documents if numbers is None else take(self.documents, np.array(numbers, np.int64))
        rows = table.select(list(Holding.__dataclass_fields__)).to_pylist()
        return [Holding(**row) for row in rows]

    def rows_of(self, texts: Array) -> Array:
        """Give the rows of all clauses with some texts, ascending."""
        wanted = np.zeros(self.texts + 1, bool)
        wanted[texts] = True
        wanted[-1] = False  # where -1, a clause without words, looks
        return np.flatnonzero(wanted[self.row_texts])

    def places(self, rows: Array) -> list[Place]:
        """Read some clauses, in the order of the rows. InputError where they are broken."""
        numbers, within = self.array("rows_part")[rows], self.array("rows_row")[rows]
        documents = self.row_documents[rows].tolist()
        known = dict.fromkeys(documents)
        holdings = dict(zip(known, self.holdings(list(known)), strict=True))
        found: list[Place | None] = [None] * len(rows)
        for part in np.unique(numbers).tolist():
            here = np.flatnonzero(numbers == part)
            clauses = parts.read_clauses(self.clauses_path(part), within[here])
            for place, clause in zip(here.tolist(), clauses, strict=True):
                found[place] = Place(holdings[documents[place]], clause)
        return [place for place in found if place is not None]


def _opened(path: Path) -> Array:
    with reading(path):
        with suppress(ValueError):  # an empty array cannot be mapped
            mapped: Array = np.load(path, mmap_mode="r")
            return mapped
        loaded: Array = np.load(path)
        return loaded
