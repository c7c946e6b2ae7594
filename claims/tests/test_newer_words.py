"""An article gets newer words: what rests on its texts goes on with the newest."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer
from articles import importing
from articles.models import Article, Revision
from articles.tests.factories import create_article
from articles.tests.test_importing import new_article
from claims import candidates, corrections, highlights, matches, mentions
from claims.errors import StaleClaim
from claims.models import Claim, Dismissal, Mention
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db

SAID = "Two hundred and forty-one people were on board the ferry that evening."
OTHER = "The harbour master spoke of two hundred and forty-one people on board the ferry."
NEXT = "The weather was calm."


def revise(article: Article, text: str) -> Revision:
    return importing.revise(article, new_article(text=text), by=create_reporter())


@pytest.fixture
def claim() -> Claim:
    return create_claim(quote=SAID, article=create_article(text=SAID))


@pytest.fixture
def other(claim) -> Article:
    """An article of another outlet that says nearly the same."""
    return create_article(text=f"{OTHER} {NEXT}", story=claim.story)


def test_words_of_an_older_revision_are_not_marked(claim):
    revise(claim.article, f"{SAID} {NEXT}")
    old = claim.article.revisions.get(number=1)
    with pytest.raises(StaleClaim, match="newer words than you see"):
        highlights.mark(old, start=0, end=3, by=create_reporter())


def test_a_mention_in_older_words_no_longer_stands(claim, other):
    mentions.refresh(claim)
    assert Mention.objects.standing().count() == 1
    revise(other, NEXT)
    assert not Mention.objects.standing().exists()


def test_only_the_newest_sentences_are_offered(claim, other):
    newest = revise(other, f"{NEXT} {OTHER}")
    found = [one.sentence for one in candidates.for_claim(claim)]
    assert [one.revision for one in found] == [newest]


def test_a_claim_left_behind_is_still_compared_with_the_others(claim, other):
    mine = create_claim(quote=OTHER, article=other)
    revise(other, NEXT)
    assert [one.claim for one in candidates.for_claim(claim)] == [mine]


def test_no_match_with_a_sentence_holds_where_it_reads_the_same(claim, other):
    matches.dismiss(claim, other.revisions.get().sentences.first(), by=create_reporter())
    newest = revise(other, f"{NEXT} {OTHER}")
    assert Dismissal.objects.get().sentence == newest.sentences.get(position=1)
    assert candidates.for_claim(claim) == []


def test_of_other_words_it_was_never_said(claim, other):
    matches.dismiss(claim, other.revisions.get().sentences.first(), by=create_reporter())
    revise(other, OTHER.replace("harbour master", "coastguard"))
    assert len(candidates.for_claim(claim)) == 1


def test_the_page_of_the_article_shows_the_newest_words_and_every_claim(client, claim):
    client.force_login(create_reporter())
    revise(claim.article, NEXT)
    page = client.get(claim.article.get_absolute_url())
    assert page.context["revision"].number == 2
    assert "Place unknown in this version" in page.content.decode()
    assert page.context["left_behind"] == [claim]


@pytest.mark.parametrize("headers", [{}, {"hx-request": "true"}])
def test_a_claim_left_behind_can_be_removed_and_put_back(client, claim, headers):
    client.force_login(create_reporter())
    revise(claim.article, NEXT)
    for act in ("remove", "restore"):
        answer = client.post(reverse(f"claims:{act}", args=[claim.pk]), headers=headers)
        assert "#left-behind" in str(answer.headers)
    assert Claim.objects.active().get() == claim


def test_the_wording_of_a_claim_left_behind_is_edited_beside_its_own_words(client, claim):
    client.force_login(create_reporter())
    revise(claim.article, NEXT)
    page = client.get(reverse("claims:edit", args=[claim.pk]))
    assert page.context["current"].claim == claim
    assert (
        client.get(
            reverse("claims:note", args=[claim.pk]), headers={"hx-request": "true"}
        ).status_code
        == 404
    )


def test_the_place_proposed_to_a_claim_is_not_offered_as_unmarked(claim, other):
    mine = create_claim(quote=OTHER, article=other)
    revise(other, OTHER.replace("forty-one", "fourteen"))
    mine.refresh_from_db()
    assert mine.open_relocation.outcome == "value changed"
    assert [one.claim for one in candidates.for_claim(claim)] == [mine]
    corrections.keep(mine.open_relocation, by=create_reviewer())
    assert len(candidates.for_claim(claim)) == 2
