"""“Not a match” with a reason, and how long it is remembered."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter
from articles.models import Sentence
from articles.tests.factories import create_article, create_story
from claims import candidates, highlights, links, matches, sentences
from claims.models import Claim, Dismissal, Link
from claims.states import LinkState, Mismatch
from claims.tests.browser import Reader
from claims.tests.factories import create_claim
from claims.tests.linking import HTMX, html, undo_url, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(db) -> Claim:
    return create_claim(article=create_article(story=create_story()))


@pytest.fixture
def other(claim) -> Claim:
    return create_claim(article=create_article(story=claim.story))


@pytest.fixture
def sentence(claim) -> Sentence:
    return create_article(story=claim.story).revisions.get().sentences.get(position=1)


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", zone="Europe/Berlin")
    client.force_login(alice)
    return alice


def turn_down(client, claim: Claim, mismatch: str, **place):
    data = {"kind": "none", "mismatch": mismatch, **{name: row.pk for name, row in place.items()}}
    return client.post(url("link", claim), data, headers=HTMX)


def told(claim: Claim) -> str:
    events = claim.events.for_history()[:1]
    return sentences.lines(claim, events, reader=create_reporter())[0].words


@pytest.mark.parametrize("mismatch", ["", *Mismatch.values])
def test_the_reason_is_stored_told_and_shown(client, alice, claim, other, mismatch):
    assert turn_down(client, claim, mismatch, other=other).status_code == 200
    assert Link.objects.get().mismatch == mismatch
    why = f", {Mismatch(mismatch).label}" if mismatch else ""
    assert told(claim) == f"said that {other.outlet} is not a match{why}."
    assert f"“{other.quote}”{why}</span>" in html(client.get(url("others", claim)))


def test_a_sentence_is_turned_down_with_a_reason_too(client, alice, claim, sentence):
    turn_down(client, claim, Mismatch.TOPIC, sentence=sentence)
    assert Dismissal.objects.get().mismatch == Mismatch.TOPIC
    assert "is not a match, the same topic only: “There were" in told(claim)
    assert ", the same topic only</span>" in html(client.get(url("others", claim)))


def test_a_reason_that_is_none_of_ours_turns_nothing_down(client, alice, claim, other):
    assert turn_down(client, claim, "dull", other=other).status_code == 422
    assert Link.objects.get().state == LinkState.SUGGESTED


def test_undo_takes_the_reason_back(client, alice, claim, other):
    response = turn_down(client, claim, Mismatch.SUBJECT, other=other)
    client.post(undo_url(response), headers=HTMX)
    assert Link.objects.values_list("state", "mismatch").get() == (LinkState.SUGGESTED, "")


@pytest.mark.parametrize("mover", ["claim", "other"])
def test_other_words_on_either_side_let_the_pair_be_suggested_again(claim, other, mover):
    links.reject(claim, other, by=create_reporter(), mismatch=Mismatch.TOPIC)
    moved = claim if mover == "claim" else other
    highlights.move(moved, start=moved.start, end=moved.end - len(" on board"), by=moved.marked_by)
    link = Link.objects.get()
    assert (link.state, link.mismatch, link.decided_by) == (LinkState.SUGGESTED, "", None)
    assert link.score > candidates.SUGGEST_FROM
    again = claim.events.filter(kind="restored").get()
    assert (again.by, again.reason) == (None, "one of the two has other words")


def test_a_claim_with_other_words_meets_dismissed_sentences_again(claim, sentence):
    matches.dismiss(claim, sentence, by=create_reporter(), mismatch=Mismatch.TOPIC)
    highlights.move(claim, start=claim.start, end=claim.end - len(" on board"), by=claim.marked_by)
    assert not Dismissal.objects.exists()
    assert sentence in [one.sentence for one in candidates.for_claim(claim)]


def broken(rows, **columns: object) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        rows.update(**columns)
    return str(error.value)


def test_the_database_knows_the_reasons_and_when_there_is_one(claim, other, sentence):
    assert "link_mismatch_only_rejected" in broken(Link.objects, mismatch=Mismatch.TOPIC)
    links.reject(claim, other, by=create_reporter())
    matches.dismiss(claim, sentence, by=create_reporter())
    assert "link_mismatch_known" in broken(Link.objects, mismatch="dull")
    assert "dismissal_mismatch_known" in broken(Dismissal.objects, mismatch="dull")


@pytest.fixture
def reader(page, live_server, client, alice):
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("key", "stored"), [("2", Mismatch.OCCASION), ("Enter", "")])
def test_x_and_one_more_key_turn_a_suggestion_down(reader, claim, other, key, stored):
    reader.page.goto(f"{reader.url}/claims/{claim.pk}/others/")
    reader.press("j", "2", "x")
    reader.expect_focus(f"unsaid-claim-{other.pk}")
    assert reader.violations == []
    reader.press(key)
    reader.expect_focus("others-head")
    assert Link.objects.values_list("state", "mismatch").get() == (LinkState.REJECTED, stored)


@pytest.mark.django_db(transaction=True)
def test_escape_closes_the_reasons_and_stays_there(reader, claim, other):
    reader.page.goto(f"{reader.url}/claims/{claim.pk}/others/")
    reader.press("j", "x")
    reader.expect_focus(f"unsaid-claim-{other.pk}")
    reader.press("Escape")
    reader.expect_focus(f"none-claim-{other.pk}")
    expect(reader.page.get_by_role("button", name="No reason")).to_be_hidden()
    assert Link.objects.get().state == LinkState.SUGGESTED


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_the_reasons_open_and_send(reader, claim, other):
    reader.page.goto(f"{reader.url}/claims/{claim.pk}/others/")
    reader.page.locator(f"#none-claim-{other.pk}").click()
    reader.page.get_by_role("button", name="The same topic only").click()
    expect(reader.page.locator("#toasts")).to_contain_text("Not a match")
    assert Link.objects.get().mismatch == Mismatch.TOPIC
