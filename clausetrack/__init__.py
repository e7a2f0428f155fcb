"""clausetrack: what changed between two agreements, in substance.

>>> import clausetrack as ct
>>> old = ct.load("clause_specs/eu-jp-sdp/2024-11-01.yaml")
>>> new = ct.load("clause_specs/eu-jp-sdp/2025-07-23.yaml")
>>> ct.diff(old, new).direction
'mixed'

Importing this package imports nothing else: each name is loaded when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clausetrack.app.api import diff, dump, dumps, load, load_settings, loads, validate
    from clausetrack.errors import ClausetrackError, InputError, InvalidFileError
    from clausetrack.model.change import Change, Diff, Row
    from clausetrack.model.clause import Clause
    from clausetrack.model.clauseset import ClauseSet
    from clausetrack.model.finding import Finding, Validation

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Clause",
    "ClauseSet",
    "ClausetrackError",
    "Diff",
    "Finding",
    "InputError",
    "InvalidFileError",
    "Row",
    "Validation",
    "diff",
    "dump",
    "dumps",
    "load",
    "load_settings",
    "loads",
    "validate",
]

_HOMES = {
    "Change": "clausetrack.model.change",
    "Clause": "clausetrack.model.clause",
    "ClauseSet": "clausetrack.model.clauseset",
    "ClausetrackError": "clausetrack.errors",
    "Diff": "clausetrack.model.change",
    "Finding": "clausetrack.model.finding",
    "InputError": "clausetrack.errors",
    "InvalidFileError": "clausetrack.errors",
    "Row": "clausetrack.model.change",
    "Validation": "clausetrack.model.finding",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module 'clausetrack' has no attribute '{name}'")
    value = getattr(import_module(_HOMES.get(name, "clausetrack.app.api")), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """The package, where ``diff`` is the function also once the subpackage of that name has been imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        """Let the import system bind every subpackage but that one; ``sys.modules`` has it all the same."""
        if name != "diff" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    """Give the public names, loaded or not."""
    return sorted({*__all__, "__version__"})
