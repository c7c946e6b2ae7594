"""`./desk bench`: measure the desk on invented data, in a PostgreSQL of its own.

Standard library only; the benches run in the environment in `.venv`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factdesk import installation
from factdesk.demo import collect_static
from factdesk.installation import PYTHON, STATE, site_packages
from factdesk.postgres import Cluster
from factdesk.surroundings import environment, run

# Statements are counted with their times by an extension that every build of PostgreSQL brings. The
# rest is what a server of some gigabytes of memory is given; the floor asks the same server.
SETTINGS = {
    "shared_preload_libraries": "pg_stat_statements",
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
}


def bench(arguments: Sequence[str]) -> int:
    """Run `python -m benchmarks` with these arguments; its exit status.

    The server is like the demo's and apart from it. It is stopped at the end and keeps what was
    built, so that a second run of one size only measures.
    """
    installation.ensure(vectors=True)
    cluster = Cluster(STATE / "postgres" / "bench", search=site_packages(), settings=SETTINGS)
    with cluster.running("factdesk") as url:
        variables = environment(url)
        collect_static(variables)
        return run([str(PYTHON), "-m", "benchmarks", *arguments], variables)
