"""Claims of other stories that may say the same: whether the desk has checked this before.

Two ways lead to them, since neither finds all: rare words that both hold, through the full-text
index, and vectors near the claim's own. Nearness is first told by how many of the 384 signs differ,
which the database counts over an index alone; the vectors themselves are compared for the nearest
only. What both ways bring is then scored in full.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from django.utils.text import capfirst

import matching
from articles import vectors
from articles.models.vectored import DIMENSIONS
from claims import reasons
from claims.models import Claim, Link
from claims.states import LinkState

NEAREST = 1_000  # by signs: .975 of the ten nearest vectors of 20,000 are among them
# Of 499 tweets of a public set, .994 have the right one of 10,375 checked claims among these two;
# 40 of each would bring no more.
BY_MEANING = 24  # of NEAREST, by the vectors themselves
BY_WORDS = 24
# Words are taken rarest first until that many claims hold one of them. More rows cost more than
# they find: a word that stands in many claims tells little.
HOLDING_MOST = 2_000
SHOWN = 5
# In an archive nearly every claim has something that is a little like it. Asked with 150 tweets, a
# public set of 10,375 checked claims gives from .35 upwards the right one in .84 of cases, and in
# .36 a wrong one as well.
SHOWN_FROM = matching.LIKELY_FROM

NEAREST_BY_SIGNS = """
    SELECT id FROM claims_claim
    WHERE removed_at IS NULL AND code IS NOT NULL AND story_id <> %s
    ORDER BY bit_count(code # %s::bit(384)), id LIMIT %s
"""
# PostgreSQL's own statistics know the frequent words; one that is not among them is rarer.
WORDS_RAREST_FIRST = """
    SELECT word, coalesce(frequent.share, 0)
    FROM unnest(tsvector_to_array((SELECT words FROM claims_claim WHERE id = %s))) word
    LEFT JOIN (
        SELECT listed.word, listed.share
        FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs)
            AS listed (word, share)
        WHERE schemaname = current_schema() AND tablename = 'claims_claim' AND attname = 'words'
    ) frequent USING (word)
    ORDER BY 2, 1
"""
HOLDING_ANY = """
    SELECT id FROM (
        SELECT id, words FROM claims_claim
        WHERE removed_at IS NULL AND words @@ %s::tsquery AND story_id <> %s LIMIT %s
    ) holding
    ORDER BY ts_rank(words, %s::tsquery) DESC, id LIMIT %s
"""


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A claim of another story, 0 to 1 alike, and why in a sentence."""

    claim: Claim
    score: float
    why: str


def like(claim: Claim) -> list[Earlier]:
    """The claims of other stories from SHOWN_FROM upwards, best first, at most SHOWN.

    Pairs that a person linked or turned down are left out. Six queries.
    """
    own = Claim.objects.with_vector().get(pk=claim.pk)
    keys = dict.fromkeys([*_near(own), *_holding_rare_words(own)])
    best = sorted(_scored(own, keys.keys() - _settled(own)), key=_best_first)[:SHOWN]
    rows = Claim.objects.for_other_story().in_bulk([one.claim.pk for one in best])
    return [Earlier(claim=rows[one.claim.pk], score=one.score, why=_why(own, one)) for one in best]


@dataclass(frozen=True)
class _Scored:
    claim: Claim
    score: float
    near: float  # cosine of the vectors; 0 without


def _best_first(one: _Scored) -> tuple[float, int]:
    return -one.score, one.claim.pk


def _why(own: Claim, one: _Scored) -> str:
    shared = matching.shared_words(own.quote, one.claim.quote)
    phrases = reasons.why(one.claim.quote, shared=shared, near=one.near)
    return capfirst(f"{'; '.join(phrases)}.")


def _settled(claim: Claim) -> set[int]:
    decided = Link.objects.of(claim).exclude(state=LinkState.SUGGESTED)
    return {pk for pair in decided.values_list("a_id", "b_id") for pk in pair}


def _near(claim: Claim) -> list[int]:
    """Keys of the claims nearest in meaning; none while the claim has no vector."""
    if claim.vector is None:
        return []
    keys = _keys(NEAREST_BY_SIGNS, [claim.story_id, claim.code, NEAREST])
    rows = Claim.objects.filter(pk__in=keys, vector_model=claim.vector_model)
    stored = list(rows.order_by("pk").values_list("pk", "vector"))
    cosines = vectors.unpacked(vector for _, vector in stored if vector) @ _vector(
        claim, model=claim.vector_model
    )
    nearest = np.argsort(-cosines, kind="stable")[:BY_MEANING]
    return [stored[at][0] for at in nearest]


def _holding_rare_words(claim: Claim) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(WORDS_RAREST_FIRST, [claim.pk])
        words = cursor.fetchall()
    rare = _rarest(words, claims=_size_of_archive())
    if not rare:
        return []
    asked = " | ".join(
        "'{}'".format(word.replace("\\", "\\\\").replace("'", "''")) for word in rare
    )
    return _keys(HOLDING_ANY, [asked, claim.story_id, HOLDING_MOST, asked, BY_WORDS])


def _rarest(words: list[tuple[str, float]], *, claims: float) -> list[str]:
    """As many words, rarest first, as HOLDING_MOST claims hold together; at least one."""
    rare: list[str] = []
    holding = 0.0
    for word, share in words:
        holding += share * claims
        if rare and holding > HOLDING_MOST:
            break
        rare.append(word)
    return rare


def _size_of_archive() -> float:
    """How many claims there are, as the planner believes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'claims_claim'::regclass")
        return max(0.0, float(cursor.fetchone()[0]))


def _scored(claim: Claim, keys: Iterable[int]) -> list[_Scored]:
    """The claims that are likely to say the same; words weigh by how few of these have them."""
    others = list(Claim.objects.with_vector().filter(pk__in=keys).order_by("pk"))
    rows = np.array([_vector(one, model=claim.vector_model) for one in others])
    rows, own = rows.reshape(-1, DIMENSIONS), _vector(claim, model=claim.vector_model)
    index = matching.StoryIndex([one.quote for one in others], rows, is_centred=False)
    found = zip(others, index.scores(claim.quote, own), (rows @ own).tolist(), strict=True)
    return [_Scored(*one) for one in found if one[1] >= SHOWN_FROM]


def _vector(claim: Claim, *, model: str | None) -> vectors.Vectors:
    """The claim's vector; zeros, which are like nothing, without one of that model."""
    if claim.vector is None or claim.vector_model != model:
        return np.zeros(DIMENSIONS, dtype=np.float32)
    row: vectors.Vectors = vectors.unpacked([claim.vector])[0]
    return row


def _keys(query: str, values: list[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return [row[0] for row in cursor.fetchall()]
