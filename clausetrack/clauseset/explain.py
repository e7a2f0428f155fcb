"""Schema faults in the user's terms: what is wrong, the nearest allowed word, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from clausetrack.clauseset.characters import shown
from clausetrack.clauseset.syntax import Tree
from clausetrack.errors import SchemaFault, nearest
from clausetrack.model.position import Path

_TYPES: Final = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping of keys and values",
    "null": "nothing",
}
_ITEMS: Final = {
    "clauses": "clause",
    "sources": "source",
    "actors": "actor",
    "events": "event",
    "relations": "relation",
    "held": "meeting",
}
"""What an item of a list is called, where not as the list."""

Told = tuple[Path, bool, str, str]
"""Path, whether the key or the value is meant, what is wrong, what to do."""


def explain(tree: Tree, schema: dict[str, Any], formats: Mapping[str, Callable[[object], bool]]) -> list[SchemaFault]:
    """Give every fault of a tree against a schema, each once, in the order of the file."""
    errors = _validator(schema, formats).iter_errors(tree.data)
    told = dict.fromkeys(fault for error in errors for fault in _tell(error, schema, tree))
    faults = [_place(tree, fault) for fault in told]
    return sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0, fault.what))


def _validator(schema: dict[str, Any], formats: Mapping[str, Callable[[object], bool]]) -> Any:
    import jsonschema  # noqa: PLC0415 - 90 ms that only an invalid file has to pay

    checker = jsonschema.FormatChecker(formats=())
    for name, check in formats.items():
        checker.checks(name)(check)
    extend: Callable[..., Any] = jsonschema.validators.extend
    whole = extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
    return whole(schema, format_checker=checker)


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[Any]:
    """Check a pattern as ECMA-262 has it: ``$`` is the end of the text, not the place before a last line break."""
    import jsonschema  # noqa: PLC0415 - see above

    ecma = re.sub(r"\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ecma, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


def _place(tree: Tree, told: Told) -> SchemaFault:
    path, is_key, what, hint = told
    place = tree.locate(path, key=is_key)
    fault = SchemaFault(what, file=tree.file, line=place.line, column=place.column, hint=hint)
    fault.path = path
    return fault


def _tell(error: Any, schema: dict[str, Any], tree: Tree) -> Iterator[Told]:
    """Turn an error of jsonschema into what the user is told; unknown keywords keep jsonschema's words."""
    path: Path = tuple(error.absolute_path)
    if error.instance is None:
        yield from _empty(error, path)
    elif "propertyNames" in error.absolute_schema_path:
        yield _misplaced_key(error, path, schema, tree.data)
    elif error.validator == "type":
        _, start, end = tree.find(path)
        yield from _wrong_type(error, path, tree.text[start:end])
    elif (teller := _TELLERS.get(error.validator)) is not None:
        yield from teller(error, path)
    else:
        yield path, False, f"{_name(path)}: {error.message}", ""


def _misplaced_key(error: Any, path: Path, schema: dict[str, Any], data: Any) -> Told:
    key = error.instance
    if error.validator_value == {"const": key}:
        return (*path, key), True, f"'{key}' cannot stand beside 'every'", "keep the one that is true"
    kinds = [rule["if"]["properties"]["kind"]["const"] for rule in _kind_rules(schema) if _allows(rule, key)]
    kind = _at(data, path).get("kind")
    where = ", ".join(kinds[:-1]) + (" or " if len(kinds) > 1 else "") + kinds[-1]
    return (*path, key), True, f"'{key}' does not belong to a clause of kind {kind}", f"it belongs to {where}"


def _at(data: Any, path: Path) -> Any:
    for entry in path:
        data = data[entry]
    return data


