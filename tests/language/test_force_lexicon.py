"""Every entry of every lexicon is read as its own example says it should be."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from clausetrack.language.force import lexicon as lexicon_module
from clausetrack.language.force import read_force
from clausetrack.language.force.lexicon import SECTIONS, Entry, languages, lexicon
from clausetrack.model.force import CUE_KINDS
from clausetrack.model.scales import FORCE

_ENTRIES = [
    pytest.param(language, entry, id=f"{language}-{entry.section}-{entry.phrase[:40]}")
    for language in languages()
    for entry in lexicon(language).entries
]


def _read(language: str, entry: Entry):
    example, _, expected = entry.example.partition("=>")
    words = expected.split()
    reading = read_force(example.strip(), language, binding="@binding" in words or None, reported="@reported" in words)
    return reading, [word for word in words if word[0] != "@"]


@pytest.mark.parametrize(("language", "entry"), _ENTRIES)
def test_entry_reads_as_its_example_says(language, entry):
    reading, (level, *rest) = _read(language, entry)
    assert reading.force == (None if level == "none" else level)
    assert reading.polarity == (None if level == "none" else "refrain" if "refrain" in rest[:1] else "do")
    assert set(rest) - {"refrain"} <= {cue.kind for cue in reading.cues}


@pytest.mark.parametrize(("language", "entry"), _ENTRIES)
def test_example_uses_its_entry(language, entry):
    example = entry.example.partition("=>")[0].strip()
    reading, _ = _read(language, entry)
    found = [cue for cue in reading.cues if cue.kind == entry.kind]
    assert found or entry.kind == "false-friend"
    assert all(example[cue.start : cue.end] == cue.words for cue in reading.cues)


@pytest.mark.parametrize("language", languages())
def test_expected_readings_are_well_formed(language):
    for entry in lexicon(language).entries:
        example, _, expected = entry.example.partition("=>")
        level, *rest = expected.split()
        assert example.strip()
        assert level in (*FORCE, "none")
        assert set(rest) <= {*CUE_KINDS, "refrain", "@binding", "@reported"}


def test_the_lexicons_are_those_that_the_page_on_substance_promises():
    assert languages() == ("de", "en", "es", "fr", "ja", "nl")


@pytest.mark.parametrize("language", languages())
def test_no_section_of_a_file_is_left_unread(language):
    path = Path(lexicon_module.__file__).parent.parent / "lexicon" / f"{language}.yaml"
    assert set(yaml.safe_load(path.read_text(encoding="utf-8"))) <= {"grammar", *SECTIONS}
