"""Every command's help shows an example, and every example runs."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

import pytest
from transcripts import ROOT, SHARED

from clausetrack.cli.main import group
from tools.command_page import commands, examples

COMMANDS = dict(commands(group, "clausetrack"))
EXAMPLES = list(dict.fromkeys(line for command in COMMANDS.values() for line in examples(command)))

USERS_OWN = {"article.txt": "The ports will keep the lights burning.\n\nThey may share the cost.\n"}
"""Files that an example takes from its reader: any text will do."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_text_has_an_example_of_its_command(name):
    assert any(line.startswith(name) for line in examples(COMMANDS[name])), name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_help_text_is_laid_out_as_it_is_written(name):
    # click leaves a paragraph alone that starts with a backspace; in a raw docstring it is two other characters.
    command = COMMANDS[name]
    assert "\\b" not in f"{command.help}{command.epilog}"


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_runs(line, tmp_path):
    for folder in SHARED:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for path, text in USERS_OWN.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    program, *arguments = shlex.split(line)
    assert program == "clausetrack"
    done = subprocess.run(
        [sys.executable, "-m", "clausetrack", *arguments],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout or "--output" in arguments or "--check" in arguments
