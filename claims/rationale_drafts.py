"""What a reviewer has typed for a claim, kept until it is decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from claims.models import Claim, Opinion, RationaleDraft
from claims.states import EventKind
from web.prepared import prepared

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

    from accounts.models import User

TYPED = "typed"  # key in a session
KEPT = ("rationale", "version", "writer")  # fields of a form whose login had ended


def save_draft(claim: Claim, *, rationale: str, seen_version: int, by: User) -> bool:
    """Keep what `by` has typed; false when they decided the claim since they saw it.

    That happens when the last keystrokes arrive after the verdict or opinion they belong to.
    """
    decided = claim.events.since(seen_version).filter(kind=EventKind.DECIDED, by=by)
    if decided.exists() or Opinion.objects.live_of(claim, by).exists():
        return False
    keep(claim, rationale, by=by)
    return True


def keep(claim: Claim, rationale: str, *, by: User) -> None:
    RationaleDraft.objects.update_or_create(
        claim=claim,
        reviewer=by,
        defaults={"rationale": rationale, "saved_at": timezone.now()},
    )


def draft_of(claim: Claim, *, by: User) -> RationaleDraft | None:
    return next(iter(_drafts(claim, by)), None)


@prepared
def _drafts(claim: Claim, by: User) -> QuerySet[RationaleDraft]:
    return RationaleDraft.objects.filter(claim=claim, reviewer=by)


def keep_signed_out(session: SessionBase, claim: int, typed: Mapping[str, object]) -> None:
    """Keep in their session what somebody sent whose login had ended, until `take_up`.

    `typed`: the fields in KEPT.
    """
    session[TYPED] = {"claim": claim, **typed}


def take_up(session: SessionBase, claim: Claim, *, by: User) -> None:
    """They have signed in again: what they sent before is what they have typed. What the page of
    somebody else sent is not theirs to read."""
    typed = session.get(TYPED)
    if not typed or typed["claim"] != claim.pk:
        return
    del session[TYPED]
    if by.is_reviewer and typed.get("writer") in (None, by.pk):
        save_draft(claim, rationale=typed["rationale"], seen_version=typed["version"], by=by)


def drop_draft(claim: Claim, *, by: User) -> None:
    RationaleDraft.objects.filter(claim=claim, reviewer=by).delete()
