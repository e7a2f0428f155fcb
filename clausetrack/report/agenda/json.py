"""An agenda for programs: the JSON whose schema is `agenda`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.agenda import Agenda, Ended, Item
from clausetrack.report.agenda.words import notes
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/agenda/1"


def render(result: Agenda, options: Options) -> str:
    """Draw an agenda as JSON."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "from": result.start,
            "until": result.until,
            "agreements": result.agreements,
            "items": [_item(item) for item in result.items],
            "unscheduled": list(result.unscheduled),
            "not_agreed": list(result.not_agreed),
            "ended": [_ended(one) for one in result.ended],
            "notes": notes(result),
        }
    )


def _item(item: Item) -> dict[str, Any]:
    return {
        "uid": item.key,
        "kind": item.kind,
        "state": item.state,
        "due": item.due,
        "first_day": item.first,
        "last_day": item.last,
        "agreement": item.agreement,
        "title": item.title,
        "revision": item.revision,
        "clause": item.clause,
        "name": item.name,
        "number": item.number if item.kind == "dialogue" else None,
        "missed": item.missed,
        "every": item.every,
        "counted_from": item.counted_from,
        "base": item.base,
        "actors": list(item.actors),
        "level": item.level,
        "status": item.status,
    }


def _ended(one: Ended) -> dict[str, Any]:
    return {
        "agreement": one.agreement,
        "title": one.title,
        "date": one.date,
        "meetings": one.meetings,
        "deadlines": one.deadlines,
    }
