"""What the commands that follow an agreement tell beside their result."""

from __future__ import annotations

from clausetrack.cli.exits import say
from clausetrack.model.timeline import Timeline
from clausetrack.report.timeline.notes import warnings


def warn(timeline: Timeline) -> None:
    """Tell on standard error where the revisions are hardly those of one agreement, whatever the output is."""
    for warning in warnings(timeline):
        say(f"warning: {warning}")
