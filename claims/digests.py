"""The digest: one mail with what a person has not read, when the hour they chose has come.

What is mailed is marked first and committed, so that no second worker and no later run mails it
again; a worker killed between mark and mail loses that mail, and the page still has all of it.
"""

from __future__ import annotations

import logging
import zoneinfo
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from accounts import people
from accounts.models import Digest, User
from claims import switches
from claims.models import Notification

if TYPE_CHECKING:
    from claims.notification_querysets import NotificationQuerySet

MORNING = 7  # o'clock in the person's zone, when a daily digest is sent
MOST_IN_A_MAIL = 50  # are listed; of the others the mail says how many

logger = logging.getLogger(__name__)


def send_due(now: datetime | None = None) -> int:
    """Mail to every member whose hour has come; how many mails were sent."""
    now = now or timezone.now()
    waiting = _to_mail().values("person")
    reading = people.members().filter(pk__in=waiting).exclude(email="")
    return sum(send(person, now=now) for person in reading.exclude(digest=Digest.OFF))


def send(person: User, *, now: datetime) -> bool:
    """Mail what this person was told before their last hour and has not read; whether there was
    something, and it could be sent."""
    keys = _claimed(person, before=hour_of(person, now), at=now)
    if not keys:
        return False
    try:
        _mail(person, keys).send()
    except OSError:  # as every SMTP error is: the next run tries again
        Notification.objects.filter(pk__in=keys).update(mailed_at=None)
        logger.warning("The digest of %s could not be mailed.", person.username, exc_info=True)
        return False
    return True


def hour_of(person: User, now: datetime) -> datetime:
    """The last hour at which this person wanted mail: the full one, or the last morning's."""
    local = now.astimezone(zoneinfo.ZoneInfo(person.zone or settings.DESK_TIME_ZONE))
    hour = local.replace(minute=0, second=0, microsecond=0)
    if person.digest == Digest.HOURLY:
        return hour
    morning = hour.replace(hour=MORNING)
    return morning if morning <= local else morning - timedelta(days=1)


@transaction.atomic
def _claimed(person: User, *, before: datetime, at: datetime) -> list[int]:
    """What is to be mailed, marked as mailed; newest first. None while another worker is at it."""
    held = User.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=person.pk)
    if not held.exists():
        return []
    waiting = _to_mail().of(person).filter(at__lt=before)
    keys = list(waiting.order_by("-pk").values_list("pk", flat=True))
    Notification.objects.filter(pk__in=keys).update(mailed_at=at)
    return keys


def _to_mail() -> NotificationQuerySet:
    """Of the kinds that are not switched off by now."""
    return switches.still_mailed(Notification.objects.to_mail())


def _mail(person: User, keys: list[int]) -> EmailMessage:
    listed = Notification.objects.for_list().filter(pk__in=keys[:MOST_IN_A_MAIL])
    context = {
        "person": person,
        "count": len(keys),
        "more": len(keys[MOST_IN_A_MAIL:]),
        "listed": listed.order_by("-pk"),
        "desk": settings.DESK_URL.rstrip("/"),
    }
    with timezone.override(zoneinfo.ZoneInfo(person.zone or settings.DESK_TIME_ZONE)):
        subject = render_to_string("claims/digest_subject.txt", context)
        body = render_to_string("claims/digest_mail.txt", context)
    return EmailMessage(" ".join(subject.split()), body, to=[person.email])
