"""Reading and writing what this desk calls its statuses, and its reasons within them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.constraints import broken_by
from claims import house
from claims.errors import NameTaken, NotAllowed
from claims.models import StatusName, SubReason
from claims.states import ClaimStatus, VerdictStatus

if TYPE_CHECKING:
    from accounts.models import User

# For so long a process goes by what it has read: a change shows everywhere within this.
FRESH_SECONDS = 5.0
TAKEN = ("status_name_unique", "sub_reason_once")
ONE_NAME = "Two statuses cannot have one name."
ONLY_ADMINS = "Only a desk admin says what the desk calls its verdicts."

_read_at = float("-inf")  # on the clock that never goes back


def refresh_if_old() -> None:
    """Read the words anew when they were read FRESH_SECONDS ago or more; two queries then."""
    if time.monotonic() - _read_at >= FRESH_SECONDS:
        refresh()


def rest() -> None:
    """Go by what is known until `refresh` is asked for, as in a test."""
    global _read_at
    _read_at = float("inf")


def refresh() -> None:
    global _read_at
    _read_at = time.monotonic()
    rows = SubReason.objects.values_list("pk", "status", "words", "retired_at")
    reasons = {
        pk: house.Reason(pk=pk, status=status, words=words, is_retired=retired_at is not None)
        for pk, status, words, retired_at in rows
    }
    house.know(house.Names(given(), reasons))


def given() -> dict[str, str]:
    """The house names by status, of those that have one."""
    return dict(StatusName.objects.values_list("status", "name"))


@transaction.atomic
def call(names: Mapping[ClaimStatus, str], *, by: User) -> None:
    """Give these statuses their names; an empty one, or the usual, is the usual again.

    Raises NotAllowed, and NameTaken when two would have one name, whatever its case.
    """
    _refuse_all_but_admins(by)
    wanted = {status: " ".join(name.split()) or status.usual for status, name in names.items()}
    if len({name.casefold() for name in wanted.values()}) < len(wanted):
        raise NameTaken(ONE_NAME)
    changed = {status: name for status, name in wanted.items() if name != status.usual}
    try:
        with transaction.atomic():
            _store(changed, by=by)
    except IntegrityError as error:  # somebody else gives one of the names at this moment
        broken_by(error, *TAKEN)
        raise NameTaken(ONE_NAME) from error
    refresh()


def _store(changed: Mapping[ClaimStatus, str], *, by: User) -> None:
    kept = [status for status, name in given().items() if changed.get(ClaimStatus(status)) == name]
    StatusName.objects.exclude(status__in=kept).delete()
    rows = (
        StatusName(status=status, name=name, changed_at=timezone.now(), changed_by=by)
        for status, name in changed.items()
        if status not in kept
    )
    StatusName.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["status"],
        update_fields=["name", "changed_at", "changed_by"],
    )


def add_reason(status: VerdictStatus, words: str, *, by: User) -> SubReason:
    """A reason that can be chosen; a retired one comes back. Raises NotAllowed, NameTaken."""
    _refuse_all_but_admins(by)
    words = " ".join(words.split())
    retired = SubReason.objects.exclude(retired_at=None).filter(status=status, words__iexact=words)
    if row := retired.first():
        return offer_again(row, by=by)
    try:
        with transaction.atomic():
            row = SubReason.objects.create(
                status=status, words=words, added_at=timezone.now(), added_by=by
            )
    except IntegrityError as error:
        broken_by(error, *TAKEN)
        raise NameTaken("This reason is there already.") from error
    refresh()
    return row


def retire(reason: SubReason, *, by: User) -> SubReason:
    """Offer it no more; verdicts that have it keep it. Raises NotAllowed."""
    _refuse_all_but_admins(by)
    SubReason.objects.filter(pk=reason.pk, retired_at=None).update(retired_at=timezone.now())
    refresh()
    return reason


def offer_again(reason: SubReason, *, by: User) -> SubReason:
    _refuse_all_but_admins(by)
    SubReason.objects.filter(pk=reason.pk).update(retired_at=None)
    refresh()
    return reason


def _refuse_all_but_admins(by: User) -> None:
    if not by.is_desk_admin:
        raise NotAllowed(ONLY_ADMINS)
