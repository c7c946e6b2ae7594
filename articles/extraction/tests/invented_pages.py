"""The invented pages: each line marked as the article's own or the site's.

`+` a line of the body, `-` a line of the site, `=` the headline, `~` the language.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pages"
COLUMN = 72


@dataclass(frozen=True)
class InventedPage:
    name: str
    lines: tuple[tuple[str, str], ...]
    language: str

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.lines]

    @property
    def body(self) -> list[str]:
        return [text for mark, text in self.lines if mark == "+"]

    @property
    def headline(self) -> str | None:
        return next((text for mark, text in self.lines if mark == "="), None)


def load(path: Path) -> InventedPage:
    marked = [line.split(" ", 1) for line in path.read_text("utf-8").splitlines() if line]
    language = next(text for mark, text in marked if mark == "~")
    lines = tuple((mark, text) for mark, text in marked if mark != "~")
    return InventedPage(path.stem, lines, language)


PAGES = [load(path) for path in sorted(FOLDER.glob("*.txt"))]


def one_a_line(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def parted_by_blank_lines(texts: Iterable[str]) -> str:
    return "\r\n\r\n".join(texts)


def wrapped(texts: Iterable[str]) -> str:
    return "\n\n".join(textwrap.fill(text, COLUMN) for text in texts)


FORMS = [one_a_line, parted_by_blank_lines, wrapped]
