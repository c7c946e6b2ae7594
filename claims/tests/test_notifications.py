"""What a person is told: whom, the count in the masthead, reading it and taking that back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import jobs, notifications
from claims.models import Claim, Notification
from claims.states import NotificationKind
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
LIST = "/notifications/"


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reporter(name="bob", first_name="Bob", last_name="Byrne")


@pytest.fixture
def claim() -> Claim:
    return create_claim()


def tell(person, by, claim, kind=NotificationKind.MENTIONED) -> Notification:
    notifications.tell(person, kind, claim, by=by)
    return Notification.objects.latest("pk")


def address(name: str, *args: int) -> str:
    return reverse(f"claims:{name}", args=args)


def html(response) -> str:
    return " ".join(response.content.decode().split())


def unread(person) -> int:
    return Notification.objects.of(person).unread().count()


def test_a_person_is_told_who_did_what_to_which_claim(client, alice, bob, claim):
    one = tell(alice, bob, claim)
    page = html(client.get(LIST))
    assert f'href="{address("open_notification", one.pk)}" data-row>' in page
    assert "<b>Bob Byrne</b> mentioned you</a>" in page
    assert claim.quote in page
    assert str(claim.story) in page


def test_nobody_is_told_of_their_own_acts_and_nobody_who_has_left(alice, bob, claim):
    gone = create_reporter(is_active=False)
    kind = NotificationKind.COMMENTED
    notifications.tell(alice, kind, claim, by=alice)
    notifications.tell_all([gone, bob, bob], kind, claim, by=alice)
    assert [one.person for one in Notification.objects.all()] == [bob]


def test_every_page_counts_what_is_unread_in_one_query(client, alice, bob, claim):
    home = reverse("factdesk:home")
    client.get(home)
    assert 'id="nav-unread"></span>' in html(client.get(home))
    tell(alice, bob, claim)
    tell(bob, alice, claim)
    with CaptureQueriesContext(connection) as queries:
        page = html(client.get(home))
    assert 'id="nav-unread">1<span class="vh"> unread</span></span>' in page
    asked = [one["sql"] for one in queries if "claims_notification" in one["sql"]]
    assert len(asked) == 1
    assert "LIMIT 1001" in asked[0]


def test_the_count_follows_when_only_a_part_of_the_page_is_swapped(client, alice, bob, claim):
    tell(alice, bob, claim)
    taken = client.post(address("review_next"), headers=HTMX)
    assert 'id="nav-unread" hx-swap-oob="true">1<' in html(taken)
    nothing_left = client.post(address("skip", claim.pk), headers=HTMX)
    assert 'id="nav-unread" hx-swap-oob="true">1<' in html(nothing_left)


def test_opening_one_leads_to_its_claim_and_it_is_read(client, alice, bob, claim):
    one = tell(alice, bob, claim)
    response = client.get(address("open_notification", one.pk))
    assert response["Location"] == claim.get_absolute_url()
    assert unread(alice) == 0
    first = Notification.objects.get().read_at
    client.get(address("open_notification", one.pk))
    assert Notification.objects.get().read_at == first
    assert "Nothing unread." in html(client.get(LIST))
    assert claim.quote in html(client.get(f"{LIST}?view=all"))


def test_marking_one_as_read_can_be_undone(client, alice, bob, claim):
    one, other = tell(alice, bob, claim), tell(alice, bob, claim)
    page = html(client.post(address("read_notification", one.pk), follow=True))
    assert "Read: Bob Byrne mentioned you." in page
    assert list(Notification.objects.unread()) == [other]
    undo = page.split("data-undo")[0].rsplit('action="', 1)[1].split('"')[0]
    page = html(client.post(undo, follow=True))
    assert "Undone. 1 unread again." in page
    assert unread(alice) == 2
    assert "Nothing changed." in html(client.post(undo, follow=True))


def test_htmx_gets_the_row_as_read_with_the_focus_and_the_count(client, alice, bob, claim):
    one = tell(alice, bob, claim)
    page = html(client.post(address("read_notification", one.pk), headers=HTMX))
    assert page.startswith(f'<li class="notification" id="notification-{one.pk}"')
    assert "data-row data-focus" in page
    assert '<span class="n" id="nav-unread" hx-swap-oob="true"></span>' in page
    assert "Mark as read" not in page


def test_all_are_read_but_what_came_in_meanwhile(client, alice, bob, claim):
    tell(bob, alice, claim)
    seen = [tell(alice, bob, claim) for _ in range(3)][-1]
    assert f'name="newest" value="{seen.pk}"' in html(client.get(LIST))
    late = tell(alice, bob, claim)
    response = client.post(address("read_notifications"), {"newest": seen.pk}, follow=True)
    assert "3 notifications are read." in html(response)
    assert list(Notification.objects.of(alice).unread()) == [late]
    assert unread(bob) == 1


@pytest.mark.parametrize("newest", ["", "0", "x", "9" * 30])
def test_a_list_that_was_not_seen_marks_nothing(client, alice, bob, claim, newest):
    tell(alice, bob, claim)
    response = client.post(address("read_notifications"), {"newest": newest}, follow=True)
    assert "Nothing was marked as read." in html(response)
    assert unread(alice) == 1


@pytest.mark.parametrize("at", ["", "?at=", "?at=yesterday", "?at=2026-11-18T21:04:00%2B00:00"])
def test_undoing_what_nobody_marked_changes_nothing(client, alice, bob, claim, at):
    notifications.read(tell(alice, bob, claim))
    response = client.post(address("unread_notifications") + at, follow=True)
    assert "Nothing changed." in html(response)
    assert unread(alice) == 0


def test_those_of_others_are_not_there(client, alice, bob, claim):
    theirs = tell(bob, alice, claim)
    assert client.get(address("open_notification", theirs.pk)).status_code == 404
    assert client.post(address("read_notification", theirs.pk)).status_code == 404
    assert "Nothing unread." in html(client.get(LIST))
    assert unread(bob) == 1


def test_wrong_methods_and_strangers_are_refused(client, alice):
    assert client.post(LIST).status_code == 405
    assert client.get(address("read_notifications")).status_code == 405
    client.force_login(create_user(name="charlie"))
    assert client.get(LIST).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"kind": "gossip"}, "notification_kind_known"),
        ({"by": "alice"}, "notification_of_another"),
    ],
)
def test_the_database_refuses(alice, bob, claim, wrong, constraint):
    row = {"person": alice, "by": bob, "claim": claim, "kind": "replied", "at": timezone.now()}
    if "by" in wrong:
        wrong = {"by": alice}
    with pytest.raises(IntegrityError, match=constraint):
        Notification.objects.create(**row | wrong)


def test_what_was_read_or_mailed_long_ago_is_forgotten(alice, bob, claim):
    read, mailed, fresh, unread = (tell(alice, bob, claim) for _ in range(4))
    long_ago = timezone.now() - timedelta(days=notifications.KEPT_DAYS, minutes=1)
    Notification.objects.update(at=long_ago - timedelta(days=1))
    Notification.objects.filter(pk=read.pk).update(read_at=long_ago)
    of_mail = {"is_shown": False, "is_for_mail": True, "mailed_at": long_ago}
    Notification.objects.filter(pk=mailed.pk).update(**of_mail)
    notifications.read(fresh)
    jobs.forget_notifications(timestamp=0)
    assert set(Notification.objects.all()) == {fresh, unread}
