"""A page as it was read: its lines, kept or struck, and what was found about the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from articles.extraction.declared import Metadata


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
class Page(Metadata):
    """Everything read from one source: what it declares, or else its lines say of the article."""

    lines: tuple[Line, ...]
    media_type: str = "text/plain"
    encoding: str = "utf-8"


def body(lines: Iterable[Line]) -> str:
    """The kept lines as the article's text: LF, one blank line between paragraphs.

    Nothing inside a line is changed; there is no line break at the end.
    """
    return "\n\n".join(line.text for line in lines if line.kept)
