"""The gates that the project offers, run as their hosts run them: the action, GitLab's job, hooks of pre-commit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from programs import program

ROOT = Path(__file__).parent.parent.parent
SET = """\
format: clausetrack/clause-set/1

agreement:
  id: ports
  title: Ports

revision:
  id: one
  basis: primary-text
  language: en

clauses:
  - id: calls
    kind: provision
    text: Ships shall call at ports every year.
"""
FILE = "clause_specs/ports/one.yaml"


@pytest.fixture
def run(tmp_path):
    """Run a program in a repository whose last commit weakens a clause and whose first is the base."""
    environment = {
        **{
            key: os.environ[key]
            for key in ("PATH", "HOME", "LANG", "PIP_INDEX_URL", "PIP_CONFIG_FILE")
            if key in os.environ
        },
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }
    repository = tmp_path / "repository"
    repository.mkdir()

    def call(*command, check=False, **variables):
        return subprocess.run(
            command, cwd=repository, env=environment | variables, capture_output=True, text=True, check=check
        )

    def commit(text):
        path = repository / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        call("git", "add", "-A", check=True)
        call("git", "commit", "-q", "--no-verify", "-m", "a change", check=True)

    program("git")
    call("git", "init", "-q", "-b", "main", check=True)
    commit(SET)
    commit(SET.replace("shall", "may"))
    call.folder, call.commit = repository, commit
    return call


def test_the_script_of_the_action_annotates_sums_up_and_fails_by_policy(run):
    summary = run.folder / "summary.md"
    done = run(
        "bash", str(ROOT / "ci/gate.sh"), BASE="HEAD~1", GITHUB_STEP_SUMMARY=str(summary), DIFF_FAIL_ON="weakened"
    )
    assert done.returncode == 1, done.stderr
    assert f"::error file={FILE},line=15,col=11,title=clausetrack force-lowered" in done.stdout
    assert "refused: force-lowered on calls" in done.stderr
    assert "▼ weakened" in summary.read_text(encoding="utf-8")
    results = json.loads((run.folder / "clausetrack-reports/diff.sarif").read_text())["runs"][0]["results"]
    assert [entry["ruleId"] for entry in results] == ["force-lowered"]
    assert run("bash", str(ROOT / "ci/gate.sh"), BASE="HEAD~1").returncode == 0


def test_the_script_fails_on_a_file_that_is_not_valid_and_without_a_base_compares_nothing(run):
    (run.folder / FILE).write_text(SET.replace("provision", "promise"), encoding="utf-8")
    done = run("bash", str(ROOT / "ci/gate.sh"), BASE="0" * 40)
    assert done.returncode == 1
    assert "title=clausetrack schema" in done.stdout
    assert sorted(path.name for path in (run.folder / "clausetrack-reports").iterdir()) == [
        "validate.json",
        "validate.sarif",
        "validate.xml",
    ]


def test_the_script_says_where_the_base_is_not_known(run):
    done = run("bash", str(ROOT / "ci/gate.sh"), BASE="nowhere")
    assert (done.returncode, "git knows no revision 'nowhere'" in done.stderr) == (2, True)


def test_the_steps_of_the_action_run_and_take_no_input_into_their_words(run):
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    steps = [step for step in action["runs"]["steps"] if "run" in step]
    assert [step["shell"] for step in steps] == ["bash"] * 3
    # What an event holds may be anybody's: it reaches a script as a variable, never as part of its text.
    assert not any("${{" in step["run"] for step in steps)
    for step in steps[1:]:
        given = {"BASE": "HEAD~1", "DIFF_FAIL_ON": "weakened", "CLAUSE_PATHS": "", "FAIL_ON": ""}
        assert set(step["env"]) <= set(given)
        done = run("bash", "-e", "-c", step["run"], GITHUB_ACTION_PATH=str(ROOT), **given)
    assert done.returncode == 1
    assert "force-lowered" in done.stdout


def test_gitlab_s_job_writes_its_reports_and_fails_by_policy(run):
    job = yaml.safe_load((ROOT / "ci/gitlab-ci.yml").read_text())["clauses"]
    base = run("git", "rev-parse", "HEAD~1").stdout.strip()
    variables = job["variables"] | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    script = "set -eo pipefail\n" + "\n".join(job["script"])
    assert run("bash", "-c", script, **variables).returncode == 0
    done = run("bash", "-c", script, **(variables | {"DIFF_FAIL_ON": "weakened"}))
    assert done.returncode == 1, done.stderr
    reports = [name for kind in job["artifacts"]["reports"].values() for name in kind] + job["artifacts"]["paths"]
    assert [name for name in reports if not (run.folder / name).exists()] == []
    assert run("bash", "-c", script, **job["variables"]).returncode == 0


def test_hooks_run_from_a_clone_of_the_project(run):
    clone = run.folder.parent / "clone"
    run("git", "clone", "-q", "--no-hardlinks", str(ROOT), str(clone), check=True)
    revision = run("git", "-C", str(clone), "rev-parse", "HEAD", check=True).stdout.strip()
    hooks = [{"id": f"clausetrack-{name}"} for name in ("validate", "fmt", "diff")]
    config = {"repos": [{"repo": str(clone), "rev": revision, "hooks": hooks}]}
    (run.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert hooks_told(run) == dict.fromkeys(NAMES, "Passed")
    run.commit(SET)
    (run.folder / FILE).write_text(SET.replace("shall", "may"), encoding="utf-8")
    assert hooks_told(run) == dict(zip(NAMES, ("Passed", "Passed", "Failed"), strict=True))
    (run.folder / FILE).write_text(
        SET.replace("provision", "promise").replace("    text", "    text "), encoding="utf-8"
    )
    assert hooks_told(run) == dict(zip(NAMES, ("Failed", "Failed", "Failed"), strict=True))


NAMES = ("check clause files", "format clause files", "stop what weakens or narrows an agreement")


def hooks_told(run):
    run("git", "add", "-A", check=True)
    done = run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    ends = {name: line for name in NAMES for line in done.stdout.splitlines() if line.startswith(name)}
    return {name: line.rpartition(".")[2] for name, line in ends.items()} or done.stdout + done.stderr
