"""“Not mentioned”: where it may be said, what it goes along with, what withdraws it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_user
from articles.models import Article, Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import links, mentions, sentences, silences
from claims.errors import NotSilent
from claims.models import Claim, Link, Silence
from claims.tests.factories import create_link
from claims.tests.test_board import HTMX, LIFEBOAT, LIKELY, cell_url, heard, hint, html, key, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def story() -> Story:
    return create_story()


@pytest.fixture
def claim(story) -> Claim:
    return say(story, LIFEBOAT)


@pytest.fixture
def silent(claim) -> Article:
    """An article that has nothing like the claim."""
    return create_article(story=claim.story, text="A concert took place in the town hall.")


def says(client, claim: Claim, article: Article) -> str:
    return heard(client.get(claim.story.get_absolute_url()), key(claim, article.outlet))


def told(claim: Claim) -> list[str]:
    events = claim.events.for_history()
    return [line.words for line in sentences.lines(claim, events, reader=create_reporter())]


def test_a_person_says_that_it_is_not_mentioned(client, alice, claim, silent):
    url = cell_url(claim, silent.outlet, "silence")
    response = client.post(url, headers=HTMX)
    assert heard(response, key(claim, silent.outlet)).endswith("not mentioned")
    assert f"Not mentioned by {silent.outlet}" in html(response)
    assert told(claim)[0] == f"said that {silent.outlet} does not mention it."
    opened = client.get(cell_url(claim, silent.outlet), headers=HTMX)
    assert "<b>Alice Arden</b> looked at" in html(opened)
    client.post(url)
    assert Silence.objects.count() == 1


def test_it_is_taken_back(client, alice, claim, silent):
    silences.confirm(claim, silent.outlet, by=alice)
    url = cell_url(claim, silent.outlet, "undo_silence")
    response = client.post(url, headers=HTMX)
    assert heard(response, key(claim, silent.outlet)).endswith("not found")
    assert told(claim)[0] == f"took back that {silent.outlet} does not mention it."
    again = client.post(url, headers=HTMX)
    assert (again.status_code, Silence.objects.count()) == (409, 0)
    assert "This was taken back already." in html(again)


def test_where_it_is_said_or_may_be_said_nobody_can_say_otherwise(client, alice, story, claim):
    other = say(story, LIFEBOAT, at=9)
    create_link(claim, other)
    mention = hint(story, claim)
    refusals = {
        other.outlet: "has a claim on this",
        mention.outlet: "may say this",
        create_outlet(): "has no article in this story",
    }
    for outlet, reason in refusals.items():
        with pytest.raises(NotSilent, match=reason):
            silences.confirm(claim, outlet, by=alice)
    answer = client.post(cell_url(claim, mention.outlet, "silence"), headers=HTMX)
    assert (answer.status_code, Silence.objects.count()) == (409, 0)


def test_it_goes_along_into_a_point_and_out_of_it(client, alice, story, claim, silent):
    silences.confirm(claim, silent.outlet, by=alice)
    other = say(story, LIFEBOAT, at=9)
    create_link(claim, other)
    assert says(client, claim, silent).endswith("not mentioned")
    links.unlink(Link.objects.select_related("a", "b").get(), by=alice)
    assert says(client, claim, silent).endswith("not mentioned")
    assert says(client, other, silent).endswith("not found")


def test_said_of_a_point_it_stays_with_each_claim_when_they_part(alice, story, claim, silent):
    other = say(story, LIFEBOAT, at=9)
    create_link(claim, other)
    claim.refresh_from_db()
    silences.confirm(claim, silent.outlet, by=alice)
    assert {one.claim for one in Silence.objects.all()} == {claim, other}


def test_a_new_text_of_the_outlet_withdraws_it(client, alice, story, claim, silent):
    silences.confirm(claim, silent.outlet, by=alice)
    create_article(story=story, text="Rain is expected.")
    assert says(client, claim, silent).endswith("not mentioned")
    create_article(story=story, outlet=silent.outlet, text="Snow is expected.")
    assert says(client, claim, silent).endswith("not found")
    why = f"withdrew “not mentioned” for {silent.outlet}: a new text came in."
    assert told(claim)[0] == why


def test_a_sentence_that_turns_up_withdraws_it(client, alice, story, claim):
    article = create_article(story=story, text=f"{LIKELY}. Rain follows.")
    assert says(client, claim, article).endswith("not found")
    silences.confirm(claim, article.outlet, by=alice)
    mentions.refresh_story(story)
    assert says(client, claim, article).endswith("probably here")
    assert told(claim)[0].endswith(": a sentence may say it after all.")


def test_it_is_said_once_for_a_claim_and_an_outlet(alice, claim, silent):
    silences.confirm(claim, silent.outlet, by=alice)
    twice = Silence(claim=claim, outlet=silent.outlet, at=timezone.now(), by=alice)
    with pytest.raises(IntegrityError, match="silence_once_an_outlet"), transaction.atomic():
        twice.save()


def test_saying_it_changes_no_claim_under_review(alice, claim, silent):
    silences.confirm(claim, silent.outlet, by=alice)
    assert Claim.objects.get(pk=claim.pk).version == claim.version


def test_only_members_say_it_and_only_by_a_form(client, claim, silent):
    urls = [cell_url(claim, silent.outlet, act) for act in ("silence", "undo_silence")]
    assert all(client.post(url)["Location"].startswith("/login/") for url in urls)
    client.force_login(create_user())
    assert {client.post(url).status_code for url in urls} == {403}
    client.force_login(create_reporter())
    assert {client.get(url).status_code for url in urls} == {405}
    nowhere = reverse("claims:silence", args=[claim.pk, 999_999])
    assert client.post(nowhere).status_code == 404
    back = client.post(urls[0], headers={"Referer": "http://testserver/stories/x/?sort=time"})
    assert back["Location"].endswith("/stories/x/?sort=time")
