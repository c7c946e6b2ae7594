"""Pages around the desk in a browser: the door, what went wrong, the list of keys, the admin."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.models import User
from accounts.tests.factories import PASSWORD, create_desk_admin, create_reporter
from articles.models import Outlet
from claims.models import Claim
from factdesk.tests.factories import create_busy_desk
from web.tests import axe

pytestmark = pytest.mark.django_db(transaction=True)


def faults(page) -> list[str]:
    """What axe finds, and whether the page scrolls sideways on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    found = axe.violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, "scrolls sideways"] if wide else found


def sign_in(page, live_server, name: str, password: str = PASSWORD):
    page.goto(f"{live_server.url}/login/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_the_pages_before_the_login_have_no_faults(page, live_server, browser_log):
    browser_log.expect("status of 404")
    for path in (
        "login/",
        "password/reset/",
        "password/reset/sent/",
        "password/reset/a/b-c/",
        "x/",
    ):
        page.goto(f"{live_server.url}/{path}")
        assert faults(page) == [], path


def test_a_refused_login_puts_the_focus_where_to_type_and_then_a_pause_says_so(
    page, live_server, browser_log
):
    browser_log.expect("status of 429")
    sign_in(page, live_server, "alice", "wrong")
    expect(page.get_by_label("Password")).to_be_focused()
    assert faults(page) == []
    for _ in range(4):
        sign_in(page, live_server, "alice", "wrong")
    expect(page.get_by_role("alert")).to_contain_text("Wait five minutes")
    expect(page.get_by_role("alert")).to_be_focused()
    assert faults(page) == []


def test_signing_in_and_out(page, live_server):
    create_reporter(name="alice", first_name="Alice", last_name="Moor")
    sign_in(page, live_server, "alice")
    expect(page.get_by_role("link", name="Alice Moor")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(f"{live_server.url}/login/")


def test_settings_with_a_message_and_the_list_of_keys_have_no_faults(signed_in, live_server):
    signed_in.goto(f"{live_server.url}/settings/")
    signed_in.get_by_role("button", name="Save settings").click()
    expect(signed_in.get_by_text("Your settings are saved.")).to_be_visible()
    assert faults(signed_in) == []
    signed_in.set_viewport_size({"width": 1440, "height": 900})
    signed_in.keyboard.press("?")
    expect(signed_in.get_by_role("dialog", name="Keys")).to_be_visible()
    assert axe.violations(signed_in) == []


def test_a_refused_password_and_a_refused_page_have_no_faults(signed_in, live_server, browser_log):
    browser_log.expect("status of 403")
    signed_in.goto(f"{live_server.url}/settings/password/")
    for label in ("Old password", "New password", "The new password again"):
        signed_in.get_by_label(label, exact=True).fill("1")
    signed_in.get_by_role("button", name="Change password").click()
    expect(signed_in.get_by_role("alert")).to_be_focused()
    assert faults(signed_in) == []
    signed_in.goto(f"{live_server.url}/admin/")
    expect(signed_in.get_by_role("heading", name="Not for your role")).to_be_visible()
    assert faults(signed_in) == []


def test_the_admin_keeps_to_the_content_security_policy(page, live_server):
    """`page` fails the test for anything the browser reports."""
    create_busy_desk()
    create_desk_admin(name="boss")
    sign_in(page, live_server, "boss")
    for path in ("", "claims/claim/?status=verified", "accounts/user/add/", "articles/outlet/add/"):
        assert page.goto(f"{live_server.url}/admin/{path}").status == 200
    page.goto(f"{live_server.url}/admin/claims/claim/{Claim.objects.all()[0].pk}/change/")
    page.goto(f"{live_server.url}/admin/articles/outletdomain/add/")
    page.locator(".select2-selection").click()
    page.keyboard.type(Outlet.objects.all()[0].name)
    expect(page.locator(".select2-results__option").first).to_be_visible()


def test_a_desk_admin_makes_an_account_in_the_browser(page, live_server):
    create_reporter()
    create_desk_admin(name="boss")
    sign_in(page, live_server, "boss")
    page.goto(f"{live_server.url}/admin/accounts/user/add/")
    page.get_by_label("Username").fill("nora")
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.get_by_label("reporter").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/change/")
    assert User.objects.get(username="nora").is_member
