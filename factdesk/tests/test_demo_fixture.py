"""The demo newsroom loads, twice, and shows what the desk is for."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count

from accounts.models import User
from articles.models import (
    Article,
    FeedItem,
    OriginEvent,
    OriginSide,
    Outlet,
    OutletName,
    Revision,
    Story,
)
from claims.models import Claim, Cluster, Discrepancy, Event, Link, Verdict
from claims.states import ClaimStatus, LinkKind, LinkState

TABLES = (
    *(User, Outlet, OutletName, Story, Article, Revision, FeedItem, OriginEvent, OriginSide),
    *(Claim, Verdict, Link, Discrepancy, Event, Cluster),
)


def load() -> None:
    call_command("loaddata", "demo", verbosity=0)


@pytest.fixture(scope="module")
def _newsroom(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo, loaded once for all tests here and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.usefixtures("_newsroom"), pytest.mark.django_db]


def test_the_newsroom_loads_twice_and_stays_one():
    once = [model.objects.count() for model in TABLES]
    load()
    assert [model.objects.count() for model in TABLES] == once


def test_the_newsroom_shows_every_status_link_and_suggestion():
    statuses = dict(Claim.objects.active().values_list("status").annotate(n=Count("pk")))
    assert set(statuses) == set(ClaimStatus.values)
    assert sum(statuses.values()) >= 50
    confirmed = Link.objects.confirmed()
    assert {link.kind for link in confirmed} == set(LinkKind.values)
    assert Link.objects.filter(state=LinkState.REJECTED).exists()
    assert Link.objects.suggested().count() >= 8


def test_the_newsroom_is_large_enough_to_try_the_desk_on():
    assert Story.objects.count() == 2
    assert Outlet.objects.count() >= 7
    assert Outlet.objects.filter(is_agency=True).exists()
    lengths = [len(text.split()) for text in Revision.objects.values_list("text", flat=True)]
    assert len(lengths) >= 14
    assert all(250 <= words <= 600 for words in lengths)


def test_clusters_in_the_fixture_are_what_the_links_make():
    members = Claim.objects.filter(cluster__isnull=False).values_list("pk", flat=True)
    ends = {pk for pair in Link.objects.clustering().values_list("a_id", "b_id") for pk in pair}
    assert set(members) == ends


def test_nobody_can_sign_in_until_the_demo_gives_out_its_password():
    assert not any(person.has_usable_password() for person in User.objects.all())
    call_command("demo_accounts", stdout=io.StringIO())
    assert User.objects.get(username="reviewer").check_password("demo")
    assert not User.objects.get(username="tomas").has_usable_password()


def test_the_newsroom_shows_the_inbox_rulings_on_origins_and_a_withdrawal():
    assert FeedItem.objects.new().count() >= 5
    assert OriginEvent.objects.filter(undoes=None).count() >= 3
    assert Article.objects.filter(withdrawn_at__isnull=False).exists()
