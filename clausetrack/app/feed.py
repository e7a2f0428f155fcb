"""A timeline that can be a feed: its entries need dates, and its address has to be one."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from clausetrack.app.inputs import Progress
from clausetrack.app.log import log_specs
from clausetrack.app.settings import Settings
from clausetrack.errors import InputError, UnknownNameError
from clausetrack.model.timeline import Timeline


def feed_specs(
    inputs: Sequence[str], settings: Settings, *, git: bool = False, url: str = "", progress: Progress | None = None
) -> Timeline:
    """Give the timeline of a feed; the parameters are those of `log_specs`.

    UnknownNameError where ``url`` is no address of the web, InputError where no revision has a date.
    """
    if url and not _is_address(url):
        raise UnknownNameError(f"'{url}' is no address", hint="write it as https://example.org/agreements/")
    timeline = log_specs(inputs, settings, git=git, progress=progress)
    if not any(stage.date for stage in timeline.stages):
        raise InputError(
            "no revision has a date, which a feed needs", hint="give revisions as_of, or dates in their names"
        )
    return timeline


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and url.isascii() and not set(url) & set(" <>\"'")
