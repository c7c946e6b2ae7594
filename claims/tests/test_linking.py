"""Linking, unlinking and undo from the panel, with htmx and without."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.models import Sentence
from articles.tests.factories import create_article, create_story
from claims import highlights, links
from claims.models import Claim, Dismissal, Link
from claims.states import LinkKind, LinkState
from claims.tests.factories import create_claim, create_link
from claims.tests.linking import HTMX, choose, html, undo_of, undo_url, url

pytestmark = pytest.mark.django_db
ACTS = ["link", "unlink", "undo_link", "undo_dismissal"]


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def claim() -> Claim:
    return create_claim(article=create_article(story=create_story()))


@pytest.fixture
def other(claim) -> Claim:
    return create_claim(article=create_article(story=claim.story))


@pytest.fixture
def sentence(claim) -> Sentence:
    return create_article(story=claim.story).revisions.get().sentences.get(position=1)


@pytest.mark.parametrize("kind", list(LinkKind))
def test_a_choice_turns_the_suggestion_into_a_linked_row(client, alice, claim, other, kind):
    response = choose(client, claim, kind, other=other)
    link = Link.objects.get()
    assert (link.state, link.kind, link.decided_by) == (LinkState.CONFIRMED, kind, alice)
    assert f'<li class="settled" id="link-{link.pk}" data-settled' in html(response)
    assert reverse("claims:unlink", args=[link.pk]) in html(response)
    assert "claim-changed" in response["HX-Trigger"]
    assert 'hx-swap-oob="beforeend"' in html(response)


def test_a_sentence_is_marked_and_linked_in_one_step_and_undone_in_one(
    client, alice, claim, sentence
):
    response = choose(client, claim, "same", sentence=sentence)
    marked = Claim.objects.latest("pk")
    assert (marked.quote, marked.marked_by) == (sentence.words, alice)
    response = client.post(undo_url(response), follow=True)
    assert "is a suggestion again" in html(response)
    marked.refresh_from_db()
    assert marked.is_removed
    assert Link.objects.get().state == LinkState.SUGGESTED


def test_not_a_match_leaves_one_line_with_undo(client, alice, claim, other):
    response = choose(client, claim, "none", other=other)
    assert "Not a match: “There were 241" in html(response)
    assert Link.objects.get().state == LinkState.REJECTED
    response = client.post(undo_url(response), headers=HTMX)
    assert Link.objects.get().state == LinkState.SUGGESTED
    assert f'id="other-claim-{other.pk}"' in html(response)
    assert 'id="others-head" tabindex="-1" data-focus' in html(response)


def test_a_sentence_is_no_match_until_that_is_undone(client, alice, claim, sentence):
    response = choose(client, claim, "none", sentence=sentence)
    assert Dismissal.objects.get().by == alice
    undo = undo_url(response)
    assert undo == undo_of(claim, sentence)
    response = client.post(undo, headers=HTMX)
    assert f'id="other-sentence-{sentence.pk}"' in html(response)
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_undoing_twice_says_so(client, alice, claim, other, sentence, headers):
    undos = [
        undo_url(choose(client, claim, "none", **{name: row}))
        for name, row in (("sentence", sentence), ("other", other))
    ]
    for undo, words in zip(undos, ("undone already", "changed since"), strict=True):
        client.post(undo, headers=headers)
        client.get(url("others", claim))
        response = client.post(undo, headers=headers, follow=True)
        assert response.status_code == (409 if headers else 200)
        assert words in html(response)


def test_the_undo_of_an_unlink_leads_to_the_claim_it_was_pressed_at(client, alice, claim, other):
    link = create_link(claim, other)
    response = client.post(url("unlink", claim), {"from": other.pk}, headers=HTMX)
    assert link.state == LinkState.CONFIRMED
    assert Link.objects.get().state == LinkState.REJECTED
    assert f"Unlinked “{claim.quote}”" in html(response)
    response = client.post(undo_url(response))
    assert response["Location"] == url("others", other)
    assert Link.objects.get().state == LinkState.CONFIRMED


def test_unlinking_what_is_no_longer_linked_is_a_conflict(client, alice, claim, other):
    links.unlink(create_link(claim, other), by=alice)
    response = client.post(url("unlink", claim), {"from": claim.pk}, headers=HTMX)
    assert response.status_code == 409
    assert "no longer linked" in html(response)
    assert 'id="others-head" tabindex="-1" data-focus' in html(response)


def test_a_removed_claim_is_not_linked(client, alice, claim, other):
    highlights.remove(other, by=other.marked_by)
    response = choose(client, claim, "same", other=other)
    assert response.status_code == 409
    assert "removed meanwhile" in html(response)
    assert not Link.objects.confirmed().exists()


def test_linking_what_a_colleague_linked_meanwhile_has_nothing_to_undo(client, alice, claim, other):
    create_link(claim, other, by=create_reviewer())
    response = choose(client, claim, "same", other=other)
    assert response.status_code == 200
    assert "data-undo" not in html(response)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "same"},
        {"kind": "same", "other": "999999"},
        {"kind": "same", "other": "nonsense"},
        {"kind": "same", "sentence": "999999"},
        {"kind": "friends", "other": "OTHER"},
        {"kind": "same", "other": "OTHER", "sentence": "SENTENCE"},
    ],
)
def test_bad_input_links_nothing(client, alice, claim, other, sentence, data):
    rows = {"OTHER": other.pk, "SENTENCE": sentence.pk}
    data = {name: rows.get(value, value) for name, value in data.items()}
    response = client.post(url("link", claim), data, headers=HTMX)
    assert response.status_code == 422
    assert "no longer there" in html(response)
    assert Link.objects.get().state == LinkState.SUGGESTED


@pytest.mark.parametrize("token", ["nonsense", "e30:1abcde:signature", "…"])
def test_a_token_that_is_not_ours_is_refused_with_a_sentence(client, alice, token):
    address = reverse("claims:undo_link", args=[token])
    response = client.post(address, headers=HTMX)
    assert response.status_code == 409
    assert response["HX-Reswap"] == "none"
    assert "can no longer be undone" in html(response)
    assert client.post(address)["Location"] == reverse("factdesk:home")


@pytest.mark.parametrize("place", ["claims:others", "claims:review"])
def test_without_htmx_every_act_leads_back_to_the_page_it_was_on(
    client, alice, claim, other, place
):
    here = "http://testserver" + reverse(place, args=[claim.pk])
    response = choose(client, claim, "same", headers={"referer": here + "#top"}, other=other)
    assert response["Location"] == here + "#others"
    response = client.post(url("unlink", claim), headers={"referer": here})
    assert response["Location"] == here + "#others"


def test_without_a_page_of_ours_an_act_leads_to_the_claims_panel(client, alice, claim, other):
    foreign = {"referer": "https://elsewhere.example/page"}
    response = choose(client, claim, "same", headers=foreign, other=other)
    assert response["Location"] == url("others", claim) + "#others"
    page = client.get(response["Location"])
    assert "Linked as the same claim" in html(page)
    assert "data-undo" in html(page)


@pytest.mark.parametrize("name", ["others", *ACTS])
def test_strangers_see_nothing_and_anonymous_people_log_in(client, claim, other, name):
    method = client.get if name == "others" else client.post
    assert method(url(name, claim))["Location"].startswith("/login/")
    client.force_login(create_user())
    assert method(url(name, claim)).status_code == 403
    assert not Link.objects.exclude(state=LinkState.SUGGESTED).exists()


@pytest.mark.parametrize("name", ["others", *ACTS])
def test_reading_and_acting_are_not_mixed_up(client, alice, claim, other, name):
    method = client.post if name == "others" else client.get
    assert method(url(name, claim)).status_code == 405


def test_an_act_on_what_is_not_there_is_not_found(client, alice, claim):
    gone = 999_999
    for name, args in (
        ("link", [gone]),
        ("unlink", [gone]),
        ("undo_dismissal", [gone, gone]),
        ("undo_dismissal", [claim.pk, gone]),
    ):
        assert client.post(reverse(f"claims:{name}", args=args)).status_code == 404
