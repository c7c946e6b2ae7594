"""A claim on the reading page: its words, its ends, removing it and putting it back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import highlights
from claims.models import Claim
from claims.places import Step
from claims.tests.factories import create_claim, create_verdict

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
WORDS = {"statement": "241 people were aboard", "attribution": "The passenger list"}
ENDPOINTS = ["note", "edit", "move", "remove", "restore"]


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def post(client, name: str, claim: Claim, data: dict[str, object] | None = None, **headers: str):
    return client.post(reverse(f"claims:{name}", args=[claim.pk]), data or {}, headers=headers)


def seen(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_form_opens_in_the_note(client, alice):
    claim = create_claim(statement="241 were aboard")
    response = client.get(reverse("claims:edit", args=[claim.pk]), headers=HTMX)
    html = seen(response)
    assert html.startswith(f'<li class="note is-unreviewed is-current" id="claim-{claim.pk}"')
    assert "241 were aboard</textarea>" in html


def test_without_htmx_the_form_is_a_page_with_the_paragraph(client, alice):
    claim = create_claim()
    html = seen(client.get(reverse("claims:edit", args=[claim.pk])))
    assert "<h1>Edit claim 1</h1>" in html
    assert "There were 241 people on board" in html
    assert html.count('class="para"') == 1
    assert "Start one word earlier" in html


def test_new_words_are_shown_in_the_note(client, alice):
    claim = create_claim()
    response = post(client, "edit", claim, WORDS, **HTMX)
    claim.refresh_from_db()
    assert (claim.statement, claim.attribution) == tuple(WORDS.values())
    assert "241 people were aboard</a>" in seen(response)
    assert "Saved the words for “There were 241 people on board”." in seen(response)


def test_without_htmx_the_page_comes_back_at_the_claim(client, alice):
    claim = create_claim()
    response = post(client, "edit", claim, WORDS)
    assert response["Location"].endswith(f"?claim={claim.pk}#no-{claim.pk}")


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "page"])
def test_words_that_are_too_long_stay_in_the_form(client, alice, headers):
    claim = create_claim()
    response = post(client, "edit", claim, {**WORDS, "statement": "much " * 101}, **headers)
    claim.refresh_from_db()
    assert (response.status_code, claim.statement) == (422, "")
    assert "much much" in seen(response)
    assert 'aria-invalid="true"' in seen(response)


@pytest.mark.parametrize(("step", "quote"), [
    (Step.END_LATER, "There were 241 people on board, nine"),
    (Step.START_LATER, "were 241 people on board"),
])  # fmt: skip
def test_a_step_moves_an_end_and_keeps_what_was_typed(client, alice, step, quote):
    claim = create_claim()
    response = post(client, "move", claim, {**WORDS, "step": step}, **HTMX)
    claim.refresh_from_db()
    assert claim.quote == quote
    assert claim.statement == ""
    assert "241 people were aboard</textarea>" in seen(response)
    assert response["HX-Retarget"].startswith("#para-")


def test_without_htmx_a_step_comes_back_to_the_form(client, alice):
    claim = create_claim()
    response = post(client, "move", claim, {"step": Step.END_EARLIER})
    assert response["Location"] == reverse("claims:edit", args=[claim.pk])


def test_ends_move_to_a_selection(client, alice):
    claim = create_claim()
    paragraph = claim.revision.text.index("There")
    place = {"revision": claim.revision_id, "paragraph": paragraph, "start": 0, "end": 46}
    response = post(client, "move", claim, place, **HTMX)
    claim.refresh_from_db()
    assert claim.quote == "There were 241 people on board, nine of them crew"
    assert f'id="no-{claim.pk}"' in seen(response).split("data-focus")[0]


@pytest.mark.parametrize(
    "sent",
    [{}, {"step": "sideways"}, {"revision": 1, "paragraph": 0, "start": 5, "end": 2}],
    ids=["nothing", "no step", "backwards"],
)
def test_ends_that_are_none_move_nothing(client, alice, sent):
    claim = create_claim()
    response = post(client, "move", claim, sent, **HTMX)
    claim.refresh_from_db()
    assert (response.status_code, response["HX-Reswap"]) == (409, "none")
    assert claim.quote == "There were 241 people on board"


def test_removing_offers_undo_which_puts_it_back(client, alice):
    claim = create_claim()
    html = seen(post(client, "remove", claim, **HTMX))
    undo = reverse("claims:restore", args=[claim.pk])
    assert f'action="{undo}"' in html
    assert f'id="claim-{claim.pk}"' not in html
    response = client.post(undo)
    claim.refresh_from_db()
    assert not claim.is_removed
    assert response["Location"].endswith(f"#no-{claim.pk}")


def test_the_focus_goes_to_the_paragraph_whose_claim_was_removed(client, alice):
    claim = create_claim()
    html = seen(post(client, "remove", claim, **HTMX))
    assert html.count("data-focus") == 1
    assert "data-focus" in html.split("</p>")[0]


def test_without_htmx_removing_comes_back_to_the_paragraph(client, alice):
    claim = create_claim()
    start = claim.revision.text.index("There")
    response = post(client, "remove", claim)
    assert response["Location"] == f"/articles/{claim.article_id}/#text-{start}"


@pytest.mark.parametrize("name", ["edit", "remove"])
def test_a_reporter_is_told_that_a_decided_claim_is_not_theirs(client, alice, name):
    claim = create_claim()
    create_verdict(claim, by=create_reviewer())
    response = post(client, name, claim, WORDS, **HTMX)
    claim.refresh_from_db()
    assert response.status_code == 409
    assert "Ask a reviewer" in seen(response)
    assert (claim.statement, claim.is_removed) == ("", False)


def test_the_ends_of_a_decided_claim_are_not_moved(client):
    claim, bob = create_claim(), create_reviewer()
    create_verdict(claim, by=bob)
    client.force_login(bob)
    response = post(client, "move", claim, {"step": Step.END_LATER}, **HTMX)
    assert response.status_code == 409
    assert "Undo it, then move the ends." in seen(response)


def test_a_note_comes_alone_for_a_page_on_which_it_changed(client, alice):
    claim = create_claim()
    url = reverse("claims:note", args=[claim.pk])
    assert seen(client.get(url, headers=HTMX)).startswith("<li")
    assert client.get(url)["Location"].endswith(f"#no-{claim.pk}")


@pytest.mark.parametrize("name", ["note", "edit", "move"])
def test_a_removed_claim_is_not_found(client, alice, name):
    claim = create_claim()
    highlights.remove(claim, by=alice)
    url = reverse(f"claims:{name}", args=[claim.pk])
    ask = client.post if name == "move" else client.get
    assert ask(url, headers=HTMX).status_code == 404


@pytest.mark.parametrize("name", ENDPOINTS)
def test_anonymous_is_sent_to_the_login_and_charlie_refused(client, name):
    url = reverse(f"claims:{name}", args=[create_claim().pk])
    ask = client.get if name == "note" else client.post
    assert ask(url)["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert ask(url).status_code == 403


@pytest.mark.parametrize("name", ["move", "remove", "restore"])
def test_what_writes_takes_no_get(client, alice, name):
    assert client.get(reverse(f"claims:{name}", args=[create_claim().pk])).status_code == 405
