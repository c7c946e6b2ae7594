"""What became of files that were imported by command, one result for each article or refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from articles import published
from articles.models import Article


class Status(StrEnum):
    IMPORTED = "imported"
    NEW = "new"  # it would be imported, were this not a dry run
    REVISED = "revised"
    WITHDRAWN = "withdrawn"  # its sender took it back
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What became of a file, or of a `part` of it.

    When it was refused `sentence` says why, and what follows is none.
    """

    path: str
    part: str = ""
    status: Status
    sentence: str
    article: int | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None  # ISO 8601
    language: str | None = None
    text: str | None = None


def refusal(path: Path, sentence: str, *, part: str = "") -> Result:
    return Result(path=str(path), part=part, status=Status.REFUSED, sentence=sentence)


def told(
    path: Path, status: Status, sentence: str, article: Article, text: str, *, part: str = ""
) -> Result:
    when = published.of(article)
    return Result(
        path=str(path),
        part=part,
        status=status,
        sentence=sentence,
        article=None if status == Status.NEW else article.pk,
        outlet=article.outlet.name,
        headline=article.headline,
        published=when.iso if when else None,
        language=article.language,
        text=text,
    )
