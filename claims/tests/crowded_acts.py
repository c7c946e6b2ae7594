"""Acts on many claims, and taking things back, as people in a crowded story do them."""

from __future__ import annotations

import random

from accounts.models import User
from claims import bulk, bulk_undo, review, takebacks
from claims.evidence import NewEvidence
from claims.models import BulkAct, Claim, Event
from claims.states import BulkKind, BulkState

MOST = 5  # claims of an act
NEWEST = 40  # events of which one is taken back
KINDS = [kind for kind in BulkKind if kind not in (BulkKind.REVERTED, BulkKind.ASSIGNED)]
WHY = "The log was found since."


def change_many(draw: random.Random, by: User) -> None:
    keys = list(Claim.objects.active().order_by("pk").values_list("pk", flat=True))
    kind = draw.choice(KINDS)
    act = bulk.choose(draw.sample(keys, min(MOST, len(keys))), kind=kind, by=by)
    if act.is_verdict:
        log = NewEvidence(citation="Harbour log")
        act = bulk.preview(act, rationale="As logged.", evidence=log, by=by)
    bulk.start(act, by=by)


def undo_many(draw: random.Random, by: User) -> None:
    done = BulkAct.objects.filter(state=BulkState.DONE).order_by("-pk")[:MOST]
    if acts := list(done):
        bulk_undo.undo(draw.choice(acts), by=by, reason=WHY)


def take_one_back(draw: random.Random, by: User) -> None:
    if events := list(Event.objects.for_desk()[:NEWEST]):
        takebacks.undo(draw.choice(events), by=by, reason=WHY)


def take_over(draw: random.Random, by: User) -> None:
    held = list(Claim.objects.exclude(reviewer=None).order_by("pk"))
    if held:
        claim = draw.choice(held)
        review.take_over(claim, from_whom=claim.reviewer_id, by=by)
