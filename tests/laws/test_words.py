"""Laws of the words layer: nothing is lost, nothing is cut inside a word, the same input gives the same output."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clausetrack.language.digest import sentence_digest
from clausetrack.language.edits import similarity, word_edits
from clausetrack.language.fold import fold
from clausetrack.language.numbering import strip_marker
from clausetrack.language.parties import parties
from clausetrack.language.quantities import quantities
from clausetrack.language.references import references
from clausetrack.language.sentences import sentences
from clausetrack.language.tokens import pieces, tokens
from clausetrack.language.typography import same_but_typography

WORDS = st.sampled_from(
    [
        *("the", "Parties", "shall", "may", "consider", "co-operate", "Party’s", "5(2)(a)", "1,000.50", "U.S.", "(a)"),
        *(",", ".", ";", "(", ")", "“", "”", "—", "…"),
        *("締約国", "は", "防衛", "協力", "について", "検討する", "。", "双方", "应当", "合作", "定める", "サイバー"),
        *("कार्य", "ภาคี", "e\u0301tat", "ﬁle", "\u200b", "\ud800"),
    ]
)
GAPS = st.sampled_from(["", " ", "\n", "\n\n", "\u00a0", "  ", "\t"])
SENTENCES = st.lists(st.tuples(WORDS, GAPS), max_size=30).map(lambda parts: "".join(word + gap for word, gap in parts))
TEXTS = st.one_of(SENTENCES, st.text(max_size=60))


def cuts(text: str) -> set[int]:
    """Give every offset at which an edit may begin or end: between tokens, and anywhere in a gap."""
    found = {0}
    for token in tokens(text):
        found.update(range(token.start, token.end) if token.is_gap else (), (token.end,))
    return found


@given(TEXTS)
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


@given(TEXTS, TEXTS)
def test_edits_read_one_way_are_the_old_text_and_the_other_way_the_new(old: str, new: str) -> None:
    edits = word_edits(old, new)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == old
    assert "".join(edit.text for edit in edits if edit.op != "delete") == new


@given(TEXTS, TEXTS)
def test_edits_alternate_and_a_deletion_stands_before_its_insertion(old: str, new: str) -> None:
    edits = word_edits(old, new)
    assert all(edit.text for edit in edits)
    following = {(first.op, second.op) for first, second in pairwise(edits)}
    assert following <= {
        ("equal", "delete"),
        ("equal", "insert"),
        ("delete", "insert"),
        ("delete", "equal"),
        ("insert", "equal"),
    }


@given(SENTENCES, SENTENCES)
def test_edits_never_cut_a_word(old: str, new: str) -> None:
    at_old = at_new = 0
    for edit in word_edits(old, new):
        at_old += len(edit.text) * (edit.op != "insert")
        at_new += len(edit.text) * (edit.op != "delete")
        assert at_old in cuts(old)
        assert at_new in cuts(new)


@given(TEXTS)
def test_equal_texts_have_one_equal_edit(text: str) -> None:
    assert [(edit.op, edit.text) for edit in word_edits(text, text)] == ([("equal", text)] if text else [])


@given(TEXTS, TEXTS)
def test_similarity_is_symmetric_and_one_for_equal_texts(old: str, new: str) -> None:
    assert similarity(old, old) == 1.0
    assert 0.0 <= similarity(old, new) == similarity(new, old) <= 1.0


@given(TEXTS, TEXTS)
def test_only_edits_where_the_texts_differ(old: str, new: str) -> None:
    assert (old == new) == all(edit.op == "equal" for edit in word_edits(old, new))


@given(TEXTS)
def test_sentences_hold_all_but_white_space_and_do_not_overlap(text: str) -> None:
    spans = sentences(text)
    assert all(span.start < span.end for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(TEXTS, st.booleans(), st.booleans())
def test_folding_twice_changes_nothing_and_keeps_the_way_back(text: str, case: bool, spelling: bool) -> None:  # noqa: FBT001 - drawn
    folded = fold(text, case=case, spelling=spelling)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert fold(folded.text, case=case, spelling=spelling).text == folded.text


@given(TEXTS)
def test_a_text_set_otherwise_is_typography(text: str) -> None:
    assert same_but_typography(text, text.replace(" ", "\u00a0").replace("“", '"'))


@given(TEXTS)
def test_a_marker_and_its_rest_are_the_text(text: str) -> None:
    marker, rest = strip_marker(text)
    assert text.endswith(rest)
    assert text.lstrip().startswith(marker)


@given(TEXTS)
def test_a_digest_does_not_see_white_space(text: str) -> None:
    assert sentence_digest(text) == sentence_digest(" " + text.replace(" ", "\n ") + "\u00a0")


FRAGMENTS = st.sampled_from(
    [
        *(
            "Article ",
            "Articles ",
            "paragraph ",
            "this ",
            "of ",
            "the ",
            "and ",
            "to ",
            "5",
            "(2)",
            "(a)",
            ", ",
            "II ",
            "TFEU",
        ),
        *(
            "30 ",
            "days ",
            "EUR ",
            "€",
            "1,000.50 ",
            "%",
            "two ",
            "thirds ",
            "every ",
            "May ",
            "2030 ",
            "2024-11-01 ",
            "by ",
        ),
        *("each ", "Party ", "Parties ", "“Agency”", "(", ")", "Treaty ", "on ", "Trade ", ". ", "\n"),
        *("第五条", "第二項", "前項", "附属書", "Ⅰ", "六箇月", "毎年", "百万円", "締約国", "から", "2024年", "11月"),
    ]
)
CLAUSES = st.lists(FRAGMENTS, max_size=14).map("".join)


@given(CLAUSES, st.sampled_from(["en", "nl", "fr", "es", "de", "ja", "zh", None, "xx"]))
def test_findings_stand_in_order_apart_and_inside_the_text(text: str, language: str | None) -> None:
    for found in (references(text, language), quantities(text, language), parties(text, language)):
        places = [0, *(at for each in found for at in (each.start, each.end)), len(text)]
        assert places == sorted(places)
        assert all(each.start < each.end for each in found)


@given(CLAUSES)
def test_every_reference_points_somewhere(text: str) -> None:
    for found in references(text, None):
        assert found.targets
        assert all(
            label.numbers or found.standpoint or label.kind in {"annex", "appendix", "schedule"}
            for label in found.targets
        )


@given(CLAUSES, st.sampled_from(["en", "ja"]))
def test_every_quantity_but_a_date_has_a_size(text: str, language: str) -> None:
    for found in quantities(text, language):
        assert (found.size is None) == (found.kind == "date" or found.value.endswith("/0"))
