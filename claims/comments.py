"""What members say of a claim: threads, replies, second thoughts, and that it is settled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from accounts import people
from claims import notifications
from claims.comment_words import logins_in
from claims.errors import NotAllowed, StaleComment
from claims.models import Claim, Comment, Opinion
from claims.states import NotificationKind

if TYPE_CHECKING:
    from accounts.models import User

EDIT_MINUTES = 15  # as long as a verdict's author may undo it

GONE = "This comment was removed. Write a new one instead."
TOO_LATE = f"A comment can be changed for {EDIT_MINUTES} minutes. Add a reply, or remove it."
BLIND = "Your decision on this claim is blind. Comment once somebody else has decided it too."
NOT_YOURS = "Only who wrote a comment may change or remove it."


@transaction.atomic
def begin(claim: Claim, text: str, *, by: User) -> Comment:
    """Begin a thread. Tells who is called in it, and whose claim it is in any way.

    Raises NotAllowed when it might tell of their own decision, which is hidden as yet.
    """
    _refuse_to_tell(claim.pk, by)
    comment = Comment.objects.create(claim=claim, text=text, by=by, at=timezone.now())
    called = _tell_called(comment, logins_in(text))
    concerned = [person for person in _concerned(claim) if person not in called]
    notifications.tell_all(concerned, NotificationKind.COMMENTED, claim, by=by, comment=comment)
    return comment


@transaction.atomic
def reply(thread: Comment, text: str, *, by: User) -> Comment:
    """Answer in a thread, which is open again if it was resolved. Raises StaleComment when its
    author has removed what began it, NotAllowed as `begin`. Tells who is called, and who else has a
    part in it."""
    held = Comment.objects.select_for_update(no_key=True).get(pk=thread.pk)
    if held.removed_at:
        raise StaleComment(GONE)
    _refuse_to_tell(held.claim_id, by)
    if held.resolved_at:
        Comment.objects.filter(pk=held.pk).update(resolved_at=None, resolved_by=None)
    comment = Comment.objects.create(
        claim_id=held.claim_id, thread=held, text=text, by=by, at=timezone.now()
    )
    called = _tell_called(comment, logins_in(text))
    before = Comment.objects.in_thread(held).standing().exclude(pk=comment.pk)
    speakers = {one.by for one in before.select_related("by")} - set(called)
    kind = NotificationKind.REPLIED
    notifications.tell_all(speakers, kind, comment.claim, by=by, comment=comment)
    return comment


@transaction.atomic
def edit(comment: Comment, text: str, *, by: User) -> None:
    """Put other words in the place of one's own; tells whom only the new ones call.

    Raises NotAllowed when it is another's or too old, StaleComment when it was removed.
    """
    held = _own(comment, by)
    if held.removed_at:
        raise StaleComment(GONE)
    if not may_edit(held, by=by):
        raise NotAllowed(TOO_LATE)
    if text == held.text:
        return
    _refuse_to_tell(held.claim_id, by)
    Comment.objects.filter(pk=held.pk).update(text=text, edited_at=timezone.now())
    _tell_called(held, logins_in(text) - logins_in(held.text))


def _refuse_to_tell(claim_id: int, by: User) -> None:
    if Opinion.objects.live_of(claim_id, by).waiting_blind().exists():
        raise NotAllowed(BLIND)


def may_edit(comment: Comment, *, by: User) -> bool:
    """One's own, standing, and of the last minutes."""
    is_own = comment.by_id == by.pk and comment.removed_at is None
    return is_own and timezone.now() - comment.at < timedelta(minutes=EDIT_MINUTES)


@transaction.atomic
def remove(comment: Comment, *, by: User) -> None:
    """Take one's own words away; the row stays and says so. Raises NotAllowed for another's."""
    held = _own(comment, by)
    Comment.objects.standing().filter(pk=held.pk).update(removed_at=timezone.now())


@transaction.atomic
def restore(comment: Comment, *, by: User) -> None:
    """Put one's own words back. Raises NotAllowed for another's."""
    held = _own(comment, by)
    Comment.objects.filter(pk=held.pk).update(removed_at=None)


def resolve(thread: Comment, *, by: User) -> None:
    """Nothing more is to be said. Raises StaleComment when it is resolved or removed already."""
    still_open = Comment.objects.open_threads().filter(pk=thread.pk)
    if not still_open.update(resolved_at=timezone.now(), resolved_by=by):
        raise StaleComment("This thread is not open any more. Nothing changed.")


def reopen(thread: Comment) -> None:
    """Raises StaleComment when it is open already."""
    resolved = Comment.objects.threads().filter(pk=thread.pk, resolved_at__isnull=False)
    if not resolved.update(resolved_at=None, resolved_by=None):
        raise StaleComment("This thread is open already. Nothing changed.")


def _own(comment: Comment, by: User) -> Comment:
    held = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    if held.by_id != by.pk:
        raise NotAllowed(NOT_YOURS)
    return held


def _tell_called(comment: Comment, logins: set[str]) -> list[User]:
    """The members among the logins, who are told."""
    called = list(people.by_login(logins).values())
    kind = NotificationKind.MENTIONED
    notifications.tell_all(called, kind, comment.claim, by=comment.by, comment=comment)
    return called


def _concerned(claim: Claim) -> set[User]:
    """Who marked it, who holds it, to whom it is assigned, whose verdict stands."""
    decided_by = claim.current_verdict.decided_by if claim.current_verdict else None
    holder = claim.reviewer if claim.is_leased() else None
    concerned = (claim.marked_by, holder, claim.assignee, decided_by)
    return {one for one in concerned if one is not None}
