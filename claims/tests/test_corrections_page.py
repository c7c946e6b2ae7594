"""The pages of sources that changed: what waits, side by side, settled by reviewers."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.counting import queries_of
from articles.tests.factories import create_article
from claims import corrections
from claims.models import Claim, Relocation
from claims.states import VerdictStatus
from claims.tests.correcting import (
    AFTER,
    BEFORE,
    CHANGED,
    SAID,
    TEXT,
    change_source,
    create_said,
    revise,
    said,
)
from claims.tests.factories import create_claim, create_link, create_pair, create_verdict
from claims.tests.linking import HTMX, html, undo_url
from claims.tests.test_relocations import standing

pytestmark = pytest.mark.django_db
ACTS = ["settle_correction", "undo_correction", "choose"]


@pytest.fixture
def alice(client) -> User:
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


def url(name: str, row: Relocation) -> str:
    return reverse(f"claims:{name}", args=[row.pk])


def settle(client, row: Relocation, outcome: str = "accept", **sent: object):
    headers = sent.pop("headers", {})
    return client.post(url("settle_correction", row), {"outcome": outcome, **sent}, headers=headers)


def test_old_and_new_stand_side_by_side_with_changed_words_marked(client, alice):
    one, other = create_pair()
    create_verdict(one, by=alice)
    change_source(one, one.revision.text.replace("241", "214"))
    page = html(client.get(reverse("claims:corrections")))
    assert '<span class="vh" lang="en">old: </span>241</del>' in page
    assert '<span class="vh" lang="en">new: </span>214</ins>' in page
    assert "Value changed" in page
    assert "Disputed by" in page
    assert f'<th scope="row">{other.outlet}</th>' in page


def test_where_nothing_waits_the_page_says_what_moved_by_itself(client, alice):
    claim = create_said()
    revise(claim.article, said(BEFORE, SAID, AFTER, "More."))
    page = html(client.get(reverse("claims:corrections")))
    assert "No source has changed under a claim." in page
    assert "1 moved by itself" in page
    assert SAID in html(client.get(reverse("claims:followed")))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_accepting_shows_the_next_case_and_an_undo(client, alice, headers):
    rows = [change_source(create_said()) for _ in range(2)]
    answer = settle(client, rows[1], headers=headers)
    answer = answer if headers else client.get(answer.headers["Location"])
    assert standing(rows[1].claim) == (2, CHANGED)
    assert answer.context["case"].relocation == rows[0]
    client.post(undo_url(answer))
    assert standing(rows[1].claim) == (1, SAID)


def test_keeping_with_a_note_stays_in_the_history(client, alice):
    row = change_source(create_said())
    settle(client, row, "keep", note="Said so then.")
    assert standing(row.claim) == (1, SAID)
    assert "Said so then." in html(client.get(reverse("claims:history", args=[row.claim_id])))
    assert "Old reading kept" in html(client.get(url("correction", row)))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_case_that_another_settled_is_shown_as_it_is(client, alice, headers):
    row = change_source(create_said())
    bob = create_reviewer(name="bob")
    corrections.keep(row, by=bob)
    answer = settle(client, row, headers=headers)
    assert answer.status_code == 409
    assert f"{bob} settled this at" in html(answer)
    assert standing(row.claim) == (1, SAID)


def test_an_answer_that_says_nothing_comes_back(client, alice):
    row = change_source(create_said())
    assert settle(client, row, "perhaps").status_code == 422
    assert Relocation.objects.get().is_open


def test_the_new_words_are_there_to_choose_from_sentence_by_sentence(client, alice):
    row = change_source(create_said(), said(BEFORE, AFTER))
    assert "Place it here" in html(client.get(url("choose", row)))
    sent = {"revision": row.to_revision_id, "sentence": 1}
    answer = client.post(url("choose", row), sent, follow=True)
    assert standing(row.claim) == (2, AFTER)
    assert "Placed the claim at" in html(answer)


def test_a_selection_is_a_place_too(client, alice):
    row = change_source(create_said(), said(BEFORE, AFTER))
    sent = {"revision": row.to_revision_id, "paragraph": 0, "start": 4, "end": 9}
    answer = client.post(url("choose", row), sent, headers=HTMX)
    assert answer.headers["HX-Redirect"] == reverse("claims:corrections")
    assert standing(row.claim) == (2, "ferry")


def test_of_several_places_each_can_be_used(client, alice):
    row = change_source(create_said(), said(TEXT, TEXT))
    page = client.get(url("correction", row))
    places = page.context["case"].places
    assert html(page).count(">Use this place<") == len(places) == 2
    client.post(url("choose", row), {"start": places[1].start, "end": places[1].end})
    claim = Claim.objects.get(pk=row.claim_id)
    assert (claim.start, claim.revision) == (places[1].start, row.to_revision)


@pytest.mark.parametrize(
    "sent", [{}, {"sentence": 99}, {"sentence": 0, "revision": 1}, {"start": 5, "end": 3}]
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_is_no_place_is_refused_with_why(client, alice, sent, headers):
    row = change_source(create_said())
    sent = {"revision": row.to_revision_id} | sent
    assert client.post(url("choose", row), sent, headers=headers).status_code == 409
    assert standing(row.claim) == (1, SAID)


def test_a_settled_case_offers_no_choice(client, alice):
    row = change_source(create_said())
    corrections.keep(row, by=alice)
    assert client.get(url("choose", row)).headers["Location"] == url("correction", row)


def test_each_page_shows_that_the_source_changed_in_the_place_of_the_status(client, alice):
    one, other = create_pair()
    create_verdict(one, by=alice)
    change_source(one, one.revision.text.replace("241", "214"))
    pages = [
        reverse("claims:queue"),
        one.get_absolute_url(),
        one.article.get_absolute_url(),
        one.story.get_absolute_url(),
        reverse("claims:cluster", args=[other.cluster_id]),
    ]
    assert all("Source changed" in html(client.get(page)) for page in pages[:3] + pages[4:])
    assert ", source changed<" in html(client.get(pages[3]))
    review = html(client.get(one.get_absolute_url()))
    assert "Under re-review" in review
    assert "Given on “There were 241 people on board” in revision 1, which came" in review
    assert 'id="verdict-form"' not in review


def test_the_home_page_and_the_frame_count_them(client, alice):
    change_source(create_said())
    page = html(client.get(reverse("factdesk:home")))
    assert "1 claim</span> stands on words that are no longer the same." in page
    assert 'id="nav-changed">1<span class="vh"> waiting' in page


def test_reporters_read_and_reviewers_settle(client):
    row = change_source(create_said())
    client.force_login(create_reporter())
    page = html(client.get(url("correction", row)))
    assert "A reviewer settles this." in page
    assert "Accept the new place <kbd>" not in page
    assert [client.post(url(act, row)).status_code for act in ACTS] == [403] * 3


def test_strangers_see_nothing_and_anonymous_people_sign_in(client):
    row = change_source(create_said())
    pages = [url("correction", row), reverse("claims:corrections"), reverse("claims:followed")]
    assert all(client.get(p).headers["Location"].startswith("/login/") for p in pages)
    client.force_login(create_user(name="charlie"))
    assert {client.get(page).status_code for page in pages} == {403}


def test_other_methods_are_refused(client, alice):
    row = change_source(create_said())
    assert client.get(url("settle_correction", row)).status_code == 405
    assert client.get(url("undo_correction", row)).status_code == 405
    assert client.put(url("choose", row)).status_code == 405
    assert client.post(reverse("claims:corrections")).status_code == 405


def test_a_list_of_many_asks_as_often_as_one_of_few(client, alice):
    change_source(create_said())
    pages = [reverse("claims:corrections"), reverse("claims:followed")]
    few = [queries_of(client, page) for page in pages]
    for _ in range(4):
        change_source(create_said())
    assert [queries_of(client, page) for page in pages] == few


def test_many_verified_claims_told_cost_as_many_queries_as_one(client, alice):
    costs = []
    for count in (1, 3):
        claim = create_said()
        for _ in range(count):
            other = create_claim(article=create_article(story=claim.story))
            create_link(claim, other)
            create_verdict(other, by=alice, status=VerdictStatus.VERIFIED)
        costs.append(queries_of(client, url("correction", change_source(claim))))
    assert costs[0] == costs[1]


def test_a_case_says_that_its_verdict_has_a_single_origin(client, alice):
    claim = create_said()
    create_verdict(claim, by=alice, status=VerdictStatus.VERIFIED)
    row = change_source(claim)
    assert f"Verified, single origin by {alice}" in html(client.get(url("correction", row)))
