"""Selecting claims by keyboard and deciding them as one act, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from claims.models import Claim, Verdict
from claims.tests.factories import create_claims
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page, live_server, client):
    client.force_login(create_reviewer(name="alice", zone="Europe/Berlin", first_name="Alice"))
    desk = Reviewer(page, live_server.url)
    desk.sign_in(client)
    return desk


def ticked(desk: Reviewer) -> list[int]:
    return [int(box.get_attribute("value")) for box in desk.page.locator(".tick :checked").all()]


def test_from_the_first_tick_to_undo_by_keyboard_alone(desk):
    claims = create_claims(5)
    desk.go("/queue/")
    acts = desk.page.locator(".acts")
    expect(acts).to_be_hidden()
    desk.press("j", "x", "j", "j", "Shift+X")
    assert ticked(desk) == [claim.pk for claim in claims[:3]]
    desk.press("k", " ")
    assert ticked(desk) == [claims[0].pk, claims[2].pk]
    expect(desk.page.locator("#selected")).to_have_text("2 selected")
    assert desk.violations == []
    desk.press("d")
    desk.expect_focus("rationale")
    desk.type("Two counts.")
    assert desk.violations == []
    desk.press("Control+Enter")
    expect(desk.page.locator("h1")).to_have_text("Dispute 2 claims")
    desk.expect_focus("bulk-head")
    assert desk.violations == []
    desk.press("d")
    desk.expect_toast("Disputed 2 claims.")
    assert Verdict.objects.count() == 2
    desk.press("z")
    expect(desk.page.locator("#bulk")).to_contain_text("You took it back")
    assert not Claim.objects.decided().exists()


def test_ticks_stay_over_pages_and_are_cleared_by_a_key(desk):
    claims = create_claims(27)
    desk.go("/queue/")
    desk.press("a")
    expect(desk.page.locator("#selected")).to_have_text("25 selected")
    desk.press(".")
    expect(desk.page.locator("#selected")).to_have_text("25 selected, 25 on other pages")
    desk.press("x")
    expect(desk.page.locator("#selected")).to_have_text("26 selected, 25 on other pages")
    desk.press("p")  # at a row that could be pinned alone
    expect(desk.page.locator("h1")).to_have_text("Pin 26 claims")
    desk.go("/queue/")
    desk.press("w")
    expect(desk.page.locator(".acts")).to_be_visible()
    desk.press("c")
    expect(desk.page.locator(".acts")).to_be_hidden()
    assert len(claims) == 27


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_the_same_form_works(desk):
    one, _other = create_claims(2)
    desk.go("/queue/")
    desk.page.locator(f"#tick-{one.pk}").check()
    desk.page.locator("#bulk-dispute").click()
    desk.page.locator("#rationale").fill("Two counts.")
    desk.page.locator("#preview").click()
    desk.page.locator("#apply").click()
    expect(desk.page.locator("#toasts")).to_contain_text("Disputed 1 claim.")
    assert Verdict.objects.get().claim == one
