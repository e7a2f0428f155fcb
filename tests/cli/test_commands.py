"""The commands: help, misspelt words, inputs good and bad, completion."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module

import click
import pytest
from conftest import ROOT, SET

from clausetrack import __version__
from clausetrack.cli.main import COMMANDS, group

ONE = "clause_specs/demo/one.yaml"


def test_the_table_of_commands_is_that_of_the_modules():
    assert sorted(COMMANDS) == group.list_commands(click.Context(group))
    for name, line in COMMANDS.items():
        command = import_module(f"clausetrack.cli.{name}").command
        assert command.name == name
        assert command.help
        assert line.endswith(".")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(invoke, name):
    short, long = invoke(name, "-h"), invoke(name, "--help")
    assert short == long
    assert short.status == 0
    head, _, examples = short.out.partition("Example:\n")
    assert f"    clausetrack {name}" in examples
    # Lines to be copied are never wrapped.
    assert all(len(line) <= 80 or ">" in line for line in head.splitlines())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_command_has_more_than_ten_flags_of_its_own(name):
    shared = {"output", "wanted", "template", "everything", "color", "quiet", "verbose"}
    own = [
        option
        for option in import_module(f"clausetrack.cli.{name}").command.params
        if isinstance(option, click.Option) and option.name not in shared
    ]
    assert len(own) <= 10


def test_help_without_a_command_lists_them(invoke):
    done = invoke()
    assert done.status == 0
    assert done == invoke("--help")
    assert all(f"  {name} " in done.out for name in COMMANDS)


def test_version(invoke):
    assert invoke("--version") == (0, f"clausetrack {__version__}\n", "")


def test_help_and_version_import_no_command():
    code = "import sys; from clausetrack.cli.main import group; group.main(['--help'], standalone_mode=False)"
    code += "; print(*[name for name in sys.modules if name.startswith('clausetrack.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded == {"clausetrack.cli", "clausetrack.cli.main", "clausetrack.cli.exits", "clausetrack.errors"}


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["validat"], "Did you mean 'validate'?"),
        (["shwo"], "Did you mean 'show'?"),
        (["validate", "--formt", "json"], "--format"),
        (["validate", "--format", "sariff"], "did you mean 'sarif'?"),
        (["validate", "--format", "x"], "one of text, json, sarif, junit, github, gitlab"),
        (["validate", "--color", "alway"], "'always'"),
        (["rules", "dangling-refrence"], "did you mean 'dangling-reference'?"),
        (["rules", "force-lowerd"], "did you mean 'force-lowered'?"),
        (["schema", "clause-sett"], "did you mean 'clause-set'?"),
        (["validate", "clause_specs/demo/oen.yaml"], "did you mean 'clause_specs/demo/one.yaml'?"),
        (["validate", "clause_spec/demo/one.yaml"], "there is no folder 'clause_spec/demo'"),
        (["show", ONE, "--where", "kin=dialogue"], "did you mean 'kind'?"),
        (["show", ONE, "--where", "force>=comit"], "did you mean 'commit'?"),
        (["show", ONE, "--where", "dialogue"], "write kind=dialogue"),
        (["show", ONE, "--where", "kind=dialog"], "did you mean 'dialogue'?"),
        (["show", ONE, "--where", "force=>commit"], "did you mean 'force>=commit'?"),
        (["diff", ONE, ONE, "--where", "status=agred"], "did you mean 'agreed'?"),
        (["corpus", "search", "fees", "--index", "none", "--where", "level==experts"], "did you mean 'level=experts'?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("project")
def test_a_misspelt_word_is_told_with_what_was_meant(invoke, arguments, meant):
    done = invoke(*arguments)
    assert done.status == 2
    assert meant in done.err


def test_standard_input_is_a_dash(process):
    text = SET.replace("source: gazette", "source: gazete")
    done = process("validate", "-", input=text.encode())
    assert done.status == 1
    assert "<stdin>:23:25  port-calls" in done.out
    assert process("show", "-", input=SET.encode()).out.startswith("Demo    one, primary-text\n")
    assert process("validate", "-", input=b"").status == 1
    assert "byte 0xff is not UTF-8" in process("validate", "-", input=b"a: \xff").out


def test_references_within_standard_input_are_placed(process):
    text = SET + "    relations: [{type: specifies, target: quays}]\n"
    assert "<stdin>:24:43  port-calls" in process("validate", "-", input=text.encode()).out


def test_fmt_is_a_filter_for_standard_input(process):
    untidy = SET.replace("title: Demo", "title:    Demo")
    assert process("fmt", "-", input=untidy.encode()) == (0, SET, "")
    assert process("fmt", "-", input=SET.encode()) == (0, SET, "")
    assert process("fmt", "--check", "-", input=untidy.encode()) == (1, "", "")
    broken = process("fmt", "-", input=b"a: [")
    assert (broken.status, broken.out) == (2, "")
    assert broken.err.startswith("<stdin>:1:5: error: ")


def test_fmt_writes_checks_and_shows(invoke, project):
    path = project / ONE
    path.write_text(SET.replace("title: Demo", "title:    Demo  # so called"))
    assert invoke("fmt", "--check") == (1, "", f"would change: {ONE}\n")
    shown = invoke("fmt", "--diff")
    assert shown.status == 1
    assert "-  title:    Demo  # so called\n+  title: Demo  # so called\n" in shown.out
    assert path.read_text() != SET
    assert invoke("fmt") == (0, "", f"changed: {ONE}\n")
    assert path.read_text() == SET.replace("title: Demo", "title: Demo  # so called")
    assert invoke("fmt", "--check") == (0, "", "")


def test_fmt_leaves_other_files_alone(invoke, project):
    other = "services:\n  a: &x {b:   1}\n  c: *x\n"
    (project / "clause_specs/compose.yaml").write_text(other)
    (project / "clausetrack.yaml").write_text("fail_on:   error\n")
    assert invoke("fmt").status == 0
    assert invoke("fmt", "clausetrack.yaml").err.startswith("clausetrack.yaml: error: this is no clause set")
    assert (project / "clause_specs/compose.yaml").read_text() == other


def test_other_yaml_in_a_folder_is_passed_over_and_said(invoke, project):
    (project / "clause_specs/compose.yaml").write_text("services:\n  a: &x {b: 1}\n")
    done = invoke("validate")
    assert done.status == 0
    assert "passed over, since they are no clause files: clause_specs/compose.yaml" in done.out
    assert invoke("validate", "clause_specs/compose.yaml").status == 1


def test_hidden_folders_are_not_searched(invoke, project):
    (project / "clause_specs/.git").mkdir()
    (project / "clause_specs/.git/x.yaml").write_text("clauses: 1\n")
    assert invoke("validate").out == "1 file, 1 clause: nothing found\n"


def test_a_file_that_is_named_twice_is_one_file(invoke, project):
    done = invoke("validate", ONE, f"./{ONE}", "clause_specs", str(project / ONE))
    assert done == (0, "1 file, 1 clause: nothing found\n", "")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_what_cannot_be_read_is_said(invoke, project):
    (project / ONE).chmod(0)
    assert "permission denied" in invoke("validate").err
    (project / "clause_specs/demo").chmod(0)
    assert "permission denied" in invoke("validate").err


@pytest.mark.usefixtures("project")
def test_a_folder_that_cannot_be_listed_is_said(invoke, monkeypatch):
    def refuse(path, onerror, **_):
        onerror(PermissionError(13, "Permission denied", path))
        return iter(())

    monkeypatch.setattr("clausetrack.app.collect.os.walk", refuse)
    done = invoke("validate")
    assert done.status == 2
    assert done.err.startswith("clause_specs: error: cannot read: permission denied")


def test_a_pipe_is_refused_and_does_not_hang(invoke, project):
    os.mkfifo(project / "clause_specs/pipe.yaml")
    done = invoke("validate")
    assert done.status == 2
    assert "clause_specs/pipe.yaml: error: this is a pipe, not a file" in done.err


def test_a_file_that_vanishes_is_said(invoke, project, monkeypatch):
    collect = import_module("clausetrack.app.validate").collect

    def collect_then_lose(paths):
        found = collect(paths)
        (project / ONE).unlink()
        return found

    monkeypatch.setattr("clausetrack.app.validate.collect", collect_then_lose)
    done = invoke("validate")
    assert done.status == 2
    assert done.err.startswith(f"{ONE}: error: cannot read: no such file or directory")


@pytest.mark.usefixtures("project")
def test_a_folder_where_a_file_is_wanted_is_said(invoke):
    done = invoke("show", "clause_specs")
    assert done.status == 2
    assert "this is a directory, not a file" in done.err


def test_no_project_and_no_path_is_said(invoke, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for command in ("validate", "fmt"):
        done = invoke(command)
        assert done.status == 2
        assert done.err.startswith("clause_specs: error: there is no such folder, and no path was given")
        assert "clausetrack init" in done.err


def test_texts_steer_no_terminal(invoke, project):
    nasty = '"Ships \\e[31mcall\\e[0m </script> \\u202e at ports.\\x9b2J"'
    (project / ONE).write_text(SET.replace("Ships will call at ports.", nasty))
    (project / "two.yaml").write_text(SET.replace("Ships will call at ports.", nasty.replace("call", "sail")))
    for arguments in (["validate"], ["show", ONE], ["show", ONE, "-f", "json"], ["diff", ONE, "two.yaml", "--all"]):
        done = invoke(*arguments)
        assert done.status in {0, 1}
        assert not {"\x1b", "\x9b", "\u202e"} & {*done.out, *done.err}


def test_a_text_that_is_a_bomb_for_regular_expressions_takes_no_time(invoke, project):
    bombs = ["a" * 50_000 + "!", "(a+)+" * 5_000, "bi-" * 30_000, "agree " * 20_000, "1.1." * 20_000, "- " * 30_000]
    clauses = "".join(f"  - {{id: bomb-{i}, kind: provision, text: '{bomb}'}}\n" for i, bomb in enumerate(bombs))
    text = SET.replace("title: Demo", "title: Demo\n  legal_status: non-binding") + clauses
    (project / ONE).write_text(text)
    before = os.times().user
    assert invoke("validate").status == 0
    assert invoke("show", ONE).status == 0
    assert os.times().user - before < 10


def test_a_thousand_files(invoke, project):
    for number in range(1000):
        text = SET.replace("id: one", f"id: r{number}").replace("port-calls", f"call-{number}-at-port")
        (project / f"clause_specs/demo/r{number}.yaml").write_text(text)
    assert invoke("validate", "--quiet").out == "1,001 files, 1,001 clauses: nothing found\n"


def test_show_filters(invoke, project):
    both = SET + "  - {id: quays, kind: provision, text: Quays are built.}\n"
    (project / ONE).write_text(both)
    assert "1 of 2 clauses" in invoke("show", ONE, "--where", "kind=commitment").out
    assert "0 of 2 clauses" in invoke("show", ONE, "--where", "actor=NO", "--where", "force<commit").out
    assert "2 clauses" in invoke("show", ONE).out


def test_diff_of_two_files(invoke, project):
    (project / "two.yaml").write_text(SET.replace("id: one", "id: two").replace("force: commit", "force: intend"))
    done = invoke("diff", ONE, "two.yaml")
    assert done.status == 0
    assert "▼ weakened  port-calls" in done.out
    assert invoke("diff", ONE, "two.yaml", "--exit-code").status == 1
    assert invoke("diff", ONE, ONE, "--exit-code").status == 0
    assert "no change of substance" in invoke("diff", ONE, ONE).out


def two(project, of, to):
    """Write a second revision beside the first, with one thing changed."""
    text = SET.replace("id: one", "id: two").replace("basis: primary-text", "basis: primary-text\n  follows: one")
    assert of in text
    (project / "clause_specs/demo/two.yaml").write_text(text.replace(of, to))
    return ONE, "clause_specs/demo/two.yaml"


def test_diff_can_be_narrowed_counted_and_turned_round(invoke, project):
    files = two(project, "force: commit", "force: intend")
    assert "port-calls" not in invoke("diff", *files, "--where", "kind=dialogue").out
    assert "port-calls" not in invoke("diff", *files, "--only", "clause-moved").out
    assert "port-calls" in invoke("diff", *files, "--only", "force-lowered").out
    assert "strengthened" in invoke("diff", *files, "--reverse").out
    assert "commitment" in invoke("diff", *files, "--summary-by", "kind").out
    assert "compared 1 with 1 clause\n" in invoke("diff", *files, "--verbose").err


def test_diff_is_a_gate_when_asked_to_be_one(invoke, project):
    files = two(project, "force: commit", "force: intend")
    assert invoke("diff", *files).status == 0
    refused = invoke("diff", *files, "--fail-on", "weakened")
    assert refused.status == 1
    assert "refused: force-lowered on port-calls" in refused.err
    assert invoke("diff", *files, "--fail-on", "strengthened").status == 0
    assert invoke("diff", *files, "--allow", "force-lowered:port-*").status == 0
    assert invoke("diff", *files, "--allow", "clause-moved:*").status == 1
    wrong = invoke("diff", *files, "--fail-on", "weakend")
    assert (wrong.status, "weakened" in wrong.err) == (2, True)


def test_accepted_changes_pass_the_gate_until_they_are_gone(invoke, project):
    files = two(project, "force: commit", "force: intend")
    done = invoke("diff", *files, "--fail-on", "weakened", "--write-baseline", "agreed in Oslo")
    assert done.status == 0
    assert "1 change" in done.err
    assert "agreed in Oslo" in (project / "clausetrack-baseline.yaml").read_text()
    assert invoke("diff", *files, "--fail-on", "weakened").status == 0
    gone = invoke("diff", ONE, ONE, "--fail-on", "weakened")
    assert "matches nothing" in gone.err
    assert invoke("diff", ONE, ONE, "--fail-on", "weakened", "--quiet").err == ""


def test_a_pairing_is_explained(invoke, project):
    files = two(project, "force: commit", "force: intend")
    done = invoke("diff", *files, "--explain", "port-calls")
    assert done.out.startswith("port-calls  Article 9")
    assert "paired by id" in done.out
    assert json.loads(invoke("diff", *files, "--explain", "port-calls", "-f", "json").out)["relation"] == "paired"
    assert invoke("diff", *files, "--explain", "port-calls", "-f", "markdown").status == 2
    misspelt = invoke("diff", *files, "--explain", "port-cals")
    assert (misspelt.status, "port-calls" in misspelt.err) == (2, True)


def test_a_saved_diff_is_a_patch(invoke, project):
    files = two(project, "force: commit", "force: intend")
    invoke("diff", *files, "-f", "json=saved.json")
    patched = invoke("patch", ONE, "saved.json")
    assert patched.status == 0
    assert "force: intend" in patched.out
    (project / ONE).write_text(SET.replace("force: commit", "force: bind"))
    refused = invoke("patch", ONE, "saved.json")
    assert (refused.status, refused.out) == (2, "")


def test_settings_are_shown_with_where_they_come_from(invoke, project, monkeypatch):
    (project / "clausetrack.yaml").write_text("fail_on: warning\npaths:\n  - {match: a, rules: {untidy: off}}\n")
    monkeypatch.setenv("CLAUSETRACK_JOBS", "3")
    lines = {line.split()[0]: line.split()[1:] for line in invoke("--show-settings").out.splitlines()}
    assert lines["fail_on"] == ["warning", str(project / "clausetrack.yaml")]
    assert lines["jobs"] == ["3", "CLAUSETRACK_JOBS"]
    assert lines["color"] == ["auto", "default"]
    assert "untidy" in " ".join(lines["paths"])
    (project / "clausetrack.yaml").write_text("fail_on: waring\n")
    wrong = invoke("--show-settings")
    assert wrong.status == 2
    assert wrong.err.startswith(f"{project}/clausetrack.yaml:1:10: error: ")
    assert "did you mean 'warning'?" in wrong.err


def test_a_slip_in_the_project_file_stops_every_command(invoke, project):
    (project / "clausetrack.yaml").write_text("rules: {untidi: off}\n")
    for arguments in (["validate"], ["show", ONE], ["fmt"], ["rules"]):
        done = invoke(*arguments)
        assert done.status == 2
        assert "there is no rule 'untidi'" in done.err


@pytest.mark.usefixtures("project")
def test_rules_are_listed_with_their_severities(invoke):
    listed = invoke("rules").out
    assert "  dangling-reference  error\n      A reference to a clause that is not there.\n" in listed
    assert "  force-lowered  error\n" in listed
    assert max(map(len, listed.splitlines())) <= 80 + 4
    assert invoke("rules", "untidy").out.startswith("# untidy\n")
    assert invoke("rules", "force-lowered").out.startswith("# force-lowered\n")


def test_evidence_is_checked(invoke, project):
    (project / "gazette.txt").write_text("Ships will call at ports.\n")
    made = invoke("source", "fingerprint", "gazette.txt")
    assert made.out.startswith("format: clausetrack/fingerprint/1\n")
    digest = re.search("sha256:[0-9a-f]{64}", made.out)[0]
    piece = f'{{source: gazette, paragraph: 1, sentence: 1, digest: "{digest}"}}'
    (project / ONE).write_text(SET.replace("{source: gazette}", piece))
    assert invoke("source", "check", ONE).status == 0
    stands = invoke("source", "check", "clause_specs", "gazette.txt", "--verbose")
    assert (stands.status, stands.err) == (0, "clause files: 1, documents: 1\n")
    assert stands.out.endswith("1 piece of evidence: 1 stands\n")
    (project / "gazette.txt").write_text("Ships may call at ports.\n")
    edited = invoke("source", "check", ONE, "gazette=gazette.txt")
    assert edited.status == 1
    assert "port-calls ← gazette, paragraph 1, sentence 1" in edited.out
    assert json.loads(invoke("source", "check", ONE, "-f", "json").out)["files"][0]["file"] == ONE
    assert invoke("source", "check", "gazette.txt").status == 2


def test_fmt_says_what_it_did_when_asked(invoke, project):
    assert invoke("fmt", "--verbose").err == "files: 1, changed: 0\n"
    (project / ONE).write_text(SET.rstrip("\n"))
    assert "\\ No newline at end of file" in invoke("fmt", "--diff").out
    assert invoke("fmt", "--diff", "--quiet").err == ""


def test_init_says_what_it_cannot_make(invoke, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clause_specs").write_text("in the way")
    done = invoke("init")
    assert done.status == 2
    assert "cannot make the folder" in done.err


def test_a_file_at_a_revision_of_git(invoke, project):
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "one"], check=True)
    (project / ONE).write_text(SET.replace("force: commit", "force: intend"))
    done = invoke("diff", f"HEAD:{ONE}", ONE)
    assert done.status == 0
    assert "weakened" in done.out
    assert invoke("show", f"HEAD:{ONE}").out.count("commit") > invoke("show", ONE).out.count("commit")
    wrong = invoke("show", f"HEAD:{ONE}x")
    assert wrong.status == 2
    assert "Traceback" not in wrong.err


def test_init_starts_a_project_that_passes(invoke, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = invoke("init", "start")
    assert done.status == 0
    assert done.out.count("wrote ") == 4
    monkeypatch.chdir(tmp_path / "start")
    assert invoke("validate") == (0, "1 file, 2 clauses: nothing found\n", "")
    assert invoke("fmt", "--check").status == 0
    (tmp_path / "start/clausetrack.yaml").write_text("specs: clause_specs\n")
    again = invoke("init")
    assert again.out.count("left as it is") == 4
    assert (tmp_path / "start/clausetrack.yaml").read_text() == "specs: clause_specs\n"
    assert invoke("init", "clausetrack.yaml").status == 2


def test_schemas_and_the_vocabulary_are_printed(invoke):
    assert "clause-set" in invoke("schema").out
    assert '"$id"' in invoke("schema", "diff").out
    assert '"maritime-security"' in invoke("schema", "domains").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(invoke, shell):
    done = invoke("completion", shell)
    assert done.status == 0
    assert "_CLAUSETRACK_COMPLETE" in done.out
    program = shutil.which(shell)
    if program:
        assert (
            subprocess.run([program, "-n"], input=done.out.encode(), check=False, capture_output=True).returncode == 0
        )


def complete(words, tmp_path):
    """Let bash complete the last of some words by the script that the program prints; give what it offers."""
    folder = tmp_path / "bin"
    folder.mkdir(exist_ok=True)
    program = folder / "clausetrack"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m clausetrack "$@"\n')
    program.chmod(0o755)
    script = f"""
        source <(clausetrack completion bash)
        COMP_WORDS=(clausetrack {" ".join(f"'{word}'" for word in words)}); COMP_CWORD={len(words)}
        _clausetrack_completion clausetrack
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    environment = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["va"], ["validate"]),
        (["--show"], ["--show-settings"]),
        (["validate", "--fail"], ["--fail-on"]),
        (["validate", "--format", "s"], ["sarif"]),
        (["validate", "--fail-on", "w"], ["warning"]),
        (["rules", "dangling-"], ["dangling-reference", "dangling-source"]),
        (["schema", "clause-"], ["clause-set"]),
        (["source", "f"], ["fingerprint"]),
    ],
    ids=" ".join,
)
def test_bash_completes(words, offered, tmp_path):
    assert complete(words, tmp_path) == offered
