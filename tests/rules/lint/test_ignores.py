"""Comments that silence rules: what they reach, what they must say, and what becomes of them."""

from __future__ import annotations

from fragments import completed

from clausetrack.app.validate import Checks, validate_text
from clausetrack.rules.severity import Severities

MEET = "{id: talks, kind: provision, text: They meet biannually.}"


def found(source, **severities):
    checks = Checks(severities=Severities(severities.get("rules", {})))
    return [
        (finding.rule, finding.position.line, finding.message, finding.help)
        for finding in validate_text(completed(source), "<stdin>", checks).findings
        if finding.rule in {"biannual", "ignore-without-reason", "unused-ignore", "number-as-id"}
    ]


def test_a_comment_reaches_its_own_line():
    assert found(f"clauses:\n  - {MEET}  # clausetrack: ignore[biannual] as the source has it\n") == []


def test_a_comment_alone_reaches_the_next_line_with_words():
    assert found(f"clauses:\n  # clausetrack: ignore[biannual] so\n\n  # and\n\t\n  - {MEET}\n") == []
    assert found(f"clauses:\r\n  # clausetrack: ignore[biannual] so\r\n\r\n  - {MEET}\r\n") == []


def test_a_comment_on_the_head_of_a_folded_text_reaches_it():
    head = "clauses:\n  - id: talks\n    kind: provision\n"
    assert found(f"{head}    text: >-  # clausetrack: ignore[biannual] so\n      biannual\n") == []


def test_a_comment_reaches_no_further():
    lines = found(
        f"clauses:\n  # clausetrack: ignore[biannual] so\n  - {MEET}\n  - {MEET.replace('talks', 'others')}\n"
    )
    assert [(rule, line) for rule, line, *_ in lines] == [("biannual", 4)]


def test_words_in_quotes_are_no_comment():
    source = "clauses:\n  - {id: talks, kind: provision, text: 'biannual # clausetrack: ignore[biannual] so'}\n"
    assert [rule for rule, *_ in found(source)] == ["biannual"]


def test_without_a_reason_nothing_is_silenced():
    lines = found(f"clauses:\n  - {MEET} # clausetrack: ignore[biannual]\n")
    assert [(rule, line) for rule, line, *_ in lines] == [("biannual", 2), ("ignore-without-reason", 2)]
    assert lines[1][2:] == ("the comment ignores biannual and gives no reason", "write why, behind the bracket")


def test_several_rules_in_one_comment_are_told_apart():
    clause = "{id: article-9, kind: provision, text: Biannual.}"
    source = f"clauses:\n  - {clause} # clausetrack: ignore[biannual, number-as-id, untidy] so\n"
    assert [message for *_, message, _ in found(source)] == ["the comment ignores untidy, which finds nothing there"]


def test_a_misspelt_rule_is_told_with_what_was_meant():
    (_, (rule, _, message, hint)) = found(f"clauses:\n  - {MEET} # clausetrack: ignore[bianual] so\n")
    assert (rule, message, hint) == (
        "unused-ignore",
        "there is no rule 'bianual' to ignore",
        "did you mean 'biannual'?",
    )


def test_a_comment_that_cannot_be_read_is_told_how_to_write_it():
    lines = found(f"clauses:\n  - {MEET} # clausetrack: ignore biannual, so\n")
    assert [(rule, hint) for rule, *_, hint in lines][1] == (
        "unused-ignore",
        "write '# clausetrack: ignore[rule] reason'",
    )


def test_a_rule_that_is_off_may_be_ignored():
    source = f"clauses:\n  - {MEET} # clausetrack: ignore[biannual] so\n"
    assert found(source, rules={"biannual": "off"}) == []


def test_the_complaints_have_severities_of_their_own():
    source = f"clauses:\n  - {MEET} # clausetrack: ignore[untidy]\n"
    assert [rule for rule, *_ in found(source, rules={"ignore-without-reason": "off"})] == ["biannual"]


def test_many_comments_take_linear_time():
    source = "clauses:\n" + "  # clausetrack: ignore[biannual] so\n" * 20_000 + f"  - {MEET}\n"
    assert found(source) == []
