"""My work first: what is assigned to somebody, in their tab, at home and by “Review next”."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter, create_reviewer
from claims import assignments, pins, review
from claims.assignments import Assignment
from claims.errors import NothingWaits
from claims.models import Claim
from claims.tests.factories import create_claim, create_claims, create_verdict
from claims.tests.test_races import at_once

pytestmark = pytest.mark.django_db
QUEUE = reverse("claims:queue")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice")
    alice.groups.add(Group.objects.create(name="Night desk"))
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def give(claim: Claim, *, to: User | None = None, group: str = "", due: datetime | None = None):
    night = Group.objects.get(name=group) if group else None
    whose = Assignment(person=to, group=night, due_at=due)
    assignments.assign(claim, to=whose, by=create_reviewer())


def take_next(by: User) -> Claim:
    claim = review.take_next(Claim.objects.all(), by=by)
    review.skip(claim, by=by)
    return claim


def test_next_brings_mine_then_my_groups_then_the_rest(alice, bob):
    pressing, first, second, third = create_claims(4)
    pins.pin(pressing, by=bob)
    give(third, to=alice)
    give(second, group="Night desk")
    assert [take_next(alice) for _ in range(4)] == [third, second, pressing, first]


def test_next_leaves_what_is_assigned_to_others_until_it_is_overdue(alice, bob):
    theirs, free = create_claims(2)
    give(theirs, to=alice, due=timezone.now() + timedelta(hours=1))
    assert take_next(bob) == free
    with pytest.raises(NothingWaits, match="is assigned to others"):
        take_next(bob)
    past = timezone.now() - timedelta(minutes=1)
    Claim.objects.filter(pk=theirs.pk).update(due_at=past, due_order=past)
    assert take_next(bob) == theirs


def test_whoever_opens_a_claim_of_others_can_take_it(alice, bob):
    claim = create_claim()
    give(claim, to=alice)
    assert review.take(claim, by=bob).holder == bob


def test_the_tab_lists_what_is_mine_and_my_groups_and_counts_it(client, alice, bob):
    mine, of_group, others, decided = create_claims(4)
    give(mine, to=alice)
    give(of_group, group="Night desk")
    give(others, to=bob)
    give(decided, to=alice)
    create_verdict(decided, by=bob)
    response = client.get(f"{QUEUE}?view=assigned")
    assert [claim.pk for claim in response.context["page"].rows] == [mine.pk, of_group.pk]
    html = response.content.decode()
    assert 'aria-current="page">Assigned to me <span class="n" id="tab-assigned">2</span>' in html
    assert "<strong>2 claims</strong> wait for you" in html


def test_next_from_the_tab_brings_mine_and_then_the_rest(client, alice):
    free, mine = create_claims(2)
    assert "Nothing is assigned to you." in client.get(f"{QUEUE}?view=assigned").content.decode()
    give(mine, to=alice)
    address = reverse("claims:review_next") + "?view=assigned"
    assert client.post(address)["Location"] == mine.get_absolute_url()
    create_verdict(mine, by=alice)
    assert client.post(address)["Location"] == free.get_absolute_url()


def test_the_home_page_shows_my_work_and_what_next_would_bring(client, alice, bob):
    first, mine = create_claims(2)
    pins.pin(first, by=bob)
    home = reverse("factdesk:home")
    assert "Nothing is assigned to you." in client.get(home).content.decode()
    give(mine, to=alice, due=timezone.now() + timedelta(days=1))
    response = client.get(home)
    assert response.context["desk"].next_claim == mine
    assert f'id="assigned-{mine.pk}"' in response.content.decode()
    assert "Due <time" in response.content.decode()


def test_a_reporter_is_assigned_nothing(client):
    client.force_login(create_reporter())
    assert "Assigned to you" not in client.get(reverse("factdesk:home")).content.decode()


def test_work_assigned_again_after_a_verdict_was_undone_is_still_theirs(alice, bob):
    claim = create_claim()
    give(claim, to=alice)
    create_verdict(claim, by=bob)
    assert Claim.objects.get().assignee == alice


@pytest.mark.django_db(transaction=True)
def test_a_group_that_asks_at_once_gets_distinct_claims():
    night = Group.objects.create(name="Night desk")
    claims, people = create_claims(5), [create_reviewer() for _ in range(4)]
    for person in people:
        person.groups.add(night)
    for claim in claims[1:]:
        give(claim, group="Night desk")
    taken = at_once([partial(review.take_next, Claim.objects.all(), by=one) for one in people])
    assert {claim.pk for claim in taken} == {claim.pk for claim in claims[1:]}
