"""``clausetrack git``: real git, real branches; installed and taken away again without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SET, Outcome
from programs import program

from clausetrack.app.git_drivers import textconv
from clausetrack.diff.merge import merge

SPEC = Path("clause_specs/demo/one.yaml")
BASE = SET.replace("Ships will call at ports.", "Ships of either party will call at the ports of the other.") + (
    "\n  - id: tugs\n    kind: provision\n    text: Tugs are free of charge in bad weather.\n"
)


class Repository:
    """A repository in a folder of its own, with a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work with spaces"
        self.home = folder / "home"
        self.folder.mkdir()
        self.home.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Analyst",
            "GIT_AUTHOR_EMAIL": "analyst@example.org",
            "GIT_COMMITTER_NAME": "Analyst",
            "GIT_COMMITTER_EMAIL": "analyst@example.org",
            "GIT_EDITOR": "true",
        }
        self.git("init", "--quiet", "--initial-branch=main", ".")

    def run(self, *command: str, keys: str = "") -> Outcome:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, input=keys.encode(), capture_output=True, check=False
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def try_git(self, *arguments: str, keys: str = "") -> Outcome:
        return self.run(program("git"), *arguments, keys=keys)

    def git(self, *arguments: str) -> str:
        done = self.try_git(*arguments)
        assert done.status == 0, done
        return done.out

    def clausetrack(self, *arguments: str, keys: str = "") -> Outcome:
        return self.run(sys.executable, "-m", "clausetrack", *arguments, keys=keys)

    def write(self, text: str, path: Path = SPEC) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def read(self, path: Path = SPEC) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def commit(self, text: str, message: str, path: Path = SPEC) -> None:
        self.write(text, path)
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path)
    done = made.clausetrack("git", "install")
    assert (done.status, done.err) == (0, "")
    made.commit(BASE, "base")
    return made


def branch(repository, theirs, ours):
    """Commit one text on a branch, another on main."""
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(theirs, "theirs")
    repository.git("switch", "--quiet", "main")
    repository.commit(ours, "ours")


OURS, THEIRS = BASE.replace("will call", "may call"), BASE.replace("the other.", "the other party.")


@pytest.mark.parametrize("how", [["merge", "--quiet", "side"], ["rebase", "--quiet", "side"], ["cherry-pick", "side"]])
def test_edits_of_one_line_merge(repository, how):
    branch(repository, THEIRS, OURS)
    repository.git(*how)
    assert repository.read() == OURS.replace("the other.", "the other party.")
    assert repository.git("status", "--porcelain") == ""


def test_a_conflict_is_marked_resolved_and_committed(repository):
    branch(repository, BASE.replace("will call", "shall call"), OURS)
    done = repository.try_git("merge", "side")
    assert (done.status, "CONFLICT (content)" in done.out) == (1, True)
    assert repository.git("status", "--porcelain") == f"UU {SPEC.as_posix()}\n"
    assert "merge-conflict" in repository.read()
    assert "<<<<" not in repository.read()
    assert repository.clausetrack("validate", str(SPEC)).status == 1
    assert repository.clausetrack("resolve", str(SPEC), keys="t\n").status == 0
    repository.git("commit", "--quiet", "--all", "--no-edit")
    assert repository.read() == BASE.replace("will call", "shall call")


def test_a_rebase_stops_at_a_conflict_and_goes_on(repository):
    branch(repository, BASE.replace("will call", "shall call"), OURS)
    assert repository.try_git("rebase", "side").status == 1
    repository.clausetrack("resolve", "--favour", "ours", str(SPEC))
    repository.git("add", ".")
    assert repository.try_git("rebase", "--continue").status == 0
    assert "shall call" in repository.read()


def test_mergetool_goes_through_the_conflicts(repository):
    branch(repository, BASE.replace("will call", "shall call"), OURS)
    repository.try_git("merge", "side")
    done = repository.try_git("mergetool", "--tool=clausetrack", "--no-prompt", keys="o\n")
    assert done.status == 0, done
    assert repository.read() == OURS


