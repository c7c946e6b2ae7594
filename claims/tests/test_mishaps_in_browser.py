"""What happens to people at work: a login that ends, two tabs, a slow line, an impatient finger."""

from __future__ import annotations

import time

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from accounts.tests.factories import PASSWORD, create_reviewer
from claims.models import RationaleDraft, Verdict
from claims.tests.factories import create_claim, create_claims
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)
SLOW_SECONDS = 0.3


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


def slowly(route) -> None:
    time.sleep(SLOW_SECONDS)
    route.continue_()


def test_what_was_typed_when_the_login_had_ended_is_there_after_signing_in(desk, alice):
    claim = create_claim()
    desk.review(claim)
    Session.objects.all().delete()
    desk.press("r")
    desk.type("The log says 214.")
    desk.page.get_by_label("Name").fill("alice")
    desk.page.get_by_label("Password").fill(PASSWORD)
    desk.press("Enter")
    expect(desk.page).to_have_url(f"{desk.url}{claim.get_absolute_url()}")
    expect(desk.page.locator("#rationale")).to_have_value("The log says 214.")
    expect(desk.page.locator("#draft-saved")).to_contain_text("Saved")
    assert RationaleDraft.objects.get(reviewer=alice).rationale == "The log says 214."


def test_two_tabs_a_slow_line_and_pressing_twice_leave_one_verdict(desk, browser_log):
    browser_log.expect("status of 409")
    claim, following = create_claims(2)
    desk.review(claim)
    other_tab = Reviewer(desk.page.context.new_page(), desk.url)
    other_tab.review(claim)
    desk.page.route("**/decide/", slowly)
    desk.page.fill("#rationale", "The log says 214.")
    desk.page.get_by_role("button", name="Dispute").dblclick()
    desk.expect_claim(following)
    other_tab.page.fill("#rationale", "The log says 215.")
    other_tab.page.get_by_role("button", name="Dispute").click()
    expect(other_tab.page.locator("#refusal")).to_contain_text("You disputed it")
    expect(other_tab.page.locator("#rationale")).to_have_value("The log says 215.")
    desk.page.go_back()
    expect(desk.page.locator("#verdict-head")).to_have_text("Decide again")
    assert Verdict.objects.get().rationale == "The log says 214."
