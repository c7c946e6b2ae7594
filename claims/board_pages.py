"""Which rows of the whole board one page of it shows: numbered, for rows keep no order of keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.board import Row

CELLS_ON_A_PAGE = 6_000  # 400 rows of 15 outlets, so that a common story stays on one page
ROWS_ON_A_PAGE = 400
FEWEST_ROWS = 10  # however many outlets there are


@dataclass(frozen=True, kw_only=True)
class BoardPage:
    """Some rows in order. Pages and rows are counted from 1."""

    rows: list[Row]
    number: int
    pages: int
    before: int  # rows on earlier pages

    @property
    def first(self) -> int:
        return self.before + 1

    @property
    def last(self) -> int:
        return self.before + len(self.rows)

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def following(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None


def page(rows: Sequence[Row], *, outlets: int, asked: str = "", opened: str = "") -> BoardPage:
    """The page of that number, or without one that with the opened cell; else the first.

    A number beyond the last page is the last; what is no number is ignored.
    """
    size = max(FEWEST_ROWS, min(ROWS_ON_A_PAGE, CELLS_ON_A_PAGE // max(1, outlets)))
    pages = max(1, -(-len(rows) // size))
    number = int(asked) if asked.isdecimal() and len(asked) < 10 else _of(rows, opened, size)
    number = min(max(number, 1), pages)
    before = (number - 1) * size
    shown = list(rows[before : before + size])
    return BoardPage(rows=shown, number=number, pages=pages, before=before)


def _of(rows: Sequence[Row], opened: str, size: int) -> int:
    """The number of the page that has the row of this cell."""
    key = opened.partition("-")[0]
    place = next((at for at, row in enumerate(rows) if str(row.key) == key), 0)
    return 1 + place // size
