"""A second pair of eyes in the browser: what is told, refused and shown, and the way back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.tests.counting import queries_of
from articles.tests.factories import create_article, create_story
from claims.models import Claim, Opinion, Verdict
from claims.states import VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_opinion,
    create_strict_claim,
    create_strict_story,
    create_verdict,
)

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
TAB = reverse("claims:queue") + "?q=has%3Adisagreement"
TYPED = {"rationale": "The log says 214.", "status": "disputed"}


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def address(name: str, pk: int | str) -> str:
    return reverse(f"claims:{name}", args=[pk])


def page(client, claim: Claim) -> str:
    return client.get(claim.get_absolute_url()).content.decode()


def decide(client, claim: Claim, *, htmx: bool = True, **typed: object):
    data = {"version": Claim.objects.get(pk=claim.pk).version, **TYPED, **typed}
    headers = HTMX if htmx else {}
    return client.post(address("decide", claim.pk), data, headers=headers, follow=not htmx)


def test_who_may_not_decide_is_told_before_they_type(client, alice):
    html = page(client, create_strict_claim(by=alice))
    assert "You marked this claim. In this story somebody else decides it." in html
    assert 'id="verdict-form"' not in html
    assert 'id="review-next"' in html


def test_and_is_refused_when_they_send_it_all_the_same(client, alice):
    claim = create_strict_claim(by=alice)
    response = decide(client, claim)
    assert response.status_code == 409
    assert "<h2>You marked this claim." in response.content.decode()
    assert not Opinion.objects.exists()


@pytest.mark.parametrize("htmx", [True, False])
def test_the_first_of_two_is_told_and_the_next_claim_comes(client, alice, htmx):
    claim, following = create_strict_claim(), create_claim()
    html = decide(client, claim, htmx=htmx).content.decode()
    opinion = Opinion.objects.get()
    assert f"Your opinion on “{claim.quote}” is kept. It needs a second pair of eyes." in html
    assert f'action="{address("undo_opinion", opinion.pk)}" data-undo' in html
    assert f'id="claim-{following.pk}"' in html


def test_its_author_sees_it_and_can_take_it_back(client, alice):
    claim = create_strict_claim()
    opinion = create_opinion(claim, by=alice, rationale="Two counts of one night.")
    html = page(client, claim)
    assert "You gave your opinion. Now it needs a second pair of eyes." in html
    assert "Two counts of one night." in html
    html = client.post(address("undo_opinion", opinion.pk), follow=True).content.decode()
    assert "is taken back." in html
    assert "Two counts of one night.</textarea>" in html
    assert Claim.objects.get(pk=claim.pk).holder == alice


def test_the_second_person_sees_the_first_opinion_and_what_theirs_comes_to(client, alice, bob):
    claim = create_strict_claim()
    create_opinion(claim, by=bob, rationale="Two counts of one night.")
    html = page(client, claim)
    assert "Needs a second pair of eyes" in html
    assert "Two counts of one night." in html
    assert "Bob Byrne gave the first opinion, “disputed”. If you say the same" in html
    assert "Disputed “" in decide(client, claim).content.decode()
    html = page(client, claim)
    assert "Bob Byrne and you" in html
    assert "agreed with Bob Byrne and disputed it: “The log says 214.”" in html


def test_two_that_differ_stand_side_by_side_for_a_desk_admin(client, alice, bob):
    claim = create_strict_claim()
    create_opinion(claim, by=bob)
    html = decide(client, claim, status="unresolved").content.decode()
    assert "You and Bob Byrne differ on “" in html
    client.force_login(create_desk_admin(name="boss"))
    html = page(client, claim)
    assert "Two opinions differ" in html
    assert html.count('id="opinion-') == 4  # each, and its heading
    assert "Your verdict settles it, and is shown to both." in html
    decide(client, claim)
    assert Verdict.objects.get().status == "disputed"


def test_the_queue_says_what_needs_other_eyes_and_desk_admins_have_a_tab(client, alice, bob):
    waits, differs = create_strict_claim(), create_strict_claim()
    create_opinion(waits, by=bob)
    create_opinion(differs, by=bob)
    create_opinion(differs, by=alice, status=VerdictStatus.UNRESOLVED)
    html = client.get(reverse("claims:queue")).content.decode()
    assert html.count('sign-eyes">Needs a second pair of eyes') == 1
    assert html.count('sign-eyes">Two opinions differ') == 1
    assert "queue-disagreement" not in html
    client.force_login(create_desk_admin())
    html = client.get(TAB).content.decode()
    assert 'id="queue-disagreement" aria-current="page"' in html
    assert "<strong>1 claim</strong> waits" in html
    assert f'id="open-{differs.pk}"' in html
    assert f'id="open-{waits.pk}"' not in html


def test_the_query_finds_both(client, alice, bob):
    waits = create_strict_claim()
    create_claim()
    create_opinion(waits, by=bob)
    html = client.get(reverse("claims:queue") + "?q=has:opinion").content.decode()
    assert "<strong>1 claim</strong> waits" in html
    html = client.get(TAB).content.decode()
    assert "<strong>No two opinions differ.</strong>" in html


def test_review_next_goes_on_in_the_tab_of_disagreements(client, alice, bob):
    create_claim()
    differs = create_strict_claim()
    create_opinion(differs, by=bob)
    create_opinion(differs, by=alice, status=VerdictStatus.UNRESOLVED)
    client.force_login(create_desk_admin())
    query = "?q=has%3Adisagreement"
    response = client.post(reverse("claims:review_next") + query, headers=HTMX)
    assert response["HX-Push-Url"] == differs.get_absolute_url() + query


def test_the_queue_costs_the_same_for_many_opinions(client, alice):
    create_opinion(create_strict_claim(), by=create_reviewer())
    first = queries_of(client, reverse("claims:queue"))
    for _ in range(4):
        create_opinion(create_strict_claim(), by=create_reviewer())
    assert queries_of(client, reverse("claims:queue")) == first


def test_reversing_asks_for_its_reason_at_the_field(client, alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob, status=VerdictStatus.VERIFIED)
    assert "Why you reverse the verdict of Bob Byrne" in page(client, claim)
    response = decide(client, claim)
    assert response.status_code == 422
    html = response.content.decode()
    assert "You reverse the verdict of Bob Byrne. Say why." in html
    assert 'aria-describedby="reason-hint reason-error" aria-invalid="true" data-focus' in html
    decide(client, claim, reason="The list was of another ship.")
    assert "It reverses the verdict before: “The list was of another ship.”" in page(client, claim)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_desk_admin_says_why_at_the_verdict_they_undo(client, bob, htmx):
    client.force_login(create_desk_admin())
    claim = create_claim()
    url = address("undo_verdict", create_verdict(claim, by=bob).pk)
    headers = HTMX if htmx else {}
    response = client.post(url, headers=headers)
    assert response.status_code == 422
    assert 'aria-invalid="true" data-focus' in response.content.decode()
    client.post(url, {"reason": "Another ship."}, headers=headers)
    assert "took back that it is disputed: “Another ship.”" in page(client, claim)


def test_the_switch_is_on_the_storys_edit_page_for_desk_admins(client, alice):
    story = create_story()
    html = client.get(address("edit_story", story.slug)).content.decode()
    assert "Any reviewer decides any claim." in html
    assert address("story_rules", story.slug) not in html
    client.force_login(create_desk_admin(first_name="Asha", last_name="Verne"))
    url = address("story_rules", story.slug)
    html = client.post(url, {"needs_second_eyes": "on"}, follow=True).content.decode()
    assert "asked for a second pair of eyes." in html
    assert 'id="rules-needs_second_eyes"' in html
    story.refresh_from_db()
    assert story.needs_second_eyes
    client.post(url, {"needs_second_eyes": ""})
    story.refresh_from_db()
    assert not story.needs_second_eyes


def test_who_may_do_what(client, bob):
    opinion = create_opinion(create_strict_claim(), by=bob)
    urls = [address("undo_opinion", opinion.pk)]
    urls.append(address("story_rules", opinion.claim.story.slug))
    for url in urls:
        assert client.post(url)["Location"].startswith(reverse("accounts:login"))
    for person in (create_user(name="charlie"), create_reporter()):
        client.force_login(person)
        assert [client.post(url).status_code for url in urls] == [403, 403]
    client.force_login(create_reviewer())
    assert [client.post(url).status_code for url in urls] == [409, 403]
    client.force_login(create_desk_admin())
    assert [client.get(url).status_code for url in urls] == [405, 405]
    gone = [address("undo_opinion", 10**6), address("story_rules", "nowhere")]
    assert [client.post(url).status_code for url in gone] == [404, 404]


def test_a_reporter_reads_the_opinion_and_is_not_told_what_to_type(client, bob):
    claim = create_claim(article=create_article(story=create_strict_story()))
    create_opinion(claim, by=bob)
    client.force_login(create_reporter())
    html = page(client, claim)
    assert "A reviewer decides this claim." in html
    assert "Needs a second pair of eyes" in html
