"""“Checked before” over an archive: how long it takes, and how much of the nearest it finds.

The model encodes REAL invented sentences; the other claims have the vector of one of them with
seeded noise. What is found is judged on the real ones only: noise makes crowds of near copies that
no archive has.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

import numpy as np
from django.db import connection

from articles import vectors
from benchmarks import archive
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


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=100_000)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {"articles": options.articles, "claims": options.claims}


def build(size: Mapping[str, int]) -> None:
    archive.build(size)
    real = _encode(min(REAL, size["claims"]))
    draw = np.random.default_rng(SEED)
    for first in range(len(real) + 1, size["claims"] + 1, A_BATCH):
        keys = range(first, min(first + A_BATCH, size["claims"] + 1))
        near = real[draw.integers(0, len(real), len(keys))]
        noisy = near + draw.normal(0, NOISE, near.shape).astype(np.float32)
        _store(keys, noisy / np.linalg.norm(noisy, axis=1, keepdims=True))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (FULL, ANALYZE) claims_claim")
        cursor.execute("VACUUM ANALYZE claims_claim")


def measure(size: Mapping[str, int]) -> Report:
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


def _encode(count: int) -> Any:
    """The vectors of the first claims, made by the model and stored."""
    rows = []
    for first in range(1, count + 1, A_BATCH):
        keys = range(first, min(first + A_BATCH, count + 1))
        quotes = Claim.objects.filter(pk__in=keys).order_by("pk").values_list("quote", flat=True)
        made = encoding.model().encode(list(quotes))
        _store(keys, made)
        rows.append(made)
    return np.concatenate(rows)


def _store(keys: range, made: Any) -> None:
    """Write vectors as columns, by COPY into a table beside and one UPDATE."""
    name = encoding.model().name
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE made (id bigint, vector bytea, code bit(384))")
        with cursor.copy("COPY made (id, vector, code) FROM STDIN") as copy:
            for key, row in zip(keys, made, strict=True):
                copy.write_row([key, vectors.packed(row), vectors.code(row)])
        cursor.execute(
            "UPDATE claims_claim SET vector = made.vector, code = made.code, vector_model = %s"
            " FROM made WHERE made.id = claims_claim.id",
            [name],
        )
        cursor.execute("DROP TABLE made")


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
