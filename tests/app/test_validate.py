"""Checking files: severities of the project, neighbours that were not named, files of other kinds."""

from __future__ import annotations

from fragments import checked, completed, write

from clausetrack.app.validate import validate_text

MEET = "clauses:\n  - {id: talks, kind: provision, text: They meet biannually.}\n"


def rules(result):
    return {finding.rule: finding.severity for finding in result.findings}


def test_severities_of_the_project_overrule(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, MEET)
    assert rules(checked())["biannual"] == "warning"
    assert rules(checked(rules={"biannual": "error"}))["biannual"] == "error"
    assert "biannual" not in rules(checked(rules={"biannual": "off"}))
    quiet = (("clause_specs/demo/*", {"biannual": "off"}), ("*/one.yaml", {"biannual": "info"}))
    assert rules(checked(paths=quiet))["biannual"] == "info"
    assert "biannual" not in rules(checked(paths=quiet[:1]))


def test_rules_of_the_frame_and_of_the_project_can_be_set_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    revision = "revision: {id: one, basis: primary-text, follows: x}\n"
    write(tmp_path, f"agreement: {{id: demo, title: Demo, colour: red}}\n{revision}")
    assert {"schema": "error", "revision-chain": "error"}.items() <= rules(checked()).items()
    lenient = {"schema": "info", "revision-chain": "off", "untidy": "off", "evidence-missing": "off"}
    assert rules(checked(rules=lenient)) == {"schema": "info"}


def test_domains_of_the_project_are_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "clauses:\n  - {id: dues, kind: provision, text: Dues are paid., domains: [port-fees]}\n")
    assert "unknown-domain" in rules(checked())
    assert "unknown-domain" not in rules(checked(domains={"port-fees": "What ships pay."}))


def test_neighbours_are_looked_at_when_a_file_is_checked_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    one = "# file: clause_specs/demo/one.yaml\nrevision: {id: one, basis: primary-text}\nclauses: []\n"
    two = (
        "# file: clause_specs/demo/two.yaml\n"
        "agreement: {id: demo, title: Demo, relations: [{type: based-on, target: other}]}\n"
        "revision: {id: two, basis: primary-text, follows: one}\n"
        "clauses:\n"
        "  - {id: talks, kind: provision, text: They meet., "
        "aligns_with: ['other#talks', 'other#walks', 'third#talks']}\n"
    )
    other = "# file: clause_specs/other/one.yaml\nagreement: {id: other, title: Other}\n" + MEET
    write(tmp_path, one + two + other)
    result = checked(["clause_specs/demo/two.yaml"])
    assert result.files == ("clause_specs/demo/two.yaml",)
    found = [finding.message for finding in result.findings if finding.rule in {"dangling-reference", "revision-chain"}]
    assert found == ["there is no clause 'walks' in 'other'"]
    assert not {finding.position.file for finding in result.findings} - {"clause_specs/demo/two.yaml"}


def test_the_project_file_is_checked_as_what_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clausetrack.yaml").write_text("fail_on: error\nspec: sets\n")
    (finding,) = checked(["clausetrack.yaml"]).findings
    assert (finding.rule, finding.position.line) == ("schema", 2)


def test_a_text_is_checked_by_itself():
    found = validate_text(completed(MEET), "somewhere.txt")
    assert found.files == ("somewhere.txt",)
    assert rules(found)["biannual"] == "warning"
    (reference,) = [
        finding
        for finding in validate_text(completed(MEET + "    relations: [{type: specifies, target: x}]\n"), "a").findings
        if finding.rule in {"dangling-reference", "syntax"}
    ]
    assert reference.position.line in {2, 3}


def test_a_fingerprint_that_changes_is_read_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    digest = "sha256:" + "1" * 64
    seed = 'format: clausetrack/fingerprint/1\nsha256: "%s"\nsize: 1\nmedia_type: text/plain\nparagraphs: %s\n'
    piece = f'evidence: [{{source: gazette, digest: "{digest}"}}]'
    clause = f"{{id: talks, kind: provision, text: They meet., {piece}}}"
    sources = "sources: [{id: gazette, fingerprint: ../../seeds/gazette.yaml}]\n"
    write(tmp_path, f"{sources}clauses:\n  - {clause}\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "clausetrack.yaml").write_text("")
    path = tmp_path / "seeds/gazette.yaml"
    path.write_text(seed % ("a" * 64, f'[{{paragraph: 1, sentences: ["{digest}"]}}]'))
    assert "evidence-stale" not in rules(checked())
    path.write_text(seed % ("a" * 64, "[]"))
    assert "evidence-stale" in rules(checked())


def test_findings_are_in_the_order_of_files_and_lines(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "# file: clause_specs/b/one.yaml\n" + MEET + "# file: clause_specs/a/one.yaml\n" + MEET)
    places = [(f.position.file, f.position.line, f.position.column) for f in checked().findings]
    assert places == sorted(places)
