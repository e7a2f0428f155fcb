"""``clausetrack resolve``: every key, what is written when, and stopping in between."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from conftest import SET

from clausetrack.app.resolve import editable, pending
from clausetrack.diff.merge import merge

BASE = SET.replace("Ships will call at ports.", "Ships of either party will call at the ports of the other.")
OURS = BASE.replace("commit\n", "intend\n").replace("will call", "may call").replace("    status: agreed\n", "")
THEIRS = BASE.replace("commit\n", "aspire\n").replace("will call", "shall call").replace("agreed", "operating")


@pytest.fixture
def file(project):
    path = project / "clause_specs/demo/one.yaml"
    path.write_text(merge(BASE, OURS, THEIRS).text, encoding="utf-8")
    return path


def lines(file):
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]


def answer(process, file, keys, **more):
    return process("resolve", str(file), input=keys.encode(), cwd=Path.cwd(), **more)


def test_each_conflict_is_shown_and_decided(file, process):
    done = answer(process, file, "o\nt\nt\n")
    assert (done.status, done.err) == (0, "")
    assert "1 of 3" in done.out
    assert "  base    Ships of either party will call at the ports of the other.\n" in done.out
    assert "  ours    Ships of either party [-will-]{+may+} call at the ports of the other.\n" in done.out
    assert "  ours    removed" in done.out
    assert "text: Ships of either party may call at the ports of the other." in lines(file)
    assert {"force: aspire", "status: operating"} <= set(lines(file))


def test_ours_may_be_that_nothing_is_there(file, process):
    assert answer(process, file, "theirs\nours\nours\n").status == 0
    assert not [line for line in lines(file) if line.startswith("status")]
    assert "text: Ships of either party shall call at the ports of the other." in lines(file)


def test_both_are_kept_where_they_can_stand_together(file, process):
    done = answer(process, file, "b\nq\n")
    assert done.status == 1
    assert "text: Ships of either party may shall call at the ports of the other." in lines(file)


def test_a_wrong_key_asks_again_and_skipped_ones_stay(file, process):
    before = file.read_bytes()
    done = answer(process, file, "x\ns\ns\ns\n")
    assert done.status == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize("keys", ["o\n", "o\nq\n"])
def test_what_was_decided_before_the_end_of_the_input_is_written(file, process, keys):
    done = answer(process, file, keys)
    assert (done.status, done.err) == (1, "2 conflicts left\n")
    assert "text: Ships of either party may call at the ports of the other." in lines(file)
    assert "merge-conflict:" in lines(file)
    assert answer(process, file, "o\no\n").status == 0


def test_an_editor_may_say_something_else(file, process, tmp_path):
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'w').write('might call\\n# theirs: shall\\n')", encoding="utf-8")
    environment = os.environ | {"VISUAL": f"{sys.executable} {script}"}
    done = answer(process, file, "e\ns\ns\n", env=environment)
    assert (done.status, done.err) == (1, "2 conflicts left\n")
    assert "text: Ships of either party might call call at the ports of the other." in lines(file)


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_all_are_decided_unasked_where_a_side_is_favoured(file, invoke, side):
    done = invoke("resolve", "--favour", side, str(file))
    assert done == (0, f"3 conflicts decided for {side}\n", "")
    assert file.read_text(encoding="utf-8") == merge(BASE, OURS, THEIRS, favour=side).text


def test_a_file_without_conflicts_is_left_alone(project, invoke):
    path = project / "clause_specs/demo/one.yaml"
    before = path.stat().st_mtime_ns
    assert invoke("resolve", str(path)) == (0, "no conflict\n", "")
    assert path.stat().st_mtime_ns == before


def test_moved_clauses_are_put_where_a_side_has_them(project, process):
    golden = Path(__file__).parent.parent / "golden" / "merge" / "both-move"
    texts = [(golden / f"{name}.yaml").read_text(encoding="utf-8") for name in ("base", "ours", "theirs")]
    path = project / "clause_specs/demo/one.yaml"
    for side, kept in (("o", texts[1].replace("bad weather", "storms")), ("t", texts[2])):
        path.write_text(merge(*texts).text, encoding="utf-8")
        assert answer(process, path, f"{side}\n").status == 0
        assert path.read_text(encoding="utf-8") == kept


def test_two_codes_cannot_both_stand(file, process):
    done = answer(process, file, "s\ns\nq\n")
    offers = [line for line in done.out.splitlines() if line.startswith("[o]urs")]
    assert len(offers) == 3
    assert ["[b]oth" in line for line in offers].count(True) == 1  # of the text alone
    assert done.err == "3 conflicts left\n"


def test_an_editor_is_shown_the_words_around(file):
    words = next(conflict for conflict in pending(str(file)).conflicts if conflict.kind == "words")
    assert "# In: Ships of either party […] call at the ports of the other.\n" in editable(words)
