"""Files in and out: bounded reading of regular files, and writing that leaves a whole file or none."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from clausetrack.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read: ten times the largest treaty series volume, and still a second's work."""

STDIN_NAME = "-"


def read_bytes(path: str, *, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file, or standard input for ``-``. InputError where it cannot be, or is larger than ``limit`` bytes."""
    if path == STDIN_NAME:
        return _bounded(sys.stdin.buffer.read(limit + 1), "<stdin>", limit)
    try:
        # Opened without blocking and looked at before it is read: a FIFO or a device would hang or never end.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise InputError(f"this is {_kind(status.st_mode)}, not a file", file=path, hint="name a regular file")
            return _bounded(stream.read(limit + 1), path, limit)
    except (OSError, ValueError) as fault:
        raise unreadable(path, fault) from None


def read_text(path: str, *, limit: int = MAX_BYTES) -> str:
    """Read a file as UTF-8; InputError with line and column where it is not."""
    return decode(read_bytes(path, limit=limit), path)


def decode(data: bytes, file: str) -> str:
    """Decode UTF-8, strictly; InputError with the line and column (in characters) of the first wrong byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise InputError(
            f"byte 0x{data[fault.start]:02x} is not UTF-8",
            file=file,
            line=line,
            column=column,
            hint="save the file as UTF-8",
        ) from None


def write_atomically(path: str, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that no reader ever finds half of it. InputError on failure."""
    target = Path(path).resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        mode = target.stat().st_mode if target.exists() else None
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except OSError as fault:
        temporary.unlink(missing_ok=True)
        raise InputError(f"cannot write: {_reason(fault)}", file=path, hint="nothing was changed") from None


def unreadable(path: str, fault: Exception) -> InputError:
    """Turn the operating system's refusal to read a path into an error for the user."""
    hints = {FileNotFoundError: "check the path", PermissionError: "ask for the right to read it"}
    hint = next((text for kind, text in hints.items() if isinstance(fault, kind)), "")
    return InputError(f"cannot read: {_reason(fault)}", file=path, hint=hint)


def _bounded(data: bytes, file: str, limit: int) -> bytes:
    if len(data) > limit:
        raise InputError(
            f"larger than {limit / 1048576:g} MiB", file=file, hint="split it, or raise the limit max-file-size"
        )
    return data


def _reason(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror[0].lower() + fault.strerror[1:]
    return str(fault)


def _kind(mode: int) -> str:
    kinds = {stat.S_IFDIR: "a directory", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device"}
    return kinds.get(stat.S_IFMT(mode), "something else")
