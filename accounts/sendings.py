"""Forms that were sent: what one makes is made once, however often it comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from accounts.models import Sending, User

FORGOTTEN_HOURS = 24  # nobody sends a form again after that

Row = TypeVar("Row", bound=Model)
Made = TypeVar("Made", bound=Model | None)


@transaction.atomic
def once(digest: str, *, among: QuerySet[Row], by: User, make: Callable[[], Made]) -> Row | Made:
    """The row that `make` makes, or made when the form of that digest came before.

    `among`: where such a row has to be found still; if it is gone, it is made again, as when there
    was none. Whoever sends the form twice at once waits here for the first. What `make` raises
    leaves nothing behind. An empty digest is a form without a token: it is made each time.
    """
    if not digest:
        return make()
    at = timezone.now()
    old = Sending.objects.filter(by=by, at__lt=at - timedelta(hours=FORGOTTEN_HOURS))
    old.delete()
    sending, is_new = Sending.objects.get_or_create(by=by, digest=digest, defaults={"at": at})
    if not is_new and (known := among.filter(pk=sending.made).first()):
        return known
    made = make()
    Sending.objects.filter(pk=sending.pk).update(made=None if made is None else made.pk)
    return made
