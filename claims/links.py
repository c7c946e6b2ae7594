"""Links between claims: confirm, reject, unlink, restore.

Every function holds the lock of the stories it touches while it writes, so that two people linking
at once wait for each other and clusters never split. A link changes no verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import clusters, comparisons, history, signs
from claims.errors import BadLink
from claims.models import Claim, Link
from claims.reopening import reopen
from claims.states import CLUSTERING, EventKind, LinkKind, LinkState

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Act:
    """What was just done to a link, and what it was before."""

    link: Link
    state_before: LinkState
    kind_before: LinkKind

    @property
    def has_changed(self) -> bool:
        return (self.state_before, self.kind_before) != (self.link.state, self.link.kind)


@transaction.atomic
def confirm(one: Claim, other: Claim, *, kind: LinkKind, by: User) -> Act:
    """Link two claims of different articles; a suggestion or rejection becomes this link.

    Raises BadLink for claims of one article, removed ones, and for *same* or *contradicts*
    across stories.
    """
    clusters.lock({one.story_id, other.story_id})
    _check(one, other, kind)
    return _settle(one, other, kind=kind, state=LinkState.CONFIRMED, by=by)


@transaction.atomic
def reject(one: Claim, other: Claim, *, by: User, mismatch: str = "") -> Act:
    """Not a match: the pair is not suggested again until one of the two gets other words."""
    clusters.lock({one.story_id, other.story_id})
    _check(one, other, LinkKind.RELATED)
    link = Link.objects.between(one, other).first()
    kind = LinkKind(link.kind) if link else LinkKind.SAME
    if one.story_id != other.story_id:
        kind = LinkKind.RELATED
    return _settle(one, other, kind=kind, state=LinkState.REJECTED, by=by, mismatch=mismatch)


@transaction.atomic
def unlink(link: Link, *, by: User) -> Act:
    """Take a confirmed link away: it was wrong, so the pair is not suggested again."""
    clusters.lock({link.a.story_id, link.b.story_id})
    link.refresh_from_db(fields=["state", "kind", "decided_at"])
    if link.state != LinkState.CONFIRMED:
        raise BadLink("These two claims are no longer linked. Nothing changed.")
    return _settle(link.a, link.b, kind=LinkKind(link.kind), state=LinkState.REJECTED, by=by)


@transaction.atomic
def follow_claim(claim: Claim) -> None:
    """A claim was removed or put back: its neighbours' clusters and priorities follow."""
    stories = clusters.lock({claim.story_id})
    clusters.regroup(stories[claim.story_id], {claim.pk})


def _ordered(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    return (one, other) if one.pk < other.pk else (other, one)


def _check(one: Claim, other: Claim, kind: LinkKind) -> None:
    for claim in (one, other):
        claim.refresh_from_db(fields=["removed_at", "version", "status", "story"])
        if claim.is_removed:
            raise BadLink("One of the two claims was removed meanwhile. Put it back to link it.")
    if one.article_id == other.article_id:
        raise BadLink("Both claims stand in one article. Links join claims of different articles.")
    if kind in CLUSTERING and one.story_id != other.story_id:
        raise BadLink("Claims of two stories can only be related. Choose Related.")


def _settle(
    one: Claim, other: Claim, *, kind: LinkKind, state: LinkState, by: User, mismatch: str = ""
) -> Act:
    """Bring the pair's row to this kind and state by a person's decision."""
    a, b = _ordered(one, other)
    link = Link.objects.between(one, other).first() or Link(
        a=a,
        b=b,
        kind=LinkKind.SAME if one.story_id == other.story_id else LinkKind.RELATED,
        state=LinkState.SUGGESTED,
    )
    before = LinkState(link.state), LinkKind(link.kind)
    act = Act(link, *before)
    if link.pk and before == (state, kind):
        return act
    link.state, link.kind, link.mismatch = state, kind, mismatch
    link.decided_by, link.decided_at = by, timezone.now()
    link.save()
    was_linked = before[0] == LinkState.CONFIRMED
    event = _event(state, was_linked=was_linked)
    if state == LinkState.CONFIRMED:
        comparisons.follow([link])
    _record_both(link, one, other, event, by=by, at=link.decided_at)
    if was_linked or state == LinkState.CONFIRMED:
        _follow(one, other)
    else:
        signs.follow([a.pk, b.pk])
    return act


@transaction.atomic
def restore(link: Link, *, state: LinkState, kind: LinkKind, by: User) -> None:
    """Make the link again what it was before an act; the caller holds the stories.

    Raises BadLink when the claims can no longer be linked like that.
    """
    _check(link.a, link.b, kind)
    if state == LinkState.SUGGESTED:
        _withdraw(link, kind=kind, by=by)
    else:
        _settle(link.a, link.b, kind=kind, state=state, by=by)


def _event(state: LinkState, *, was_linked: bool) -> EventKind:
    if state == LinkState.CONFIRMED:
        return EventKind.LINKED
    return EventKind.UNLINKED if was_linked else EventKind.REJECTED


def _withdraw(link: Link, *, kind: LinkKind, by: User) -> None:
    """Back to a suggestion that nobody has decided on."""
    was_linked = link.state == LinkState.CONFIRMED
    link.state, link.kind, link.mismatch = LinkState.SUGGESTED, kind, ""
    link.decided_by = link.decided_at = None
    link.save()
    comparisons.follow([link])
    event = EventKind.UNLINKED if was_linked else EventKind.RESTORED
    _record_both(link, link.a, link.b, event, by=by, at=timezone.now())
    if was_linked:
        _follow(link.a, link.b)
    else:
        signs.follow([link.a_id, link.b_id])


def _follow(one: Claim, other: Claim) -> None:
    """Clusters, priorities and the queue after a link came or went."""
    for story in clusters.lock({one.story_id, other.story_id}).values():
        clusters.regroup(story, {claim.pk for claim in (one, other) if claim.story_id == story.pk})
    for claim in (one, other):
        claim.refresh_from_db()
        reopen(claim, reason="its links changed")


def _record_both(
    link: Link, one: Claim, other: Claim, event: EventKind, *, by: User, at: datetime
) -> None:
    """Both histories tell it: of two linked claims what they disagree on, else why not a match."""
    clashes = comparisons.conflicts_of(link) if event == EventKind.LINKED else []
    for claim, partner in ((one, other), (other, one)):
        reason = ", ".join(row.seen_from(claim) for row in clashes) or link.get_mismatch_display()
        about = {"other": partner, "link_kind": link.kind, "reason": reason}
        history.record(claim, event, by=by, at=at, **about)
