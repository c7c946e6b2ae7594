"""What a reviewer has typed for a claim, kept until it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from claims.models import Claim, Opinion, RationaleDraft
from claims.states import EventKind
from web.prepared import prepared

if TYPE_CHECKING:
    from accounts.models import User


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


def drop_draft(claim: Claim, *, by: User) -> None:
    RationaleDraft.objects.filter(claim=claim, reviewer=by).delete()
