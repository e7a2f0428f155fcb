"""A house's own form is filled with what the JSON has, and can do no harm."""

from __future__ import annotations

import pytest
import samples

from clausetrack.errors import InputError
from clausetrack.report.registry import Options
from clausetrack.report.template import fill

RESULT = samples.diff()


def filled(template, file="form.txt", result=RESULT):
    return fill("diff", result, template, file, Options())


def test_it_sees_what_the_json_has():
    form = "{{ new.revision }}\n{% for row in rows %}\n{{ row.direction }}\n{% endfor %}\n"
    shown = [row.direction for row in RESULT.rows if row.changes or row.match.relation != "paired"]
    assert filled(form) == "\n".join([RESULT.new.revision.id, *shown, ""])


@pytest.mark.parametrize("file", ["form.html", "form.html.jinja", "FORM.XML.j2", "form.svg"])
def test_texts_are_escaped_where_they_would_be_markup(file):
    hostile = samples.diff("<script>alert(1)</script>")
    shown = filled(
        "{% for row in rows %}{% for change in row.changes %}{{ change.message }}{% endfor %}{% endfor %}",
        file,
        hostile,
    )
    assert "<script>" not in shown
    assert "<b>" in filled("<b>{{ new.revision }}</b>", file)


def test_texts_stay_as_they_are_elsewhere():
    assert filled("{{ '<' }}", "form.md.j2") == "<"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{% for %}", 2),
        ("a\nb\n{{ nothing.here }}", 3),
        ("a\n{{ rows.x.y }}", 2),
        ("{{ 1 / 0 }}", 1),
        ("\n{{ ''.__class__.__mro__ }}", 2),
        ("{{ rows.append(1) }}", 1),
        ("{% include '/etc/passwd' %}", 1),
        ("{{ range(10**9) | list }}", 1),
    ],
)
def test_what_is_wrong_or_not_allowed_is_told_with_its_line(template, line):
    with pytest.raises(InputError) as caught:
        filled(template)
    assert (caught.value.file, caught.value.line) == ("form.txt", line)
