"""Reviewing in a real browser, mostly by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from claims import rationale_drafts, review
from claims.models import Claim, RationaleDraft, Verdict
from claims.states import LinkKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_evidence,
    create_pair,
    create_verdict,
)
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alice():
    return create_reviewer(name="alice", zone="Europe/Berlin", first_name="Alice")


@pytest.fixture
def desk(page, live_server, client, alice):
    """Alice's browser."""
    client.force_login(alice)
    desk = Reviewer(page, live_server.url)
    desk.sign_in(client)
    return desk


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_five_claims_in_a_row_by_keyboard_alone(desk):
    claims = create_claims(5)
    desk.go("/queue/")
    desk.press("n")
    for number, claim in enumerate(claims):
        desk.expect_claim(claim)
        desk.press("r")
        desk.expect_focus("rationale")
        desk.type(f"Counted in log {number}.")
        desk.press("Escape", "d" if number % 2 else "u")
        desk.expect_toast(f"“{claim.quote}”")
    desk.expect_focus("queue-empty")
    expect(desk.page.locator("#main")).to_contain_text("Nothing waits.")
    found = Verdict.objects.order_by("pk").values_list("claim", "rationale")
    assert list(found) == [(c.pk, f"Counted in log {n}.") for n, c in enumerate(claims)]


def test_the_focus_is_never_lost_on_the_way_to_verified(desk, browser_log):
    browser_log.expect("status of 422")
    claim, following = create_claims(2)
    desk.go("/queue/")
    desk.press("j", "Enter")
    expect(desk.page.locator("#verdict-form")).to_be_visible()
    desk.press("v")
    desk.page.get_by_text("Two fields need you.").wait_for()
    assert desk.page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    desk.press("r")
    desk.type("It is on the list.")
    desk.press("Escape", "v")
    desk.expect_focus("source")
    desk.type("Passenger list")
    desk.press("Enter")
    desk.expect_focus("evidence")
    desk.press("v")
    desk.expect_claim(following)
    desk.expect_toast(f"Verified “{claim.quote}”.")
    assert fresh(claim).current_verdict.evidence.get().title == "Passenger list"


def test_ctrl_enter_records_what_is_picked_with_the_evidence_typed(desk, browser_log):
    browser_log.expect("status of 422")
    claim, following = create_claims(2)
    desk.review(claim)
    desk.press("e")
    desk.expect_focus("source")
    desk.type("Harbour log, p. 4")
    desk.press("Escape", "v")
    desk.expect_focus("rationale")
    desk.type("As the log has it.")
    desk.press("Control+Enter")
    desk.expect_claim(following)
    assert fresh(claim).status == "verified"


def test_undo_by_key_opens_the_claim_with_what_was_typed(desk):
    claim, following = create_claims(2)
    desk.review(claim)
    desk.press("r")
    desk.type("Two counts.")
    desk.press("Escape", "d")
    desk.expect_claim(following)
    desk.press("z")
    desk.expect_toast("waits again.")
    expect(desk.page).to_have_url(f"{desk.url}{claim.get_absolute_url()}")
    expect(desk.page.locator("#rationale")).to_have_value("Two counts.")
    desk.expect_focus(f"claim-{claim.pk}")
    assert fresh(claim).status == "unreviewed"


def test_skip_let_go_and_open_the_article_by_key(desk, alice):
    claim, following = create_claims(2)
    desk.go("/queue/")
    desk.press("n")
    desk.expect_claim(claim)
    desk.press("s")
    desk.expect_claim(following)
    desk.press("l")
    desk.expect_toast(f"Let go of “{following.quote}”.")
    desk.expect_claim(following)
    assert not Claim.objects.held_by(alice).exists()
    desk.press("o")
    expect(desk.page).to_have_url(
        f"{desk.url}/articles/{following.article_id}/?claim={following.pk}"
    )


def test_the_words_are_kept_while_typing_and_the_claim_is_taken(desk, alice):
    claim = create_claim()
    desk.review(claim)
    expect(desk.page.locator("#lease")).to_contain_text("Nobody holds it.")
    desk.press("r")
    desk.type("Half a thou")
    expect(desk.page.locator("#draft-saved")).to_contain_text("Saved")
    expect(desk.page.locator("#lease")).to_contain_text("Yours until")
    desk.expect_focus("rationale")
    with desk.page.expect_response("**/draft/"):
        desk.type("ght")
    assert desk.page.input_value("#rationale") == "Half a thought"
    assert RationaleDraft.objects.get().rationale == "Half a thought"
    assert fresh(claim).holder == alice


def test_keys_rest_in_fields(desk):
    claim = create_claim()
    desk.review(claim)
    desk.press("r")
    desk.type("vduslo")
    assert desk.page.input_value("#rationale") == "vduslo"
    assert fresh(claim).status == "unreviewed"


def test_what_moved_is_shown_and_the_second_press_records(desk, browser_log):
    browser_log.expect("status of 409")
    claim, following = create_claims(2)
    desk.review(claim)
    create_verdict(claim, by=create_reviewer(first_name="Bob", last_name="Byrne"))
    desk.press("r")
    desk.type("I say so too.")
    desk.press("Escape", "d")
    desk.expect_focus("refusal")
    expect(desk.page.locator("#refusal")).to_contain_text("Bob Byrne disputed it")
    expect(desk.page.locator("#dispute")).to_contain_text("Dispute all the same")
    expect(desk.page.locator("#rationale")).to_have_value("I say so too.")
    desk.press("d")
    desk.expect_claim(following)
    assert fresh(claim).current_verdict.rationale == "I say so too."


