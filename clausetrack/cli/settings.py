"""``clausetrack --show-settings``: what is in force, and where from."""

from __future__ import annotations

import json
from typing import Any

from clausetrack.app.settings import DEFAULTS
from clausetrack.cli.options import settings_in_force
from clausetrack.cli.output import write


def show() -> None:
    """Print each setting with its value and origin."""
    settings = settings_in_force()
    rows = [(name, _value(getattr(settings, name)), settings.origins[name]) for name in DEFAULTS]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{name:{widths[0]}}  {value:{widths[1]}}  {origin}" for name, value, origin in rows]
    write("\n".join(lines) + "\n", None)


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        value = [{"match": match, "rules": rules} for match, rules in value]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
