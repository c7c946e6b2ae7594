"""A person's own keys in a browser: what they press, what hints and help say."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts import own_keys
from accounts.key_map import Action
from accounts.models import User
from accounts.tests.factories import create_reviewer
from claims.tests.factories import create_claims
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reviewer(page, live_server, client):
    client.force_login(create_reviewer(name="alice", zone="Europe/Berlin"))
    reviewer = Reviewer(page, live_server.url)
    reviewer.sign_in(client)
    return reviewer


def give(own: dict[tuple[str, str], str]) -> None:
    own_keys.change(User.objects.get(), {Action(*action): key for action, key in own.items()})


def test_own_keys_press_and_are_what_hints_and_help_say(reviewer, page, live_server, browser_log):
    browser_log.expect("status of 422")
    own = {
        ("review", "v"): "5",
        ("review", "d"): "v",
        ("lists", "j"): ";",
        ("everywhere", "g q"): "g k",
    }
    give(own)
    claim = create_claims(2)[0]
    reviewer.go("/queue/")
    expect(page.locator("#keybar")).to_contain_text("; K Move")
    reviewer.press("j", ";")
    reviewer.expect_focus(f"open-{claim.pk}")
    reviewer.press("n")
    reviewer.expect_claim(claim)
    expect(page.locator("#verify kbd")).to_have_text("5")
    expect(page.locator("#keybar")).to_contain_text("5 Verify V Dispute")
    reviewer.press("5")
    expect(page.get_by_text("Evidence is missing.").first).to_be_visible()
    reviewer.press("Escape", "?")
    keys = page.get_by_role("dialog", name="Keys")
    for line in ("5Verify", "VDispute", "G then KQueue"):
        assert line in keys.inner_text().replace("\n", "")
    reviewer.press("Escape", "g", "k")
    expect(page).to_have_url(f"{live_server.url}/queue/")


def test_a_row_has_its_own_keys_in_the_bar_and_its_acts_in_the_menu(reviewer, page):
    give({("row", "y"): "5", ("queue", "p"): "6", ("everywhere", "g q"): "g k"})
    claim = create_claims(2)[0]
    reviewer.go("/queue/")
    expect(page.locator("#keybar")).to_contain_text("P Pin 5 Mine")
    reviewer.press("j", "?")
    page.get_by_role("button", name="Assign to me, or to nobody again").press("Enter")
    expect(page.locator(f"#claim-{claim.pk}")).to_contain_text("for you")
    reviewer.expect_focus(f"open-{claim.pk}")
    reviewer.press("x", "6")
    expect(page.locator("h1")).to_have_text("Pin 1 claim")
    reviewer.press("g", "d")
    expect(page.locator("#keybar")).to_contain_text("G then K Queue")
