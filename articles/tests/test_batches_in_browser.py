"""Fetching as a person sees it: progress without a press, with a script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from accounts.tests.factories import create_reporter
from articles import fetch_batches
from articles.models import Batch
from articles.tests import pages
from articles.tests import site as sites
from articles.tests.factories import create_batch, create_batch_item
from claims.tests.browser import Reader

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = (320, 1440)


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        site.answers["/ferry"] = sites.page(pages.HTML)
        yield site


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def signed_in(page: Page, live_server, client) -> Reader:
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def test_progress_shows_by_itself_until_all_is_done(
    page, live_server, client, alice, site, do_jobs
):
    reader = signed_in(page, live_server, client)
    page.goto(f"{live_server.url}/import/urls/")
    page.keyboard.type(f"{site.url}/ferry\n{site.url}/gone\nhttp://10.0.0.1/\n")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("1 of 3 done")).to_be_visible()
    assert reader.violations == []
    page.get_by_role("button", name="Cancel the rest").focus()
    do_jobs()
    expect(page.get_by_text("3 of 3 done")).to_be_visible()
    expect(page.get_by_text("The page is not there (404)")).to_be_visible()
    reader.expect_focus("batch")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()


def test_a_single_page_comes_to_its_preview_by_itself(
    page, live_server, client, alice, site, do_jobs
):
    signed_in(page, live_server, client)
    batch = fetch_batches.start([fetch_batches.Given(f"{site.url}/ferry")], by=alice)
    page.goto(f"{live_server.url}{batch.get_absolute_url()}")
    do_jobs()
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()
    expect(page.get_by_label("Headline")).to_have_value(pages.HEADLINE)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_the_page_loads_anew(page, live_server, client, alice, site, do_jobs):
    signed_in(page, live_server, client)
    page.goto(f"{live_server.url}/import/urls/")
    page.get_by_label("Address").fill(f"{site.url}/ferry\n{site.url}/gone")
    page.get_by_role("button", name="Fetch").click()
    expect(page.get_by_text("0 of 2 done")).to_be_visible()
    do_jobs()
    expect(page.get_by_text("2 of 2 done")).to_be_visible()
    page.get_by_role("button", name="Fetch 1 again").click()
    expect(page.get_by_text("1 of 2 done")).to_be_visible()
    page.get_by_role("button", name="Cancel the rest").click()
    expect(page.get_by_text("Cancelled. 1 address is left out.")).to_be_visible()
    assert Batch.objects.get().items.open().count() == 0


def test_the_pages_are_whole_in_every_size(page, live_server, client, alice):
    batch = create_batch(by=alice)
    create_batch_item(batch=batch, url=f"https://ledger.example/{'x' * 300}")
    create_batch_item(batch=batch, state="refused", sentence="The page is not there (404).")
    reader = signed_in(page, live_server, client)
    for path in ("/import/urls/", batch.get_absolute_url()):
        for width in SIZES:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{live_server.url}{path}")
            assert reader.violations == [], (path, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
