"""What a row of the queue shows, whatever texts and people are called."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles.tests.factories import create_article, create_outlet, create_story
from claims import assignments, house_names, review, verdicts
from claims.assignments import Assignment
from claims.models import Claim
from claims.states import VerdictStatus
from claims.tests.factories import create_claim, create_discrepancy, create_link

pytestmark = pytest.mark.django_db
URL = reverse("claims:queue")
EVIL = """<evil a='1' b="2">&"""


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


def row_of(claim: Claim, html: str) -> str:
    return html.split(f'id="claim-{claim.pk}"')[1].split('<li class="queue-row')[0]


def create_evil_claim() -> Claim:
    outlet, story = create_outlet(name=f"{EVIL} Post"), create_story()
    quote = f"Harbour {EVIL} men counted"
    article = create_article(outlet=outlet, story=story, text=f"{quote} 241 people on board.")
    claim = create_claim(
        quote=quote, article=article, statement=f"{EVIL} stated", attribution=f"{EVIL} said"
    )
    link = create_link(claim, create_claim(article=create_article(story=story)))
    create_discrepancy(link, value_a=f"{EVIL} 241", start_a=0, end_a=3)
    return Claim.objects.get(pk=claim.pk)


def test_words_of_texts_and_people_are_words_in_a_row_that_waits(client, alice):
    claim = create_evil_claim()
    holder = create_reviewer(first_name=f"{EVIL} Bob", last_name="Byrne")
    due = timezone.now() - timedelta(hours=1)
    assignments.assign(claim, to=Assignment(person=holder, due_at=due), by=alice)
    review.take(claim, by=holder)
    html = client.get(URL, {"q": f"-word:{EVIL}"}).content.decode()
    row = row_of(claim, html)
    assert "<evil" not in html
    for words in ("Post", "men counted", "stated", "said", "Bob Byrne"):
        assert f"{escape(EVIL)} {words}" in row


def test_words_of_texts_and_people_are_words_in_a_row_that_was_decided(client, alice):
    claim, judge = create_evil_claim(), create_reviewer(first_name=f"{EVIL} Carol")
    reason = house_names.add_reason("disputed", f"{EVIL} wrong", by=create_desk_admin())
    verdicts.decide(
        claim,
        status=VerdictStatus.DISPUTED,
        sub_reason=reason.pk,
        rationale="The harbour log names another figure.",
        seen_version=claim.version,
        by=judge,
    )
    html = client.get(URL, {"view": "decided"}).content.decode()
    assert "<evil" not in html
    for words in ("wrong", "Carol"):
        assert f"{escape(EVIL)} {words}" in row_of(claim, html)
