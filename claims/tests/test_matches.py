"""What an editor does with a suggestion, and taking it back."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter, create_reviewer
from articles.models import Article
from articles.tests.factories import create_article, create_story
from claims import highlights, links, matches
from claims.errors import BadLink
from claims.models import Claim, Dismissal, Link
from claims.states import EventKind, LinkKind, LinkState
from claims.tests.factories import create_claim, create_pair, create_verdict

pytestmark = pytest.mark.django_db


def two_claims() -> tuple[Claim, Claim]:
    story = create_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    return one, other


def kinds(claim: Claim) -> list[str]:
    return list(claim.events.order_by("pk").values_list("kind", flat=True))


def test_unlinking_rejects_the_pair_and_undo_brings_the_link_back():
    one, _other = create_pair()
    alice = create_reporter()
    act = links.unlink(Link.objects.select_related("a", "b").get(), by=alice)
    assert Link.objects.get().state == LinkState.REJECTED
    assert Claim.objects.filter(cluster__isnull=False).count() == 0
    matches.undo(matches.undo_token(act, claim=one), by=alice)
    assert Link.objects.get().state == LinkState.CONFIRMED
    assert Claim.objects.filter(cluster__isnull=False).count() == 2


def test_undo_is_refused_when_somebody_changed_the_link_since():
    one, other = two_claims()
    act = links.confirm(one, other, kind=LinkKind.SAME, by=create_reporter())
    token = matches.undo_token(act, claim=one)
    links.confirm(one, other, kind=LinkKind.CONTRADICTS, by=create_reporter())
    with pytest.raises(BadLink, match="changed since"):
        matches.undo(token, by=create_reporter())
    assert Link.objects.get().kind == LinkKind.CONTRADICTS


def test_undoing_a_first_link_leaves_an_undecided_pair():
    one, other = two_claims()
    act = links.confirm(one, other, kind=LinkKind.RELATED, by=create_reporter())
    matches.undo(matches.undo_token(act, claim=one), by=create_reporter())
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
    matches.undo(matches.undo_token(act, claim=claim, marked=marked), by=alice)
    marked.refresh_from_db()
    assert marked.is_removed
    assert not Link.objects.confirmed().exists()


def test_an_undo_that_somebody_else_presses_is_theirs_in_the_history():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    sentence = create_article(story=story).revisions.get().sentences.get(position=1)
    act, marked = matches.mark_and_link(claim, sentence, kind=LinkKind.SAME, by=create_reporter())
    token, bob = matches.undo_token(act, claim=claim, marked=marked), create_reporter()
    undone = matches.undo(token, by=bob)
    assert (undone.claim, undone.other) == (claim, marked)
    assert {event.by for event in marked.events.filter(kind__in=["unlinked", "removed"])} == {bob}


def test_undo_leaves_a_marked_claim_that_somebody_worked_on():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    sentence = create_article(story=story).revisions.get().sentences.get(position=1)
    alice = create_reporter()
    act, marked = matches.mark_and_link(claim, sentence, kind=LinkKind.SAME, by=alice)
    token = matches.undo_token(act, claim=claim, marked=marked)
    create_verdict(marked, by=create_reviewer())
    with pytest.raises(BadLink, match="Unlink it instead"):
        matches.undo(token, by=alice)
    assert Link.objects.confirmed().get() == act.link
    assert not Claim.objects.get(pk=marked.pk).is_removed


def test_undo_keeps_a_sentence_marked_that_was_marked_before():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    revision = create_article(story=story).revisions.get()
    sentence, alice = revision.sentences.get(position=1), create_reporter()
    old = highlights.mark(revision, start=sentence.start, end=sentence.end, by=create_reporter())
    act, marked = matches.mark_and_link(claim, sentence, kind=LinkKind.SAME, by=alice)
    assert marked is None
    matches.undo(matches.undo_token(act, claim=claim, marked=marked), by=alice)
    assert not Claim.objects.get(pk=old.pk).is_removed


def test_undo_is_refused_when_the_article_went_to_another_story():
    one, other = create_pair()
    alice = create_reporter()
    act = links.unlink(Link.objects.select_related("a", "b").get(), by=alice)
    Article.objects.filter(pk=other.article_id).update(story=create_story(), origin=None)
    with pytest.raises(BadLink, match="Choose Related"):
        matches.undo(matches.undo_token(act, claim=one), by=alice)
    assert Link.objects.get().state == LinkState.REJECTED


@pytest.mark.parametrize("token", ["", "nonsense", "bm9uc2Vuc2U:1abcde:signature"])
def test_a_token_that_is_not_ours_undoes_nothing(token):
    with pytest.raises(BadLink, match="no longer be undone"):
        matches.undo(token, by=create_reporter())


def test_a_token_of_a_link_that_is_gone_undoes_nothing():
    one, _other = two_claims()
    act = links.Act(Link(pk=12345, state="confirmed", kind="same"), "suggested", "same")
    with pytest.raises(BadLink, match="changed since"):
        matches.undo(matches.undo_token(act, claim=one), by=create_reporter())


def test_sentences_of_the_own_article_or_of_another_story_are_refused():
    claim = create_claim()
    elsewhere = create_article().revisions.get()
    for revision in (claim.revision, elsewhere):
        sentence = revision.sentences.get(position=0)
        with pytest.raises(BadLink, match="no other article"):
            matches.dismiss(claim, sentence, by=create_reporter())
        with pytest.raises(BadLink, match="no other article"):
            matches.mark_and_link(claim, sentence, kind=LinkKind.SAME, by=create_reporter())
    assert Claim.objects.get() == claim


def test_nothing_is_linked_from_a_removed_claim():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    sentence = create_article(story=story).revisions.get().sentences.get(position=1)
    highlights.remove(claim, by=claim.marked_by)
    with pytest.raises(BadLink, match="removed meanwhile"):
        matches.mark_and_link(claim, sentence, kind=LinkKind.SAME, by=create_reporter())
    assert Claim.objects.count() == 1


def test_a_dismissed_sentence_is_remembered_until_it_is_undone():
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    sentence = create_article(story=story).revisions.get().sentences.get(position=1)
    alice = create_reporter()
    dismissal = matches.dismiss(claim, sentence, by=alice)
    assert matches.dismiss(claim, sentence, by=alice) == dismissal
    matches.undo_dismissal(claim, sentence, by=alice)
    assert not Dismissal.objects.exists()
    with pytest.raises(BadLink, match="undone already"):
        matches.undo_dismissal(claim, sentence, by=alice)
    assert kinds(claim)[-2:] == [EventKind.REJECTED, EventKind.RESTORED]


def test_what_is_turned_down_does_not_move_the_claim_under_a_reviewer():
    one, other = two_claims()
    reporter, reviewer = create_reporter(), create_reviewer()
    seen = Claim.objects.get(pk=one.pk).version
    act = links.reject(one, other, by=reporter)
    matches.undo(matches.undo_token(act, claim=one), by=reporter)
    sentence = other.revision.sentences.get(position=0)
    matches.dismiss(one, sentence, by=reporter)
    matches.undo_dismissal(one, sentence, by=reporter)
    assert Claim.objects.get(pk=one.pk).version == seen
    assert kinds(one)[-4:] == [EventKind.REJECTED, EventKind.RESTORED] * 2
    create_verdict(one, by=reviewer)


@pytest.mark.parametrize("undone", [False, True])
def test_unlinking_and_its_undo_move_both_claims(undone):
    one, other = create_pair()
    seen = [one.version, other.version]
    act = links.unlink(Link.objects.select_related("a", "b").get(), by=create_reporter())
    if undone:
        matches.undo(matches.undo_token(act, claim=one), by=create_reporter())
    now = [Claim.objects.get(pk=claim.pk).version for claim in (one, other)]
    assert now == [version + 1 + undone for version in seen]
