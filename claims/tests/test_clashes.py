"""Figures beside what is linked and what is suggested: on the review page, the panel, the queue."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles.models import Story
from articles.tests.factories import create_article, create_story
from claims import discrepancies
from claims.models import Claim, Discrepancy
from claims.states import LinkKind, Resolution
from claims.tests.factories import create_claim, create_link
from claims.tests.linking import choose, html, url

pytestmark = pytest.mark.django_db
LONG = "The meter readers waited four to five hours at the depot"
SHORT = "The meter readers waited roughly two hours at the depot"
SIGN = (
    '<span class="sign sign-conflict"><svg class="i" aria-hidden="true">'
    '<use href="#i-conflict"/></svg>{}</span>'
)


@pytest.fixture(autouse=True)
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def told(words: str, *, story: Story) -> Claim:
    text = f"{words}. The depot is on Quarry Road."
    return create_claim(quote=words, article=create_article(text=text, story=story))


@pytest.fixture
def claim() -> Claim:
    return told(LONG, story=create_story())


def panel(client, claim: Claim) -> str:
    return html(client.get(url("others", claim)))


def test_a_suggestion_whose_figures_conflict_says_so_and_offers_contradicts(client, claim):
    told(SHORT, story=claim.story)
    page = panel(client, claim)
    assert SIGN.format("4–5 h against about 2 h") in page
    assert 'class="btn btn-small btn-natural" id="contradicts-' in page


def test_an_unmarked_sentence_is_compared_as_well(client, claim):
    create_article(text=f"{SHORT}. The depot is on Quarry Road.", story=claim.story)
    assert SIGN.format("4–5 h against about 2 h") in panel(client, claim)


def test_a_suggestion_whose_figures_agree_looks_as_ever(client, claim):
    told(LONG.replace("four to five", "five"), story=claim.story)
    page = panel(client, claim)
    assert "contradicts-claim" in page
    assert "sign-conflict" not in page
    assert "btn-natural" not in page


def test_the_row_that_linking_answers_with_has_the_figures(client, claim):
    other = told(SHORT, story=claim.story)
    answer = html(choose(client, claim, "contradicts", other=other))
    assert f"contradicts {SIGN.format('4–5 h against about 2 h')}" in answer
    assert SIGN.format("4–5 h against about 2 h") in panel(client, claim)


def test_a_linked_claim_has_its_figure_circled_on_the_review_page(client, claim):
    create_link(claim, told(SHORT, story=claim.story), kind=LinkKind.CONTRADICTS)
    page = html(client.get(claim.get_absolute_url()))
    assert 'waited <span class="fig">roughly two hours</span> at the depot”' in page
    assert 'waited <span class="fig">four to five hours</span> at the depot<' in page


def test_values_of_related_claims_are_only_noted(client, claim):
    create_link(claim, told(SHORT, story=claim.story), kind=LinkKind.RELATED)
    page = html(client.get(claim.get_absolute_url()))
    assert "· 4–5 h against about 2 h, no conflict" in page
    assert '<span class="fig fig-ok">roughly two hours</span>' in page
    assert "sign-conflict" not in page


def test_a_settled_figure_is_no_longer_a_sign(client, claim, alice):
    create_link(claim, told(SHORT, story=claim.story))
    assert "4–5 h against about 2 h" in html(client.get(reverse("claims:queue")))
    row = Discrepancy.objects.for_page().get()
    how = {"resolution": Resolution.DIFFERENT_THINGS, "reason": "Two shifts."}
    discrepancies.settle(row, **how, by=alice)
    assert "4–5 h against about 2 h" not in html(client.get(reverse("claims:queue")))


def test_the_note_beside_the_text_has_the_sign(client, claim):
    create_link(claim, told(SHORT, story=claim.story))
    page = html(client.get(claim.article.get_absolute_url()))
    assert "4–5 h against about 2 h" in page


@pytest.mark.parametrize("kind", ["linked", "suggested"])
@pytest.mark.parametrize("name", ["review", "others"])
def test_as_many_queries_for_one_as_for_many(client, claim, name, kind):
    def tell(number: int) -> None:
        other = told(f"{SHORT}, the foreman said {number}", story=claim.story)
        if kind == "linked":
            create_link(claim, other)

    counts = []
    tell(0)
    client.get(url(name, claim))
    for numbers in (range(1, 2), range(2, 7)):
        for number in numbers:
            tell(number)
        with CaptureQueriesContext(connection) as asked:
            client.get(url(name, claim))
        counts.append(len(asked))
    assert counts[0] == counts[1]
