"""The claims of a queue as a table for spreadsheets, in the order of the screen.

They are read a few thousand at a time, each time from where the last ended: a million take as
little memory as one page, and no transaction stays open while somebody downloads. The database
writes the lines, which takes it a fraction of what Python would take.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Case, CharField, F, Func, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat

from claims import spreadsheets
from claims.querysets import ClaimQuerySet
from claims.states import ClaimStatus
from web import paging

ROWS_AT_ONCE = 2_000  # about a megabyte of text
HEAD = (
    *("Claim", "Status", "Quote", "Statement", "Who says so", "Outlet", "Story", "Published"),
    *("Waiting since", "Decided", "Decided by", "Rationale", "Address"),
)
_TEXT = TextField()


class Words(Func):
    """A cell of words, as `spreadsheets.words` writes them, in quotes."""

    _on_one_line = r"btrim(regexp_replace(%(expressions)s, '\s+', ' ', 'g'))"
    _harmless = rf"regexp_replace({_on_one_line}, '^(?=[{spreadsheets.SIGNS}])', '''')"
    template = f"""coalesce('"' || replace({_harmless}, '"', '""') || '"', '')"""
    output_field = _TEXT


class Moment(Func):
    """As 2026-11-18 21:04, which every spreadsheet takes for a date; of a moment and a zone."""

    function = "timezone"
    template = "coalesce(to_char(%(function)s(%(expressions)s), 'YYYY-MM-DD HH24:MI'), '')"
    output_field = _TEXT


def parts(
    claims: ClaimQuerySet, *, order: Sequence[str], zone: str, page: tuple[str, str]
) -> Iterator[str]:
    """The file in parts, the head first; moments in that zone. A claim's `page` has its key between
    the two pieces of its address."""
    yield spreadsheets.BOM + spreadsheets.lines([HEAD])
    rows = claims.annotate(line=_line(zone, page))
    for some in paging.batches(rows, ["line"], order=order, size=ROWS_AT_ONCE):
        yield "".join(f"{line}\r\n" for (line,) in some)


def _line(zone: str, page: tuple[str, str]) -> Func:
    key, before, after = Cast("pk", _TEXT), Value(page[0]), Value(page[1])
    words = ("quote", "statement", "attribution", "outlet__name", "story__title")
    return Func(
        Value(","),
        key,
        Case(*(When(status=one, then=Value(_cell(one.label))) for one in ClaimStatus)),
        *map(Words, words),
        *(_moment(name, zone) for name in ("dated_at", "waiting_since")),
        _moment("current_verdict__decided_at", zone),
        Words("current_verdict__decided_by__username"),
        Words("current_verdict__rationale"),
        Concat(before, key, after, output_field=_TEXT),
        function="concat_ws",
        output_field=_TEXT,
    )


def _cell(words: str) -> str:
    """As it stands between two commas."""
    return spreadsheets.lines([[spreadsheets.words(words)]]).strip()


def _moment(name: str, zone: str) -> Combinable:
    return Moment(Value(zone, output_field=CharField()), F(name))
