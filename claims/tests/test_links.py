"""Linking claims: what it writes, what it refuses, and that it never touches a verdict."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article, create_outlet, create_story
from claims import highlights, links, matches
from claims.errors import BadLink
from claims.models import Claim, Dismissal, Link
from claims.states import ClaimStatus, EventKind, LinkKind, LinkState, Priority, VerdictStatus
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
    assert one.priority == other.priority == Priority.CONFLICT


def test_related_claims_make_no_cluster():
    one, _other = create_pair(kind=LinkKind.RELATED)
    assert one.cluster is None
    assert one.priority == Priority.LINKED


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


def test_unlinking_rejects_the_pair_and_undo_brings_the_link_back():
    _one, _other = create_pair()
    alice = create_reporter()
    act = links.unlink(Link.objects.select_related("a", "b").get(), by=alice)
    assert Link.objects.get().state == LinkState.REJECTED
    assert Claim.objects.filter(cluster__isnull=False).count() == 0
    matches.undo(matches.undo_token(act), by=alice)
    assert Link.objects.get().state == LinkState.CONFIRMED
    assert Claim.objects.filter(cluster__isnull=False).count() == 2


def test_a_link_already_taken_away_is_not_unlinked_again():
    create_pair()
    alice = create_reporter()
    link = Link.objects.select_related("a", "b").get()
    links.unlink(link, by=alice)
    with pytest.raises(BadLink, match="no longer linked"):
        links.unlink(link, by=alice)


def test_undo_is_refused_when_somebody_changed_the_link_since():
    one, other = two_claims()
    act = links.confirm(one, other, kind=LinkKind.SAME, by=create_reporter())
    token = matches.undo_token(act)
    links.confirm(one, other, kind=LinkKind.CONTRADICTS, by=create_reporter())
    with pytest.raises(BadLink, match="changed since"):
        matches.undo(token, by=create_reporter())
    assert Link.objects.get().kind == LinkKind.CONTRADICTS


def test_undoing_a_first_link_leaves_an_undecided_pair():
    one, other = two_claims()
    act = links.confirm(one, other, kind=LinkKind.RELATED, by=create_reporter())
    matches.undo(matches.undo_token(act), by=create_reporter())
    link = Link.objects.get()
    assert (link.state, link.decided_by) == (LinkState.SUGGESTED, None)


def test_marking_a_sentence_links_it_in_one_step_and_undo_takes_both_back():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    revision = create_article(story=story).revisions.get()
    sentence = revision.sentences.get(position=1)
    alice = create_reporter()
    act, marked = matches.mark_and_link(claim, sentence, kind=LinkKind.SAME, by=alice)
    assert marked.quote == sentence.words
    assert Link.objects.confirmed().get() == act.link
    matches.undo(matches.undo_token(act, marked=marked), by=alice)
    marked.refresh_from_db()
    assert marked.is_removed
    assert not Link.objects.confirmed().exists()


def test_a_rejected_pair_is_never_suggested_again():
    story = create_story()
    one = create_claim(article=create_article(story=story))
    two = create_claim(article=create_article(story=story))
    links.reject(one, two, by=create_reporter())
    highlights.remove(two, by=two.marked_by)
    highlights.restore(two, by=two.marked_by)
    links.suggest(one)
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


def test_a_dismissed_sentence_is_remembered_until_it_is_undone():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    sentence = create_article(story=story).revisions.get().sentences.get(position=1)
    alice = create_reporter()
    dismissal = matches.dismiss(claim, sentence, by=alice)
    assert matches.dismiss(claim, sentence, by=alice) == dismissal
    matches.undo_dismissal(dismissal, by=alice)
    assert not Dismissal.objects.exists()
