"""A comparison as a Word document: the whole agreement with tracked changes, and in the margin what they mean.

Accepting all changes gives the new text, rejecting all the old one. What is said about the comparison stands in the
head of the first page and in comments, so that the body is the agreement and nothing else.
"""

from __future__ import annotations

from clausetrack.model.change import Diff
from clausetrack.report.docx import comments, frame, package, styles
from clausetrack.report.docx.body import Body
from clausetrack.report.docx.markup import Tracker
from clausetrack.report.html.words import language
from clausetrack.report.registry import Options


def render(result: Diff, options: Options) -> bytes:
    """Draw a comparison as DOCX: inside the old document where that is one, else anew.

    InputError where the old document cannot be read.
    """
    date = frame.moment(options.date or result.new.revision.as_of)
    if options.original is not None:
        from clausetrack.report.docx.reopened import redline  # noqa: PLC0415 - what edits documents reads them, with lxml

        drawn = redline(result, options.original, options.author, date)
        if drawn is not None:
            return drawn
    tracker = Tracker(options.author, date)
    body = Body(result, tracker)
    parts = {
        "styles": styles.part(body.depth, language(result.new.revision.language)),
        "settings": frame.settings(),
        "comments": comments.part(body.remarks, tracker),
        **frame.parts(result),
    }
    return package.document(body.document(parts), parts, frame.core(result, options.author, date))
