"""The public API: light to import, typed, and the same as what the command line does."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
import samples
from fragments import completed

import clausetrack as ct
from clausetrack import app
from clausetrack.app import api

ROOT = Path(__file__).parent.parent
OLD, NEW = (str(ROOT / f"clause_specs/eu-jp-sdp/{name}.yaml") for name in ("2024-11-01", "2025-07-23"))

PROGRAM = '''
from pathlib import Path

import clausetrack as ct


def directions(folder: Path) -> dict[str, str]:
    """Say how each clause moved."""
    old = ct.load(folder / "one.yaml")
    new: ct.ClauseSet = ct.loads(ct.dumps(old))
    diff: ct.Diff = ct.diff(old, new, settings=ct.load_settings())
    rows: tuple[ct.Row, ...] = diff.rows
    changes: list[ct.Change] = [change for row in rows for change in row.changes]
    print(len(changes), diff.direction.upper())
    return {row.clause.id: row.direction for row in rows}


def faults(path: str) -> list[str]:
    """Say what is wrong with a file."""
    try:
        result: ct.Validation = ct.validate(path)
    except ct.ClausetrackError as error:
        return [error.hint]
    finding: ct.Finding
    return [f"{finding.position.line}: {finding.message}" for finding in result.findings]


clause: ct.Clause = ct.load("x").clause("port-calls")
actors: tuple[str, ...] = clause.actors
ct.dump(ct.load("x"), Path("y"))
'''


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


def test_importing_imports_nothing_else():
    loaded = run("import sys, clausetrack; print(*[name for name in sys.modules if 'clausetrack' in name])")
    assert [name for name in loaded.split() if not name.startswith("__editable__")] == ["clausetrack"]
    heavy = {"click", "yaml", "jsonschema", "jsonschema_rs", "rapidfuzz", "numpy", "dataclasses", "json"}
    extra = run(
        f"import sys; before = set(sys.modules); import clausetrack; print(*({heavy} & (set(sys.modules) - before)))"
    )
    assert extra == ""


def test_loading_a_set_imports_no_command_line_and_no_jsonschema():
    code = f"import sys, clausetrack as ct; ct.load({OLD!r})\n"
    assert run(code + "print(*({'click', 'jsonschema', 'numpy'} & set(sys.modules)))") == ""


def test_names_are_sorted_and_all_there():
    assert ct.__all__ == sorted(ct.__all__)
    assert len(ct.__all__) == len(set(ct.__all__))
    for name in ct.__all__:
        assert getattr(ct, name).__doc__, name
        assert name in dir(ct)
    assert set(api.__all__) <= set(ct.__all__)
    assert app.__doc__


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'compare'"):
        _ = ct.compare


@pytest.mark.parametrize(
    "first",
    ["import clausetrack.diff", "import clausetrack.diff.pairs", "from clausetrack.diff import pairs", "ct.diff"],
)
def test_diff_stays_the_function(first):
    code = f"import clausetrack as ct; {first}; import clausetrack.diff.pairs; "
    assert run(code + f"print(callable(ct.diff), ct.diff({OLD!r}, {NEW!r}).new.revision.id)") == "True 2025-07-23"


def test_validate_is_the_command_s(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clausetrack.yaml").write_text("specs: sets\nrules: {evidence-missing: off, untidy: off}\n")
    (tmp_path / "sets/demo").mkdir(parents=True)
    (tmp_path / "sets/demo/one.yaml").write_text(
        completed("clauses: [{id: article-1, kind: provision, text: Ships call.}]\n")
    )
    result = ct.validate()
    assert [finding.rule for finding in result.findings] == ["number-as-id"]
    assert ct.validate(Path("sets")) == result
    assert [error.file for error in ct.validate("gone.yaml").unreadable] == ["gone.yaml"]
    named = ct.load_settings("sets")
    assert named.rules["untidy"] == "off"
    assert ct.validate("sets", settings=named) == result


def test_load_dump_and_diff(tmp_path):
    old = ct.load(Path(OLD))
    ct.dump(old, tmp_path / "copy.yaml")
    assert (tmp_path / "copy.yaml").read_text() == Path(OLD).read_text()
    assert ct.loads(ct.dumps(old)) == old
    assert ct.diff(OLD, Path(NEW)) == ct.diff(old, ct.load(NEW))
    assert ct.diff(old, old).direction == "neutral"
    with pytest.raises(ct.InputError):
        ct.load(tmp_path / "gone.yaml")
    with pytest.raises(ct.InvalidFileError):
        ct.loads("a: [")


@pytest.mark.parametrize("result", [samples.validation(), samples.diff(), samples.listing().clause_set])
def test_results_are_frozen(result):
    assert dataclasses.is_dataclass(result)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(result, dataclasses.fields(result)[0].name, None)


@pytest.mark.parametrize("text", samples.NASTY.values(), ids=samples.NASTY)
def test_tables_in_notebooks_escape_what_they_show(text):
    for result in (samples.validation(text), samples.diff(text), samples.listing(text).clause_set):
        html = result._repr_html_()
        assert html.startswith("<table>")
        assert "<script" not in html
        assert html.count("<tr>") == html.count("</tr>") >= 1


def test_a_user_s_program_passes_mypy_strict(tmp_path):
    pytest.importorskip("mypy")
    path = tmp_path / "program.py"
    path.write_text(PROGRAM)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    path.write_text(PROGRAM + "wrong: int = ct.diff('a', 'b')\n")
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "Incompatible types in assignment" in done.stdout
