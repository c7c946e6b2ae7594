"""What a source declares of its article, apart from the words themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from articles.extraction.json_values import storable


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a source says of its article; None for what it does not."""

    headline: Found | None = None
    outlet: Found | None = None
    byline: Found | None = None
    dateline: Found | None = None
    credit: Found | None = None
    published: FoundTime | None = None
    language: Found | None = None
    url: Found | None = None
    guid: Found | None = None
    standfirst: Found | None = None
    info_sources: tuple[Found, ...] = ()
    """Whom it names as where the copy comes from, each name once."""


def first(*candidates: tuple[str, str]) -> Found | None:
    """The first value that is more than blanks, with where it was found."""
    for value, where in candidates:
        value = " ".join(storable(value).split())
        if value:
            return Found(value, where)
    return None


def each(names: Iterable[str], where: str) -> tuple[Found, ...]:
    """The names that are more than blanks, each once."""
    bare = (" ".join(storable(name).split()) for name in names)
    return tuple(Found(name, where) for name in dict.fromkeys(bare) if name)


def joined(names: Iterable[str]) -> str:
    """ "Ada Quell, Tom Brey and Dela Moor"; each name once."""
    once = list(dict.fromkeys(filter(None, names)))
    return " and ".join([", ".join(once[:-1]), once[-1]]) if len(once) > 1 else "".join(once)
