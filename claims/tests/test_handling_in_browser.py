"""Pinning, assigning and taking over by keyboard alone, and what the colleague sees of it."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from accounts.tests.factories import create_reviewer
from claims import review
from claims.models import Claim
from claims.tests.factories import create_claim, create_claims
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alice():
    return create_reviewer(name="alice", zone="Europe/Berlin", first_name="Alice")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", zone="Europe/Berlin", first_name="Bob")


def desk_of(person: User, page, live_server) -> Reviewer:
    client = Client()
    client.force_login(person)
    desk = Reviewer(page, live_server.url)
    desk.sign_in(client)
    return desk


def test_a_row_is_pinned_unpinned_and_assigned_by_keys(page, live_server, alice, bob):
    first, second = create_claims(2)
    desk = desk_of(alice, page, live_server)
    desk.go("/queue/?q=is:waiting")
    desk.press("j", "j", "p")
    expect(page.locator(f"#claim-{second.pk} .sign-pinned")).to_be_visible()
    desk.expect_focus(f"open-{second.pk}")
    desk.press("z")
    expect(page.get_by_text("is no longer pinned")).to_be_visible()
    desk.expect_focus(f"open-{second.pk}")
    assert Claim.objects.most_pressing_first().first() == first
    desk.press("m")
    page.get_by_label("Assigned to").select_option(label="Bob")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{second.pk}")).to_contain_text("for Bob")


def test_a_key_assigns_at_once_and_neither_focus_nor_typing_is_lost(page, live_server, alice):
    claim = create_claim()
    desk = desk_of(alice, page, live_server)
    desk.go("/queue/?q=people")
    desk.press("j", "y")
    expect(page.locator(f"#claim-{claim.pk}")).to_contain_text("for you")
    expect(page.locator("#tab-assigned")).to_have_text("1")
    desk.expect_focus(f"open-{claim.pk}")
    desk.press("z")
    expect(page.locator("#toasts")).to_contain_text("is assigned to nobody again")
    desk.expect_focus(f"open-{claim.pk}")
    page.keyboard.press("Enter")
    page.get_by_label("Rationale").fill("Two logs differ.")
    desk.press("Escape", "y")
    expect(page.locator("#handling")).to_contain_text("Assigned to you")
    expect(page.get_by_label("Rationale")).to_have_value("Two logs differ.")


def test_who_loses_a_claim_while_typing_is_told_and_keeps_the_words(
    page, live_server, alice, bob, browser_log, new_context
):
    browser_log.expect("status of 409")
    claim = review.take(create_claim(), by=alice)
    hers = desk_of(alice, page, live_server)
    hers.review(claim)
    hers.press("r")
    hers.type("Two logs differ.")
    his = desk_of(bob, new_context().new_page(), live_server)
    his.review(claim)
    his.press("t")
    expect(his.page.get_by_role("heading", level=1)).to_contain_text("from Alice?")
    his.press("Enter")
    expect(his.page.locator("#lease")).to_contain_text("Yours until")
    hers.press("Escape", "d")
    expect(page.locator("#refusal")).to_contain_text("Bob took this claim over from you")
    assert Claim.objects.get().holder == bob
    assert alice.rationale_drafts.get().rationale == "Two logs differ."
