from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from clausetrack.clauseset.revision import read_spec
from clausetrack.errors import ClausetrackError, InputError, UnknownNameError


def git(folder: Path, *arguments: str) -> None:
    identity = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.autocrlf=false",
    ]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q", "-b", "main")
    (folder / "specs" / "pact").mkdir(parents=True)
    (folder / "specs" / "pact" / "2024.yaml").write_bytes(b"old: \xc3\xa9\r\n")
    (folder / "specs" / "-n.yaml").write_text("dash: 1\n")
    (folder / "specs" / "latin.yaml").write_bytes(b"a: \xe9\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "one")
    git(folder, "tag", "signed")
    git(folder, "branch", "draft/ü")
    (folder / "specs" / "pact" / "2024.yaml").write_text("new: 1\n")
    git(folder, "commit", "-q", "-a", "-m", "two")
    (folder / "specs" / "pact" / "2024.yaml").write_text("staged: 1\n")
    git(folder, "add", "-A")
    (folder / "specs" / "pact" / "2024.yaml").write_text("in the folder: 1\n")
    return folder


@pytest.mark.parametrize(
    ("cwd", "spec", "text"),
    [
        (".", "HEAD:specs/pact/2024.yaml", "new: 1\n"),
        (".", "HEAD~1:specs/pact/2024.yaml", "old: é\r\n"),
        (".", "signed:specs/pact/2024.yaml", "old: é\r\n"),
        (".", "draft/ü:specs/pact/2024.yaml", "old: é\r\n"),
        (".", "HEAD^{tree}:specs/pact/2024.yaml", "new: 1\n"),
        (".", "HEAD:specs/-n.yaml", "dash: 1\n"),
        (".", ":specs/pact/2024.yaml", "staged: 1\n"),
        (".", "specs/pact/2024.yaml", "in the folder: 1\n"),
        ("specs", "HEAD:specs/pact/2024.yaml", "new: 1\n"),
        ("specs", "HEAD:./pact/2024.yaml", "new: 1\n"),
        ("specs", "HEAD:pact/2024.yaml", "new: 1\n"),
    ],
)
def test_reads_what_git_has(repository: Path, monkeypatch: pytest.MonkeyPatch, cwd: str, spec: str, text: str) -> None:
    monkeypatch.chdir(repository / cwd)
    assert read_spec(spec) == (text, spec)


@pytest.mark.parametrize(
    ("spec", "kind", "message"),
    [
        ("sined:specs/pact/2024.yaml", UnknownNameError,
        "sined:specs/pact/2024.yaml: git knows no revision 'sined' (did you mean 'signed'?)"),
        ("HEAD:specs/pact/2042.yaml", UnknownNameError,
        ("HEAD:specs/pact/2042.yaml: there is no 'specs/pact/2042.yaml' in revision 'HEAD' "
         "(did you mean 'HEAD:specs/pact/2024.yaml'?)")),
        (":specs/pact/2042.yaml", UnknownNameError,
        (":specs/pact/2042.yaml: there is no 'specs/pact/2042.yaml' in the index "
         "(did you mean ':specs/pact/2024.yaml'?)")),
        ("HEAD:specs", InputError, "HEAD:specs: this is a directory, not a file (name a file)"),
        ("--output=x:specs", UnknownNameError, "--output=x:specs: '--output=x' is no revision"),
        ("HEAD:specs/latin.yaml", InputError,
        "HEAD:specs/latin.yaml:1:4: byte 0xe9 is not UTF-8 (save the file as UTF-8)"),
        ("C:\\pact.yaml", InputError, "C:\\pact.yaml: cannot read: no such file or directory (check the path)"),
        ("C:/pact.yaml", InputError, "C:/pact.yaml: cannot read: no such file or directory (there is no folder 'C:')"),
        ("pact.yaml", InputError, "pact.yaml: cannot read: no such file or directory (check the path)"),
        ("HEAD:", InputError, "HEAD:: cannot read: no such file or directory (check the path)"),
    ],
)  # fmt: skip
def test_says_what_was_meant(
    repository: Path, monkeypatch: pytest.MonkeyPatch, spec: str, kind: type, message: str
) -> None:
    monkeypatch.chdir(repository)
    with pytest.raises(ClausetrackError) as caught:
        read_spec(spec)
    assert type(caught.value) is kind
    assert str(caught.value) == message
    assert not (repository / "x").exists()


def test_a_path_that_exists_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "HEAD:specs").write_text("a: 1\n")
    monkeypatch.chdir(tmp_path)
    assert read_spec("HEAD:specs") == ("a: 1\n", "HEAD:specs")


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match=r"no path that exists, and git has no repository here \(run it inside a git"):
        read_spec("HEAD:a.yaml")


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match=r"git is not installed.*\(install git, or name a path\)"):
        read_spec("HEAD:a.yaml")


def test_too_large(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    with pytest.raises(InputError, match="larger than"):
        read_spec("HEAD:specs/pact/2024.yaml", limit=3)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("a: é\n".encode())))
    assert read_spec("-") == ("a: é\n", "<stdin>")
