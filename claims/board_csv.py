"""The board as a table for spreadsheets, row by row, as it is on the screen."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims import cells
from claims.board import Board, Row
from claims.cells import Cell

if TYPE_CHECKING:
    from _csv import Writer

BOM = "\ufeff"  # by it spreadsheets know that this is UTF-8
ROWS_AT_ONCE = 50  # so many have their cells filled together
# What a spreadsheet would take for a formula, after blanks as well.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def lines(board: Board, rows: list[Row]) -> Iterator[str]:
    """The lines of the file, the head first; `rows` in the order of the screen."""
    writer = csv.writer(_Echo())
    outlets = [column.name for column in board.columns]
    yield BOM + _line(writer, ["Point of the story", "Outlets", "Independent origins", *outlets])
    for start in range(0, len(rows), ROWS_AT_ONCE):
        some = rows[start : start + ROWS_AT_ONCE]
        for row, found in zip(some, cells.fill(board, some), strict=True):
            yield _line(writer, [row.title, str(row.spread), str(row.origins), *map(_words, found)])


def _words(cell: Cell) -> str:
    return cell.heard


def _line(writer: Writer, values: Iterable[str]) -> str:
    line: str = writer.writerow([_harmless(" ".join(value.split())) for value in values])
    return line


def _harmless(value: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{value}" if value.startswith(FORMULA) else value


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line
