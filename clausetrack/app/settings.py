"""What is in force, and where it comes from.

Defaults, ``clausetrack.yaml``, ``CLAUSETRACK_*`` variables, flags: the later wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from clausetrack.clauseset.schema import schema, schema_faults
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.errors import ClausetrackError, InvalidFileError, SettingsError, nearest
from clausetrack.files import read_text
from clausetrack.model.position import Path as KeyPath
from clausetrack.model.scales import Severity
from clausetrack.rules.severity import Severities

PROJECT_FILE: Final = "clausetrack.yaml"
DEFAULTS: Final[dict[str, Any]] = {
    "specs": "clause_specs",
    "fail_on": "error",
    "diff_fail_on": "off",
    "allow": [],
    "baseline": "clausetrack-baseline.yaml",
    "alignments": [],
    "rules": {},
    "paths": [],
    "domains": {},
    "level": "auto",
    "redline_author": "clausetrack",
    "redline_date": "auto",
    "max_file_size": 64,
    "jobs": 0,
    "color": "auto",
}
_PREFIX: Final = "CLAUSETRACK_"
_FROM_ENVIRONMENT: Final = (
    *("specs", "fail_on", "diff_fail_on", "baseline", "level", "redline_author", "redline_date"),
    *("max_file_size", "jobs", "color"),
)


class Settings(NamedTuple):
    """The settings in force.

    ``root`` is the folder of the project file, or the working directory; ``max_file_size`` counts MiB; 0 ``jobs`` stand
    for as many as there are processors; ``origins`` says whence each setting came.
    """

    specs: str = "clause_specs"
    fail_on: Severity = "error"
    diff_fail_on: str = "off"
    allow: Sequence[str] = ()
    baseline: str = "clausetrack-baseline.yaml"
    alignments: Sequence[Mapping[str, Any]] = ()
    rules: Mapping[str, Severity] = {}
    paths: tuple[tuple[str, Mapping[str, Severity]], ...] = ()
    domains: Mapping[str, str] = {}
    level: Literal["auto", "article", "paragraph", "point"] = "auto"
    redline_author: str = "clausetrack"
    redline_date: str = "auto"
    max_file_size: int = 64
    jobs: int = 0
    color: str = "auto"
    root: str = "."
    origins: Mapping[str, str] = {}

    @property
    def severities(self) -> Severities:
        """The severities of rules as the project has them."""
        return Severities(self.rules, self.paths, self.root)

    @property
    def baseline_path(self) -> str:
        """The baseline's path as seen from the working directory."""
        return str(Path(self.root, self.baseline))

    @property
    def draft_level(self) -> Literal["article", "paragraph", "point"] | None:
        """What a clause of a drafted document is to be; None for what suits the document."""
        return None if self.level == "auto" else self.level

    @property
    def tracked_date(self) -> str | None:
        """The date (ISO 8601) that tracked changes bear; None for that of the new revision."""
        return None if self.redline_date == "auto" else self.redline_date

    @property
    def max_bytes(self) -> int:
        """The size limit of a file in bytes."""
        return self.max_file_size * 1024 * 1024


def load_settings(
    directory: str = ".", environment: Mapping[str, str] | None = None, flags: Mapping[str, Any] | None = None
) -> Settings:
    """Give the settings for a working directory, with those of an environment and of flags where they are given.

    InputError or InvalidFileError where the project file cannot be read or is not valid, SettingsError where a variable
    has a value that cannot be.
    """
    values, origins = dict(DEFAULTS), dict.fromkeys(DEFAULTS, "default")
    file = find_project_file(directory)
    layers = [(_from_file(file), str(file))] if file else []
    layers += [({key: value}, f"{_PREFIX}{key.upper()}") for key, value in _from_environment(environment or {})]
    layers += [
        ({key: value}, f"--{key.replace('_', '-')}") for key, value in (flags or {}).items() if value is not None
    ]
    for layer, origin in layers:
        for key, value in layer.items():
            values[key], origins[key] = value, origin
    paths = tuple((entry["match"], entry["rules"]) for entry in values.pop("paths"))
    return Settings(**values, paths=paths, root=str(file.parent) if file else directory, origins=origins)


def find_project_file(directory: str) -> Path | None:
    """Find the project file in a directory or the nearest one above it."""
    start = Path(directory).resolve()
    return next((path for folder in (start, *start.parents) if (path := folder / PROJECT_FILE).is_file()), None)


def _from_file(file: Path) -> dict[str, Any]:
    tree = parse(read_text(str(file)), str(file))
    faults: list[ClausetrackError] = [*schema_faults(tree, "settings")]
    if faults := faults or [*_unknown_rules(tree)]:
        raise InvalidFileError(faults)
    return {key: value for key, value in tree.data.items() if key in DEFAULTS}


def _unknown_rules(tree: Tree) -> Iterator[SettingsError]:
    named: list[tuple[KeyPath, str]] = [(("rules", name), name) for name in tree.data.get("rules", {})]
    for index, entry in enumerate(tree.data.get("paths", ())):
        named += [(("paths", index, "rules", name), name) for name in entry["rules"]]
    if not named:
        return
    from clausetrack.rules.change_registry import CHANGE  # noqa: PLC0415 - 40 ms that few projects have to pay
    from clausetrack.rules.registry import LINT  # noqa: PLC0415

    known = {**LINT, **CHANGE}
    for path, name in named:
        if name not in known:
            guess = nearest(name, known)
            place = tree.locate(path, key=True)
            hint = f"did you mean '{guess}'?" if guess else "'clausetrack rules' lists them"
            what = f"there is no rule '{name}'"
            yield SettingsError(what, file=place.file, line=place.line, column=place.column, hint=hint)


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    given = {name: value for name, value in environment.items() if name.startswith(_PREFIX)}
    if not given:
        return
    properties = schema("settings")["properties"]
    variables = {f"{_PREFIX}{key.upper()}": key for key in _FROM_ENVIRONMENT}
    for name, value in sorted(given.items()):
        if name in variables:
            yield variables[name], _parsed(name, value, properties[variables[name]])
        else:
            _refuse_if_meant(name, variables)


def _refuse_if_meant(name: str, variables: Mapping[str, str]) -> None:
    """Refuse a variable that was plainly meant for a setting; others of that prefix are none of ours."""
    if name.removeprefix(_PREFIX).lower() in DEFAULTS:
        raise SettingsError(f"{name} cannot be given as a variable", hint=f"write it into {PROJECT_FILE}")
    guess = nearest(name.removeprefix(_PREFIX), [variable.removeprefix(_PREFIX) for variable in variables])
    if guess:
        raise SettingsError(f"there is no setting {name}", hint=f"did you mean {_PREFIX}{guess}?")


def _parsed(name: str, value: str, definition: dict[str, Any]) -> Any:
    if definition.get("type") == "integer":
        least, most = definition["minimum"], definition["maximum"]
        if not value.isascii() or not value.isdigit() or not least <= int(value[:9]) <= most:
            raise SettingsError(f"{name}={value} is not a whole number from {least} to {most}")
        return int(value)
    if "enum" in definition and value not in definition["enum"]:
        guess = nearest(value, definition["enum"])
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(definition["enum"])
        raise SettingsError(f"{name}={value} cannot be", hint=hint)
    if "pattern" in definition and not re.search(definition["pattern"], value):
        example = definition["examples"][0]
        raise SettingsError(f"{name}={value} cannot be", hint=f"write it as in {name}={example}")
    if not value:
        raise SettingsError(f"{name} is empty", hint="unset it, or give it a value")
    return value
