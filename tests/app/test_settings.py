"""Settings: the later source wins, each says whence it came, and a slip is told with its place."""

from __future__ import annotations

import pytest

from clausetrack.app.settings import DEFAULTS, Settings, load_settings
from clausetrack.clauseset.schema import schema
from clausetrack.errors import InvalidFileError, SettingsError
from clausetrack.rules.severity import Severities, at_least


def project(folder, text):
    (folder / "clausetrack.yaml").write_text(text)
    return str(folder)


def faults(folder, text):
    with pytest.raises(InvalidFileError) as caught:
        load_settings(project(folder, text))
    return [(fault.line, fault.column, fault.what, fault.hint) for fault in caught.value.faults]


def test_the_defaults_are_those_of_the_record(tmp_path):
    settings = load_settings(str(tmp_path))
    assert settings._replace(root=".", origins={}, allow=(), alignments=()) == Settings()
    assert set(settings.origins) == set(DEFAULTS)
    assert set(settings.origins.values()) == {"default"}


def test_every_setting_has_a_schema_and_a_default():
    keys = {key for key in schema("settings")["properties"] if key != "$schema"}
    assert keys == set(DEFAULTS)
    assert keys | {"root", "origins"} == set(Settings._fields)


def test_the_later_source_wins_and_origins_say_so(tmp_path):
    folder = project(tmp_path, "specs: sets\nfail_on: warning\njobs: 2\nmax_file_size: 3\n")
    settings = load_settings(folder, {"CLAUSETRACK_FAIL_ON": "info", "CLAUSETRACK_JOBS": "3"}, {"fail_on": "off"})
    assert (settings.specs, settings.jobs, settings.fail_on) == ("sets", 3, "off")
    assert settings.max_bytes == 3 * 1024 * 1024
    file = str(tmp_path / "clausetrack.yaml")
    assert settings.origins["specs"] == file
    assert settings.origins["jobs"] == "CLAUSETRACK_JOBS"
    assert settings.origins["fail_on"] == "--fail-on"
    assert settings.origins["color"] == "default"


def test_flags_that_were_not_given_say_nothing(tmp_path):
    assert load_settings(str(tmp_path), {}, {"fail_on": None}).origins["fail_on"] == "default"


def test_the_project_file_is_found_upwards(tmp_path):
    project(tmp_path, "specs: sets\n")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    settings = load_settings(str(deep))
    assert (settings.specs, settings.root) == ("sets", str(tmp_path))
    project(deep, "specs: others\n")
    assert load_settings(str(deep)).specs == "others"


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("fail_on: warning\nspec: sets\n", 2, "unknown key 'spec'", "specs"),
        ("fail_on: waring\n", 1, "'waring'", "did you mean 'warning'?"),
        ("jobs: many\n", 1, "", ""),
        ("max_file_size: 0\n", 1, "", ""),
        ("rules: {untidy: of}\n", 1, "'of'", "off"),
        ("paths:\n  - match: a\n", 2, "'rules'", ""),
        ("rules:\n  untidy: off\n  danglig-source: off\n", 3, "there is no rule 'danglig-source'", "'dangling-source'"),
        (
            "paths:\n  - {match: a, rules: {forse-raised: off}}\n",
            2,
            "there is no rule 'forse-raised'",
            "'force-raised'",
        ),
        ("rules: {a: off}\n", 1, "there is no rule 'a'", "'clausetrack rules' lists them"),
        ("specs: a\nspecs: b\n", 2, "given twice", ""),
    ],
)
def test_a_slip_is_told_with_its_place_and_what_was_meant(tmp_path, text, line, what, hint):
    (fault,) = faults(tmp_path, text)
    assert fault[0] == line
    assert what in fault[2]
    assert hint in fault[3]


def test_rules_on_changes_may_be_named_too(tmp_path):
    settings = load_settings(project(tmp_path, "rules: {untidy: warning, force-lowered: warning}\n"))
    assert settings.rules == {"untidy": "warning", "force-lowered": "warning"}