def _kind_rules(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [rule for rule in schema["$defs"]["clause"]["allOf"] if "kind" in rule["if"]["required"]]


def _allows(rule: dict[str, Any], key: str) -> bool:
    return key not in rule["then"]["propertyNames"]["not"]["enum"]


def _unknown_keys(error: Any, path: Path) -> Iterator[Told]:
    known = list(error.schema["properties"])
    for key in error.instance:
        if key in known or key.startswith("x-"):
            continue
        guess = nearest(key, known)
        hint = f"did you mean '{guess}'?" if guess else f"known here: {', '.join(known)}."
        yield (*path, key), True, f"unknown key '{shown(key)}'", f"{hint} A key of your own starts with 'x-'"


def _missing_keys(error: Any, path: Path) -> Iterator[Told]:
    for key in error.validator_value:
        if key not in error.instance:
            # The path leads to where the key would be, so that what is there is not taken for faulty.
            yield (*path, key), False, f"{_owner(error, path)} has no '{key}'", f"add '{key}:'"


def _owner(error: Any, path: Path) -> str:
    kind, name = error.instance.get("kind"), error.instance.get("id")
    label = shown(kind) if isinstance(kind, str) and path[:1] == ("clauses",) else _name(path)
    label = _ITEMS.get(label, label)
    return f"{label} '{shown(name)}'" if isinstance(name, str) else f"this {label}" if label else "the file"


def _wrong_word(error: Any, path: Path) -> Iterator[Told]:
    allowed = [str(word) for word in error.validator_value]
    aliases: dict[str, str] = error.schema.get("x-also-known-as", {})
    value = error.instance
    if not isinstance(value, str):
        yield path, False, f"{_name(path)} must be a word, not {_kind(value)}", "one of " + ", ".join(allowed)
        return
    meant = _meant(value, allowed, aliases)
    one_of = "one of " + ", ".join(allowed)
    hint = f"did you mean '{meant}'? {one_of[0].upper()}{one_of[1:]}" if meant else one_of
    yield path, False, f"'{shown(value)}' is not {_indefinite(_name(path))}", hint


def _meant(value: str, allowed: list[str], aliases: dict[str, str]) -> str | None:
    """Give the allowed word that a wrong one stands for: a synonym first, then what is spelt alike."""
    slug = re.sub(r"[\s_]+", "-", value.strip().casefold())
    if slug in allowed:
        return slug
    if slug in aliases:
        return aliases[slug]
    guess = nearest(slug, [*allowed, *aliases])
    return aliases.get(guess, guess) if guess is not None else None


def _wrong_constant(error: Any, path: Path) -> Iterator[Told]:
    yield (
        path,
        False,
        f"'{shown(error.instance)}' is not {_indefinite(_name(path))}",
        f"write '{error.validator_value}'",
    )


def _wrong_type(error: Any, path: Path, written: str) -> Iterator[Told]:
    types = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    wanted: str = error.schema.get("x-expects") or " or ".join(_TYPES[name] for name in types)
    value = error.instance
    unquoted = types == ["string"] and not isinstance(value, dict | list)
    hint = f'put it in quotes: "{shown(written)}"' if unquoted else _list_hint(wanted, value)
    yield path, False, f"{_subject(path)} must be {wanted}, not {_kind(value)}", hint


def _list_hint(wanted: str, value: Any) -> str:
    return f"write [{shown(value)}]" if wanted == "a list" and isinstance(value, str) else ""


def _wrong_shape(error: Any, path: Path) -> Iterator[Told]:
    expected = error.schema.get("x-expects", f"of the form {error.validator_value}")
    if not error.instance and "minLength" in error.schema:
        return  # that it is empty is said already
    yield path, False, f"{_name(path)}: '{shown(error.instance)}' is not {expected}", ""


def _no_such_day(error: Any, path: Path) -> Iterator[Told]:
    yield path, False, f"{_name(path)}: the calendar has no {shown(error.instance)}", ""


def _empty(error: Any, path: Path) -> Iterator[Told]:
    del error
    hint = "give it a value, or leave it out where it is not required" if path else "a clause set is a mapping of keys"
    yield path, False, f"{_subject(path)} is empty", hint


def _too_long(error: Any, path: Path) -> Iterator[Told]:
    yield (
        path,
        False,
        f"{_name(path)} is {len(error.instance)} characters long, at most {error.validator_value} are allowed",
        "",
    )


def _out_of_range(error: Any, path: Path) -> Iterator[Told]:
    expected = error.schema.get("x-expects", f"{error.validator_value} or more")
    yield path, False, f"{_name(path)}: {shown(error.instance)} is not {expected}", ""


def _name(path: Path) -> str:
    """Name a place by its key; an item of a list by the list's."""
    return shown(next((entry for entry in reversed(path) if isinstance(entry, str)), ""))


def _subject(path: Path) -> str:
    item = bool(path) and isinstance(path[-1], int)
    return f"an item of {_name(path)}" if item else _name(path) or "the file"


def _indefinite(word: str) -> str:
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


def _kind(value: Any) -> str:
    kinds = {
        bool: "a truth value",
        int: "a number",
        float: "a number with a point",
        str: "a text",
        list: "a list",
        dict: "a mapping",
    }
    return kinds.get(type(value), "nothing")


_TELLERS: Final[dict[str, Callable[[Any, Path], Iterator[Told]]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "enum": _wrong_word,
    "const": _wrong_constant,
    "pattern": _wrong_shape,
    "format": _no_such_day,
    "minLength": _empty,
    "minItems": _empty,
    "maxLength": _too_long,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}
