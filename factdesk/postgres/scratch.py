"""Databases for tests: each run has a server to itself and leaves none running."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from factdesk import locks
from factdesk.postgres.cluster import Cluster


@contextmanager
def scratch_database(folder: Path, *, search: Sequence[str | Path] | None = None) -> Iterator[str]:
    """Yield the URL of a database on the first scratch server in `folder` nobody uses.

    Servers are kept stopped between runs, since starting one is quicker than making one.
    """
    for number in itertools.count(1):
        with ExitStack() as stack:
            try:
                stack.enter_context(locks.exclusive(folder / f"test-{number}.lock", wait=False))
            except locks.LockedElsewhere:
                continue
            server = Cluster(folder / f"test-{number}", durable=False, search=search)
            yield stack.enter_context(server.running("factdesk"))
            return
