"""A claim does not leave the story of the claims it is linked to, whoever moves its article."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.tests.factories import create_reporter
from articles import details
from articles.errors import ArticleHasLinks
from articles.models import Article
from articles.tests.factories import create_article, create_story
from claims.models import Claim, Link
from claims.states import LinkKind, LinkState
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db


def create_linked_pair(*, kind: LinkKind, state: LinkState) -> tuple[Claim, Claim]:
    """Two claims of one story's two articles, with one link."""
    story = create_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    decided = {} if state == LinkState.SUGGESTED else {"decided_at": timezone.now()}
    if decided:
        decided["decided_by"] = create_reporter()
    Link.objects.update_or_create(
        a=one, b=other, defaults={"kind": kind, "state": state, **decided}
    )
    return one, other


@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize("kind", [LinkKind.SAME, LinkKind.CONTRADICTS])
def test_an_article_stays_while_its_claims_are_linked(kind, end):
    claim = create_linked_pair(kind=kind, state=LinkState.CONFIRMED)[end]
    with pytest.raises(IntegrityError, match="claim_leaves_no_linked_story") as refused:
        Article.objects.filter(pk=claim.article_id).update(story=create_story(), origin=None)
    diagnosis = refused.value.__cause__.diag
    assert diagnosis.constraint_name == "claim_leaves_no_linked_story"


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (LinkKind.RELATED, LinkState.CONFIRMED),
        (LinkKind.SAME, LinkState.REJECTED),
        (LinkKind.SAME, LinkState.SUGGESTED),
    ],
)
def test_it_moves_with_its_claims_when_the_links_may_cross_stories(kind, state):
    claim, _ = create_linked_pair(kind=kind, state=state)
    elsewhere = create_story()
    Article.objects.filter(pk=claim.article_id).update(story=elsewhere, origin=None)
    claim.refresh_from_db()
    assert claim.story == elsewhere


def test_a_suggestion_rests_while_its_claims_are_in_two_stories():
    claim, other = create_linked_pair(kind=LinkKind.SAME, state=LinkState.SUGGESTED)
    counted = Claim.objects.with_signs()
    assert counted.get(pk=other.pk).suggestions == 1
    Article.objects.filter(pk=claim.article_id).update(story=create_story(), origin=None)
    assert counted.get(pk=other.pk).suggestions == 0
    Article.objects.filter(pk=claim.article_id).update(story=other.story, origin=None)
    assert counted.get(pk=other.pk).suggestions == 1


def test_another_outlet_is_no_other_story():
    claim, other = create_linked_pair(kind=LinkKind.SAME, state=LinkState.CONFIRMED)
    Article.objects.filter(pk=claim.article_id).update(outlet=other.outlet)
    claim.refresh_from_db()
    assert claim.outlet == other.outlet


def test_who_moves_a_linked_article_is_told_what_holds_it():
    claim, _ = create_linked_pair(kind=LinkKind.SAME, state=LinkState.CONFIRMED)
    article = Article.objects.get(pk=claim.article_id)
    with pytest.raises(ArticleHasLinks, match="Unlink them first"):
        details.correct(article, by=create_reporter(), headline="New", story=create_story())
    assert Article.objects.get(pk=article.pk).headline == article.headline != "New"
