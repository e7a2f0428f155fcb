"""What the pages show is what the commands print. ``pytest tests/docs --refresh-golden`` writes the outputs anew."""

from __future__ import annotations

import pytest

from tests.docs.transcripts import ROOT, Written, fits, judge, pages, run, steps

PAGES = {str(page.relative_to(ROOT)): page for page in pages()}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_its_commands_print(name, tmp_path, request):
    text = PAGES[name].read_text(encoding="utf-8")
    outcome = judge(text, run(text, tmp_path))
    assert str(tmp_path) not in outcome.text, "an output names a folder of this machine"
    if request.config.getoption("--refresh-golden"):
        PAGES[name].write_text(outcome.text, encoding="utf-8", newline="\n")
        outcome.differing.clear()
    if outcome.failed or outcome.differing:
        faults = "\n\n".join([*outcome.failed, *outcome.differing])
        pytest.fail(f"{name}\n\n{faults}\n(pytest --refresh-golden writes the outputs anew)", pytrace=False)


def test_the_readme_and_the_tutorial_are_run():
    assert {"README.md", "docs/tutorial.md"} <= set(PAGES)


PAGE = """Some words.

```yaml file=sub/a.yaml
NO
```

```console
$ cat sub/a.yaml
{shown}
$ ls missing || exit_status=7 && (exit $exit_status)
…
$ echo $?
7
$ printf 'one\\n%s\\n' \\
> two
one
two
```

```sh
not run
```
"""


def test_a_right_page_has_no_faults(tmp_path):
    text = PAGE.format(shown="NO")
    outcome = judge(text, run(text, tmp_path))
    assert (outcome.differing, outcome.failed, outcome.text) == ([], [], text)


def test_a_wrong_output_is_told_and_mended(tmp_path):
    outcome = judge(text := PAGE.format(shown="false"), run(text, tmp_path))
    assert len(outcome.differing) == 1
    assert "expected:\nfalse\n\nprinted:\nNO\n" in outcome.differing[0]
    assert outcome.text == PAGE.format(shown="NO")


def test_a_failure_that_is_not_shown_is_told(tmp_path):
    text = "```console\n$ (exit 3)\n```\n"
    assert judge(text, run(text, tmp_path)).failed == ["$ (exit 3)\nexit status 3, which the page does not show"]


def test_a_gap_stands_for_lines_and_not_for_words():
    assert fits("a\n…\nd\n", "a\nb\nc\nd\n")
    assert fits("a\n…\nd\n", "a\nd\n")
    assert not fits("a\n…\nd\n", "a\nb\nd d\n")
    assert not fits("a\n", "a\nb\n")


def test_files_are_written_in_order():
    text = PAGE.format(shown="NO")
    assert [step.path if isinstance(step, Written) else step.line.split()[0] for step in steps(text)] == [
        "sub/a.yaml",
        "cat",
        "ls",
        "echo",
        "printf",
    ]
