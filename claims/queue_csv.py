"""The claims of a queue as a table for spreadsheets, in the order of the screen.

They are read a few thousand at a time, each time from where the last ended: a million take as
little memory as one page, and no transaction stays open while somebody downloads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Any

from claims import spreadsheets
from claims.querysets import ClaimQuerySet
from claims.states import ClaimStatus
from web import paging

ROWS_AT_ONCE = 2_000  # about a megabyte of text
COLUMNS = {
    "Claim": "id",
    "Status": "status",
    "Quote": "quote",
    "Statement": "statement",
    "Who says so": "attribution",
    "Outlet": "outlet__name",
    "Story": "story__title",
    "Published": "dated_at",
    "Waiting since": "waiting_since",
    "Decided": "current_verdict__decided_at",
    "Decided by": "current_verdict__decided_by__username",
    "Rationale": "current_verdict__rationale",
}
_STATUS = {status.value: str(status.label) for status in ClaimStatus}


def parts(
    claims: ClaimQuerySet, *, order: Sequence[str], zone: tzinfo, address: Callable[[int], str]
) -> Iterator[str]:
    """The file in parts, the head first; moments in that zone, `address` of a claim's page."""
    yield spreadsheets.BOM + spreadsheets.lines([[*COLUMNS, "Address"]])
    for rows in paging.batches(claims, COLUMNS.values(), order=order, size=ROWS_AT_ONCE):
        yield spreadsheets.lines(_cells(row, zone, address) for row in rows)


def _cells(row: Sequence[Any], zone: tzinfo, address: Callable[[int], str]) -> list[str]:
    key, status, *said, dated_at, waiting_since, decided_at, decider, rationale = row
    return [
        str(key),
        _STATUS[status],
        *map(spreadsheets.words, said),
        _moment(dated_at, zone),
        _moment(waiting_since, zone),
        _moment(decided_at, zone),
        spreadsheets.words(decider or ""),
        spreadsheets.words(rationale or ""),
        address(key),
    ]


def _moment(value: datetime | None, zone: tzinfo) -> str:
    """As 2026-11-18 21:04, which every spreadsheet takes for a date."""
    return f"{value.astimezone(zone):%Y-%m-%d %H:%M}" if value else ""
