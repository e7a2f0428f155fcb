"""Exit statuses are as `exits` says, and no fault is ever told as a traceback unasked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import click
import pytest

from clausetrack.cli import exits
from clausetrack.errors import InputError, InvalidFileError, SyntaxFault

ONE = "clause_specs/demo/one.yaml"


def edit(project, of, to):
    path = project / ONE
    text = path.read_text()
    assert of in text
    path.write_text(text.replace(of, to))


@pytest.mark.usefixtures("project")
def test_nothing_found_is_0(invoke):
    assert invoke("validate") == (0, "1 file, 1 clause: nothing found\n", "")


def test_an_error_found_is_1(invoke, project):
    edit(project, "source: gazette", "source: gazete")
    done = invoke("validate")
    assert done.status == 1
    assert "there is no source 'gazete'" in done.out
    assert done.err == ""


@pytest.mark.parametrize(
    ("fail_on", "status"), [(None, 0), ("error", 0), ("warning", 1), ("info", 1), ("off", 0)], ids=str
)
def test_the_threshold_decides(invoke, project, fail_on, status):
    edit(project, "Ships will call at ports", "Ships call biannually")
    done = invoke("validate", *(["--fail-on", fail_on] if fail_on else []))
    assert done.status == status
    assert "1 warning" in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "gone.yaml"],
        ["validate", "--format", "svg"],
        ["validate", "--fail-on", "fatal"],
        ["validate", "--no-such-option"],
        ["no-such-command"],
        ["rules", "no-such-rule"],
        ["schema", "no-such-schema"],
        ["show"],
        ["show", "gone.yaml"],
        ["show", ONE, "--where", "colour=red"],
        ["diff", ONE],
        ["diff", ONE, "gone.yaml"],
        ["fmt", "gone.yaml"],
        ["source", "check", "gone.yaml"],
        ["source", "fingerprint", "gone.txt"],
        ["completion", "powershell"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("project")
def test_a_wrong_command_line_or_input_is_2(invoke, arguments):
    done = invoke(*arguments)
    assert done.status == 2
    assert done.out in {"", "0 files, 0 clauses: 1 input could not be read\n"}
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_what_can_be_checked_is_checked_before_2(invoke, project):
    edit(project, "source: gazette", "source: gazete")
    done = invoke("validate", "gone.yaml", "clause_specs")
    assert done.status == 2
    assert "there is no source 'gazete'" in done.out
    assert done.err.startswith("gone.yaml: error: cannot read")


@pytest.mark.usefixtures("project")
def test_a_fault_of_the_program_is_3_and_asks_for_a_report(invoke, monkeypatch):
    monkeypatch.setattr("clausetrack.cli.validate.validate", lambda *_, **__: 1 / 0)
    monkeypatch.delenv(exits.DEBUG, raising=False)
    done = invoke("validate")
    assert done.status == 3
    assert done.err.splitlines()[0] == "clausetrack: a fault of the program: ZeroDivisionError: division by zero"
    assert exits.DEBUG in done.err
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("project")
def test_a_fault_of_the_program_may_be_looked_into(monkeypatch):
    monkeypatch.setenv(exits.DEBUG, "1")
    with pytest.raises(ZeroDivisionError):
        exits.run(lambda: 1 // 0)


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
        (click.exceptions.Exit(1), 1),
        (click.UsageError("no"), 2),
        (InputError("no"), 2),
        (InvalidFileError([SyntaxFault("no")]), 2),
        (BrokenPipeError(), 141),
        (OSError(28, "No space left on device"), 2),
        (OSError(5, "Input/output error"), 3),
        (RecursionError("deep"), 3),
        (MemoryError(), 3),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else str(value),
)
def test_every_way_to_end_has_its_status(raised, status, monkeypatch, capfd):
    monkeypatch.delenv(exits.DEBUG, raising=False)
    monkeypatch.setattr(exits, "abandon_output", lambda: None)

    def fail():
        raise raised

    assert exits.run(fail) == status
    assert "Traceback" not in capfd.readouterr().err


def test_all_faults_of_a_file_are_told_with_places_and_hints(capfd):
    faults = [SyntaxFault("first", file="a", line=1, column=2), SyntaxFault("second", file="a", line=3, hint="do it")]
    exits.tell(InvalidFileError(faults))
    assert capfd.readouterr().err == "a:1:2: error: first\na:3: error: second\n    do it\n"


def test_hidden_characters_in_an_error_are_shown(capfd):
    exits.tell(InputError("\x1b[31mred", file="\u202e.yaml"))
    assert capfd.readouterr().err == "\\u202e.yaml: error: \\x1b[31mred\n"


@pytest.mark.usefixtures("project")
def test_an_interrupt_is_130_without_a_word():
    # A FIFO as standard input that nobody writes to: the program waits, and is interrupted.
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "clausetrack", "validate", "-"]
    with subprocess.Popen(
        command,
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - the test has no threads
    ) as running:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not _waits(running.pid):
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    os.close(reading)
    os.close(writing)
    assert running.returncode == 130
    assert (out, err.strip()) == (b"", b"")


def _heed_interrupts():
    # Whatever a shell runs in the background is born deaf to interrupts, and so would be the program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _waits(pid):
    """Say whether a process sleeps in a read of standard input, its modules loaded."""
    try:
        with open(f"/proc/{pid}/syscall") as stream:  # noqa: PTH123 - a file of the system
            return stream.read().split()[:2] == ["0", "0x0"]
    except OSError:
        return False
