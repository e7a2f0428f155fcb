"""What has to be known to read how alike agreements are: what counts as common, and what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.model.corpus import Resemblance
from clausetrack.report.counting import counted
from clausetrack.report.holdings import capped_buckets


def summary(result: Resemblance) -> str:
    """Give how many pairs share how much; at least so many, where some are not there."""
    more = "at least " if result.passed_over or result.dropped else ""
    pairs, documents = counted(len(result.left), "pair"), counted(len(result.holdings), "document")
    return f"{more}{pairs} of {documents} with {result.lowest:.0%} of their clauses in common"


def meaning(result: Resemblance) -> str:
    """Say which clauses are in common, and which word for word."""
    shared = f"share {result.least:.0%} of their wording or more, which can still differ in substance"
    return f"Clauses are in common that {shared}; word for word are those that have the same words."


def remarks(result: Resemblance) -> Iterator[str]:
    """Say what was not compared, what brings no pairs together, and which pairs were dropped, if any."""
    if result.passed_over:
        families = counted(result.passed_over, "family is", "families are")
        where = f"{families} in over {result.cap:,} documents"
        yield f"{where}: they count, but pairs that share nothing else are not there"
    if result.dropped:
        pairs = counted(result.dropped, "pair is", "pairs are")
        yield f"{pairs} not there: neither is among the {result.nearest} nearest of the other"
    yield from capped_buckets(result)
