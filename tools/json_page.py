"""The page on the JSON outputs and other published formats, from their JSON Schemas."""

from __future__ import annotations

from typing import Final

from clausetrack.clauseset.schema import CLAUSE_SET, schema, schema_names
from tools.markdown import notice
from tools.schema_tables import Definition, keys_table, spaced, values

PATH: Final = "docs/reference/json.md"
_ELSEWHERE: Final = frozenset({CLAUSE_SET, "settings"})
"""Schemas that have a page of their own."""

_HEAD: Final = """# JSON outputs and other files

`--format json` writes a document whose `schema` key names its form and version; files that clausetrack keeps name theirs
under `format`. `clausetrack schema NAME` prints the JSON Schema of each. Arrays stand in a fixed order, and nothing
depends on the clock or the machine: two runs give the same bytes. Within a version, keys may be added; none is taken
away, and none changes its meaning.

"""


def pages() -> dict[str, str]:
    """Give the page by its path."""
    names = [name for name in schema_names() if name not in _ELSEWHERE]
    listed = "".join(f"- [{name}](#{name}): {schema(name)['title']}\n" for name in names)
    text = notice("the schemas in `clausetrack/schema/`") + _HEAD + listed + "\n" + "".join(map(_section, names))
    return {PATH: text.rstrip() + "\n"}


def _section(name: str) -> str:
    root = schema(name)
    parts = [f"## {name}\n\n{root['description']}\n\n{keys_table(root, root, examples=False, prefix=f'{name}-')}\n"]
    parts += [_object(name, key, entry, root) for key, entry in root["properties"].items() if "properties" in entry]
    for key, entry in root.get("$defs", {}).items():
        parts.append(_object(name, key, entry, root) if "properties" in entry else _word(name, key, entry, root))
    return "".join(parts)


def _object(name: str, key: str, entry: Definition, root: Definition) -> str:
    keys = keys_table(entry, root, examples=False, prefix=f"{name}-")
    return f"### {name}: {spaced(key)}\n\n{entry.get('description', '')}\n\n{keys}\n"


def _word(name: str, key: str, entry: Definition, root: Definition) -> str:
    expected = values(entry, root, f"{name}-")
    return f"### {name}: {spaced(key)}\n\n{entry.get('description', '')} Expected: {expected}.\n\n"
