"""Deciding in the browser: the next claim, what is refused and how, and undo."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import (
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.tests.factories import create_article
from claims import evidence, highlights, review
from claims.models import Claim, RationaleDraft, Verdict
from claims.states import VerdictStatus
from claims.tests.factories import create_claim, create_claims, create_evidence, create_verdict

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
TYPED = {"rationale": "The log says 214.", "status": "disputed"}


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def address(name: str, pk: int) -> str:
    return reverse(f"claims:{name}", args=[pk])


def decide(client, claim: Claim, *, query: str = "", htmx: bool = True, **typed: object):
    data = {"version": claim.version, **TYPED, **typed}
    headers = HTMX if htmx else {}
    return client.post(address("decide", claim.pk) + query, data, headers=headers)


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_after_a_verdict_the_next_claim_comes_up(client, alice):
    claim, following = create_claims(2)
    response = decide(client, claim)
    html = response.content.decode()
    assert fresh(claim).status == "disputed"
    assert fresh(following).holder == alice
    assert response["HX-Push-Url"] == address("review", following.pk)
    assert (
        f'id="claim-{following.pk}" tabindex="-1" aria-labelledby="claim-head" data-focus' in html
    )
    assert 'id="nav-waiting" hx-swap-oob="true">1<' in html


def test_the_toast_names_the_claim_and_offers_undo(client, alice):
    claim, _following = create_claims(2)
    html = decide(client, claim).content.decode()
    verdict = Verdict.objects.get()
    assert f"Disputed “{claim.quote}”." in html
    assert f'action="{address("undo_verdict", verdict.pk)}" data-undo' in html


def test_without_htmx_the_next_claim_is_a_page(client, alice):
    claim, following = create_claims(2)
    response = client.post(
        address("decide", claim.pk), {"version": claim.version, **TYPED}, follow=True
    )
    assert response.redirect_chain == [(address("review", following.pk), 302)]
    assert f"Disputed “{claim.quote}”." in response.content.decode()


def test_the_next_claim_is_of_the_same_choice(client, alice):
    claim = create_claim()
    create_claim()
    wanted = create_claim(article=create_article(story=claim.story))
    query = f"?q=story%3A{claim.story.slug}"
    response = decide(client, claim, query=query)
    assert response["HX-Push-Url"] == address("review", wanted.pk) + query


@pytest.mark.parametrize("htmx", [True, False])
def test_after_the_last_claim_the_queue_says_that_nothing_waits(client, alice, htmx):
    response = decide(client, create_claim(), htmx=htmx)
    if not htmx:
        assert response["Location"] == reverse("claims:queue")
        response = client.get(response["Location"])
    else:
        assert response["HX-Push-Url"] == reverse("claims:queue")
        assert 'id="queue-empty" data-focus' in response.content.decode()
    assert "Nothing waits.</strong>" in response.content.decode()


def test_verified_with_evidence_typed_in_one_go(client, alice):
    claim = create_claim()
    typed = {
        "status": "verified",
        "source": "https://port.example/log",
        "title": "Log",
        "note": "p4",
    }
    decide(client, claim, **typed)
    piece = Verdict.objects.get().evidence.get()
    assert (piece.url, piece.title, piece.note) == ("https://port.example/log", "Log", "p4")
    assert fresh(claim).status == "verified"


def test_evidence_says_what_it_is_and_where_a_copy_stays(client, alice):
    claim = create_claim()
    copy = "https://archive.example/port/log"
    typed = {"source": "https://port.example/log", "kind": "primary document", "archive": copy}
    decide(client, claim, status="verified", **typed)
    piece = Verdict.objects.get().evidence.get()
    assert (piece.kind, piece.archive_url) == ("primary document", copy)
    html = client.get(address("review", claim.pk)).content.decode()
    assert f'<a href="{copy}" rel="noopener noreferrer">Archived copy' in html
    assert "added evidence, primary document: “https://port.example/log”" in html
    assert f"Given on “{claim.quote}” in revision 1, which came <time" in html


def test_what_is_missing_is_said_at_its_field(client, alice):
    claim = create_claim()
    response = decide(client, claim, status="verified")
    html = response.content.decode()
    assert response.status_code == 422
    assert "Verified needs a rationale and one piece of evidence. Evidence is missing." in html
    assert 'aria-invalid="true" aria-describedby="source-error" data-focus' in html
    assert "The log says 214.</textarea>" in html
    assert 'value="verified" data-key="v" data-chosen' in html
    assert fresh(claim).status == "unreviewed"


def test_two_gaps_are_listed_on_top(client, alice):
    html = decide(client, create_claim(), status="verified", rationale=" ").content.decode()
    assert "Not saved yet. Two fields need you." in html
    assert '<a href="#rationale">Rationale is missing.</a>' in html
    assert '<a href="#source">Evidence is missing.</a>' in html
    assert html.count("data-focus") == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"rationale": ""}, "Every verdict needs a rationale. It is missing."),
        ({"source": "https://"}, "This address is not complete."),
        ({"source": "x" * 1001}, "A citation has at most 1,000 characters."),
        ({"title": "A log"}, "Give an address or a citation."),
        ({"kind": "data"}, "Give an address or a citation."),
        ({"source": "A log", "kind": "rumour"}, "Choose a kind from the list"),
        ({"source": "A log", "archive": "http://archive.example/1"}, "begins with https://."),
        ({"source": "A log", "archive": "https://"}, "begins with https://."),
        ({"status": ""}, "Press Verify, Dispute or Can’t settle yet."),
        ({"status": "unreviewed"}, "Not saved yet."),
        ({"version": "x"}, "Not saved yet."),
        ({"rationale": "\x00"}, "Null characters are not allowed."),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_what_cannot_be_used_keeps_the_form(client, alice, typed, words, htmx):
    claim = create_claim()
    response = decide(client, claim, htmx=htmx, **typed)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert ("<html" in response.content.decode()) is not htmx
    assert not Verdict.objects.exists()


def test_a_script_is_no_address_of_evidence(client, alice):
    decide(client, create_claim(), source="javascript:alert(1)", status="verified")
    piece = Verdict.objects.get().evidence.get()
    assert (piece.url, piece.citation) == ("", "javascript:alert(1)")


@pytest.mark.parametrize("htmx", [True, False])
def test_a_claim_that_moved_is_shown_as_it_is_with_what_was_typed(client, alice, bob, htmx):
    claim = create_claim()
    create_verdict(claim, by=bob, rationale="Seen on site.")
    response = decide(client, claim, htmx=htmx, status="verified", source="Log, p. 4")
    html = response.content.decode()
    assert response.status_code == 409
    assert "The claim changed while you had it open." in html
    assert "<b>Bob Byrne</b> disputed it: “Seen on site.”" in html
    assert 'id="refusal" role="alert" tabindex="-1" data-focus' in html
    assert "Verify all the same" in html
    assert "The log says 214.</textarea>" in html
    assert 'value="Log, p. 4"' in html


@pytest.mark.parametrize("htmx", [True, False])
def test_a_decision_sent_again_is_the_same_decision(client, alice, htmx):
    claim, following = create_claims(2)
    typed = {"status": "verified", "source": "Log, p. 4", "htmx": htmx}
    first, again = (decide(client, claim, **typed) for _ in range(2))
    assert again.status_code == first.status_code
    for header in ("HX-Push-Url", "Location"):
        assert again.get(header) == first.get(header)
    assert Verdict.objects.get().evidence.get().citation == "Log, p. 4"
    assert fresh(following).holder == alice


def test_other_words_on_what_was_seen_before_are_another_decision(client, alice):
    claim = create_claim()
    decide(client, claim)
    response = decide(client, claim, rationale="The log says 215.")
    assert response.status_code == 409
    assert "<b>You</b> disputed it: “The log says 214.”" in response.content.decode()
    assert Verdict.objects.get().rationale == "The log says 214."


def test_the_second_press_records_it_all_the_same(client, alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    html = decide(client, claim).content.decode()
    version = fresh(claim).version
    assert f'name="version" value="{version}" form="verdict-form"' in html
    decide(client, fresh(claim))
    assert fresh(claim).current_verdict.decided_by == alice


def test_what_another_holds_is_not_decided_and_the_words_are_kept(client, alice, bob):
    claim = review.take(create_claim(), by=bob)
    response = decide(client, claim)
    html = response.content.decode()
    assert response.status_code == 409
    assert html.count("Bob Byrne holds this claim until") == 2
    assert "What you typed is kept." in html
    assert 'id="verdict-form"' not in html
    assert RationaleDraft.objects.get(reviewer=alice).rationale == "The log says 214."


def test_a_claim_removed_meanwhile(client, alice, bob):
    claim = create_claim()
    highlights.remove(claim, by=bob)
    response = decide(client, claim)
    assert response.status_code == 409
    assert "<b>Bob Byrne</b> removed it." in response.content.decode()


def test_evidence_meets_an_unresolved_claim(client, alice):
    claim = create_claim()
    create_verdict(claim, by=alice, status=VerdictStatus.UNRESOLVED)
    piece = create_evidence(claim, by=alice)
    assert fresh(claim).is_waiting
    evidence.remove(piece, by=alice)
    decide(client, fresh(claim))
    assert not fresh(claim).is_waiting


def test_who_may_decide(client):
    claim = create_claim()
    verdict = create_verdict(claim, by=create_reviewer())
    urls = [address("decide", claim.pk), address("draft", claim.pk)]
    urls.append(address("undo_verdict", verdict.pk))
    for url in urls:
        assert client.post(url)["Location"].startswith(reverse("accounts:login"))
    for person in (create_user(name="charlie"), create_reporter()):
        client.force_login(person)
        assert [client.post(url).status_code for url in urls] == [403, 403, 403]
    assert fresh(claim).current_verdict == verdict


@pytest.mark.parametrize("name", ["decide", "draft", "undo_verdict"])
def test_writing_is_posting_to_what_is_there(client, alice, name):
    assert client.get(address(name, 1)).status_code == 405
    assert client.post(address(name, 10**6)).status_code == 404
