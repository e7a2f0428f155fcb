"""Long results go through a pager on a terminal, and nowhere else."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

LINES = 10


def on_a_terminal(*args, cwd, **variables):
    """Run the program on a terminal of ten lines, and give what the terminal shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, 80, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in {"PAGER", "CLAUSETRACK_PAGER", "LESS"}}
    environment |= {"TERM": "xterm", "NO_COLOR": "1"} | variables
    command = [sys.executable, "-m", "clausetrack", *args]
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        ready, _, _ = select.select([ours], [], [], 20)
        try:
            part = os.read(ours, 65_536) if ready else b""
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    program.wait(timeout=20)
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture
def pager(tmp_path):
    path = tmp_path / "pager"
    path.write_text('#!/bin/sh\necho "LESS=$LESS"\nexec sed "s/^/| /"\n', encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_long_result_goes_through_the_pager(tmp_path, pager):
    shown = on_a_terminal("rules", cwd=tmp_path, PAGER=pager)
    assert shown.startswith("LESS=FRX\n| ")
    assert shown.count("\n| ") > LINES
    assert on_a_terminal("rules", cwd=tmp_path, PAGER="cat", CLAUSETRACK_PAGER=pager).startswith("LESS=FRX\n| ")
    assert on_a_terminal("rules", cwd=tmp_path, PAGER=pager, LESS="S").startswith("LESS=S\n| ")


@pytest.mark.parametrize("variables", [{"PAGER": ""}, {"PAGER": "cat"}, {"PAGER": "no-such-pager"}, {"TERM": "dumb"}])
def test_without_a_pager_it_is_printed(tmp_path, pager, variables):
    shown = on_a_terminal("rules", cwd=tmp_path, **({"PAGER": pager} | variables))
    assert "| " not in shown.splitlines()[0]
    assert shown.count("\n") > LINES


def test_what_fits_and_what_is_no_terminal_is_printed(tmp_path, pager):
    assert "LESS" not in on_a_terminal("--version", cwd=tmp_path, PAGER=pager)
    environment = os.environ | {"PAGER": pager}
    command = [sys.executable, "-m", "clausetrack", "rules"]
    done = subprocess.run(command, cwd=Path(tmp_path), env=environment, capture_output=True, text=True, check=True)
    assert "LESS" not in done.stdout
