"""Saved views and tabs of the queue in a browser, by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from claims.models import SavedView
from claims.tests.factories import create_claims, create_saved_view
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", zone="Europe/Berlin")
    client.force_login(alice)
    return alice


@pytest.fixture
def desk(page, live_server, client, alice):
    desk = Reviewer(page, live_server.url)
    desk.sign_in(client)
    return desk


def test_views_are_ordered_deleted_and_put_back_by_keys(desk, page, alice):
    one, other = (create_saved_view(name, by=alice) for name in ("One", "Other"))
    desk.go("/queue/views/")
    desk.press("j", "d")
    expect(page.locator(".row-link").first).to_have_text("Other")
    desk.expect_focus(f"open-view-{one.pk}")
    desk.press("u")
    expect(page.locator(".row-link").first).to_have_text("One")
    desk.expect_focus(f"open-view-{one.pk}")
    desk.press("x")
    expect(page.locator(".row-link")).to_have_text(["Other"])
    desk.press("z")
    expect(page.locator(".row-link")).to_have_text(["One", "Other"])
    assert list(SavedView.objects.own(alice)) == [one, other]


def test_tabs_follow_what_is_typed(desk, page, alice):
    create_claims(13)
    view = create_saved_view("Figures", by=alice, query="figures")
    desk.go("/queue/")
    expect(page.locator("#tab-waiting")).to_have_text("13")
    desk.press("/")
    desk.type("figures")
    expect(page.locator("#tab-waiting")).to_have_text("1")
    expect(page.locator(f"#view-tab-{view.pk}")).to_have_attribute("aria-current", "page")
    desk.expect_focus("queue-words")
    page.locator("#queue-decided").click()
    expect(page.locator("#queue-words")).to_have_value("figures")
    expect(page.locator("#queue-decided")).to_have_attribute("aria-current", "page")