def test_mergetool_merges_anew_what_git_marked_itself(repository):
    (repository.folder / ".gitattributes").unlink()
    repository.commit(BASE, "no attributes")
    branch(repository, BASE.replace("will call", "shall call"), OURS)
    repository.try_git("merge", "side")
    assert "<<<<<<<" in repository.read()
    assert repository.try_git("mergetool", "--tool=clausetrack", "--no-prompt", keys="t\n").status == 0
    assert repository.read() == BASE.replace("will call", "shall call")


def test_both_sides_may_add_a_file(repository):
    path = Path("clause_specs/demo/two.yaml")
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(SET.replace("id: one", "id: two"), "theirs", path)
    repository.git("switch", "--quiet", "main")
    repository.commit(SET.replace("id: one", "id: two").replace("force: commit", "force: intend"), "ours", path)
    assert repository.try_git("merge", "side").status == 1
    assert "        ours: intend\n        theirs: commit\n" in repository.read(path)


def test_a_renamed_file_takes_edits_along(repository):
    new = Path("clause_specs/demo/1.yaml")
    repository.git("switch", "--quiet", "--create", "side")
    repository.git("mv", str(SPEC), str(new))
    repository.git("commit", "--quiet", "--message", "rename")
    repository.git("switch", "--quiet", "main")
    repository.commit(OURS, "ours")
    repository.git("merge", "--quiet", "side")
    assert repository.read(new) == OURS


def test_diff_speaks_in_clauses(repository):
    repository.write(OURS)
    shown = repository.git("diff")
    assert shown.startswith(
        f"diff --git a/{SPEC.as_posix()} b/{SPEC.as_posix()}\nDemo    one → one    2 clauses, 1 changed"
    )
    assert "party [-will-]{+may+} call" in shown
    assert "\x1b[" not in shown
    assert "\x1b[" in repository.git("-c", "color.diff=always", "diff")
    assert repository.try_git("diff", "--quiet").status == 1


def test_new_deleted_renamed_and_changed_modes_are_shown_as_such(repository):
    path = Path("clause_specs/demo/two.yaml")
    repository.write(SET, path)
    repository.git("add", ".")
    assert "new file mode 100644\n" in repository.git("diff", "--cached")
    assert "+ added  port-calls" in repository.git("diff", "--cached")
    repository.git("commit", "--quiet", "--message", "two")
    repository.git("rm", "--quiet", str(path))
    assert "deleted file mode 100644\n" in repository.git("diff", "--cached")
    repository.git("reset", "--quiet", "--hard")
    repository.git("mv", str(path), "clause_specs/demo/three.yaml")
    repository.write(SET.replace("at ports", "at quays"), Path("clause_specs/demo/three.yaml"))
    repository.git("add", ".")
    shown = repository.git("diff", "--cached", "--find-renames")
    assert "rename from clause_specs/demo/two.yaml\nrename to clause_specs/demo/three.yaml\n" in shown
    assert "[-ports-]{+quays+}" in shown
    repository.git("reset", "--quiet", "--hard")
    repository.git("update-index", "--chmod=+x", str(SPEC))
    assert "old mode 100644\nnew mode 100755\n" in repository.git("diff", "--cached")


def test_log_show_and_blame_read_clauses_as_lines(repository):
    repository.commit(OURS, "ours")
    for command in (["log", "-p", "-1"], ["show"]):
        shown = repository.git(*command)
        assert "-    Ships of either party will call at the ports of the other.\n" in shown
        assert "+    Ships of either party may call at the ports of the other.\n" in shown
        assert "@@ commitment port-calls" in shown
    assert "commitment port-calls Article 9" in repository.git("blame", str(SPEC))
    assert repository.git("grep", "--textconv", "provision tugs") == f"{SPEC.as_posix()}:provision tugs\n"


def test_difftool_shows_the_comparison(repository):
    repository.write(OURS)
    assert "[-will-]{+may+}" in repository.git("difftool", "--tool=clausetrack", "--no-prompt")


@pytest.mark.parametrize("text", ["a: [\n", "notes: 1\n", "\xe9\xe8: \x07\n", "", "- a\n"])
def test_what_is_no_clause_set_is_compared_and_merged_as_git_does(repository, text):
    path = Path("clause_specs/notes.yaml")
    repository.commit(f"# one\n{text}# two\n# three\n# four\n", "notes", path)
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(f"# eins\n{text}# two\n# three\n# four\n", "theirs", path)
    repository.git("switch", "--quiet", "main")
    repository.commit(f"# one\n{text}# two\n# three\n# vier\n", "ours", path)
    assert "+# vier\n" in repository.git("diff", "HEAD~")
    assert "+# vier\n" in repository.git("log", "-p", "-1")
    repository.git("merge", "--quiet", "side")
    assert repository.read(path) == f"# eins\n{text}# two\n# three\n# vier\n"


