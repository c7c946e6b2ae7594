"""Digests by mail: when, to whom, what of, and never twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.utils import timezone

from accounts.models import Digest
from accounts.tests.factories import create_reporter, create_reviewer
from claims import comments, digests, jobs, notifications, switches
from claims.models import Claim, Notification
from claims.states import NotificationKind, Way
from claims.tests.factories import create_claim
from claims.tests.test_link_races import at_once

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def create_reader(digest: Digest = Digest.HOURLY, **fields: object):
    name = {"name": "alice", "first_name": "Alice", "email": "alice@desk.example"} | fields
    return create_reviewer(digest=digest, **name)


@pytest.fixture
def bob():
    return create_reporter(name="bob", first_name="Bob", last_name="Byrne")


@pytest.fixture
def claim() -> Claim:
    return create_claim(quote="There were 241 people on board")


def tell(person, by, claim, *, at: datetime, kind=NotificationKind.ASSIGNED) -> Notification:
    notifications.tell(person, kind, claim, by=by)
    Notification.objects.filter(pk=Notification.objects.latest("pk").pk).update(at=at)
    return Notification.objects.latest("pk")


def test_one_mail_has_all_that_was_not_read(settings, bob, claim):
    settings.DESK_URL = "https://desk.example/"
    alice = create_reader()
    one = tell(alice, bob, claim, at=NOON - timedelta(minutes=9))
    tell(alice, bob, claim, at=NOON - timedelta(minutes=8), kind=NotificationKind.REVERSED)
    notifications.read(tell(alice, bob, claim, at=NOON - timedelta(minutes=7)))
    assert digests.send_due(NOON) == 1
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (
        ["alice@desk.example"],
        "Fact Desk: 2 notifications you have not read",
    )
    assert "- Bob Byrne assigned a claim to you, Wed 18 Nov, 11:51\n" in sent.body
    assert "  “There were 241 people on board”\n" in sent.body
    assert f"https://desk.example/notifications/{one.pk}/\n" in sent.body
    assert "https://desk.example/notifications/settings/" in sent.body


def test_the_worker_sends_what_is_due(bob, claim):
    tell(create_reader(), bob, claim, at=timezone.now() - timedelta(hours=2))
    jobs.send_digests(timestamp=0)
    assert [sent.to for sent in mail.outbox] == [["alice@desk.example"]]


def test_nothing_is_mailed_twice_and_nothing_when_nothing_is_new(bob, claim):
    alice = create_reader()
    tell(alice, bob, claim, at=NOON - timedelta(minutes=9))
    assert [digests.send_due(NOON + timedelta(hours=n)) for n in range(3)] == [1, 0, 0]
    tell(alice, bob, claim, at=NOON + timedelta(minutes=9))
    assert digests.send_due(NOON + timedelta(minutes=10)) == 0
    assert digests.send_due(NOON + timedelta(hours=1)) == 1
    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    ("zone", "hour", "sent"),
    [("UTC", 6, 0), ("UTC", 7, 1), ("Europe/Berlin", 6, 1), ("America/New_York", 7, 0)],
)
def test_a_daily_digest_comes_in_the_persons_morning(bob, claim, zone, hour, sent):
    alice = create_reader(Digest.DAILY, zone=zone)
    tell(alice, bob, claim, at=NOON)
    tomorrow = NOON.replace(day=19, hour=hour)
    assert digests.send_due(NOON + timedelta(hours=1)) == 0
    assert digests.send_due(tomorrow) == sent


def test_a_run_that_comes_late_makes_up_for_it(bob, claim):
    alice = create_reader(Digest.DAILY)
    tell(alice, bob, claim, at=NOON)
    assert digests.send_due(NOON + timedelta(days=2, hours=3)) == 1


@pytest.mark.parametrize(
    "fields",
    [{"digest": Digest.OFF}, {"email": ""}, {"is_active": False}],
    ids=lambda f: next(iter(f)),
)
def test_some_get_none(bob, claim, fields):
    alice = create_reader(Digest.HOURLY)
    tell(alice, bob, claim, at=NOON - timedelta(hours=2))
    for name, value in fields.items():
        setattr(alice, name, value)
    alice.save()
    assert digests.send_due(NOON) == 0


def test_what_was_switched_off_meanwhile_is_not_mailed(bob, claim):
    alice, at = create_reader(), NOON - timedelta(minutes=9)
    tell(alice, bob, claim, at=at)
    kinds = set(NotificationKind.values)
    wants = {Way.PAGE: kinds, Way.MAIL: kinds - {NotificationKind.ASSIGNED}}
    switches.choose(alice, wants, digest=Digest.HOURLY)
    assert digests.send_due(NOON) == 0
    tell(alice, bob, claim, at=at, kind=NotificationKind.REVERSED)
    assert digests.send_due(NOON) == 1
    assert "assigned a claim" not in mail.outbox[0].body


def test_who_is_in_no_group_any_more_reads_nothing_by_mail(bob, claim):
    alice = create_reader()
    tell(alice, bob, claim, at=NOON - timedelta(hours=2))
    alice.groups.clear()
    assert digests.send_due(NOON) == 0


def test_without_a_digest_nothing_piles_up_for_when_there_is_one(bob, claim):
    alice = create_reader(Digest.OFF)
    tell(alice, bob, claim, at=NOON - timedelta(hours=2))
    alice.digest = Digest.HOURLY
    alice.save()
    assert digests.send_due(NOON) == 0


def test_words_go_along_as_plain_text_and_not_once_they_were_removed(bob, claim):
    create_reader()
    comments.begin(claim, "Look <here> & there,\n@alice", by=bob)
    gone = comments.begin(claim, "Never mind, @alice", by=bob)
    comments.remove(gone, by=bob)
    later = Notification.objects.latest("pk").at + timedelta(hours=1)
    assert digests.send_due(later) == 1
    [sent] = mail.outbox
    assert "  > Look <here> & there,\n  > @alice\n" in sent.body
    assert "Never mind" not in sent.body
    assert sent.subject == "Fact Desk: Bob Byrne mentioned you"


def test_a_long_list_is_cut_and_says_how_many_more(bob, claim):
    alice = create_reader()
    for _ in range(52):
        tell(alice, bob, claim, at=NOON - timedelta(hours=2))
    assert digests.send_due(NOON) == 1
    assert mail.outbox[0].body.count("assigned a claim to you") == digests.MOST_IN_A_MAIL
    assert "And 2 older." in mail.outbox[0].body
    assert digests.send_due(NOON) == 0


class Down(locmem.EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError("nobody is there")


def test_what_could_not_be_mailed_is_mailed_by_the_next_run(settings, bob, claim, caplog):
    tell(create_reader(), bob, claim, at=NOON - timedelta(hours=2))
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Down"
    assert digests.send_due(NOON) == 0
    assert "The digest of alice could not be mailed." in caplog.text
    settings.EMAIL_BACKEND = works
    assert digests.send_due(NOON) == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_mails(bob, claim):
    tell(create_reader(), bob, claim, at=NOON - timedelta(hours=2))
    refusals = at_once(lambda: digests.send_due(NOON), lambda: digests.send_due(NOON))
    assert refusals == []
    assert len(mail.outbox) == 1
