"""The board as a table for spreadsheets, row by row, as it is on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims import cells, spreadsheets
from claims.board import Board, Row

ROWS_AT_ONCE = 50  # so many have their cells filled together


def lines(board: Board, rows: list[Row]) -> Iterator[str]:
    """The lines of the file, the head first; `rows` in the order of the screen."""
    outlets = [column.name for column in board.columns]
    head = ["Point of the story", "Outlets", "Independent origins", *outlets]
    yield spreadsheets.BOM + _line(head)
    for start in range(0, len(rows), ROWS_AT_ONCE):
        some = rows[start : start + ROWS_AT_ONCE]
        for row, found in zip(some, cells.fill(board, some), strict=True):
            heard = [cell.heard for cell in found]
            yield _line([row.title, str(row.spread), str(row.origins), *heard])


def _line(values: Iterable[str]) -> str:
    return spreadsheets.lines([[spreadsheets.words(value) for value in values]])
