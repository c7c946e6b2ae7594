"""Kinds of notifications switched off, on the page or by mail, and how often mail comes."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_user
from claims import notifications, switches
from claims.models import Mute, Notification
from claims.states import NotificationKind, Way
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
PAGE = "/notifications/settings/"
ALL = NotificationKind.values
FEW = ["mentioned", "reversed"]


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", email="alice@desk.example")
    client.force_login(alice)
    return alice


def html(response) -> str:
    return " ".join(response.content.decode().split())


def tell(person, kind=NotificationKind.REPLIED) -> Notification | None:
    notifications.tell(person, kind, create_claim(), by=create_reporter())
    return Notification.objects.filter(person=person).last()


def test_at_first_all_is_on_and_mail_comes_daily(client, alice):
    page = html(client.get(PAGE))
    assert page.count('type="checkbox"') == page.count(" checked><span") == 2 * len(ALL)
    assert re.search(r'value="daily"[^>]* checked', page)
    assert f'href="{PAGE}"' in html(client.get(reverse("accounts:settings")))


def test_choices_are_kept(client, alice):
    sent = {"page": ALL, "mail": FEW, "digest": "hourly"}
    assert "Your choices are saved." in html(client.post(PAGE, sent, follow=True))
    alice.refresh_from_db()
    assert alice.digest == "hourly"
    assert switches.wanted(alice) == {Way.PAGE: set(ALL), Way.MAIL: set(FEW)}
    client.post(PAGE, {"mail": ALL, "digest": "off"})
    assert switches.wanted(alice) == {Way.PAGE: set(), Way.MAIL: set(ALL)}


def test_what_is_off_on_the_page_is_mailed_and_not_counted(client, alice):
    switches.choose(alice, {Way.PAGE: FEW, Way.MAIL: ALL}, digest="daily")
    one = tell(alice)
    assert (one.is_shown, one.is_for_mail) == (False, True)
    assert 'id="nav-unread"></span>' in html(client.get(PAGE))
    assert "Nothing yet." in html(client.get("/notifications/?view=all"))
    assert list(Notification.objects.to_mail()) == [one]


def test_what_is_off_in_both_ways_is_not_told(alice):
    switches.choose(alice, {Way.PAGE: FEW, Way.MAIL: FEW}, digest="daily")
    assert tell(alice) is None
    assert tell(alice, NotificationKind.REVERSED).is_shown


def test_without_mail_only_the_page_tells(alice):
    switches.choose(alice, {Way.PAGE: FEW, Way.MAIL: ALL}, digest="off")
    assert tell(alice) is None
    assert not tell(alice, NotificationKind.MENTIONED).is_for_mail


@pytest.mark.parametrize(
    "wrong", [{"digest": "weekly"}, {"digest": ""}, {"page": ["gossip"], "digest": "daily"}]
)
def test_what_is_no_choice_is_refused(client, alice, wrong):
    assert client.post(PAGE, {"mail": FEW} | wrong).status_code == 422
    assert not Mute.objects.exists()


def test_a_stranger_has_no_choices_and_other_methods_are_refused(client, alice):
    assert client.put(PAGE).status_code == 405
    client.force_login(create_user(name="charlie"))
    assert client.get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        ({"kind": "gossip", "way": "page"}, "mute_kind_known"),
        ({"kind": "replied", "way": "post"}, "mute_way_known"),
        ({"kind": "reversed", "way": "page"}, "mute_once"),
    ],
)
def test_the_database_refuses(alice, row, constraint):
    Mute.objects.create(person=alice, kind="reversed", way="page")
    with pytest.raises(IntegrityError, match=constraint):
        Mute.objects.create(person=alice, **row)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"is_shown": False, "is_for_mail": False}, "notification_told_somehow"),
        ({"is_for_mail": False, "mailed_at": "2026-11-18T12:00Z"}, "notification_mailed_if_wanted"),
    ],
)
def test_the_database_refuses_a_notification_that_goes_nowhere(alice, change, constraint):
    tell(alice)
    with pytest.raises(IntegrityError, match=constraint):
        Notification.objects.update(**change)
