"""One moment by which a whole fetch is over, however little each read takes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from articles.fetching.errors import TooSlow


@dataclass
class Deadline:
    """`seconds` from its making. `host` is whom the fetch waits for, to name in the sentence."""

    seconds: float
    host: str = ""
    ends: float = field(init=False)

    def __post_init__(self) -> None:
        self.ends = time.monotonic() + self.seconds

    def left(self) -> float:
        """Seconds, more than none. Raises TooSlow."""
        self.check()
        return self.ends - time.monotonic()

    def check(self) -> None:
        if time.monotonic() >= self.ends:
            raise TooSlow(self.host, self.seconds)
