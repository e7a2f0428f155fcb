"""The command line, run within the tests or as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from clausetrack.cli.exits import run
from clausetrack.cli.main import group

ROOT = Path(__file__).parent.parent.parent

SET = """\
format: clausetrack/clause-set/1

agreement:
  id: demo
  title: Demo
  parties: ["NO", IS]

revision:
  id: one
  basis: primary-text

sources:
  - id: gazette

clauses:
  - id: port-calls
    kind: commitment
    number: Article 9
    text: Ships will call at ports.
    actors: ["NO", IS]
    force: commit
    status: agreed
    evidence: [{source: gazette}]
"""


class Outcome(NamedTuple):
    """What a run of the program left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def invoke(capfd, monkeypatch):
    """Run a command line within this process, outside of any project and any terminal."""
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*args):
        capfd.readouterr()
        status = run(lambda: group.main(args=list(args), prog_name="clausetrack", standalone_mode=False))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return call


@pytest.fixture
def process(tmp_path):
    """Run the program as a process of its own."""

    def call(*args, cwd=tmp_path, **more):
        command = [sys.executable, "-m", "clausetrack", *args]
        done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=60, **more)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Start a folder with one clean clause file, and work in it."""
    path = tmp_path / "clause_specs" / "demo" / "one.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SET, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
