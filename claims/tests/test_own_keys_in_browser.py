"""A person's own keys in a browser: what they press, what hints and help say."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts import own_keys
from accounts.key_map import Action
from accounts.tests.factories import create_reviewer
from claims.tests.factories import create_claims
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


def test_own_keys_press_and_are_what_hints_and_help_say(page, live_server, client, browser_log):
    browser_log.expect("status of 422")
    alice = create_reviewer(name="alice", zone="Europe/Berlin")
    own = {
        ("review", "v"): "i",
        ("review", "d"): "v",
        ("lists", "j"): ";",
        ("everywhere", "g q"): "g x",
    }
    own_keys.change(alice, {Action(*action): key for action, key in own.items()})
    client.force_login(alice)
    reviewer = Reviewer(page, live_server.url)
    reviewer.sign_in(client)
    claim = create_claims(2)[0]
    reviewer.go("/queue/")
    expect(page.locator("#keybar")).to_contain_text("; K Move")
    reviewer.press("j", ";")
    reviewer.expect_focus(f"open-{claim.pk}")
    reviewer.press("n")
    reviewer.expect_claim(claim)
    expect(page.locator("#verify kbd")).to_have_text("I")
    expect(page.locator("#keybar")).to_contain_text("I Verify V Dispute")
    reviewer.press("i")
    expect(page.get_by_text("Evidence is missing.").first).to_be_visible()
    reviewer.press("Escape", "?")
    keys = page.get_by_role("dialog", name="Keys")
    for line in ("IVerify", "VDispute", "G then XQueue"):
        assert line in keys.inner_text().replace("\n", "")
    reviewer.press("Escape", "g", "x")
    expect(page).to_have_url(f"{live_server.url}/queue/")
