"""The queue and the review page without JavaScript, in other windows, and under axe."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.tests.factories import create_article
from claims import review
from claims.models import Claim
from claims.states import LinkKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_evidence,
    create_link,
    create_pair,
    create_verdict,
)
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alice():
    return create_reviewer(name="alice", zone="Europe/Berlin", first_name="Alice")


@pytest.fixture
def open_as(new_context, live_server, client, alice):
    """Opens a browser of its own kind, signed in."""
    client.force_login(alice)

    def opened(**kind):
        desk = Reviewer(new_context(**kind).new_page(), live_server.url)
        desk.sign_in(client)
        return desk

    return opened


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_without_javascript_claims_are_decided_one_after_the_other(open_as, browser_log):
    browser_log.expect("status of 422")
    claim, following = create_claims(2)
    page = (desk := open_as(java_script_enabled=False)).page
    desk.go("/queue/")
    page.get_by_role("button", name="Review next").click()
    page.get_by_label("Rationale").fill("On the list.")
    page.get_by_role("button", name="Verify").click()
    expect(page.locator("#source-error")).to_contain_text("Evidence is missing.")
    page.get_by_label("Address or citation").fill("Port list")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_contain_text("added by you")
    expect(page.get_by_label("Rationale")).to_have_value("On the list.")
    page.get_by_role("button", name="Verify").click()
    expect(page).to_have_url(f"{desk.url}{following.get_absolute_url()}")
    assert fresh(claim).status == "verified"


def test_without_javascript_undo_skip_and_let_go(open_as, alice):
    claim, following = create_claims(2)
    page = (desk := open_as(java_script_enabled=False)).page
    desk.review(claim)
    page.get_by_label("Rationale").fill("Two counts.")
    page.get_by_role("button", name="Dispute").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#toasts")).to_contain_text("waits again.")
    expect(page.get_by_label("Rationale")).to_have_value("Two counts.")
    page.get_by_role("button", name="Skip").click()
    expect(page).to_have_url(f"{desk.url}{following.get_absolute_url()}")
    page.get_by_role("button", name="Let go").click()
    page.get_by_role("button", name="Take it").click()
    assert fresh(following).holder == alice


def test_without_javascript_the_queue_is_filtered(open_as):
    create_claim(quote="nine of them crew")
    create_claim()
    page = (desk := open_as(java_script_enabled=False)).page
    desk.go("/queue/")
    page.get_by_label("Query").fill("crew")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#queue-count")).to_have_text("1 claim waits")
    expect(page.locator(".queue-row")).to_have_count(1)


def create_busy_claim(alice) -> Claim:
    """A verdict, evidence, links of every kind, a long history."""
    claim, _same = create_pair()
    for kind in (LinkKind.CONTRADICTS, LinkKind.RELATED):
        create_link(claim, create_claim(article=create_article(story=claim.story)), kind=kind)
    create_evidence(claim, by=alice)
    create_verdict(claim, by=alice, status=VerdictStatus.VERIFIED)
    return fresh(claim)


def test_axe_finds_nothing_on_the_review_page(open_as, alice, browser_log):
    browser_log.expect("status of 422", "status of 409")
    desk = open_as()
    claim, held = create_busy_claim(alice), create_claim()
    desk.review(claim)
    assert desk.violations == []
    desk.press("v")
    desk.expect_focus("rationale")
    assert desk.violations == []
    create_verdict(claim, by=create_reviewer())
    desk.type("All the same")
    desk.press("Escape", "v")
    desk.expect_focus("refusal")
    assert desk.violations == []
    review.take(held, by=create_reviewer())
    desk.review(held)
    assert desk.violations == []
    desk.go(f"/claims/{claim.pk}/history/")
    assert desk.violations == []


def test_axe_finds_nothing_on_the_queue(open_as, alice):
    desk = open_as()
    desk.go("/queue/")
    assert desk.violations == []
    mine, theirs, _free = create_claims(3)
    create_pair(kind=LinkKind.CONTRADICTS)
    review.take(mine, by=alice)
    review.take(theirs, by=create_reviewer())
    for address in ("/queue/", "/queue/?mine=1", "/queue/?view=decided", "/queue/?q=none"):
        desk.go(address)
        assert desk.violations == []


def test_nothing_scrolls_sideways_and_axe_finds_nothing(open_as, alice):
    claim = create_busy_claim(alice)
    create_claim(quote="Twelve were treated", article=claim.article, statement="W" * 90)
    desk = open_as()
    for address in ("/queue/", claim.get_absolute_url(), f"/claims/{claim.pk}/history/"):
        desk.go(address)
        for width in (320, 360, 768, 1440):
            desk.page.set_viewport_size({"width": width, "height": 800})
            assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
            if width in (320, 1440):  # where most is folded away, and where all is shown
                assert desk.violations == [], width


def test_in_a_low_window_every_part_of_the_verdict_is_reached(open_as, alice):
    claim = create_busy_claim(alice)
    desk = open_as(viewport={"width": 1280, "height": 480})
    desk.review(claim)
    button = desk.page.get_by_role("button", name="Can’t settle yet")
    button.focus()
    bar = desk.page.locator("#keybar").bounding_box()
    box = button.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= bar["y"]


def test_keys_that_are_turned_off_do_nothing_and_are_not_shown(open_as, alice):
    alice.keys_enabled = False
    alice.save()
    claim = create_claim()
    desk = open_as()
    desk.review(claim)
    desk.press("r")
    expect(desk.page.locator("#rationale")).not_to_be_focused()
    expect(desk.page.locator("#verify kbd")).to_be_hidden()
    expect(desk.page.locator("#keybar")).to_be_hidden()