def test_a_conflict_in_other_yaml_is_marked_as_git_does(repository):
    path = Path("clause_specs/notes.yaml")
    repository.commit("notes: 1\n", "notes", path)
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit("notes: 2\n", "theirs", path)
    repository.git("switch", "--quiet", "main")
    repository.commit("notes: 3\n", "ours", path)
    assert repository.try_git("merge", "side").status == 1
    assert repository.read(path) == "<<<<<<< ours\nnotes: 3\n=======\nnotes: 2\n>>>>>>> theirs\n"


def test_a_file_with_conflicts_can_still_be_shown(repository):
    branch(repository, BASE.replace("will call", "shall call"), OURS)
    repository.try_git("merge", "side")
    assert repository.try_git("diff").status == 0
    assert "+      merge-conflict:" in repository.git("diff", "HEAD")


@pytest.mark.parametrize("attributes", [None, b"", b"*.png binary\n", b"*.png binary", b"# mine\r\n*.a b\r\n"])
def test_uninstalling_leaves_every_byte_as_it_was(tmp_path, attributes):
    repository = Repository(tmp_path)
    file = repository.folder / ".gitattributes"
    if attributes is not None:
        file.write_bytes(attributes)
    config = repository.folder / ".git" / "config"
    before = config.read_bytes()
    first = repository.clausetrack("git", "install")
    installed = config.read_bytes(), file.read_bytes()
    assert repository.clausetrack("git", "install") == first
    assert (config.read_bytes(), file.read_bytes()) == installed
    assert "diff: clausetrack" in repository.git("check-attr", "diff", str(SPEC))
    assert repository.clausetrack("git", "uninstall").status == 0
    assert config.read_bytes() == before
    assert (file.read_bytes() if file.exists() else None) == attributes
    assert repository.clausetrack("git", "uninstall") == (0, "nothing is installed here\n", "")


@pytest.mark.parametrize("said", [None, "~/my attributes"])
def test_it_can_be_installed_for_all_repositories(tmp_path, said):
    repository = Repository(tmp_path)
    if said:
        repository.git("config", "--global", "core.attributesFile", said)
    known = repository.home / ".gitconfig"
    before = known.read_bytes() if known.exists() else b""
    assert repository.clausetrack("git", "install", "--global").status == 0
    assert (repository.home / ("my attributes" if said else ".config/git/attributes")).is_file()
    repository.commit(BASE, "base")
    branch(repository, THEIRS, OURS)
    repository.git("merge", "--quiet", "side")
    assert repository.read() == OURS.replace("the other.", "the other party.")
    assert repository.clausetrack("git", "uninstall", "--global").status == 0
    assert (known.read_bytes() if known.exists() else b"") == before
    assert not (repository.home / ("my attributes" if said else ".config/git/attributes")).exists()


def test_the_projects_own_folder_is_meant(tmp_path):
    repository = Repository(tmp_path)
    repository.write("specs: our deals\n", Path("deep/clausetrack.yaml"))
    repository.folder /= "deep"
    assert '"deep/our deals/**/*.yaml" diff=clausetrack' in repository.clausetrack("git", "install").out
    assert "merge: clausetrack" in repository.git("check-attr", "merge", "our deals/a/one.yaml")


def test_outside_of_a_repository_it_says_so(tmp_path, process):
    done = process("git", "install", env=os.environ | {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert (done.status, done.out) == (2, "")
    assert "no git repository" in done.err


def test_a_file_with_marks_is_read_as_stanzas_too(tmp_path):
    file = tmp_path / "one.yaml"
    file.write_text(merge(BASE, BASE.replace("will call", "may call"), BASE.replace("will call", "shall call")).text)
    lines = textconv(str(file)).decode().splitlines()
    assert next(line for line in lines if "merge-conflict" in line).startswith("    text: merge-conflict ")
    assert any(line.startswith("commitment port-calls") for line in lines)
