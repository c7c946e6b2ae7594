"""Plain text as it is saved from a browser or a clipping service: which lines are the article.

A folder has one `.txt` a page, a line each as marked by a person: `+` the article's own, `-` of
the site, `=` the headline, `~` the language. Each page is read as one paragraph a line, with blank
lines, and wrapped at a column.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import extraction
from articles.extraction import ExtractionError

OWN, HEADLINE, LANGUAGE = "+", "=", "~"
COLUMN = 72  # characters


@dataclass(frozen=True, slots=True)
class MarkedPage:
    name: str
    texts: tuple[str, ...]
    own: tuple[str, ...]
    headline: str


@dataclass(frozen=True, slots=True)
class LineScore:
    """Of all lines of all pages: the share of the kept that are the article's, and of its the kept.

    `whole` is the share of pages that come out line by line, `headlines` that of those found.
    """

    precision: float
    recall: float
    whole: float
    headlines: float


def load(folder: Path) -> list[MarkedPage]:
    """Raises OSError for a folder without pages, ValueError for a line without its mark."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise FileNotFoundError(2, "No marked pages", str(folder))
    return [_page(path) for path in paths]


def _page(path: Path) -> MarkedPage:
    lines = [line.split(" ", 1) for line in path.read_text("utf-8").splitlines() if line]
    marked = [(mark, text) for mark, text in lines if mark != LANGUAGE]
    return MarkedPage(
        name=path.stem,
        texts=tuple(text for _, text in marked),
        own=tuple(text for mark, text in marked if mark == OWN),
        headline=next((text for mark, text in marked if mark == HEADLINE), ""),
    )


FORMS: Mapping[str, Callable[[Sequence[str]], str]] = {
    "one paragraph a line": "\n".join,
    "with blank lines": "\r\n\r\n".join,
    "wrapped": lambda texts: "\n\n".join(textwrap.fill(text, COLUMN) for text in texts),
}


def measure(pages: Sequence[MarkedPage], form: Callable[[Sequence[str]], str]) -> LineScore:
    right = kept_lines = own_lines = whole = headlines = 0
    for page in pages:
        kept, headline = _read(form(page.texts))
        common = (Counter(kept) & Counter(page.own)).total()
        right, kept_lines = right + common, kept_lines + len(kept)
        own_lines += len(page.own)
        whole += tuple(kept) == page.own
        headlines += headline == page.headline
    return LineScore(
        precision=right / kept_lines if kept_lines else 0.0,
        recall=right / own_lines if own_lines else 0.0,
        whole=whole / len(pages),
        headlines=headlines / len(pages),
    )


def _read(text: str) -> tuple[list[str], str]:
    try:
        page = extraction.read_text(text)
    except ExtractionError:
        return [], ""
    headline = page.headline.value if page.headline else ""
    return [line.text for line in page.lines if line.kept], headline
