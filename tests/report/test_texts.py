"""What people read: findings, comparisons, redlines, clauses, evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import samples
from click import unstyle
from comparing import reworded
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.model.alignment import Match
from clausetrack.model.change import Diff, Row, WordEdit
from clausetrack.model.finding import Validation
from clausetrack.report import rows
from clausetrack.report.html.words import verdict
from clausetrack.report.markdown_text import escaped
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options, render
from clausetrack.report.visible import one_line, visible

GOLDEN = Path(__file__).parent / "golden"


DRAWN = [(kind, name) for kind in samples.MAKERS for name in ("plain", "empty", "all", "narrow")]
DRAWN += [(kind, "markdown") for kind in ("diff", "clauses")]


@pytest.mark.parametrize(("kind", "name"), DRAWN)
def test_a_report_reads_as_it_should(kind, name, golden):
    result = samples.EMPTY[kind] if name == "empty" else samples.MAKERS[kind]()
    options = Options(width=60 if name == "narrow" else 80, all=name == "all")
    text = render(kind, result, "markdown" if name == "markdown" else "text", options)
    golden(GOLDEN / f"{kind}-{name}.txt", text)


def findings(*found):
    return render("findings", Validation(findings=found, files=("a.yaml",)), "text", Options())


def test_the_severest_come_first_and_one_fault_is_told_once():
    text = findings(
        samples.finding("small", severity="info", line=1),
        samples.finding("same", line=2),
        samples.finding("same", line=3, clause=None),
        samples.finding("other", severity="warning", line=4),
    )
    assert [line for line in text.splitlines() if line[:1] not in {"", " "}] == [
        "error: same [dangling-reference]",
        "warning: other [dangling-reference]",
        "info: small [dangling-reference]",
        "1 file, 0 clauses: 2 errors, 1 warning, 1 info",
    ]
    assert text.count("mend it") == 3
    assert "    clause_specs/demo/one.yaml:2:5  port-calls\n    clause_specs/demo/one.yaml:3:5\n    → mend it\n" in text


def test_many_places_are_cut_short_and_counted():
    text = findings(*(samples.finding("same", line=line) for line in range(1, 31)))
    assert text.count("one.yaml:") == 8
    assert "… and 22 places more" in text
    assert "30 errors" in text


def test_a_place_is_never_broken():
    long = samples.finding(file="clause_specs/" + "deep/" * 30 + "one.yaml")
    assert f"    {long.position}  port-calls\n" in findings(long)


def words(*parts):
    return samples.edits(*parts)


def test_a_redline_marks_what_went_and_what_came():
    edits = words("=Ships ", "-will ", "+may ", "=call at ports.")
    assert redline(edits, 80, color=False) == ["Ships [-will-] {+may+} call at ports."]


def test_a_redline_shows_the_phrase_around_a_change_only():
    before, after = "long before the change " * 5, " long after the change" * 5
    (line,) = redline(words(f"={before}", "-old", "+new", f"={after}"), 200, color=False)
    assert line.startswith("…")
    assert line.endswith("…")
    assert "the change [-old-]{+new+} long after" in line
    assert redline(words(f"={before}", "-old", f"={after}"), 500, color=False, whole=True) == [
        f"{before}[-old-]{after}"
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["equal", "delete", "insert"]), st.text("ab [-]{+}日本\n\t\x1b", min_size=1, max_size=12)
        ),
        max_size=6,
    ),
    st.integers(5, 40),
)
@settings(max_examples=200)
def test_colour_paints_what_changed_whatever_marks_a_text_has(parts, width):
    edits = tuple(WordEdit(op, text) for op, text in parts)
    painted = redline(edits, width, color=True, whole=True)
    bare = "".join("".join(visible(edit.text).split()) for edit in edits)
    assert "".join("".join(map(unstyle, painted)).split()) == bare
    red = "".join(part.split("\x1b[0m")[0].split("m", 1)[-1] for part in "".join(painted).split("\x1b[31")[1:])
    deleted = "".join("".join(visible(edit.text).split()) for edit in edits if edit.op == "delete")
    assert "".join(red.replace("\x1b[9m", "").split()) == deleted


def row(*changes, relation="paired", direction="neutral"):
    clause = samples.clause()
    sides = {"added": ((), (clause,)), "removed": ((clause,), ())}.get(relation, ((clause,), (clause,)))
    return Row(match=Match(relation, *sides), changes=changes, direction=direction)


@pytest.mark.parametrize(
    ("made", "label", "news"),
    [
        (row(), "recoded", False),
        (row(samples.change("typography-only")), "typography", False),
        (row(samples.change("clause-renumbered"), samples.change("typography-only")), "renumbered", False),
        (row(samples.change("typography-only"), samples.change("clause-reworded")), "reworded", True),
        (row(samples.change("clause-moved")), "moved", True),
        (row(samples.change("force-lowered"), direction="weakened"), "weakened", True),
        (row(samples.change("clause-added"), relation="added", direction="broadened"), "added", True),
        (row(relation="removed"), "removed", True),
        (row(relation="split"), "split", True),
        (row(samples.change("a-new-rule")), "reworded", True),
    ],
)
def test_rows_have_labels_and_are_news_or_noise(made, label, news):
    assert rows.label(made) == label
    assert rows.is_news(made) is news


def test_the_weightiest_rows_come_first():
    light = row(samples.change("clause-moved"))
    heavy = row(samples.change("force-lowered", severity="error"), direction="weakened")
    middle = row(samples.change("force-raised", severity="warning"), direction="strengthened")
    assert rows.ordered([light, middle, heavy]) == [heavy, middle, light]


def test_noise_is_counted_and_hidden_until_everything_is_asked_for():
    old = samples.clause_set((samples.clause(),))
    noisy = Diff(old=old, new=old, rows=(row(samples.change("typography-only", message="quotes")),))
    text = render("diff", noisy, "text", Options())
    assert "no change of substance; 1 typographic change (--all shows them)" in text
    assert "quotes" not in text
    assert "quotes [typography-only]" in render("diff", noisy, "text", Options(all=True))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x07", "a\\x1b[31mb\\x07"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("a\x9bb", "a\\x9bb"),
        ("\ud83d", "\\ud83d"),
        ("café 日本\n\t", "café 日本\n\t"),
    ],
)
def test_hidden_characters_are_shown(text, shown):
    assert visible(text) == shown


def test_one_line_is_one_line():
    assert one_line(" a\n\n b\tc\r\n") == "a b c"


def test_markdown_calls_nobody():
    for kind, text in (("diff", "Ask @octo or <@octo>."), ("clauses", "Ask @octo.")):
        drawn = render(kind, samples.MAKERS[kind](text), "markdown", Options(all=True))
        assert "&#64;octo" in drawn
        assert "@" not in drawn


def test_words_that_are_not_read_for_force_are_no_proof_that_nothing_became_weaker():
    found = reworded("السفن تدخل الموانئ كل سنة", "قد السفن تدخل الموانئ كل سنة", "ar")
    (note,) = rows.caveats(found)
    assert note.startswith("the words of 'ar' are not read for force;")
    assert note in " ".join(render("diff", found, "text", Options()).split())
    assert "cannot be told" in verdict(found)
    weaker = replace(found, rows=(replace(found.rows[0], direction="weakened"),))
    assert "became weaker" not in verdict(weaker)


@pytest.mark.parametrize(
    ("old", "new", "language", "named"),
    [
        ("The ships shall call.", "The ships may call.", "en-GB", ""),
        ("The ships of the town shall call.", "The ships of the town may call.", None, ""),
        ("Ships, ports", "Ships, towns", None, "a language that is not known"),
        ("السفن تدخل الموانئ", "السفن تدخل الموانئ", "ar", ""),
        ("السفن تدخل «الموانئ»", 'السفن تدخل "الموانئ"', "ar", ""),
    ],
)
def test_the_words_not_read_are_named_only_where_they_changed(old, new, language, named):
    assert rows.unread(reworded(old, new, language)).removeprefix("the words of ") == named


def test_two_languages_are_read_as_none():
    found = reworded("The ships shall call.", "Les navires doivent accoster.")
    french = replace(found.new, revision=replace(found.new.revision, language="fr"))
    assert rows.unread(replace(found, new=french)) == "words of two languages, 'en' and 'fr',"


def test_markdown_takes_a_text_for_text():
    markdown = pytest.importorskip("markdown_it").MarkdownIt("gfm-like", {"linkify": False})
    for text in samples.NASTY.values():
        rendered = markdown.render(f"x {escaped(text)} x")
        tokens = markdown.parseInline(f"x {escaped(text)} x")[0].children
        assert {token.type for token in tokens} == {"text"} or {t.type for t in tokens} <= {"text", "text_special"}, (
            rendered
        )
        assert "".join(token.content for token in tokens) == f"x {one_line(text)} x"
