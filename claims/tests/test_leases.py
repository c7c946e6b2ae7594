"""Who holds a claim: taking, renewing, letting go, skipping, and the clock."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.tests.factories import create_reviewer
from articles.tests.factories import create_article, create_story
from claims import highlights, review, taking
from claims.errors import HeldByAnother, NothingWaits, StaleClaim
from claims.models import Claim
from claims.states import EventKind, LinkKind
from claims.tests.factories import create_claim, create_claims, create_pair, create_verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob")


def let_time_pass(claim: Claim, *, minutes: int) -> None:
    """Move the lease into the past instead of waiting."""
    until = claim.leased_until - timedelta(minutes=minutes)
    Claim.objects.filter(pk=claim.pk).update(leased_until=until)


def kinds(claim: Claim) -> list[str]:
    """What happened to the claim, oldest first."""
    return list(claim.events.order_by("pk").values_list("kind", flat=True))


def take_next(by) -> Claim:
    return review.take_next(Claim.objects.all(), by=by)


def test_a_lease_lasts_fifteen_minutes_and_is_in_the_history(alice):
    claim = review.take(create_claim(), by=alice)
    assert claim.holder == alice
    left = claim.leased_until - timezone.now()
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    assert kinds(claim) == [EventKind.MARKED, EventKind.TAKEN]


def test_the_second_reviewer_is_told_and_the_first_keeps_the_claim(alice, bob):
    claim = review.take(create_claim(), by=alice)
    with pytest.raises(HeldByAnother, match=r"Alice Arden holds this claim until \d\d:\d\d\. You"):
        review.take(claim, by=bob)
    claim.refresh_from_db()
    assert claim.reviewer == alice


def test_a_lease_ends_by_the_clock_alone(alice, bob):
    claim = review.take(create_claim(), by=alice)
    let_time_pass(claim, minutes=15)
    claim.refresh_from_db()
    assert claim.holder is None
    assert review.take(claim, by=bob).reviewer == bob


def test_taking_again_renews_without_another_event(alice):
    claim = review.take(create_claim(), by=alice)
    let_time_pass(claim, minutes=5)
    again = review.take(claim, by=alice)
    assert again.leased_until > claim.leased_until - timedelta(minutes=1)
    assert kinds(claim).count(EventKind.TAKEN) == 1


def test_a_removed_claim_cannot_be_taken(alice):
    claim = highlights.remove(create_claim(), by=alice)
    with pytest.raises(StaleClaim, match="Alice Arden removed this claim") as refused:
        review.take(claim, by=alice)
    assert [event.kind for event in refused.value.changes] == [EventKind.REMOVED]


def test_one_holds_one_claim_at_a_time(alice):
    first, second = create_claims(2)
    review.take(first, by=alice)
    review.take(second, by=alice)
    assert list(Claim.objects.held_by(alice)) == [second]
    assert kinds(first)[-1] == EventKind.RELEASED


def test_next_is_the_most_pressing_then_the_longest_waiting():
    old, new = create_claims(2)
    against = create_pair(kind=LinkKind.CONTRADICTS)
    linked = create_pair(kind=LinkKind.SAME)
    order = [take_next(create_reviewer()) for _ in range(6)]
    assert order == [*against, *linked, old, new]


def test_next_resumes_the_claim_one_holds(alice):
    _first, second = create_claims(2)
    review.take(second, by=alice)
    assert take_next(alice) == second
    assert kinds(second).count(EventKind.TAKEN) == 1


def test_next_passes_over_what_others_hold(alice, bob):
    first, second = create_claims(2)
    assert take_next(alice) == first
    assert take_next(bob) == second
    assert kinds(second)[-1] == EventKind.TAKEN


def test_next_keeps_to_the_queue_it_is_given_and_lets_go_of_the_rest(alice):
    story = create_story()
    held = review.take(create_claim(), by=alice)
    wanted = create_claim(article=create_article(story=story))
    assert review.take_next(Claim.objects.filter(story=story), by=alice) == wanted
    assert list(Claim.objects.held_by(alice)) == [wanted]
    assert kinds(held)[-1] == EventKind.RELEASED


def test_who_holds_a_claim_takes_no_other_even_of_another_queue(alice):
    story = create_story()
    held = review.take(create_claim(), by=alice)
    until = at = timezone.now()
    whole, narrow = Claim.objects.all(), Claim.objects.filter(story=story)
    create_claim(article=create_article(story=story))
    for queue in (whole, narrow):
        with transaction.atomic():
            assert taking.take_first(queue, by=alice, at=at, until=until) is None
    assert list(Claim.objects.held_by(alice)) == [held]


def test_nothing_waits_when_all_is_decided(alice):
    create_verdict(create_claim(), by=alice)
    with pytest.raises(NothingWaits, match="Nothing waits here"):
        take_next(alice)


def test_what_others_hold_is_named_as_the_reason(alice, bob):
    review.take(create_claim(), by=alice)
    with pytest.raises(NothingWaits, match="Others hold what waits here"):
        take_next(bob)


def test_letting_go_frees_the_claim(alice, bob):
    claim = review.take(create_claim(), by=alice)
    review.release(claim, by=alice)
    assert take_next(bob) == claim
    assert kinds(claim)[-2:] == [EventKind.RELEASED, EventKind.TAKEN]


def test_letting_go_of_what_one_no_longer_holds_changes_nothing(alice):
    claim = review.release(create_claim(), by=alice)
    assert kinds(claim) == [EventKind.MARKED]


def test_nobody_lets_go_of_anothers_claim(alice, bob):
    claim = review.take(create_claim(), by=alice)
    with pytest.raises(HeldByAnother):
        review.release(claim, by=bob)
    assert list(Claim.objects.held_by(alice)) == [claim]


def test_a_skipped_claim_stays_away_for_an_hour_and_only_from_that_person(alice, bob):
    first, second = create_claims(2)
    review.skip(review.take(first, by=alice), by=alice)
    assert take_next(alice) == second
    assert take_next(bob) == first
    review.release(first, by=bob)
    first.skips.update(until=timezone.now())
    review.release(second, by=alice)
    assert take_next(alice) == first


def test_taking_a_skipped_claim_ends_the_skip(alice):
    claim = create_claim()
    review.skip(claim, by=alice)
    review.take(claim, by=alice)
    review.release(claim, by=alice)
    assert take_next(alice) == claim
    assert kinds(claim)[1] == EventKind.SKIPPED


def test_nobody_skips_what_another_holds(alice, bob):
    claim = review.take(create_claim(), by=alice)
    with pytest.raises(HeldByAnother):
        review.skip(claim, by=bob)
    assert not claim.skips.exists()


def test_work_renews_the_lease_at_most_once_a_minute(alice, django_assert_num_queries):
    claim = review.take(create_claim(), by=alice)
    before = claim.leased_until
    with django_assert_num_queries(1):
        review.renew(by=alice)
    claim.refresh_from_db()
    assert claim.leased_until == before
    let_time_pass(claim, minutes=2)
    with django_assert_num_queries(2):
        review.renew(by=alice)
    claim.refresh_from_db()
    assert claim.leased_until > before - timedelta(seconds=1)


def test_work_does_not_bring_back_a_lease_that_is_over(alice):
    claim = review.take(create_claim(), by=alice)
    let_time_pass(claim, minutes=16)
    review.renew(by=alice)
    assert not Claim.objects.held_by(alice).exists()


def test_taking_the_next_is_one_statement(alice, django_assert_max_num_queries):
    create_claims(3)
    with django_assert_max_num_queries(6) as queries:
        claim = take_next(alice)
    taking = [q["sql"] for q in queries if "SKIP LOCKED" in q["sql"]]
    assert len(taking) == 1
    assert taking[0].startswith("UPDATE claims_claim")
    assert claim.get_deferred_fields() == {"vector", "code", "vector_model"}
