"""Which revisions an agenda looks at: the newest counts, those before it show since when it is so."""

from __future__ import annotations

import json

import pytest

SET = """\
format: clausetrack/clause-set/1
agreement: {{id: quay, title: Pact, dates: {{signed: "2020-01-15"}}}}
revision: {{id: "{name}", basis: primary-text{more}}}
clauses:
  - {{id: lamps, kind: provision, text: The board shall light the lamps on the quay at dusk.}}
{clauses}
"""
TALKS = '  - {id: talks, kind: dialogue, participants: ["NO", IS], every: P1Y, text: The masters meet about tides.}\n'


def write(folder, name, clauses="", more="", file=None):
    folder.mkdir(exist_ok=True)
    path = folder / (file or f"{name}.yaml")
    path.write_text(SET.format(name=name, clauses=clauses, more=more), encoding="utf-8")
    return str(path)


@pytest.fixture
def due(tmp_path, monkeypatch, invoke):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        outcome = invoke("agenda", *arguments, "--from", "2025", "--until", "2025", "--format", "json")
        assert (outcome.status, outcome.err) == (0, "")
        return [(item["due"], item["base"], item["missed"]) for item in json.loads(outcome.out)["items"]]

    return run


def test_earlier_revisions_of_the_folder_show_that_a_dialogue_came_later(tmp_path, due):
    write(tmp_path / "quay", "2020-01-15")
    newest = write(tmp_path / "quay", "2024-06-01", TALKS)
    assert due("quay") == [("2025-06-01", "found", 0)]
    assert due(newest) == [("2025-06-01", "found", 0)]


def test_a_file_alone_is_counted_from_the_agreement(tmp_path, due):
    newest = write(tmp_path / "quay", "2024-06-01", TALKS)
    assert due(newest) == [("2021-01-15", "signed", 4), ("2025-01-15", "signed", 0)]


def test_a_later_revision_beside_the_file_that_is_named_does_not_matter(tmp_path, due):
    named = write(tmp_path / "quay", "2020-01-15", TALKS)
    write(tmp_path / "quay", "2024-06-01")
    assert [base for _, base, _ in due(named)] == ["signed", "signed"]
    assert due("quay") == []


def test_a_broken_or_other_file_beside_it_does_not_matter(tmp_path, due):
    named = write(tmp_path / "quay", "2024-06-01", TALKS)
    (tmp_path / "quay" / "broken.yaml").write_text("agreement:\n  id: [", encoding="utf-8")
    other = (tmp_path / "quay" / "2024-06-01.yaml").read_text(encoding="utf-8").replace("id: quay", "id: other")
    (tmp_path / "quay" / "other.yaml").write_text(other.replace("2024-06-01", "2019"), encoding="utf-8")
    assert [base for _, base, _ in due(named)] == ["signed", "signed"]


def test_a_name_that_is_no_day_gives_no_date(tmp_path, due):
    write(tmp_path / "quay", "2020-01-15")
    write(tmp_path / "quay", "2024-02-31", TALKS, more=", follows: 2020-01-15")
    assert due("quay") == []


def test_all_agreements_of_a_folder_have_their_own_history(tmp_path, due):
    write(tmp_path / "all", "2020-01-15")
    write(tmp_path / "all", "2024-06-01", TALKS)
    for name in ("2020-01-15", "2023-03-01"):
        path = tmp_path / "all" / f"other-{name}.yaml"
        path.write_text(SET.format(name=name, clauses=TALKS, more="").replace("id: quay", "id: other"), "utf-8")
    assert sorted(due("all")) == [("2021-01-15", "signed", 4), ("2025-01-15", "signed", 0), ("2025-06-01", "found", 0)]
