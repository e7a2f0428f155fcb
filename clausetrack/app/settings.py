"""What is in force, and where it comes from: defaults, ``clausetrack.yaml``, ``CLAUSETRACK_*`` variables, flags; the later wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from clausetrack.clauseset.schema import schema, schema_faults
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import InvalidFileError, SettingsError, nearest
from clausetrack.files import read_text
from clausetrack.model.change import Severity
from clausetrack.rules.severity import Severities

PROJECT_FILE: Final = "clausetrack.yaml"
DEFAULTS: Final[dict[str, Any]] = {
    "specs": "clause_specs",
    "fail_on": "error",
    "rules": {},
    "paths": [],
    "domains": {},
    "max_file_size": 64,
    "jobs": 0,
    "color": "auto",
}
_PREFIX: Final = "CLAUSETRACK_"
_FROM_ENVIRONMENT: Final = ("specs", "fail_on", "max_file_size", "jobs", "color")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. ``root`` is the folder of the project file, or the working directory; ``origins`` says whence each came."""

    specs: str = "clause_specs"
    fail_on: Severity = "error"
    rules: Mapping[str, Severity] = field(default_factory=dict)
    paths: tuple[tuple[str, Mapping[str, Severity]], ...] = ()
    domains: Mapping[str, str] = field(default_factory=dict)
    max_file_size: int = 64
    jobs: int = 0
    color: str = "auto"
    root: str = "."
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def severities(self) -> Severities:
        """The severities of lint rules as the project has them."""
        return Severities(self.rules, self.paths)

    @property
    def max_bytes(self) -> int:
        """The size limit of a file in bytes."""
        return self.max_file_size * 1024 * 1024


def load_settings(directory: str, environment: Mapping[str, str], flags: Mapping[str, Any] | None = None) -> Settings:
    """Give the settings for a working directory. SettingsError or InvalidFileError where one of them cannot be."""
    values, origins = dict(DEFAULTS), dict.fromkeys(DEFAULTS, "default")
    file = find_project_file(directory)
    layers = [(_from_file(file), str(file))] if file else []
    layers += [({key: value}, f"{_PREFIX}{key.upper()}") for key, value in _from_environment(environment).items()]
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
    if faults := schema_faults(tree, "settings"):
        raise InvalidFileError(faults)
    return {key: value for key, value in tree.data.items() if key in DEFAULTS}


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    properties = schema("settings")["properties"] if any(name.startswith(_PREFIX) for name in environment) else {}
    return {
        key: _parsed(key, environment[name], properties[key])
        for key in _FROM_ENVIRONMENT
        if (name := f"{_PREFIX}{key.upper()}") in environment
    }


def _parsed(key: str, value: str, definition: dict[str, Any]) -> Any:
    name = f"{_PREFIX}{key.upper()}"
    if definition.get("type") == "integer":
        if (
            not value.isascii()
            or not value.isdigit()
            or not definition["minimum"] <= int(value[:9]) <= definition["maximum"]
        ):
            limits = f"a whole number from {definition['minimum']} to {definition['maximum']}"
            raise SettingsError(f"{name}={value} is not {limits}")
        return int(value)
    if "enum" in definition and value not in definition["enum"]:
        guess = nearest(value, definition["enum"])
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(definition["enum"])
        raise SettingsError(f"{name}={value} cannot be", hint=hint)
    return value
