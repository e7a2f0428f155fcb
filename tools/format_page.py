"""The page on the format of clause files, from its JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import clausetrack
from clausetrack.clauseset.conflicts import KEY
from clausetrack.clauseset.schema import CLAUSE_SET, schema
from clausetrack.model.clause import KINDS
from tools.markdown import code, notice, table
from tools.schema_tables import Definition, keys_table, properties, values

PATH: Final = "docs/reference/format.md"
_EXAMPLE: Final = Path(clausetrack.__file__).parent / "app" / "templates" / "2026-01-15.yaml"

_HEAD: Final = """# The clause file

One file is one revision of one agreement: `clause_specs/<agreement>/<revision>.yaml`. It is YAML 1.2, so `NO`
is Norway. `clausetrack schema clause-set` prints the JSON Schema from which this page is made. [Why YAML
1.2](../explanation/why-yaml-1-2.md) says what a file may not have: duplicate keys, anchors, tags, several
documents. Keys that start with `x-` are free everywhere. [Editor
completion](../how-to/complete-in-the-editor.md) shows all this while you write.

An example, which `clausetrack init` writes:

"""

_CONFLICTS: Final = f"""## Conflicts of a merge

Where both sides of a [merge](../how-to/merge-clause-files.md) changed the same to something different, the key
`{KEY}` stands in its place, with what each side has. It is no key of the format, so that every reader of the
schema refuses the file until the conflict is [resolved](../how-to/resolve-conflicts.md). A side that is not there has
removed the value, or never had it.

In the place of a value, or of an item such as a clause that one side removed and the other changed:

```yaml
force:
  {KEY}:
    base: intend
    ours: commit
    theirs: aspire
```

In the place of a text, as a list of what is agreed on and of sides. Joined as they stand, with nothing between them,
they are the text:

```yaml
text:
  {KEY}:
    - Ships give notice
    - base: " two days "
      ours: " a week "
      theirs: " three days "
    - before they call.
```

In a record, by name: the value of a key that starts with `x-`, and under `place` the id of the entry that this one
stands behind, null for the first, where both sides moved it:

```yaml
- id: port-calls
  kind: provision
  text: Ships give notice.
  {KEY}:
    place: {{base: tugs, ours: null, theirs: quays}}
    x-weight: {{base: 1, ours: 2, theirs: 3}}
```
"""

_SECTIONS: Final = (
    ("Agreement", "agreement"),
    ("Revision", "revision"),
)
_RECORDS: Final = (
    ("Source", "source"),
    ("Actor", "actor"),
    ("Clause", "clause"),
    ("Evidence", "evidence"),
    ("Clause relation", "clauseRelation"),
    ("Meeting", "meeting"),
    ("Event", "event"),
    ("Agreement relation", "agreementRelation"),
)
"""Headings and definitions, in the order in which they stand in a file."""


def pages() -> dict[str, str]:
    """Give the page by its path."""
    root = schema(CLAUSE_SET)
    parts = [
        notice("`clausetrack/schema/clause-set.v1.schema.json`") + _HEAD,
        f"```yaml\n{_EXAMPLE.read_text(encoding='utf-8')}```\n\n",
        f"## The file\n\n{root['description']}\n\n{keys_table(root, root)}\n",
        *(_object(title, root["properties"][key], root) for title, key in _SECTIONS),
        *(_object(title, root["$defs"][key], root) for title, key in _RECORDS),
        _words(root),
        _CONFLICTS,
    ]
    return {PATH: "".join(parts).rstrip() + "\n"}


def _object(title: str, definition: Definition, root: Definition) -> str:
    text = f"## {title}\n\n{definition['description']}\n\n{keys_table(definition, root)}\n"
    if "allOf" in definition:
        text += _kinds(definition)
    for key, entry in properties(definition):
        if entry.get("type") == "object":
            text += f"### {title}: {key}\n\n{entry['description']}\n\n{keys_table(entry, root)}\n"
    return text


def _kinds(definition: Definition) -> str:
    """Draw which keys each kind of clause may and must have; keys that all kinds may have are left out."""
    rules = {kind: _rule(definition, kind) for kind in KINDS}
    optional = {key for key, _ in properties(definition)} - set(definition["required"])
    differing = [
        key for key, _ in properties(definition) if key in optional and any(key in never for _, never in rules.values())
    ]
    rows = [[code(key), *(_mark(key, *rules[kind]) for kind in KINDS)] for key in differing]
    intro = "Which keys may stand in which kind of clause. Keys that are not listed may stand in all.\n\n"
    return f"### Keys by kind\n\n{intro}{table(['', *map(code, KINDS)], rows)}\n"


def _rule(definition: Definition, kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the keys that a kind must have, and those that it may not have."""
    must: set[str] = set()
    never: set[str] = set()
    for branch in definition["allOf"]:
        if branch["if"].get("properties", {}).get("kind", {}).get("const") == kind:
            must |= set(branch["then"].get("required", ()))
            never |= set(_forbidden(branch["then"]))
    return frozenset(must), frozenset(never)


def _forbidden(then: dict[str, Any]) -> list[str]:
    barred = then.get("propertyNames", {}).get("not", {})
    return barred.get("enum") or [barred["const"]] if barred else []


def _mark(key: str, must: frozenset[str], never: frozenset[str]) -> str:
    return "required" if key in must else "" if key in never else "yes"


def _words(root: Definition) -> str:
    """Describe what is no object: ids, dates, references, languages."""
    simple = {name: entry for name, entry in root["$defs"].items() if "properties" not in entry}
    parts = ["## Ids, dates, references, languages\n\n"]
    for name, entry in simple.items():
        examples = ", ".join(code(example) for example in entry["examples"])
        parts.append(f"### {name.capitalize()}\n\n{entry['description']} Expected: {values(entry, root)}. ")
        parts.append(f"Examples: {examples}.\n\n")
    return "".join(parts)
