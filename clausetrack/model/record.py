"""Frozen, slotted dataclasses that are quick to make.

What ``@dataclass(frozen=True, slots=True)`` gives, by the same module, but with only ``__init__`` written anew for
each class: comparison, representation and the refusal to be changed are the same for all and are inherited. The
standard decorator compiles six functions a class, and with some twenty classes that alone took a sixth of the time in
which ``clausetrack validate`` has to be done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform, overload

T = TypeVar("T")


class Record:
    """What all records have in common. Two are equal where they are of one class and all compared fields are equal."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _compared: ClassVar[attrgetter[Any]]

    def __repr__(self) -> str:
        """Give the class and the fields, as they would be written."""
        shown = (name for name, entry in self.__dataclass_fields__.items() if entry.repr)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def __eq__(self, other: object) -> bool:
        """Compare field by field with another record of the class."""
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._compared(self) == self._compared(other))

    def __hash__(self) -> int:
        """Hash the compared fields; TypeError where one of them cannot be."""
        return hash(self._compared(self))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record does not change."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuse: a record does not change."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        """Give the values of all fields, for copies and other processes."""
        return [getattr(self, name) for name in self.__dataclass_fields__]

    def __setstate__(self, state: list[Any]) -> None:
        """Take the values of all fields."""
        for name, value in zip(self.__dataclass_fields__, state, strict=True):
            object.__setattr__(self, name, value)


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class that inherits from `Record` a frozen, slotted dataclass."""
    if cls is None:
        return lambda given: _made(given, kw_only=kw_only)
    return _made(cls, kw_only=kw_only)


def _made(cls: type[T], *, kw_only: bool) -> type[T]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    entries: list[Field[Any]] = list(made.__dataclass_fields__.values())
    made.__init__ = _init(entries, kw_only=kw_only)
    made._compared = attrgetter(*(entry.name for entry in entries if entry.compare))  # noqa: SLF001 - declared above
    return made  # type: ignore[no-any-return] # the class that was given


def _init(entries: list[Field[Any]], *, kw_only: bool) -> Callable[..., None]:
    """Compile ``__init__``: one function with the fields as its arguments, as dataclasses does it."""
    known: dict[str, Any] = {"set_": object.__setattr__, "MISSING": MISSING}
    arguments, lines = ["*"] if kw_only else [], []
    for entry in entries:
        name = entry.name
        value = name
        if entry.default is not MISSING:
            known[f"default_{name}"] = entry.default
            arguments.append(f"{name}=default_{name}")
        elif entry.default_factory is not MISSING:
            known[f"make_{name}"] = entry.default_factory
            arguments.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        else:
            arguments.append(name)
        lines.append(f" set_(self, {name!r}, {value})")
    exec(f"def __init__(self, {', '.join(arguments)}):\n" + "\n".join(lines), known)  # noqa: S102 - names of fields only
    made: Callable[..., None] = known["__init__"]
    return made
