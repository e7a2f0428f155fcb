"""The shape of the code: layers, sizes, docstrings."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "clausetrack"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
LONG_FOR_A_REASON = {
    # One loop over the parser's events, half a million for ten thousand clauses: each call in it would be felt.
    "clauseset/syntax.py": {"_build"},
}

each = pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES])


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_imports_go_down_only_and_siblings_never_import_each_other():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


def test_the_contract_names_every_part_of_the_package():
    layers = (ROOT / ".importlinter").read_text()
    parts = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()} - {"__pycache__"}
    known = {part for part in parts if f"clausetrack.{part}" in layers}
    # Data has no imports; what starts the program stands above all layers.
    assert parts - known == {"__init__", "__main__", "schema", "py"}


@each
def test_a_module_is_no_longer_than_can_be_read_at_a_sitting(path):
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST_MODULE


@each
def test_a_function_fits_on_a_screen(path):
    lengths = {node.name: node.end_lineno - node.lineno + 1 for node in functions(path)}
    long = {name for name, lines in lengths.items() if lines > LONGEST_FUNCTION}
    assert long == LONG_FOR_A_REASON.get(str(path.relative_to(PACKAGE)), set())


@each
def test_a_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path))


@each
def test_a_module_defers_the_reading_of_annotations(path):
    parsed = tree(path)
    if len(parsed.body) > 1 and path.name != "__main__.py":
        assert any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in parsed.body)


@each
def test_an_import_within_a_function_says_why(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    inner = [node for function in functions(path) for node in ast.walk(function)]
    for node in inner:
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert "# noqa: PLC0415" in lines[node.lineno - 1], f"{path}:{node.lineno}"


def test_every_package_of_tests_mirrors_one_of_the_code():
    for folder in ("report", "cli", "app", "rules"):
        assert (ROOT / "tests" / folder).is_dir()
        assert (PACKAGE / folder / "__init__.py").is_file()
