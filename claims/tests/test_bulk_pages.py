"""Acts on many claims in the browser's requests: choosing, preview, doing, undo."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_desk_admin, create_reporter, create_reviewer
from claims import bulk, review
from claims.models import BulkAct, Claim, Verdict
from claims.states import BulkKind, BulkState
from claims.tests.factories import (
    create_bulk_act,
    create_claim,
    create_claims,
    create_pair,
    create_verdict,
)

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
SELECT, QUEUE = reverse("claims:select"), reverse("claims:queue")
WORDS = {"rationale": "Two counts.", "source": "https://port.example/log"}


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def url(name: str, act: BulkAct) -> str:
    return reverse(f"claims:{name}", args=[act.pk])


def page(client, act: BulkAct, query: str = "", **headers: str) -> str:
    response = client.get(url("bulk", act) + query, headers=headers)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_queue_offers_a_box_for_each_claim_to_reviewers_alone(client, alice):
    claim = create_claim()
    assert f'name="claim" value="{claim.pk}"' in client.get(QUEUE).content.decode()
    client.force_login(create_reporter())
    html = client.get(QUEUE).content.decode()
    assert "bulk-bar" not in html
    assert 'name="claim"' not in html


def test_from_the_ticked_claims_to_their_verdicts(client, alice):
    one, other, left = create_claims(3)
    chosen = {"claim": [one.pk, other.pk], "act": "disputed"}
    response = client.post(f"{SELECT}?q=harbour", chosen)
    act = BulkAct.objects.get()
    assert response.url == act.get_absolute_url()
    assert 'id="rationale"' in page(client, act)
    assert client.post(url("preview_bulk", act), WORDS).url == act.get_absolute_url()
    html = page(client, act)
    assert "Dispute 2 claims <kbd>D</kbd></button>" in html
    assert 'becomes</span> <span class="status is-disputed"' in html
    response = client.post(url("apply_bulk", act), follow=True)
    assert response.redirect_chain == [(f"{QUEUE}?q=harbour", 302)]
    assert "Disputed 2 claims." in response.content.decode()
    assert url("undo_bulk", act) in response.content.decode()
    assert set(Verdict.objects.values_list("claim", flat=True)) == {one.pk, other.pk}
    assert Claim.objects.get(pk=left.pk).status == "unreviewed"


def test_all_that_fit_the_filter_are_chosen_wherever_they_stand(client, alice):
    create_pair()
    claims = create_claims(30)
    response = client.post(f"{SELECT}?story={claims[0].story.slug}", {"all": "1", "act": "skipped"})
    act = BulkAct.objects.get()
    assert response.url == act.get_absolute_url()
    assert [part.claim for part in act.parts.all()] == claims
    html = page(client, act)
    assert "Skip 30 claims" in html
    assert claims[0].story.slug in act.query
    assert f'href="{QUEUE}{act.query}"' in html


@pytest.mark.parametrize(
    "sent",
    [
        *({"act": "disputed"}, {"act": "praised"}, {"claim": "x; y"}, {}),
        {"act": "reverted", "all": "1"},
    ],
)
def test_nothing_is_begun_without_claims_or_an_act(client, alice, sent):
    create_claim()
    response = client.post(SELECT, sent, follow=True)
    assert response.redirect_chain == [(QUEUE, 302)]
    assert not BulkAct.objects.exists()
    html = response.content.decode()
    assert "Tick at least one claim" in html or "Choose what to do with the claims" in html


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"rationale": " "}, "Every verdict needs a rationale."),
        ({"rationale": "Two counts.", "source": "https://port"}, "This address is not complete."),
        ({"rationale": "Two counts.", "title": "Log"}, "Give an address or a citation."),
    ],
)
def test_what_the_words_lack_is_said_at_its_field(client, alice, words, said):
    act = bulk.choose([create_claim().pk], kind=BulkKind.DISPUTED, by=alice)
    response = client.post(url("preview_bulk", act), words)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert words["rationale"].strip() in response.content.decode()
    act.refresh_from_db()
    assert act.state == BulkState.CHOSEN


def test_the_preview_names_what_is_left_out_and_why(client, alice, bob):
    held, free = create_claims(2)
    review.take(held, by=bob)
    act = create_bulk_act([held, free], by=alice)
    html = page(client, act)
    assert free.get_absolute_url() in html
    assert held.get_absolute_url() not in html
    assert "<li>Bob Byrne holds it." in html
    left = page(client, act, "?left")
    assert held.get_absolute_url() in left
    assert free.get_absolute_url() not in left


def test_a_preview_that_changes_nothing_has_no_button(client, alice, bob):
    held = review.take(create_claim(), by=bob)
    html = page(client, create_bulk_act([held], by=alice))
    assert "Nothing would change." in html
    assert 'id="apply"' not in html


def test_the_words_can_be_changed_until_it_is_done(client, alice):
    act = create_bulk_act([create_claim()], by=alice, rationale="Two counts.")
    assert "Two counts.</textarea>" in page(client, act, "?edit")
    client.post(url("preview_bulk", act), {"rationale": "Three counts."})
    client.post(url("apply_bulk", act))
    assert Verdict.objects.get().rationale == "Three counts."
    response = client.post(url("preview_bulk", act), WORDS, follow=True)
    assert "This was begun already." in response.content.decode()
    assert "textarea" not in page(client, act, "?edit")


def test_whoever_lost_a_claim_on_the_way_is_told_which(client, alice, bob):
    one, other = create_claims(2)
    act = create_bulk_act([one, other], by=alice)
    review.take(one, by=bob)
    response = client.post(url("apply_bulk", act), follow=True)
    assert response.redirect_chain == [(act.get_absolute_url(), 302)]
    html = response.content.decode()
    assert "Disputed 1 claim" in html
    assert "Bob Byrne holds it." in html


def test_pressing_again_shows_what_was_done(client, alice):
    act = create_bulk_act(create_claims(2), by=alice)
    client.post(url("apply_bulk", act))
    response = client.post(url("apply_bulk", act))
    assert response.url == act.get_absolute_url()
    assert Verdict.objects.count() == 2


def test_an_act_without_a_preview_is_not_done(client, alice):
    act = bulk.choose([create_claim().pk], kind=BulkKind.DISPUTED, by=alice)
    response = client.post(url("apply_bulk", act), follow=True)
    assert "Look at the preview first." in response.content.decode()


def test_undo_takes_all_of_it_back(client, alice):
    act = bulk.start(create_bulk_act(create_claims(2), by=alice), by=alice)
    assert "Undo all of it" in page(client, act)
    response = client.post(url("undo_bulk", act), follow=True)
    html = response.content.decode()
    assert "Undone for 2 claims." in html
    assert "You took it back" in html
    assert not Claim.objects.decided().exists()
    again = client.post(url("undo_bulk", act), follow=True).content.decode()
    assert "This was undone already." in again


def test_what_others_did_is_read_by_all_and_undone_by_desk_admins(client, alice, bob):
    act = bulk.start(create_bulk_act(create_claims(2), by=bob), by=bob)
    assert "Undo all of it" not in page(client, act)
    response = client.post(url("undo_bulk", act), follow=True)
    assert "Only Bob Byrne or a desk admin can undo this." in response.content.decode()
    client.force_login(create_desk_admin())
    assert "Undo all of it" in page(client, act)


def test_what_others_have_only_chosen_is_theirs(client, alice, bob):
    act = create_bulk_act([create_claim()], by=bob)
    assert client.get(url("bulk", act)).status_code == 404
    for name in ("preview_bulk", "apply_bulk", "undo_bulk"):
        assert client.post(url(name, act), WORDS).status_code == 404


def test_an_act_under_way_asks_again_by_itself_until_it_is_done(client, alice, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 1)
    act = bulk.start(create_bulk_act(create_claims(2), by=alice), by=alice)
    html = page(client, act, **HTMX)
    assert 'hx-trigger="every 1s"' in html
    assert "0 of 2 done" in html
    bulk.run(act.pk)
    html = page(client, act, **HTMX)
    assert "hx-trigger" not in html
    assert "Disputed 2 claims" in html


def test_an_act_that_the_worker_gave_up_can_be_begun_again(client, alice, monkeypatch):
    act = create_bulk_act(create_claims(2), by=alice)
    BulkAct.objects.update(state=BulkState.STARTED)
    assert "It was not finished" in page(client, act)
    client.post(url("apply_bulk", act))
    assert "It was not finished" not in page(client, act)


def test_from_a_verdict_to_the_claims_that_say_the_same(client, alice):
    one, other = create_pair()
    verdict = create_verdict(one, by=alice)
    assert "Apply it to the same claims" in client.get(one.get_absolute_url()).content.decode()
    response = client.post(reverse("claims:apply_verdict", args=[verdict.pk]))
    act = BulkAct.objects.get()
    assert response.url == act.get_absolute_url()
    html = page(client, act)
    assert "Dispute 1 claim" in html
    assert "applied to the claims that say the same" in html
    assert client.post(url("apply_bulk", act)).url == one.get_absolute_url()
    assert Claim.objects.get(pk=other.pk).status == "disputed"


def test_a_verdict_without_same_claims_goes_back_to_its_own(client, alice):
    verdict = create_verdict(create_claim(), by=alice)
    address = reverse("claims:apply_verdict", args=[verdict.pk])
    response = client.post(address, follow=True)
    assert "No other claim is linked as the same." in response.content.decode()
    assert client.get(address).status_code == 405
