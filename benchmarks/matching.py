"""“Checked before” over an archive: how long it takes, and how much of the nearest it finds.

The model encodes REAL invented sentences; the other claims have the vector of one of them with
seeded noise. What is found is judged on the real ones only: noise makes crowds of near copies that
no archive has.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from django.db import connection, transaction

from articles import vectors
from benchmarks import archive
from benchmarks.bulk import without_indexes
from benchmarks.figures import Report, machine
from benchmarks.visits import FLOOR, server, timed_visits, visitor
from benchmarks.words import SEED
from claims import archive as checked
from claims import encoding
from claims.models import Claim

WHAT = "ask whether claims were checked before"
REAL = 20_000
A_BATCH = 5_000
NOISE = 0.035  # per number of a vector of length one: a cosine of about .82 with its source
TIMES = 60
TOP = 10
DATA, build = archive.NAME, archive.build


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=100_000)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {"articles": options.articles, "claims": options.claims}


def measure(size: Mapping[str, int]) -> Report:
    if Claim.objects.without_vector().exists():
        _give_vectors(size["claims"])
    client = visitor()
    asked = [1 + 7919 * at % min(REAL, size["claims"]) for at in range(TIMES)]
    claims = list(Claim.objects.filter(pk__in=asked).order_by("pk"))
    page = [f"/claims/{claim.pk}/before/" for claim in claims]
    found = timed_visits(client, "the fragment", page, htmx=True)
    return Report(
        title="Checked before",
        size=size,
        figures=(found,),
        floor=FLOOR,
        facts=machine()
        | {"postgresql": server(), "recall": f"{_recall(claims):.3f} of the exact ten"},
    )


def _give_vectors(claims: int) -> None:
    """A vector for every claim: the first REAL have their own, the rest one of these with noise."""
    real = _encoded(min(REAL, claims))
    with transaction.atomic(), without_indexes(Claim), connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE made (id bigint, vector bytea, code bit(384))")
        with cursor.copy("COPY made (id, vector, code) FROM STDIN") as copy:
            for key, row in enumerate(itertools.chain(real, _noisy(real, claims - len(real))), 1):
                copy.write_row([key, vectors.packed(row), vectors.code(row)])
        cursor.execute("CREATE INDEX ON made (id)")
        cursor.execute("ANALYZE made")
        cursor.execute(
            "UPDATE claims_claim SET vector = made.vector, code = made.code, vector_model = %s"
            " FROM made WHERE made.id = claims_claim.id",
            [encoding.model().name],
        )
        cursor.execute("DROP TABLE made")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (FULL, ANALYZE) claims_claim")
        cursor.execute("VACUUM ANALYZE claims_claim")


def _encoded(count: int) -> Any:
    """The vectors of the first claims, made by the model."""
    quotes = Claim.objects.order_by("pk").values_list("quote", flat=True)[:count]
    return encoding.model().encode(list(quotes))


def _noisy(real: Any, count: int) -> Iterator[Any]:
    draw = np.random.default_rng(SEED)
    for first in range(0, count, A_BATCH):
        near = real[draw.integers(0, len(real), min(A_BATCH, count - first))]
        rows = near + draw.normal(0, NOISE, near.shape).astype(np.float32)
        yield from rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _recall(claims: list[Claim]) -> float:
    """The share of the TOP real claims nearest by vector that are among those nearest by signs."""
    stored = list(
        Claim.objects.filter(pk__lte=REAL).order_by("pk").values_list("pk", "story", "vector")
    )
    rows = vectors.unpacked(vector for _, _, vector in stored if vector)
    signs = rows > 0
    stories = np.array([story for _, story, _ in stored])
    shares = []
    for claim in claims:
        elsewhere = np.flatnonzero(stories != claim.story_id)
        own = rows[claim.pk - 1]
        exact = elsewhere[np.argsort(-(rows[elsewhere] @ own), kind="stable")[:TOP]]
        differing = (signs[elsewhere] != (own > 0)).sum(axis=1)
        near = elsewhere[np.argsort(differing, kind="stable")[: checked.NEAREST]]
        shares.append(len(set(exact) & set(near)) / TOP)
    return float(np.mean(shares))
