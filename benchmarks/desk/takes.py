"""Eight reviewers at one queue: taking the next claim against the bare statement that does it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

from django.db import connection

from accounts.models import User
from claims import review
from claims.models import Claim

AT_ONCE = 8
BARE = """
    UPDATE claims_claim SET reviewer_id = %s, leased_until = now() + interval '15 minutes'
    WHERE id = (
        SELECT id FROM claims_claim claim
        WHERE waiting_since IS NOT NULL AND removed_at IS NULL AND open_relocation_id IS NULL
            AND (reviewer_id IS NULL OR leased_until <= now())
        ORDER BY priority, due_order, waiting_since, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
    ) RETURNING id
"""
PUT_AWAY = """
    UPDATE claims_claim SET removed_at = now(), removed_by_id = 1,
        reviewer_id = NULL, leased_until = NULL WHERE id = ANY (%s)
"""
PUT_BACK = "UPDATE claims_claim SET removed_at = NULL, removed_by_id = NULL WHERE id = ANY (%s)"

Take = Callable[[User], int]


@dataclass(frozen=True, kw_only=True)
class Takes:
    """`twice`: claims that two of them got."""

    a_second: float
    bare_a_second: float
    taken: int
    twice: int

    @property
    def share(self) -> float:
        """Of the bare statement's speed."""
        return self.a_second / self.bare_a_second


def measure(rounds: int, *, turns: int) -> Takes:
    """The service and the bare statement in turns, AT_ONCE threads each.

    `turns`: accounts of each thread; a person holds one claim, so who takes many takes turns.
    """
    people = list(User.objects.order_by("pk")[2 : 2 + AT_ONCE * turns])
    seconds: dict[Take, float] = {_by_service: 0.0, _bare: 0.0}
    taken: dict[Take, list[int]] = {_by_service: [], _bare: []}
    for _ in range(rounds):
        for take, found in taken.items():
            keys, spent = _round(take, people)
            found += keys
            seconds[take] += spent
    with connection.cursor() as cursor:
        cursor.execute(PUT_BACK, [[key for keys in taken.values() for key in keys]])
    everything = taken[_by_service]
    return Takes(
        a_second=len(everything) / seconds[_by_service],
        bare_a_second=len(taken[_bare]) / seconds[_bare],
        taken=len(everything),
        twice=len(everything) - len(set(everything)),
    )


def _round(take: Take, people: list[User]) -> tuple[list[int], float]:
    """Everybody takes one claim, AT_ONCE at a time; then these claims are out of the way."""
    together = Barrier(AT_ONCE + 1)

    def work(mine: Iterable[User]) -> list[int]:
        connection.ensure_connection()
        together.wait()
        try:
            return [take(person) for person in mine]
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        shares = [threads.submit(work, people[at::AT_ONCE]) for at in range(AT_ONCE)]
        together.wait()
        began = time.perf_counter()
        keys = [key for share in shares for key in share.result()]
        spent = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute(PUT_AWAY, [keys])
    return keys, spent


def _by_service(person: User) -> int:
    return review.take_next(Claim.objects.all(), by=person).pk


def _bare(person: User) -> int:
    with connection.cursor() as cursor:
        cursor.execute(BARE, [person.pk])
        return int(cursor.fetchone()[0])
