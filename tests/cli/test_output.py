"""Where results go: to standard output or to files, whole or not at all, in colour only where it is wanted."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys

import pytest

from clausetrack.cli.output import terminal_options, wants_color

ONE = "clause_specs/demo/one.yaml"
ESCAPE = "\x1b["
needs_dev_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")  # noqa: PTH110


def spoil(project):
    path = project / ONE
    path.write_text(path.read_text().replace("source: gazette", "source: gazete"))


def test_several_formats_in_one_run(invoke, project):
    spoil(project)
    done = invoke("validate", "-f", "json=out.json", "-f", "sarif=out.sarif", "-f", "junit=out.xml", "-f", "text")
    assert done.status == 1
    assert "there is no source 'gazete'" in done.out
    assert json.loads((project / "out.json").read_text())["summary"]["error"] == 1
    assert json.loads((project / "out.sarif").read_text())["version"] == "2.1.0"
    assert (project / "out.xml").read_text().startswith("<?xml")


def test_output_takes_the_one_without_a_file(invoke, project):
    assert invoke("validate", "-f", "json", "-o", "all.json", "-f", "gitlab=gl.json").out == ""
    assert json.loads((project / "all.json").read_text())["schema"] == "clausetrack/findings/1"
    assert json.loads((project / "gl.json").read_text()) == []


def test_output_that_is_a_dash_is_standard_output(invoke, project):
    assert json.loads(invoke("validate", "-f", "json", "-o", "-").out)["findings"] == []
    assert not (project / "-").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["-f", "json", "-f", "text"],
        ["-f", "json=same", "-f", "text=./same"],
        ["-f", "json=same", "-o", "other"],
        ["-f", "json="],
        ["-f", "json", "-f", "sarif=same", "-o", "same"],
    ],
)
def test_two_results_cannot_go_to_one_place(invoke, project, arguments):
    done = invoke("validate", *arguments)
    assert done.status == 2
    assert done.out == ""
    assert sorted(path.name for path in project.iterdir()) == ["clause_specs"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(invoke, project):
    (project / "out.json").write_text("old")
    (project / "folder").mkdir()
    done = invoke("validate", "-f", "text", "-f", "json=folder")
    assert done.status == 2
    assert (done.out, done.err.splitlines()[0]) == ("", "folder: error: cannot write: is a directory")
    done = invoke("validate", "-f", "json=nowhere/out.json")
    assert done.status == 2
    assert (project / "out.json").read_text() == "old"


def test_a_full_disk_leaves_no_half_file(invoke, project, monkeypatch):
    (project / "out.json").write_text("old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    done = invoke("validate", "-f", "json=out.json")
    assert done.status == 2
    assert done.err.startswith("out.json: error: cannot write: no space left on device")
    assert (project / "out.json").read_text() == "old"
    assert sorted(path.name for path in project.iterdir()) == ["clause_specs", "out.json"]


@pytest.mark.usefixtures("project")
def test_a_device_is_written_to_not_replaced(process):
    assert process("validate", "-f", "json=/dev/null").status == 0
    assert not os.path.isfile("/dev/null")  # noqa: PTH113 - a device


@needs_dev_full
@pytest.mark.parametrize(
    "arguments", [["validate"], ["validate", "-f", "json"], ["--help"], ["--version"], ["rules"], ["fmt", "--diff"]]
)
def test_a_full_disk_behind_standard_output(project, arguments):
    path = project / ONE
    path.write_text(path.read_text().replace("title: Demo", "title:   Demo"))
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        command = [sys.executable, "-m", "clausetrack", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode() == "<stdout>: error: cannot write: no space left\n"


@needs_dev_full
@pytest.mark.usefixtures("project")
def test_a_full_disk_behind_a_named_output(process):
    done = process("validate", "-f", "json=/dev/full")
    assert done.status == 2
    assert done.err.startswith("/dev/full: error: cannot write: no space left on device")


@pytest.mark.parametrize(
    "arguments", [["rules", "untidy"], ["schema", "clause-set"], ["--help"], ["validate", "--help"]]
)
@pytest.mark.usefixtures("project")
def test_a_reader_that_goes_away_gets_no_traceback(arguments):
    command = [sys.executable, "-m", "clausetrack", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        err = running.stderr.read()
    assert running.returncode == 141
    assert err == b""


@pytest.mark.usefixtures("project")
def test_a_reader_of_one_line_gets_it():
    command = f"{sys.executable} -m clausetrack schema clause-set | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True, timeout=60)
    assert done.stdout in {b"{\n141\n", b"{\n0\n"}  # a pipe may hold all of it before its reader goes
    assert done.stderr == b""


@pytest.mark.parametrize("descriptor", [1, 2])
@pytest.mark.usefixtures("project")
def test_a_closed_standard_stream_is_no_fault_of_the_program(descriptor):
    command = f"exec {sys.executable} -m clausetrack validate {descriptor}>&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.returncode == (2 if descriptor == 1 else 0)
    assert b"Traceback" not in done.stderr


def terminal(*arguments, **environment):
    """Run the program with a terminal as standard output and standard error; give what it wrote there."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "clausetrack", *arguments]
    known = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"}}
    running = subprocess.Popen(command, stdout=follower, stderr=follower, env=known | {"TERM": "xterm"} | environment)
    os.close(follower)
    seen = b""
    while True:
        try:
            data = os.read(leader, 65536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not data:
            break
        seen += data
    os.close(leader)
    running.wait(timeout=60)
    return seen.decode()


def test_colour_is_for_terminals(process, project):
    spoil(project)
    assert ESCAPE not in process("validate").out
    assert ESCAPE in terminal("validate")
    assert ESCAPE not in terminal("validate", NO_COLOR="1")
    assert ESCAPE not in terminal("validate", TERM="dumb")
    assert ESCAPE not in terminal("validate", "--color", "never")


def test_colour_can_be_asked_for(process, project):
    spoil(project)
    assert ESCAPE in process("validate", "--color", "always").out
    assert ESCAPE in process("validate", env=os.environ | {"CLICOLOR_FORCE": "1"}).out
    assert ESCAPE in process("validate", "--color", "always", env=os.environ | {"NO_COLOR": "1"}).out
    assert ESCAPE in process("validate", env=os.environ | {"CLAUSETRACK_COLOR": "always"}).out


def test_files_are_never_coloured(invoke, project):
    spoil(project)
    invoke("validate", "--color", "always", "-o", "out.txt")
    assert ESCAPE not in (project / "out.txt").read_text()


@pytest.mark.parametrize(
    ("choice", "variables", "wanted"),
    [
        ("auto", {}, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False),
        ("auto", {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": "", "CLICOLOR_FORCE": "yes"}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"CLICOLOR_FORCE": "1"}, False),
    ],
)
def test_who_decides_on_colour(choice, variables, wanted, monkeypatch):
    for name in ("NO_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_color(choice) is wanted


@pytest.mark.parametrize(
    ("said", "width"), [("72", 72), ("20", 60), ("500", 120), ("0", 80), ("", 80), ("wide", 80), ("9" * 40, 80)]
)
def test_the_width_is_that_of_the_terminal_within_reason(said, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", said)
    assert terminal_options("never").width == width


def test_progress_is_for_terminals_and_for_many_files(process, project):
    text = (project / ONE).read_text()
    for number in range(60):
        (project / f"clause_specs/demo/r{number}.yaml").write_text(text.replace("id: one", f"id: r{number}"))
    assert "validate  [" in terminal("validate")
    assert "validate  [" not in terminal("validate", "--quiet")
    done = process("validate")
    assert (done.out, done.err) == ("61 files, 61 clauses: nothing found\n", "")


def test_quiet_and_verbose_speak_on_standard_error(invoke, project):
    loud = invoke("validate", "--verbose")
    assert loud.out == "1 file, 1 clause: nothing found\n"
    assert re.match("checking clause_specs ", loud.err)
    assert invoke("validate", "--verbose", "--quiet").err == ""
    (project / "empty").mkdir()
    assert invoke("validate", "empty").err == "no clause files in empty\n"
    assert invoke("validate", "--quiet", "empty").err == ""


def test_two_runs_give_the_same_bytes(process, project):
    spoil(project)
    for format in ("text", "sarif"):
        first, second = (process("validate", "-f", format, env=os.environ | {"PYTHONHASHSEED": s}) for s in "12")
        assert first == second


def test_standard_input_is_read_where_there_are_many_processes(invoke, project, monkeypatch):
    monkeypatch.setattr("clausetrack.app.validate.PARALLEL_BYTES", 0)
    monkeypatch.setenv("CLAUSETRACK_JOBS", "2")
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO((project / ONE).read_bytes().replace(b"id: one", b"id: two")))
    )
    assert invoke("validate", "-", "clause_specs").out == "2 files, 2 clauses: nothing found\n"


def test_many_processes_find_what_one_finds(invoke, project, monkeypatch):
    monkeypatch.setattr("clausetrack.app.validate.PARALLEL_BYTES", 0)
    text = (project / ONE).read_text().replace("Ships will call at ports", "Ships call biannually")
    for number in range(40):
        (project / f"clause_specs/demo/r{number}.yaml").write_text(text.replace("id: one", f"id: r{number}"))
    (project / "clause_specs/demo/r0.yaml").unlink()
    (project / "clause_specs/demo/r0.yaml").mkdir()
    (project / "clause_specs/demo/r1.yaml").write_bytes(b"format: \xff")
    outcomes = []
    for jobs in ("1", "3"):
        monkeypatch.setenv("CLAUSETRACK_JOBS", jobs)
        outcomes.append(invoke("validate", "clause_specs", "gone.yaml", "-f", "json"))
    assert outcomes[0].status == outcomes[1].status == 2
    assert json.loads(outcomes[0].out)["summary"]["warning"] == 38
    assert outcomes[0] == outcomes[1]
