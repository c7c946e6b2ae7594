"""Linking claims: what it writes, what it refuses, and that it never touches a verdict."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article, create_outlet, create_story
from claims import highlights, links, suggestions
from claims.errors import BadLink
from claims.models import Claim, Link
from claims.priority import ALONE
from claims.states import ClaimStatus, EventKind, LinkKind, LinkState, VerdictStatus
from claims.tests.factories import create_claim, create_link, create_pair, create_verdict

pytestmark = pytest.mark.django_db


def two_claims() -> tuple[Claim, Claim]:
    story = create_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    return one, other


def kinds(claim: Claim) -> list[str]:
    return list(claim.events.order_by("pk").values_list("kind", flat=True))


def test_a_confirmed_link_is_stored_once_and_told_in_both_histories():
    one, other = two_claims()
    alice = create_reporter()
    links.confirm(other, one, kind=LinkKind.CONTRADICTS, by=alice)
    link = Link.objects.get()
    assert (link.a, link.b, link.state) == (one, other, LinkState.CONFIRMED)
    assert kinds(one)[-1] == kinds(other)[-1] == EventKind.LINKED
    assert other.events.latest("pk").other == one


def test_a_contradiction_makes_both_claims_most_pressing():
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    assert one.urgency.is_in_conflict
    assert other.urgency.is_in_conflict


def test_related_claims_make_no_cluster():
    one, _other = create_pair(kind=LinkKind.RELATED)
    assert one.cluster is None
    assert one.priority == ALONE


def test_linking_neither_changes_nor_inherits_a_verdict():
    one, other = two_claims()
    create_verdict(one, by=create_reviewer())
    create_link(one, other)
    one.refresh_from_db()
    other.refresh_from_db()
    assert one.status == ClaimStatus.DISPUTED
    assert other.status == ClaimStatus.UNREVIEWED


def test_an_unresolved_claim_waits_again_when_its_links_change():
    one, other = two_claims()
    create_verdict(one, by=create_reviewer(), status=VerdictStatus.UNRESOLVED)
    create_link(one, other)
    one.refresh_from_db()
    assert one.status == ClaimStatus.UNRESOLVED
    assert one.is_waiting


def test_claims_of_one_article_are_not_linked():
    article = create_article()
    one = create_claim(article=article)
    other = create_claim(article=article, quote="nine of them crew")
    with pytest.raises(BadLink, match="one article"):
        links.confirm(one, other, kind=LinkKind.SAME, by=create_reporter())


@pytest.mark.parametrize("kind", [LinkKind.SAME, LinkKind.CONTRADICTS])
def test_claims_of_two_stories_are_only_related(kind):
    one, other = create_claim(), create_claim()
    with pytest.raises(BadLink, match="Choose Related"):
        links.confirm(one, other, kind=kind, by=create_reporter())
    links.confirm(one, other, kind=LinkKind.RELATED, by=create_reporter())
    assert Link.objects.confirmed().count() == 1


def test_a_removed_claim_is_not_linked():
    one, other = two_claims()
    highlights.remove(other, by=other.marked_by)
    with pytest.raises(BadLink, match="removed"):
        links.confirm(one, other, kind=LinkKind.SAME, by=create_reporter())


def test_linking_twice_the_same_way_adds_nothing():
    one, other = create_pair()
    before = one.events.count()
    create_link(one, other)
    assert one.events.count() == before


def test_a_link_already_taken_away_is_not_unlinked_again():
    create_pair()
    alice = create_reporter()
    link = Link.objects.select_related("a", "b").get()
    links.unlink(link, by=alice)
    with pytest.raises(BadLink, match="no longer linked"):
        links.unlink(link, by=alice)


def test_a_rejected_pair_is_never_suggested_again():
    story = create_story()
    one = create_claim(article=create_article(story=story))
    two = create_claim(article=create_article(story=story))
    links.reject(one, two, by=create_reporter())
    highlights.remove(two, by=two.marked_by)
    highlights.restore(two, by=two.marked_by)
    suggestions.refresh(one)
    assert Link.objects.get().state == LinkState.REJECTED


def test_a_new_claim_is_suggested_to_older_ones_of_other_outlets():
    story, outlet = create_story(), create_outlet()
    old = create_claim(article=create_article(story=story, outlet=outlet))
    create_claim(article=create_article(story=story, outlet=outlet))
    assert not Link.objects.exists()
    new = create_claim(article=create_article(story=story))
    suggestion = Link.objects.of(old).get()
    assert suggestion.state == LinkState.SUGGESTED
    assert {suggestion.a, suggestion.b} == {old, new}
    assert suggestion.score == pytest.approx(1.0, abs=0.001)
    assert kinds(old)[-1] == EventKind.SUGGESTED


def test_only_the_best_suggestions_are_stored_and_both_histories_tell():
    story = create_story()
    count = suggestions.SUGGESTED_AT_ONCE + 2
    old = [create_claim(article=create_article(story=story)) for _ in range(count)]
    new = create_claim(article=create_article(story=story))
    assert Link.objects.of(new).suggested().count() == suggestions.SUGGESTED_AT_ONCE
    assert kinds(new) == [EventKind.MARKED] + [EventKind.SUGGESTED] * suggestions.SUGGESTED_AT_ONCE
    assert kinds(old[0])[-1] == EventKind.SUGGESTED


def test_marking_costs_no_more_queries_with_many_suggestions_than_with_one(
    django_assert_max_num_queries,
):
    story, by = create_story(), create_reporter()
    articles = [create_article(story=story) for _ in range(7)]
    create_claim(article=articles[0], by=by)
    with CaptureQueriesContext(connection) as few:
        create_claim(article=articles[1], by=by)
    for article in articles[2:6]:
        create_claim(article=article, by=by)
    with django_assert_max_num_queries(len(few)):
        create_claim(article=articles[6], by=by)
    assert Link.objects.count() == 21