def test_all_slips_are_told_at_once(tmp_path):
    assert len(faults(tmp_path, "spec: a\nfail_on: b\njobs: c\n")) == 3


@pytest.mark.parametrize(
    ("name", "value", "what", "hint"),
    [
        ("FAIL_ON", "fatal", "CLAUSETRACK_FAIL_ON=fatal cannot be", "one of off, info, warning, error"),
        ("FAIL_ON", "waring", "CLAUSETRACK_FAIL_ON=waring cannot be", "did you mean 'warning'?"),
        ("JOBS", "-1", "CLAUSETRACK_JOBS=-1 is not a whole number from 0 to 256", ""),
        ("JOBS", "", "CLAUSETRACK_JOBS= is not a whole number from 0 to 256", ""),
        ("JOBS", "9" * 9999, "is not a whole number", ""),
        ("MAX_FILE_SIZE", "²", "is not a whole number from 1 to 4096", ""),
        ("COLOR", "", "CLAUSETRACK_COLOR= cannot be", "auto"),
        ("SPECS", "", "CLAUSETRACK_SPECS is empty", "unset it"),
        ("RULES", "untidy", "CLAUSETRACK_RULES cannot be given as a variable", "write it into clausetrack.yaml"),
        ("FAILON", "error", "there is no setting CLAUSETRACK_FAILON", "did you mean CLAUSETRACK_FAIL_ON?"),
        ("COLOUR", "never", "there is no setting CLAUSETRACK_COLOUR", "did you mean CLAUSETRACK_COLOR?"),
    ],
)
def test_a_variable_that_cannot_be_is_told(tmp_path, name, value, what, hint):
    with pytest.raises(SettingsError) as caught:
        load_settings(str(tmp_path), {f"CLAUSETRACK_{name}": value})
    assert what in caught.value.what
    assert hint in caught.value.hint


def test_other_variables_are_none_of_ours(tmp_path):
    others = {"CLAUSETRACK_DEBUG": "1", "CLAUSETRACK_DATA": "x", "_CLAUSETRACK_COMPLETE": "y", "FAIL_ON": "z"}
    assert set(load_settings(str(tmp_path), others).origins.values()) == {"default"}


def test_severities_by_rule_and_by_path():
    severities = Severities(
        {"untidy": "error"}, [("drafts/*", {"untidy": "off"}), ("*/final.yaml", {"untidy": "info"})]
    )
    assert severities.of("untidy", "info", "clause_specs/a.yaml") == "error"
    assert severities.of("schema", "error", "drafts/a.yaml") == "error"
    assert severities.of("untidy", "info", "drafts/a.yaml") == "off"
    assert severities.of("untidy", "info", "/home/project/drafts/b/a.yaml") == "off"
    assert severities.of("untidy", "info", "./drafts/a.yaml") == "off"
    assert severities.of("untidy", "info", "drafts/final.yaml") == "info"
    assert severities.of("untidy", "info", "undrafts/a.yaml") == "error"


def test_a_path_is_seen_from_the_project(tmp_path, monkeypatch):
    (tmp_path / "drafts").mkdir()
    severities = Severities({}, [("drafts/*", {"untidy": "off"})], str(tmp_path))
    monkeypatch.chdir(tmp_path / "drafts")
    assert severities.of("untidy", "info", "a.yaml") == "off"
    monkeypatch.chdir(tmp_path)
    assert severities.of("untidy", "info", "a.yaml") == "info"


@pytest.mark.parametrize(
    ("severity", "threshold", "reached"),
    [
        ("error", "error", True),
        ("warning", "error", False),
        ("error", "info", True),
        ("info", "info", True),
        ("error", "off", False),
        ("off", "off", False),
    ],
)
def test_nothing_reaches_off(severity, threshold, reached):
    assert at_least(severity, threshold) is reached
