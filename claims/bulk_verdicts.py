"""One verdict for many claims, written as sets: each gets its own row, its own event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from claims import history
from claims.models import Claim, Event, Evidence, RationaleDraft, Verdict, VerdictEvidence
from claims.states import EventKind

if TYPE_CHECKING:
    from claims.models import BulkAct


def give(act: BulkAct, claims: Sequence[Claim], *, at: datetime) -> None:
    """Decide the claims, which the caller holds and has looked over; `at` is of the whole act."""
    keys = [claim.pk for claim in claims]
    added = _attach(act, claims, at)
    verdicts = Verdict.objects.bulk_create(_verdict(act, claim, at) for claim in claims)
    verdict_of = {verdict.claim_id: verdict for verdict in verdicts}
    VerdictEvidence.objects.bulk_create(
        VerdictEvidence(verdict=verdict_of[piece.claim_id], evidence=piece)
        for piece in Evidence.objects.filter(claim__in=keys, removed_at=None)
    )
    given = Verdict.objects.filter(claim=OuterRef("pk"), decided_at=at)
    Claim.objects.filter(pk__in=keys).update(
        status=act.kind,
        current_verdict=Subquery(given.values("pk")),
        waiting_since=None,
        reviewer=None,
        leased_until=None,
    )
    told = [
        *(_event(act, EventKind.EVIDENCE_ADDED, one.claim_id, one.added_at, one) for one in added),
        *(_event(act, EventKind.DECIDED, one.claim_id, at, verdict=one) for one in verdicts),
    ]
    history.record_moves(told)
    RationaleDraft.objects.filter(claim__in=keys, reviewer=act.by).delete()


def _verdict(act: BulkAct, claim: Claim, at: datetime) -> Verdict:
    return Verdict(
        claim=claim,
        status=act.kind,
        rationale=act.rationale,
        revision_id=claim.revision_id,
        quote=claim.quote,
        replaces_id=claim.current_verdict_id,
        waited_since=claim.waiting_since,
        decided_at=at,
        decided_by=act.by,
    )


def _event(
    act: BulkAct,
    kind: EventKind,
    claim_id: int,
    at: datetime,
    evidence: Evidence | None = None,
    verdict: Verdict | None = None,
) -> Event:
    return Event(
        claim_id=claim_id, kind=kind, at=at, by=act.by, act=act, evidence=evidence, verdict=verdict
    )


def _attach(act: BulkAct, claims: Sequence[Claim], at: datetime) -> list[Evidence]:
    """Add the act's evidence to each claim that does not have that very source already."""
    known: dict[int, set[tuple[str, str]]] = defaultdict(set)
    standing = Evidence.objects.filter(claim__in=[claim.pk for claim in claims], removed_at=None)
    for claim_id, *source in standing.values_list("claim", "url", "citation"):
        known[claim_id].add((source[0], source[1]))
    return Evidence.objects.bulk_create(
        piece
        for claim in claims
        for piece in _pieces(act, claim, at)
        if (piece.url, piece.citation) not in known[claim.pk]
    )


def _pieces(act: BulkAct, claim: Claim, at: datetime) -> Iterator[Evidence]:
    """Each a moment earlier than the next, the last before the verdict."""
    sources = [*([act.piece] if act.url or act.citation else []), *act.documents]
    for before, source in enumerate(reversed(sources), start=1):
        yield Evidence(
            claim=claim,
            url=source.url,
            citation=source.citation,
            title=source.title,
            kind=source.kind,
            archive_url=source.archive_url,
            note=source.note,
            added_at=at - timedelta(microseconds=before),
            added_by=act.by,
        )
