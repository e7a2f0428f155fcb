"""Files in and out: bounded reading of regular files, and writing that leaves a whole file or none."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from clausetrack.errors import InputError, nearest

MAX_BYTES: Final = 64 * 1024 * 1024
"""The largest file that is read: ten times the largest treaty series volume, and still a second's work."""

STDIN_NAME: Final = "-"

# By their byte order marks; the longer first, since the shorter one is its beginning.
_ENCODINGS: Final = (
    ("UTF-32", (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")),
    ("UTF-16", (b"\xff\xfe", b"\xfe\xff")),
)


def read_bytes(path: str, *, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file, or standard input for ``-``; InputError where that fails or it has over ``limit`` bytes."""
    try:
        if path == STDIN_NAME:
            return _bounded(sys.stdin.buffer.read(limit + 1), _shown(path), limit)
        # Opened without blocking and looked at before it is read: a FIFO or a device would hang or never end.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise InputError(f"this is {_kind(mode)}, not a file", file=path, hint="name a regular file")
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                return _bounded(stream.read(limit + 1), path, limit)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as fault:
        raise unreadable(_shown(path), fault) from None


def read_text(path: str, *, limit: int = MAX_BYTES) -> str:
    """Read a file as UTF-8; InputError with line and column where it is not."""
    return decode(read_bytes(path, limit=limit), _shown(path))


def decode(data: bytes, file: str) -> str:
    """Decode UTF-8, strictly; InputError with the line and column (in characters) of the first wrong byte."""
    if (encoding := _other_encoding(data)) is not None:
        raise InputError(f"this is {encoding}", file=file, line=1, column=1, hint="save the file as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        raise InputError(
            f"byte 0x{data[fault.start]:02x} is not UTF-8",
            file=file,
            line=before.count("\n") + 1,
            column=len(before) - before.rfind("\n"),
            hint="save the file as UTF-8",
        ) from None


def write_atomically(path: str, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that no reader ever finds half of it. InputError on failure.

    A link is followed, and the rights of a file that is there are kept. A device or a pipe is written to directly.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        if mode is None or stat.S_ISREG(mode):
            _replace(target, data, mode)
        else:
            # Opening a directory fails, as it should; replacing a device by a file would be a disaster.
            target.write_bytes(data)
    except (OSError, ValueError) as fault:
        raise InputError(f"cannot write: {_reason(fault)}", file=path, hint="nothing was changed") from None


def make_folder(path: str) -> None:
    """Make the folder that a file is to be written to, where it is missing. InputError on failure."""
    folder = Path(path).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        raise InputError(f"cannot make the folder: {_reason(fault)}", file=str(folder)) from None


def unreadable(path: str, fault: Exception) -> InputError:
    """Turn the operating system's refusal to read a path into an error for the user."""
    hint = "ask for the right to read it" if isinstance(fault, PermissionError) else ""
    if isinstance(fault, FileNotFoundError):
        hint = _meant(path)
    return InputError(f"cannot read: {_reason(fault)}", file=path, hint=hint)


def _meant(path: str) -> str:
    """Say which file beside one that is not there was most likely meant."""
    folder, name = os.path.split(path)
    if os.path.islink(path):  # noqa: PTH114 - a string path
        return "it is a link to something that is not there"
    try:
        guess = nearest(name, os.listdir(folder or "."))  # noqa: PTH208 - names, not paths
    except OSError:
        return f"there is no folder '{folder}'"
    return f"did you mean '{os.path.join(folder, guess)}'?" if guess else "check the path"  # noqa: PTH118 - as it was given


def _mode(target: Path) -> int | None:
    """Give type and rights of what is at a path that was resolved; None where nothing is."""
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target.stat().st_mode if target.exists() else None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    import secrets  # noqa: PLC0415 - 8 ms that only writing a file has to pay

    # Not a file of `tempfile`: those are for their owner alone, and the new file has the rights that others have.
    temporary = target.with_name(f".{target.name[:50]}.{secrets.token_hex(4)}.tmp")
    with temporary.open("xb") as stream:
        try:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _other_encoding(data: bytes) -> str | None:
    """Name the encoding of a text that is plainly not UTF-8."""
    for name, marks in _ENCODINGS:
        if data.startswith(marks):
            return name
    # A clause file starts with a character of ASCII, in a word or a comment; UTF-16 and UTF-32 pad it with zeros.
    if len(data) >= 4 and data[:4].count(0) == 3:  # noqa: PLR2004 - a character of UTF-32
        return "UTF-32"
    return "UTF-16" if len(data) > 1 and data[:2].count(0) == 1 else None


def _bounded(data: bytes, file: str, limit: int) -> bytes:
    if len(data) > limit:
        raise InputError(
            f"larger than {limit / 1048576:g} MiB",
            file=file,
            hint="split it, or raise max_file_size in clausetrack.yaml",
        )
    return data


def _shown(path: str) -> str:
    return "<stdin>" if path == STDIN_NAME else path


def _reason(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror[0].lower() + fault.strerror[1:]
    return str(fault)


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a directory",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")
