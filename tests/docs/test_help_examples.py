"""Every command's help shows an example, and all examples run."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

import pytest

from clausetrack.cli.main import group
from tests.docs.transcripts import ROOT, SHARED
from tools.command_page import commands, examples

COMMANDS = dict(commands(group, "clausetrack"))
EXAMPLES = {name: examples(command) for name, command in COMMANDS.items()}

WORDS = "The ports will keep the lights burning.\n\nThey may share the cost.\n"
USERS_OWN = {
    **dict.fromkeys(("article.txt", "agreement.pdf", "pilotage-2027.docx"), WORDS),
    "pilotage.yaml": """\
format: clausetrack/clause-set/1
agreement: {id: pilotage, title: Pilotage}
revision: {id: one, basis: primary-text}
sources: [{id: paper}]
clauses: [{id: lights, kind: provision, text: Lights burn., evidence: [{source: paper, paragraph: 1}]}]
""",
}
"""Files that an example takes from its reader: any text will do, whatever a document is called."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_text_has_an_example_of_its_command(name):
    assert any(line.startswith(name) for line in examples(COMMANDS[name])), name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_help_text_is_laid_out_as_it_is_written(name):
    # click leaves a paragraph alone that starts with a backspace; in a raw docstring it is two other characters.
    command = COMMANDS[name]
    assert "\\b" not in f"{command.help}{command.epilog}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_a_command_run_one_after_the_other(name, tmp_path):
    for folder in SHARED:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for path, text in USERS_OWN.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    for line in EXAMPLES[name]:
        program, *arguments = shlex.split(line)
        assert program == "clausetrack"
        before = set(tmp_path.rglob("*"))
        done = subprocess.run(
            [sys.executable, "-m", "clausetrack", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        assert "error" not in done.stderr.decode(), line
        is_quiet = {"--check", "merge-driver"} & {*arguments}
        assert done.stdout or set(tmp_path.rglob("*")) - before or is_quiet, line
