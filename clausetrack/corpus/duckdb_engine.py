"""The embedded engine: numpy links the texts, DuckDB answers SQL, both within this process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clausetrack.corpus.index import Index
from clausetrack.corpus.libraries import optional, pa
from clausetrack.corpus.links import Links, link
from clausetrack.corpus.meetings import meet
from clausetrack.errors import UnknownNameError

_MEMORY: Final = "1GB"
"""What SQL may hold before it goes on on disk: a million clauses need less."""


class DuckDB:
    """DuckDB in memory; what does not fit goes to a folder of the index, which it removes in the end."""

    def __init__(self, index: Index) -> None:
        duckdb = optional("duckdb", "corpus")
        spill = {"memory_limit": _MEMORY, "temp_directory": str(index.path / "spill")}
        # Nothing is installed or loaded from anywhere, whatever a query asks for.
        closed = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        self._connection: Any = duckdb.connect(":memory:", config=spill | closed)
        self._connection.execute("SET preserve_insertion_order = false; SET enable_progress_bar = false")

    def link(self, index: Index, least: float) -> Links:
        """Link band by band, as `clausetrack.corpus.links` does."""
        return link(index.array("signatures"), index.shingles, least)

    def query(self, sql: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Answer over Arrow tables where they lie in memory."""
        for name, table in tables.items():
            self._connection.register(name, table)
        try:
            return self._connection.sql(sql).to_arrow_table()
        finally:
            for name in tables:
                self._connection.unregister(name)

    def meet(self, held: pa.Table, lowest: float, cap: int) -> pa.Table:
        """Count document by document, as `clausetrack.corpus.meetings` does."""
        return meet(held, lowest, cap)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


def start(index: Index, master: str | None, *, verbose: bool) -> DuckDB:
    """Start the engine, which has no master, and nothing to say."""
    del verbose
    if master:
        raise UnknownNameError("the engine 'duckdb' has no master", hint="add --engine spark, or leave --master out")
    return DuckDB(index)
