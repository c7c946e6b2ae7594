"""The inbox as a person works it: by keyboard, with a script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_desk_admin
from articles.models import BatchItem, FeedItem, FeedItemState
from articles.tests.factories import (
    create_feed,
    create_feed_item,
    create_feed_rule,
    create_story,
)
from claims.tests.browser import Reader

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(page, live_server, client) -> Reader:
    client.force_login(create_desk_admin(name="alice"))
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def test_items_are_worked_with_one_key_each(reader, page):
    create_story(title="Ferry aground")
    third, second, first = (create_feed_item() for _ in range(3))
    page.goto(f"{reader.url}/inbox/")
    page.get_by_label("Accept into").select_option("Ferry aground")
    page.locator("h1").click()
    reader.press("j", "a")
    expect(page.locator(".toast")).to_contain_text("Accepted into “Ferry aground”")
    reader.expect_focus(f"open-{second.pk}")
    reader.press("t")
    expect(page.locator(f"#tick-{second.pk}")).to_be_checked()
    reader.press("x")
    expect(page.locator(".toast")).to_have_count(2)
    reader.expect_focus(f"open-{third.pk}")
    reader.press("z")
    expect(page.get_by_text("Undone. It is new again.")).to_be_visible()
    assert BatchItem.objects.get().feed_item == first
    assert set(FeedItem.objects.new()) == {second, third}


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_the_form_does_the_same(reader, page):
    story = create_story(title="Ferry aground")
    items = [create_feed_item() for _ in range(2)]
    page.goto(f"{reader.url}/inbox/")
    for item in items:
        page.locator(f"#tick-{item.pk}").check()
    page.get_by_label("Accept into").select_option(story.slug)
    page.get_by_role("button", name="Accept ticked").click()
    expect(page.locator(".toast")).to_contain_text("2 items.")
    expect(page.get_by_text("Nothing new.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.locator(f"#ignore-{items[0].pk}").click()
    expect(page.locator(".toast")).to_contain_text("Ignored")
    assert FeedItem.objects.filter(state=FeedItemState.IGNORED).count() == 1


def test_the_pages_are_whole_in_every_size(reader, page):
    feed = create_feed(
        url=f"https://ledger.example/{'x' * 200}", failures=2, last_result="No feed."
    )
    create_feed_rule(feed=feed, words="w" * 200)
    create_feed_item(feed=feed, title="T" * 300, summary="قال خفر السواحل إن السفينة جنحت")
    for path in ("/inbox/", "/inbox/?state=ignored", "/feeds/", feed.get_absolute_url()):
        for width in (320, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{reader.url}{path}")
            assert reader.violations == [], (path, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
