"""Laws of the reading of force, on generated texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.language.force import read_force, read_norms
from clausetrack.language.force.lexicon import languages, lexicon
from clausetrack.model.scales import FORCE

_CUES = sorted({word for group in lexicon("en").index.values() for *_, each in group for word in each.words})
_FILLERS = ["the", "towns", "publish", "budgets", "it", *",;:().", "(a)", "and", "which", "2030", "\n"]
_TEXTS = st.lists(st.sampled_from(_CUES + _FILLERS * 5), max_size=40).map(" ".join)
_MODALS = st.sampled_from(["shall", "must", "will", "should", "may", "shall endeavour to", "shall cooperate to"])
_VERBS = st.sampled_from(["publish its budget", "open the lock", "promote sailing", "consider the plan"])
_SUBJECTS = st.sampled_from(["The town", "Each Party", "Every port that is open"])


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=200), _TEXTS), st.sampled_from(languages()), st.booleans(), st.booleans())
def test_any_text_is_read_and_every_cue_is_its_words(text, language, binding, reported):
    for reading in (
        read_force(text, language, binding=binding, reported=reported),
        *read_norms(text, language, binding=binding, reported=reported),
    ):
        assert reading.norm == (reading.force is not None) == (reading.polarity is not None)
        assert all(text[cue.start : cue.end] == cue.words != "" for cue in reading.cues)
        assert 0 <= reading.start <= reading.end <= len(text)
        assert not reported or reading.force != "bind"


@settings(max_examples=300)
@given(_TEXTS, st.booleans())
def test_the_first_norm_is_the_reading(text, binding):
    norms = read_norms(text, "en", binding=binding)
    reading = read_force(text, "en", binding=binding)
    assert reading == norms[0] if norms else not reading.norm


@settings(max_examples=300)
@given(_SUBJECTS, _MODALS, _VERBS)
def test_a_hedge_lowers_by_one_level_from_aspire_upwards(subject, modal, verb):
    plain = FORCE.index(read_force(f"{subject} {modal} {verb}.", "en").force)
    hedged = FORCE.index(read_force(f"{subject} {modal} {verb}, as appropriate.", "en").force)
    assert hedged == plain - (plain >= FORCE.index("aspire"))


@settings(max_examples=300)
@given(
    _SUBJECTS, _MODALS, _VERBS, st.sampled_from(["If it rains, ", "3. ", "(a) ", "Without prejudice to Article 7, "])
)
def test_numbers_conditions_and_savings_leave_force_alone(subject, modal, verb, opening):
    plain = read_force(f"{subject} {modal} {verb}.", "en")
    opened = read_force(f"{opening}{subject} {modal} {verb}.", "en")
    assert (opened.force, opened.polarity) == (plain.force, plain.polarity)


@settings(max_examples=300)
@given(_SUBJECTS, _MODALS, _VERBS, st.sampled_from([" ", "  ", "\u00a0", "\t"]))
def test_spaces_and_capitals_do_not_matter(subject, modal, verb, space):
    text = f"{subject} {modal} {verb}."
    assert read_force(text.upper(), "en").force == read_force(text, "en").force
    assert read_force(text.replace(" ", space), "en").force == read_force(text, "en").force


@pytest.mark.parametrize(
    "unit", ["shall , ", "may , which if that should ( ", "agree that ", "if , and ", "not (a) : "]
)
def test_time_grows_with_the_text_and_not_with_its_square(unit):
    def seconds(times: int) -> float:
        start = time.process_time()
        read_norms(unit * times, "en")
        return time.process_time() - start

    seconds(20)
    short, long = min(seconds(200) for _ in range(3)), min(seconds(1600) for _ in range(3))
    assert long < 8 * 4 * short + 0.05  # eight times the text; a square would take 64 times
