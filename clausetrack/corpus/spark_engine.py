"""The distributed engine: the same kernel in Apache Spark's workers, the same SQL in Spark SQL.

Workers open the index themselves, so it has to lie where all of them see it under the same path. What travels between
them are buckets and pairs, never shingles. Families are put together by the driver, which holds eight bytes a text.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from typing import IO, Any, Final

from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import BANDS
from clausetrack.corpus.libraries import np, optional, pa
from clausetrack.corpus.links import Links, candidates, families, jaccard
from clausetrack.corpus.queries import BUCKETS, RESEMBLANCE
from clausetrack.errors import InputError, MissingExtraError

_STEP: Final = 2_048
"""Texts whose buckets one task writes at a time: 800 kB of rows."""

_ROWS: Final = 4_000_000
"""Rows of buckets that one task of candidates holds at a time: some hundred megabytes."""

_LOCAL: Final = "local[*]"

_REASON: Final = re.compile(r"\b(?:[a-z]\w*\.)+([A-Z]\w*(?:Exception|Error)): +(\S[^\n]*)")
"""What Java or Python says of an exception: the name of its class without the package, and the message."""

_CAUSE: Final = "Caused by: "
_OLD_JAVA: Final = "UnsupportedClassVersionError"


class Spark:
    """A Spark session, on this machine or on a cluster. What Java writes to standard error is kept from users."""

    def __init__(self, index: Index, master: str | None, *, verbose: bool) -> None:
        sql = optional("pyspark.sql", "spark")
        self._master = master
        self._said: IO[bytes] | None = None if verbose else tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the session
        # Workers run the Python that this runs, wherever the variable does not say otherwise.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = sql.SparkSession.builder.master(master or _LOCAL).appName("clausetrack")
        builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        with self._answered(), _stderr_to(self._said):
            self._session: Any = builder.getOrCreate()
        context = self._session.sparkContext
        context.setLogLevel("WARN" if verbose else "ERROR")
        self._tasks = max(2 * context.defaultParallelism, index.texts * BANDS // _ROWS)
        self._session.conf.set("spark.sql.shuffle.partitions", str(self._tasks))

    def link(self, index: Index, least: float) -> Links:
        """Write all buckets, find the candidates in each, check them, and put the families together."""
        with self._answered():
            return self._link(index, least)

    def _link(self, index: Index, least: float) -> Links:
        path, texts = str(index.path.absolute()), index.texts
        starts = self._session.range(0, texts, _STEP)
        buckets = starts.mapInArrow(partial(_buckets, path), "bucket long, text int")
        gathered = buckets.repartition(self._tasks, "bucket").cache()
        pairs = gathered.mapInArrow(_pairs, "one int, other int").distinct()
        linked = pairs.mapInArrow(partial(_linked, path, least), "one int, other int").toArrow()
        gathered.createOrReplaceTempView("buckets")
        counts = self._session.sql(BUCKETS).toArrow().to_pylist()[0]
        gathered.unpersist()
        one, other = (linked[name].to_numpy().astype(np.int64) for name in ("one", "other"))
        return Links(families(texts, one, other), int(counts["capped"]), int(counts["largest"]))

    def query(self, sql: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Answer over tables that the driver has, in Spark SQL."""
        with self._answered():
            for name, table in tables.items():
                self._session.createDataFrame(table).createOrReplaceTempView(name)
            return self._session.sql(sql).toArrow()

    def meet(self, held: pa.Table, lowest: float, cap: int) -> pa.Table:
        """Count in SQL: what one machine does row by row is here spread over all of them."""
        return self.query(RESEMBLANCE, {"held": held, "asked": pa.table({"lowest": [lowest], "cap": [cap]})})

    def close(self) -> None:
        """Stop the session."""
        self._session.stop()
        if self._said:
            self._said.close()

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """Turn what Spark raises into an error for the user."""
        known = (optional("pyspark.errors", "spark").PySparkException, optional("py4j.protocol", "spark").Py4JError)
        try:
            yield
        except known as fault:
            raise _failed(f"{self._heard()}\n{fault}", self._master) from None

    def _heard(self) -> str:
        """Give what Java wrote to standard error, if it was kept."""
        if not self._said:
            return ""
        self._said.seek(0)
        return self._said.read().decode(errors="replace")


def start(index: Index, master: str | None, *, verbose: bool) -> Spark:
    """Start a session. MissingExtraError without PySpark or Java, InputError where there is no such master."""
    return Spark(index, master, verbose=verbose)


@contextmanager
def _stderr_to(file: IO[bytes] | None) -> Iterator[None]:
    """Let what is started inside write to a file instead of standard error."""
    if file is None:
        yield
        return
    before = os.dup(2)
    os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


def _failed(said: str, master: str | None) -> InputError | MissingExtraError:
    """Give what Spark says, in one line: the last cause that Java names, else the first exception."""
    reason = _REASON.search(said, max(said.rfind(_CAUSE), 0))
    if reason is None or _OLD_JAVA in said:
        return MissingExtraError("Spark needs Java 17", hint="install a Java runtime, and set JAVA_HOME if need be")
    hint = "check --master: spark://host:7077, local[2]; --verbose shows all that Spark says"
    what = reason[2].strip() if reason[1] == "SparkException" else f"{reason[1]}: {reason[2].strip()}"
    return InputError(f"Spark failed: {what}", file=master, hint=hint)


@cache
def _opened(path: str) -> Index:
    return Index(path)


def _buckets(path: str, batches: Iterator[Any]) -> Iterator[Any]:
    """Write a row for every band of the texts that start at each number."""
    signatures = _opened(path).array("signatures")
    for batch in batches:
        for start_ in batch.column(0).to_pylist():
            keys = np.asarray(signatures[start_ : start_ + _STEP]).astype(np.int64)
            buckets = keys | (np.arange(BANDS, dtype=np.int64) << 32)
            texts = np.repeat(np.arange(start_, start_ + len(keys), dtype=np.int32), BANDS)
            yield _batch(("bucket", buckets.ravel()), ("text", texts))


def _pairs(batches: Iterator[Any]) -> Iterator[Any]:
    """Give the candidates of all buckets of one task; an engine also sends batches without rows."""
    table = [batch for batch in batches if len(batch)]
    if table:
        buckets, texts = (np.concatenate([batch.column(place).to_numpy() for batch in table]) for place in (0, 1))
        one, other = candidates(buckets, texts)
        yield _batch(("one", one), ("other", other))


def _linked(path: str, least: float, batches: Iterator[Any]) -> Iterator[Any]:
    """Keep the pairs that share enough of their shingles."""
    shingles = _opened(path).shingles
    for batch in batches:
        one, other = (batch.column(place).to_numpy() for place in (0, 1))
        alike = jaccard(shingles, one, other) >= least
        yield _batch(("one", one[alike]), ("other", other[alike]))


def _batch(*columns: tuple[str, Any]) -> Any:
    return pa.RecordBatch.from_arrays([pa.array(values) for _, values in columns], [name for name, _ in columns])
