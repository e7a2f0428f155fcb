"""What a corpus is asked about: clauses of the index by their names, clauses of files, or a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from clausetrack.app.corpus.meant import ARCHIVE, LINES, is_known
from clausetrack.app.inputs import read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.corpus.index import Index
from clausetrack.corpus.names import rows_named
from clausetrack.corpus.similar import Question
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import STDIN_NAME
from clausetrack.language.scripts import UNSPACED_SPAN
from clausetrack.model.clause import Clause

_UNSPACED: Final = re.compile(f"[{UNSPACED_SPAN}]")
_TEXT_HINT: Final = "to ask about a text, give several words in quotes, or - and the text on standard input"


def asked_about(what: str, index: Index, settings: Settings) -> list[Question]:
    """Give the clauses that are asked about: the index is looked into first, then the disk.

    InputError where a file cannot be read or nothing is asked, UnknownNameError for a clause that a document does not
    have, and for what looks like a name and is none.
    """
    rows = rows_named(index, what)
    if rows is not None:
        places = zip(index.places(rows), rows.tolist(), strict=True)
        return [Question(f"{at.holding.name}#{at.clause.id}", at.clause.text, row) for at, row in places]
    _refuse_many(what, index)
    path, mark, name = what.rpartition("#")
    if what == STDIN_NAME or _is(what, Path.is_file):
        called = "standard input" if what == STDIN_NAME else what
        clause_set = set_of(read_content(what, settings), settings)
        return [Question(f"{called}#{clause.id}", clause.text) for clause in clause_set.clauses]
    if mark and _is(path, Path.is_file):
        return [Question(what, _clause(path, name, settings).text)]
    if not what.strip():
        raise InputError("nothing was asked about", hint="give a text, a file, or FILE#CLAUSE")
    if _is_like_a_name(what):
        raise UnknownNameError(f"neither the index nor the disk has '{what}'", hint=_TEXT_HINT)
    return [Question("the text", what)]


def _refuse_many(what: str, index: Index) -> None:
    """Refuse what names many documents, or one of many that the index does not have."""
    many = re.match(rf"(.+?{re.escape(LINES)}(?=#|$)|.+?{re.escape(ARCHIVE)}(?=!|$))", what, re.IGNORECASE)
    if many and (_is(many[1], Path.is_file) or len(what.split()) == 1):
        names = index.documents["name"].to_pylist()
        like = next((name for name in names if name.startswith(many[1])), None)
        hint = f"name one of its documents, such as '{like}'" if like else "build the index with it first"
        raise UnknownNameError(f"'{what}' is no document of the index", hint=hint)
    if _is(what, Path.is_dir):
        raise InputError("this is a folder", file=what, hint=f"name a document in it; {_TEXT_HINT}")


def _clause(path: str, name: str, settings: Settings) -> Clause:
    clause_set = set_of(read_content(path, settings), settings)
    try:
        return clause_set.clause(name)
    except KeyError:
        guess = nearest(name, [clause.id for clause in clause_set.clauses])
        hint = f"did you mean '{guess}'?" if guess else f"'clausetrack show {path}' lists them"
        raise UnknownNameError(f"{path} has no clause '{name}'", hint=hint) from None


def _is_like_a_name(what: str) -> bool:
    """Say whether somebody who writes this means a document or a clause: one word with marks that paths have.

    Where a script sets no spaces between words, a stroke is no sign of a path.
    """
    if is_known(what.partition("#")[0]):
        return True
    marks = "#" if _UNSPACED.search(what) else "#/\\"
    return len(what.split()) == 1 and any(mark in what for mark in marks)


def _is(path: str, kind: Callable[[Path], bool]) -> bool:
    try:
        return kind(Path(path))
    except (OSError, ValueError):  # a text that is too long or too odd for a path
        return False
