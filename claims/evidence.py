"""What a verdict rests on: adding evidence, taking it away, putting it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import blind_review, history, review
from claims.errors import BadLink
from claims.models import Claim, Evidence, Link
from claims.reopening import reopen
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User

TITLE_LENGTH = 300
CHANGED = "its evidence changed"


@dataclass(frozen=True, kw_only=True)
class NewEvidence:
    """A document by `url` or `citation`, or a linked claim; an empty title becomes its source.

    `kind` is one of EvidenceKind or empty, `archive_url` an https address or empty.
    """

    url: str = ""
    citation: str = ""
    linked_claim: Claim | None = None
    title: str = ""
    note: str = ""
    kind: str = ""
    archive_url: str = ""


@transaction.atomic
def add(claim: Claim, new: NewEvidence, *, by: User) -> Evidence:
    """Add a piece; whoever does so takes the claim. An unresolved claim waits again, unless it has
    that very piece.

    Raises HeldByAnother, StaleClaim when the claim was removed, BadLink as `attach`.
    """
    claim = review.take(claim, by=by)
    before = claim.version
    piece = attach(claim, new, by=by)
    if claim.version != before:
        reopen(claim, reason=CHANGED)
    return piece


def attach(claim: Claim, new: NewEvidence, *, by: User) -> Evidence:
    """Add a piece in the caller's transaction, which has locked the claim.

    The same piece is evidence once, however often it is sent. Raises BadLink for a claim that is
    not linked to this one.
    """
    linked = new.linked_claim
    if linked and not Link.objects.between(claim, linked).active().confirmed().exists():
        raise BadLink("Only a linked claim can be evidence. Link the two first.")
    if known := _standing(claim, new, by):
        return known
    piece = Evidence.objects.create(
        claim=claim,
        url=new.url,
        citation=new.citation,
        linked_claim=new.linked_claim,
        title=(new.title or _source(new))[:TITLE_LENGTH],
        note=new.note,
        kind=new.kind,
        archive_url=new.archive_url,
        added_at=timezone.now(),
        added_by=by,
    )
    history.record(claim, EventKind.EVIDENCE_ADDED, by=by, evidence=piece)
    return piece


def _standing(claim: Claim, new: NewEvidence, by: User) -> Evidence | None:
    """The piece as `by` sees it on the claim already; of a linked claim whatever its title and
    note."""
    standing = blind_review.evidence_on(claim, reader=by)
    if linked := new.linked_claim:
        return next((one for one in standing if one.linked_claim_id == linked.pk), None)
    title = (new.title or _source(new))[:TITLE_LENGTH]
    told = {"url": new.url, "citation": new.citation, "title": title, "note": new.note}
    told |= {"kind": new.kind, "archive_url": new.archive_url}
    own = (one for one in standing if one.linked_claim_id is None)
    same = (one for one in own if all(getattr(one, name) == told[name] for name in told))
    return next(same, None)


def _source(new: NewEvidence) -> str:
    if new.linked_claim:
        return f"{new.linked_claim.outlet}: “{new.linked_claim.quote}”"
    return new.url or new.citation


@transaction.atomic
def remove(piece: Evidence, *, by: User) -> Claim:
    """Take a piece away; verdicts that rest on it keep it. An unresolved claim waits again.

    Raises HeldByAnother, StaleClaim when the claim was removed.
    """
    claim = review.take(piece.claim, by=by)
    withdraw(piece, claim, by=by)
    return claim


def withdraw(piece: Evidence, claim: Claim, *, by: User) -> None:
    """Take a piece away in the caller's transaction, which holds the claim."""
    standing = Evidence.objects.filter(pk=piece.pk, removed_at=None)
    if standing.update(removed_at=timezone.now(), removed_by=by):
        history.record(claim, EventKind.EVIDENCE_REMOVED, by=by, evidence=piece)
        reopen(claim, reason=CHANGED)


@transaction.atomic
def restore(piece: Evidence, *, by: User) -> Claim:
    """Put a removed piece back. Raises as `remove`."""
    claim = review.take(piece.claim, by=by)
    put_back(piece, claim, by=by)
    return claim


def put_back(piece: Evidence, claim: Claim, *, by: User) -> None:
    """As `withdraw`, the other way round."""
    gone = Evidence.objects.filter(pk=piece.pk, removed_at__isnull=False)
    if gone.update(removed_at=None, removed_by=None):
        history.record(claim, EventKind.EVIDENCE_ADDED, by=by, evidence=piece, field="restored")
        reopen(claim, reason=CHANGED)
