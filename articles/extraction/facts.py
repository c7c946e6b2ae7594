"""What the sorted lines say about their article: headline, byline, credit, dateline, time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.extraction.declared import Found, FoundTime
from articles.extraction.head import bare_names, byline_of, without_site_title
from articles.extraction.moments import line_moment
from articles.extraction.page import Line, Role

_AGENCY = r"(?:\s*[(\[][^()\[\]\n]{2,40}[)\]])"
_DASH = r"\s*(?:[—–]+|--?|\.-)\s"
# "SELWICK, Nov 18 (Northline) — ", "Selwick (Northline) - ", "SELWICK: "
_DATELINE = re.compile(
    r"^(?P<line>(?P<place>[^\W\d_][^()\[\]—–\n:]{1,60}?)"
    rf"(?:(?P<agency>{_AGENCY}){_DASH}|{_DASH}|:\s))"
)
_PLACE_WORDS_MOST = 9
_SHOUTED = re.compile(r"^[^\W\d_a-zß-öø-ÿа-яё][^a-zß-öø-ÿа-яё,]{2,}")
_DATED_BELOW = 2  # lines under the text among which its date can stand
_POSTED_MOST = 80  # characters
_CONTRIBUTED = re.compile(r"^[\s(—–-]+|[\s).]+$")


def headline_in(lines: Sequence[Line]) -> Found | None:
    """The line sorted as headline, without the outlet's name at its end."""
    place, line = _first(lines, Role.HEADLINE)
    if line is None:
        return None
    where = "from the first line" if place == 0 else "from the lines above the text"
    return Found(without_site_title(line.text), where)


def byline_in(lines: Sequence[Line]) -> Found | None:
    """The names of the first byline that names somebody."""
    stop = max((i for i, line in enumerate(lines) if line.kept), default=0)
    for place, line in enumerate(lines):
        if line.role is Role.BYLINE and line.reason == "byline":
            names = byline_of(line.text) or bare_names(line.text)
            if len(names.split()) > 1:
                side = "above" if place < stop else "below"
                return Found(names, f"from the lines {side} the text")
    return None


def standfirst_in(lines: Sequence[Line]) -> Found | None:
    """The line under the headline that was struck as standfirst."""
    _, line = _first(lines, Role.STANDFIRST)
    return Found(line.text, "from the line under the headline") if line else None


def credit_in(lines: Sequence[Line]) -> Found | None:
    """Who helped or where the copy comes from: every credit line, parted by a semicolon."""
    named = [_CONTRIBUTED.sub("", line.text) for line in lines if line.role is Role.CREDIT]
    return Found("; ".join(dict.fromkeys(named)), "from the credit line") if named else None


def published_in(lines: Sequence[Line]) -> FoundTime | None:
    """The day, with the hour if that is clear, in the first date line that leaves no doubt.

    None of another story's below the text.

    A line struck for something else above the text serves when no date line stands there, as in
    "Posted on 3 June 2022 by newsdesk, leave a comment".
    """
    start = next((place for place, line in enumerate(lines) if line.kept), len(lines))
    stop = max((place + 1 for place, line in enumerate(lines) if line.kept), default=len(lines))
    dated = [line for line in lines[: stop + _DATED_BELOW] if line.role in (Role.DATE, Role.BYLINE)]
    posted = [line for line in lines[:start] if len(line.text) <= _POSTED_MOST]
    moments = (line_moment(line.text, "from the date line") for line in (*dated, *posted))
    return next((moment for moment in moments if moment), None)


def dateline_in(lines: Sequence[Line]) -> Found | None:
    """Place, day and agency that open the text; they stay in the text as well.

    A place is taken for one when it is in capitals or an agency in brackets follows it.
    """
    first = next((line.text for line in lines if line.kept), "")
    found = _DATELINE.match(first[:120])
    if found is None:
        return None
    place, agency = found["place"].strip(), found["agency"] or ""
    if len(place.split()) > _PLACE_WORDS_MOST or place[:1].islower():
        return None
    if not _SHOUTED.match(place) and not agency:
        return None
    return Found((place + agency).strip(" ,"), "from the first words of the text")


def _first(lines: Sequence[Line], role: Role) -> tuple[int, Line | None]:
    for place, line in enumerate(lines):
        if line.role is role:
            return place, line
    return -1, None
