"""A second pair of eyes: whom it keeps from deciding, what “review next” brings, and the switch."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles.models import StoryEvent
from articles.tests.factories import create_article, create_story
from claims import links, review, second_eyes, verdicts
from claims.errors import NotAllowed, NothingWaits
from claims.models import Claim, Opinion, Verdict
from claims.states import EventKind, LinkKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_link,
    create_opinion,
    create_strict_claim,
    create_strict_story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def verify(claim: Claim, by) -> Verdict | Opinion:
    return verdicts.decide(
        claim,
        status=VerdictStatus.UNRESOLVED,
        rationale="Nobody kept a list.",
        seen_version=Claim.objects.get(pk=claim.pk).version,
        by=by,
    )


def take_next(by) -> Claim:
    return review.take_next(Claim.objects.all(), by=by)


def linked_by(person) -> Claim:
    """A claim of a strict story whose link this person confirmed."""
    story = create_strict_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    create_link(one, other, by=person)
    return Claim.objects.get(pk=one.pk)


def test_who_marked_the_claim_does_not_decide_it(alice, bob):
    claim = create_strict_claim(by=alice)
    with pytest.raises(NotAllowed, match="You marked this claim"):
        verify(claim, alice)
    assert isinstance(verify(claim, bob), Verdict)


def test_who_confirmed_a_link_does_not_decide_it_until_it_is_gone(alice):
    claim = linked_by(alice)
    with pytest.raises(NotAllowed, match="You confirmed a link of this claim"):
        verify(claim, alice)
    links.unlink(claim.links_as_a.get(), by=alice)
    assert isinstance(verify(claim, alice), Verdict)


def test_in_any_other_story_they_decide(alice):
    assert isinstance(verify(create_claim(by=alice), alice), Verdict)


def test_review_next_brings_them_what_others_marked_and_linked(alice, bob):
    create_strict_claim(by=alice)
    linked_by(alice)
    wanted = create_claim(by=alice)
    assert take_next(alice) == wanted
    review.release(wanted, by=alice)
    Claim.objects.filter(pk=wanted.pk).update(removed_at=wanted.marked_at, removed_by=alice)
    with pytest.raises(NothingWaits, match="needs other eyes than yours"):
        take_next(alice)
    assert take_next(bob).links_as_a.exists()


def test_review_next_passes_over_what_they_hold_and_may_not_decide(alice):
    claim = create_strict_claim(by=alice)
    review.take(claim, by=alice)
    other = create_claim()
    assert take_next(alice) == other
    assert Claim.objects.get(pk=claim.pk).reviewer is None


def test_review_next_is_one_statement_for_all_of_that(alice):
    claim = create_claim()
    create_opinion(create_strict_claim(), by=alice)
    with CaptureQueriesContext(connection) as queries:
        assert take_next(alice) == claim
    updates = [one["sql"] for one in queries if "SKIP LOCKED" in one["sql"]]
    assert len(updates) == 1
    assert "needs_second_eyes" in updates[0]


def test_a_desk_admin_switches_it_on_and_off_and_that_is_kept(alice):
    story, boss = create_story(), create_desk_admin()
    second_eyes.ask_for(story, by=boss, needs_second_eyes=True)
    assert second_eyes.ask_for(story, by=boss, needs_second_eyes=True) == []
    second_eyes.ask_for(story, by=boss, needs_second_eyes=False)
    told = StoryEvent.objects.values_list("by", "field", "before", "after")
    change = (boss.pk, "needs_second_eyes")
    assert list(told) == [(*change, "yes", "no"), (*change, "no", "yes")]
    with pytest.raises(NotAllowed, match="Only a desk admin"):
        second_eyes.ask_for(story, by=alice, needs_second_eyes=True)


def test_switched_off_it_sets_open_opinions_aside(alice, bob):
    claim = create_strict_claim()
    opinion = create_opinion(claim, by=alice)
    second_eyes.ask_for(claim.story, by=create_desk_admin(), needs_second_eyes=False)
    opinion.refresh_from_db()
    assert opinion.state == "void"
    event = claim.events.get(kind=EventKind.OPINION_VOID)
    assert (event.opinion, event.reason) == (opinion, "its story no longer asks for two")
    claim.story.refresh_from_db()
    assert isinstance(verify(claim, bob), Verdict)


def test_an_ordinary_story_pays_nothing_for_it(alice):
    claim = Claim.objects.select_related("story").get(pk=create_claim().pk)
    with CaptureQueriesContext(connection) as queries:
        assert second_eyes.look(claim, by=alice) == second_eyes.Look()
    assert len(queries) == 0


def test_a_link_of_another_kind_counts_as_well(alice):
    story = create_strict_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    create_link(one, other, kind=LinkKind.RELATED, by=alice)
    assert second_eyes.look(Claim.objects.get(pk=other.pk), by=alice).bar == second_eyes.LINKED
