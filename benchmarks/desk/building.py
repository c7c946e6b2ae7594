"""Fills an empty database with a desk of any size, by SQL: a million claims take minutes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection, transaction
from django.db.models import Q

from accounts.models import User
from articles.models import Article, Outlet, Revision, Sentence, Story
from benchmarks.bulk import without_indexes
from benchmarks.desk.decisions import write_decisions
from benchmarks.desk.marks import write_claims
from benchmarks.desk.tables import count_on, execute, past_triggers
from benchmarks.desk.texts import write_people, write_texts
from claims import priorities
from claims.models import (
    Attribution,
    Claim,
    Cluster,
    Discrepancy,
    Event,
    Evidence,
    Link,
    Relocation,
    Verdict,
    VerdictEvidence,
)
from claims.priority import PINNED

TEXTS = (Article, Revision, Sentence)
TIES = (Cluster, Link, Discrepancy, Relocation)
DECISIONS = (Attribution, Verdict, Evidence, VerdictEvidence, Event)
# The claims of a point are looked up for each of them while the table is without its own indexes.
BY_POINT = """
    CREATE INDEX bench_by_point ON claims_claim (cluster_id) WHERE cluster_id IS NOT NULL
"""
A_BATCH = 20_000  # claims whose priority is worked out together
PINS = f"""
    UPDATE claims_claim SET pinned_at = marked_at, pinned_by_id = marked_by_id,
        priority = priority - {PINNED}
    WHERE mod(id, 2000) = 9 AND waiting_since IS NOT NULL
"""


def build(size: Mapping[str, int]) -> None:
    """Write `articles` and `claims` with what a desk in use has around them."""
    articles, claims = size["articles"], size["claims"]
    write_people()
    with without_indexes(Claim), past_triggers():
        with without_indexes(*TEXTS, *TIES, *DECISIONS):
            write_texts(articles)
            write_claims(articles, claims)
            write_decisions(claims)
        execute(BY_POINT, "ANALYZE")
        _prioritise(claims)
        execute("DROP INDEX bench_by_point")
    count_on((User, Outlet, Story, *TEXTS, Claim, *TIES, *DECISIONS))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def _prioritise(claims: int) -> None:
    """Have the desk itself say how pressing the claims are; of the others nothing is known."""
    execute(PINS)
    known = Q(cluster__isnull=False) | Q(open_relocation__isnull=False)
    known |= Q(pinned_at__isnull=False)
    known |= Q(pk__in=Link.objects.values("a")) | Q(pk__in=Link.objects.values("b"))
    keys = Claim.objects.filter(known).values_list("pk", flat=True)
    for first in range(1, claims + 1, A_BATCH):
        with transaction.atomic():
            priorities.follow(keys.filter(pk__range=(first, first + A_BATCH - 1)))
