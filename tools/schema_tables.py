"""JSON Schemas as tables: the keys of an object, what each means, what may stand there, and an example."""

from __future__ import annotations

from typing import Any

from tools.markdown import code, flow, table

Definition = dict[str, Any]


def keys_table(definition: Definition, root: Definition, *, examples: bool = True, prefix: str = "") -> str:
    """Draw the keys of an object. Required ones are marked; ``prefix`` leads the anchors of what they refer to."""
    required = definition.get("required", ())
    head = ["key", "what it says", "what may stand there", *(["example"] if examples else [])]
    rows = []
    for key, entry in properties(definition):
        name = f"{code(key)} (required)" if key in required else code(key)
        described = entry.get("description") or resolve(entry, root).get("description", "")
        example = [_example(entry, root)] if examples else []
        rows.append([name, described, values(entry, root, prefix), *example])
    return table(head, rows)


def properties(definition: Definition) -> list[tuple[str, Definition]]:
    """Give the keys of an object with their definitions; the one for editors is left out."""
    return [(key, entry) for key, entry in definition.get("properties", {}).items() if key != "$schema"]


def _example(entry: Definition, root: Definition) -> str:
    known = entry.get("examples") or resolve(entry, root).get("examples", ())
    return code(flow(known[0])) if known else ""


def resolve(entry: Definition, root: Definition) -> Definition:
    """Follow a reference within the schema."""
    name = entry.get("$ref", "").rpartition("/")[2]
    return root["$defs"][name] if name else entry


def values(entry: Definition, root: Definition, prefix: str = "") -> str:
    """Say in a few words what values a definition allows."""
    name = entry.get("$ref", "").rpartition("/")[2]
    target = resolve(entry, root)
    if name:
        return f"[{spaced(name)}](#{prefix}{spaced(name).replace(' ', '-')})"
    if "const" in target:
        return code(str(target["const"]))
    if "enum" in target:
        return ", ".join("null" if word is None else code(str(word)) for word in target["enum"])
    for alternatives in ("oneOf", "anyOf"):
        if alternatives in target:
            return " or ".join(values(each, root, prefix) for each in target[alternatives])
    return _of_type(target, root, prefix)


def _of_type(target: Definition, root: Definition, prefix: str) -> str:
    kind = target.get("type", "any value")
    if isinstance(kind, list):
        # What is expected is often said once for all types.
        return " or ".join(dict.fromkeys(_of_type({**target, "type": each}, root, prefix) for each in kind))
    if kind == "array" and "prefixItems" in target:
        return "list of, in this order: " + "; ".join(values(each, root, prefix) for each in target["prefixItems"])
    if kind == "array":
        return f"list of: {values(target.get('items', {}), root, prefix)}"
    if kind == "object" and isinstance(more := target.get("additionalProperties"), dict):
        return f"names, each with: {values(more, root, prefix)}"
    expected = target.get("x-expects")
    words = {"string": "text", "integer": "whole number", "object": "keys, see below", "boolean": "true or false"}
    return str(expected) if expected else f"{words.get(kind, kind)}{_limits(target)}"


def _limits(target: Definition) -> str:
    low, high = target.get("minimum"), target.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    return f", {low} or more" if low is not None else ""


def spaced(name: str) -> str:
    """Turn a definition's name into words: ``clauseRelation`` into ``clause relation``."""
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name)