def test_a_claim_another_took_meanwhile_is_read_and_the_next_is_a_key_away(desk, browser_log):
    browser_log.expect("status of 409")
    claim, following = create_claims(2)
    desk.review(claim)
    review.take(claim, by=create_reviewer(first_name="Bob", last_name="Byrne"))
    desk.page.locator("#rationale").evaluate("field => { field.value = 'Mine' }")
    desk.press("d")
    desk.expect_focus("refusal")
    expect(desk.page.locator("#verdict")).to_contain_text("What you typed is kept")
    desk.press("n")
    desk.expect_claim(following)
    assert RationaleDraft.objects.get().rationale == "Mine"


def test_evidence_is_removed_and_put_back(desk, alice):
    claim = create_claim()
    create_evidence(claim, by=alice, title="Port list")
    desk.review(claim)
    desk.page.get_by_role("button", name="Remove Port list").click()
    desk.expect_focus("evidence")
    expect(desk.page.locator("#evidence")).to_contain_text("No evidence yet.")
    desk.press("z")
    desk.expect_toast("“Port list” is evidence again.")
    assert claim.evidence.standing().exists()


def test_a_linked_claim_becomes_evidence_and_what_is_typed_stays(desk):
    claim, other = create_pair()
    desk.review(claim)
    desk.press("r")
    desk.type("Two outlets")
    desk.page.get_by_role("button", name=f"Use as evidence the {other.outlet} claim").click()
    desk.expect_focus("evidence")
    expect(desk.page.locator("#evidence")).to_contain_text(f"{other.outlet}: “{other.quote}”")
    expect(desk.page.locator("#rationale")).to_have_value("Two outlets")


def test_unlinking_keeps_what_is_typed_and_the_decision_knows_of_it(desk):
    claim, other = create_pair(kind=LinkKind.CONTRADICTS)
    desk.review(claim)
    desk.press("r")
    desk.type("Alone it stands")
    desk.page.get_by_role("button", name=f"Unlink the {other.outlet} claim").click()
    expect(desk.page.locator("#linked")).to_contain_text("No other outlet says this yet.")
    desk.expect_focus("linked-head")
    expect(desk.page.locator("#rationale")).to_have_value("Alone it stands")
    desk.press("u")
    desk.expect_toast(f"Left “{claim.quote}” unresolved.")
    assert fresh(claim).status == "unresolved"


def test_filtering_narrows_the_list_and_goes_along_to_the_review(desk):
    wanted, later = create_claim(quote="nine of them crew"), create_claim(quote="them crew")
    create_claim()
    desk.go("/queue/")
    desk.press("/")
    desk.type("crew")
    expect(desk.page.locator("#queue-count")).to_have_text("2 claims wait")
    expect(desk.page).to_have_url(f"{desk.url}/queue/?q=crew")
    desk.expect_focus("queue-words")
    desk.press("Escape", "n")
    desk.expect_focus(f"claim-{wanted.pk}")
    desk.press("s")
    desk.expect_focus(f"claim-{later.pk}")
    expect(desk.page).to_have_url(f"{desk.url}{later.get_absolute_url()}?q=crew")


def test_the_bar_completes_what_is_typed_and_the_form_follows(desk):
    story = create_claim().story
    create_claim(quote="nine of them crew")
    desk.go("/queue/")
    options = desk.page.locator("#completions").get_by_role("option")
    desk.press("/")
    desk.type("-has:link sto")
    expect(options).to_have_text(["story: what it is about"])
    desk.press("ArrowDown", "Enter")
    expect(options).to_have_count(2)
    desk.type(story.slug[-3:])
    expect(options).to_have_count(1)
    desk.press("ArrowDown", "Tab")
    bar = desk.page.locator("#queue-words")
    expect(bar).to_have_role("combobox")
    expect(bar).to_have_value(f"-has:link story:{story.slug} ")
    expect(desk.page.locator("#queue-count")).to_contain_text("1 claim waits in")
    expect(desk.page.get_by_label("Story")).to_have_value(story.slug)
    desk.expect_focus("queue-words")
    desk.page.get_by_label("Has links").check()
    expect(bar).to_have_value(f"story:{story.slug} has:link")


def test_back_from_a_review_shows_the_queue_again(desk):
    create_claim()
    desk.go("/queue/")
    desk.press("n")
    expect(desk.page.locator("#verdict-form")).to_be_visible()
    desk.page.go_back()
    expect(desk.page.locator("#queue-list")).to_be_visible()
    expect(desk.page.locator("html")).to_contain_text("Most pressing first")


def test_an_unresolved_claim_can_be_decided_again(desk, alice):
    claim = create_claim()
    create_verdict(claim, by=alice, status=VerdictStatus.UNRESOLVED)
    rationale_drafts.drop_draft(claim, by=alice)
    desk.review(claim)
    expect(desk.page.locator("#verdict")).to_contain_text("Decide again")
    desk.press("r")
    desk.type("Now two agree.")
    desk.press("Escape", "d")
    desk.expect_toast("Disputed")
    assert fresh(claim).current_verdict.replaces.status == "unresolved"
