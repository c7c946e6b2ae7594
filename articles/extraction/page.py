"""A page as it was read: its lines, kept or struck, and what was found about the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """What a line is to the article."""

    BODY = "body"
    STANDFIRST = "standfirst"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    CAPTION = "caption"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading or button of a page.

    `text` has no line break in it and no blank at its ends. `reason` says why a line was
    struck, in words fit to show; it is empty for a kept line.
    """

    text: str
    kept: bool
    reason: str = ""
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it was found: "from the page’s JSON-LD", "from the first line"."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class FoundTime:
    """When an article was published.

    `value` is aware. With precision "day" it is midnight in its own zone, UTC when the page
    names none: only its date means something. `zone` is an IANA name or an offset such as
    "+02:00"; empty when the page names none.
    """

    value: datetime
    precision: Literal["minute", "day"]
    zone: str
    where: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything read from one source. Absent values are None: the page does not say."""

    lines: tuple[Line, ...]
    headline: Found | None = None
    outlet: Found | None = None
    byline: Found | None = None
    dateline: Found | None = None
    credit: Found | None = None
    published: FoundTime | None = None
    language: Found | None = None
    url: Found | None = None
    standfirst: Found | None = None
    info_sources: tuple[Found, ...] = ()
    """Whom the metadata names as where the copy comes from, each name once."""
    media_type: str = "text/plain"
    encoding: str = "utf-8"


def body(lines: Iterable[Line]) -> str:
    """The kept lines as the article's text: LF, one blank line between paragraphs.

    Nothing inside a line is changed; there is no line break at the end.
    """
    return "\n\n".join(line.text for line in lines if line.kept)
