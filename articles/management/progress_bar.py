"""A bar on the terminal for work of known length."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self, TextIO

WIDTH = 30  # characters
CLEAR_LINE = "\r\x1b[K"


class ProgressBar:
    """“[#####     ] 3 of 12” on one line of `out`; nothing at all where that is no terminal."""

    def __init__(self, total: int, out: TextIO | None = None) -> None:
        self.total, self.done = total, 0
        self.out = out or sys.stderr
        self.is_shown = self.out.isatty()

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Make room for other lines; the next step draws it again."""
        if self.is_shown:
            self.out.write(CLEAR_LINE)
            self.out.flush()

    def step(self, count: int = 1) -> None:
        self.done += count
        self._draw()

    def _draw(self) -> None:
        if self.is_shown:
            bar = "#" * (WIDTH * self.done // max(self.total, 1))
            self.out.write(f"{CLEAR_LINE}[{bar:{WIDTH}}] {self.done} of {self.total}")
            self.out.flush()
