"""The page on the settings, from their JSON Schema and their defaults."""

from __future__ import annotations

import os
from typing import Any, Final

from clausetrack.app.settings import DEFAULTS, load_settings
from clausetrack.clauseset.schema import schema
from clausetrack.errors import SettingsError
from tools.markdown import code, flow, notice, table
from tools.schema_tables import Definition, properties, values

PATH: Final = "docs/reference/settings.md"

_HEAD: Final = """# Settings

Settings stand in `clausetrack.yaml`, which is looked for in the working directory and above it. An
environment variable wins over the file, and a flag over both. `clausetrack --show-settings` prints what is in
force, and where each value comes from. `clausetrack schema settings` prints the JSON Schema from which this
page is made.

"""


def pages() -> dict[str, str]:
    """Give the page by its path."""
    root = schema("settings")
    parts = [notice("`clausetrack/schema/settings.v1.schema.json`"), _HEAD, _overview(root)]
    parts += [_setting(key, entry, root) for key, entry in properties(root)]
    return {PATH: "".join(parts).rstrip() + "\n"}


def _overview(root: Definition) -> str:
    rows = [
        [
            f"[{key}](#{key})",
            entry["description"],
            code(flow(DEFAULTS[key])),
            code(_variable(key)) if _from_environment(key) else "",
        ]
        for key, entry in properties(root)
    ]
    return table(["setting", "what it says", "default", "variable"], rows) + "\n"


def _setting(key: str, entry: Definition, root: Definition) -> str:
    text = f"## {key}\n\n{entry['description']} Expected: {_expected(entry, root)}.\n\n"
    if (items := entry.get("items", {})).get("properties"):
        rows = [[code(name), inner["description"], values(inner, root)] for name, inner in properties(items)]
        text += table(["key", "what it says", "what may stand there"], rows) + "\n"
    return f"{text}```yaml\n{_example(key, entry['examples'][0])}```\n\n"


def _expected(entry: Definition, root: Definition) -> str:
    return "list of entries with these keys" if entry.get("items", {}).get("properties") else values(entry, root)


def _example(key: str, value: Any) -> str:
    """Write a setting as one would: mappings open, and lists of mappings."""
    if isinstance(value, dict):
        return f"{key}:\n" + "".join(f"  {name}: {flow(item)}\n" for name, item in value.items())
    if isinstance(value, list):
        return f"{key}:\n" + "".join(f"  - {flow(item)}\n" for item in value)
    return f"{key}: {flow(value)}\n"


def _variable(key: str) -> str:
    return f"CLAUSETRACK_{key.upper()}"


def _from_environment(key: str) -> bool:
    """Say whether a variable sets the setting, by setting it."""
    variable = _variable(key)
    try:
        return load_settings(os.sep, {variable: str(DEFAULTS[key])}).origins[key] == variable
    except SettingsError:
        return False
