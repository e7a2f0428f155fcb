"""Files in and out, and what the operating system may refuse."""

from __future__ import annotations

import io
import os
import pickle
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clausetrack.errors import ClausetrackError, InputError, InvalidFileError, SchemaFault, nearest
from clausetrack.files import read_bytes, read_text, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="needs FIFOs, devices and links")


def message(path: Path | str, **options: int) -> str:
    with pytest.raises(InputError) as caught:
        read_text(str(path), **options)
    assert caught.value.file == str(path)
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("é\r\n".encode())
    assert read_text(str(tmp_path / "a")) == "é\r\n"


def test_a_directory(tmp_path: Path) -> None:
    assert message(tmp_path) == "this is a directory, not a file (name a regular file)"


@posix
def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert message(tmp_path / "pipe") == "this is a pipe, not a file (name a regular file)"


@posix
def test_a_device_that_never_ends() -> None:
    assert message("/dev/zero") == "this is a device, not a file (name a regular file)"


@posix
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        assert "cannot read" in message("socket")


@posix
def test_a_link_that_leads_nowhere_is_not_told_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    said = "cannot read: no such file or directory (it is a link to something that is not there)"
    assert message(tmp_path / "link") == said


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert message(tmp_path / "missing").startswith("cannot read: no such file or directory (")


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert message(tmp_path / "a" / "b").startswith("cannot read: ")


def test_a_path_that_cannot_be() -> None:
    assert message("a\0b") == "cannot read: embedded null byte"


@posix
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert message(tmp_path / "loop").startswith("cannot read: ")
    with pytest.raises(InputError, match="cannot write"):
        write_atomically(str(tmp_path / "loop"), b"x")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert message(tmp_path / "a") == "cannot read: permission denied (ask for the right to read it)"


def test_a_disk_that_fails_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("x")

    class Failing(io.FileIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fdopen", lambda descriptor, *_, **__: Failing(descriptor, closefd=False))
    assert message(tmp_path / "a") == "cannot read: input/output error"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert read_bytes(str(tmp_path / "a"), limit=11) == b"x" * 11
    assert message(tmp_path / "a", limit=10).startswith("larger than ")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: \xe9")))
    with pytest.raises(InputError, match=r"^<stdin>:1:4: byte 0xe9 is not UTF-8"):
        read_text("-")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 20)))
    with pytest.raises(InputError, match=r"^<stdin>: larger than"):
        read_text("-", limit=10)


def test_a_file_is_written_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomically(str(path), b"one")
    (tmp_path / "other").write_bytes(b"")
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode
    path.chmod(0o640)
    write_atomically(str(path), b"two")
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "other"]


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"one")
    (tmp_path / "link").symlink_to("real")
    write_atomically(str(tmp_path / "link"), b"two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"two"


@posix
def test_a_device_stays_a_device() -> None:
    write_atomically("/dev/null", b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk() -> None:
    with pytest.raises(InputError) as caught:
        write_atomically("/dev/full", b"x" * 100_000)
    assert str(caught.value).startswith("/dev/full: cannot write: no space left on device")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@posix
def test_a_disk_that_fills_up_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    program = (
        "import resource, sys\n"
        "from clausetrack.errors import InputError\n"
        "from clausetrack.files import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(sys.argv[1], b'x' * 100_000)\n"
        "except InputError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a")], capture_output=True, text=True, check=True
    )
    assert "cannot write: file too large (nothing was changed)" in done.stdout
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a", b"old")]


def test_an_interrupt_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(str(tmp_path / "a"), b"x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["missing/a", "file/a", "folder", "a\0b"])
def test_a_place_that_cannot_be_written_to(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot write"):
        write_atomically(str(tmp_path / name), b"x")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]
    assert not list((tmp_path / "folder").iterdir())


def test_errors_survive_the_way_between_processes() -> None:
    fault = SchemaFault("what", file="f", line=1, column=2, hint="do")
    fault.path = ("a", 1)
    again = pickle.loads(pickle.dumps(fault))  # noqa: S301 - what was pickled a moment ago
    assert (type(again), str(again), again.path) == (SchemaFault, "f:1:2: what (do)", ("a", 1))
    both = pickle.loads(pickle.dumps(InvalidFileError([fault, ClausetrackError("else")])))  # noqa: S301 - what was pickled a moment ago
    assert str(both) == "f:1:2: what (do)\nelse"
    assert both.faults[0].path == ("a", 1)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("commitmnet", "commitment"), ("Dialog", "dialogue"), ("DIALOGUE", "dialogue"), ("xyz", None), ("", None)],
)
def test_the_nearest_word(word: str, meant: str | None) -> None:
    assert nearest(word, ["commitment", "dialogue", "statement"]) == meant
