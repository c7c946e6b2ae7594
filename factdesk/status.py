"""How the desk itself is doing: database, worker, model, and what waits behind the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from articles.models import Sentence
from claims import encoding
from claims.models import Claim
from matching.encoder import MODEL_NAME
from web.counts import COUNT_CAP, capped

# A worker says every 10 s that it lives, and is taken for dead after three times that.
WORKER_SILENT = timedelta(seconds=30)


@dataclass(frozen=True, kw_only=True)
class Status:
    """Counts are at most COUNT_CAP + 1, which reads “over 1,000”."""

    database: str  # the server's version
    worker_seen: datetime | None  # when a worker last gave a sign; none when none is registered
    is_worker_alive: bool
    model: str
    absence: str  # why there is no model on this machine; empty when there is one
    sentences_without: int
    claims_without: int
    jobs_waiting: int
    jobs_failed: int

    @property
    def without(self) -> int:
        """Sentences and claims that are compared by their words alone."""
        return min(self.sentences_without + self.claims_without, COUNT_CAP + 1)


def now() -> Status:
    """The desk as it is; the same six queries however much is on it."""
    seen = ProcrastinateWorker.objects.order_by("-last_heartbeat").first()
    heartbeat = seen.last_heartbeat if seen else None
    return Status(
        database=_server_version(),
        worker_seen=heartbeat,
        is_worker_alive=bool(heartbeat and timezone.now() - heartbeat < WORKER_SILENT),
        model=MODEL_NAME,
        absence=encoding.absence(),
        sentences_without=capped(Sentence.objects.without_vector()).count(),
        claims_without=capped(Claim.objects.without_vector()).count(),
        jobs_waiting=_jobs("todo"),
        jobs_failed=_jobs("failed"),
    )


def _server_version() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])


def _jobs(status: str) -> int:
    return capped(ProcrastinateJob.objects.filter(status=status)).count()
