"""The page on the JSON outputs and other published formats, from their JSON Schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from clausetrack.clauseset.schema import CLAUSE_SET, schema, schema_names
from tools.markdown import notice
from tools.schema_tables import Definition, keys_table, spaced, values

PATH: Final = "docs/reference/json.md"
_ELSEWHERE: Final = frozenset({CLAUSE_SET, "settings"})
"""Schemas that have a page of their own."""

_HEAD: Final = """# JSON outputs and other files

`--format json` writes a document whose `schema` key names its form and version; files that clausetrack keeps
name theirs under `format`. `clausetrack schema NAME` prints the JSON Schema of each. Arrays stand in a fixed
order, and nothing depends on the clock or the machine: two runs give the same bytes. Within a version, keys
may be added; none is taken away, and none changes its meaning.

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
    inline = {
        key: entry["items"] for key, entry in root["properties"].items() if "properties" in entry.get("items", {})
    }
    own = {key: entry for key, entry in root.get("$defs", {}).items() if entry != _of_the_format(key)}
    parts += [_part(name, key, entry, root) for key, entry in (inline | own).items()]
    return re.sub(rf"\]\(#{name}-([\w-]+)\)", lambda match: _leading(match, own), "".join(parts))


def _of_the_format(key: str) -> Definition | None:
    """Give a definition of the clause file; what is the same here is described there."""
    root = schema(CLAUSE_SET)
    found: Definition | None = root["$defs"].get(key) or root["properties"].get(key)
    return found


def _part(name: str, key: str, entry: Definition, root: Definition) -> str:
    head = f"### {name}: {spaced(key)}\n\n{entry.get('description', '')}"
    known = (_of_the_format(key) or {}).get("properties", {})
    if known and known.items() <= entry["properties"].items():
        entry = entry | {"properties": {word: one for word, one in entry["properties"].items() if word not in known}}
        head += f" It has the keys of [the clause file](format.md#{spaced(key).replace(' ', '-')})"
        head += ", and:" if entry["properties"] else "."
    if not entry.get("properties"):
        return f"{head}{'' if known else f' Expected: {values(entry, root)}.'}\n\n"
    return f"{head}\n\n{keys_table(entry, root, examples=False, prefix=f'{name}-')}\n"


def _leading(match: re.Match[str], own: Mapping[str, Definition]) -> str:
    """Lead a link to the page on the clause file, where that describes what it means."""
    anchor = match.group(1)
    return match.group() if anchor in {spaced(key).replace(" ", "-") for key in own} else f"](format.md#{anchor})"
