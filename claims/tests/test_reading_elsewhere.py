"""The reading page by touch, without JavaScript, in small windows, and under axe."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article
from claims.models import Claim
from claims.tests.browser import Reader
from claims.tests.factories import create_claim
from claims.tests.test_reading_in_browser import LONG, OVERLAP, TEXT

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
# As the phone's own handles do it, which no browser lets a script press.
SELECT = """(words) => {
  const paragraph = document.querySelectorAll(".para > p")[1];
  const node = [...paragraph.childNodes].find((one) => one.data?.includes(words));
  const start = node.data.indexOf(words);
  getSelection().setBaseAndExtent(node, start, node, start + words.length);
}"""


@pytest.fixture
def article():
    return create_article(text=TEXT, headline="Ferry strands with 241 aboard")


@pytest.fixture
def open_as(new_context, live_server, client):
    """Opens a browser of its own kind, signed in."""
    client.force_login(create_reporter(name="alice", zone="Europe/Berlin"))

    def opened(**kind):
        reader = Reader(new_context(**kind).new_page(), live_server.url)
        reader.sign_in(client)
        return reader

    return opened


def test_by_touch_the_toolbar_docks_at_the_bottom(open_as, article):
    reader = open_as(**PHONE)
    reader.open(article)
    reader.page.evaluate(SELECT, "1 people on bo")
    tools = reader.page.locator("#seltools")
    expect(tools).to_be_visible()
    lit = reader.page.evaluate("[...CSS.highlights.get('snapped')].map(String).join()")
    assert lit == "241 people on board"
    box = tools.bounding_box()
    assert box["y"] + box["height"] > PHONE["viewport"]["height"] - 40
    tools.get_by_role("button", name="Mark claim").tap()
    expect(reader.page.locator(".note.is-current")).to_contain_text("“241 people on board”")
    reader.expect_focus(f"no-{Claim.objects.get().pk}")


def test_by_touch_two_taps_on_a_claim_move_its_ends(open_as, article):
    claim = create_claim(quote="There were 241", article=article)
    reader = open_as(**PHONE)
    reader.open(article, f"?claim={claim.pk}")
    at = reader.edge("were 241")
    for _ in range(2):
        reader.page.touchscreen.tap(at["left"] + 3, at["middle"])
    expect(reader.page.locator("#handle-end")).to_be_visible()
    reader.press("ArrowRight")
    reader.page.locator("#move-ends").tap()
    expect(reader.page.locator("#toasts")).to_contain_text("Moved the ends.")
    claim.refresh_from_db()
    assert claim.quote == "There were 241 people"


def test_without_javascript_sentences_are_marked_worded_moved_and_removed(open_as, article):
    page = (reader := open_as(java_script_enabled=False)).page
    reader.open(article)
    page.get_by_role("link", name="Mark by sentence").click()
    page.get_by_role("button", name=re.compile("She read it twice")).click()
    claim = Claim.objects.get()
    assert claim.quote == "She read it twice."
    expect(page.locator("#others")).to_contain_text("In other outlets")
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_role("button", name="End one word earlier").click()
    page.get_by_label("In the desk’s words").fill("Read twice")
    page.get_by_role("button", name="Save words").click()
    expect(page.locator(f"#claim-{claim.pk}")).to_contain_text("Read twice")
    claim.refresh_from_db()
    assert (claim.quote, claim.statement) == ("She read it", "Read twice")
    page.get_by_role("button", name="Remove claim 1").click()
    expect(page.locator("#claim-counts")).to_have_text("None marked")
    page.get_by_role("button", name=re.compile("Undo")).click()
    expect(page.locator(f"#claim-{claim.pk}")).to_be_visible()


def test_axe_finds_nothing_in_any_state_of_the_page(open_as, article):
    outer = create_claim(quote=LONG, article=article)
    create_claim(quote=OVERLAP, article=article)
    create_claim(quote="crew, says the passenger list. She read", article=article)
    reader = open_as()
    reader.open(article, f"?claim={outer.pk}")
    assert reader.violations == []
    reader.press("t", "ArrowDown")
    assert reader.violations == []
    reader.press("Escape")
    reader.click("nine of them")
    expect(reader.page.locator("#which")).to_be_visible()
    assert reader.violations == []
    reader.press("Escape")
    reader.page.locator("[data-move]").click()
    expect(reader.page.locator("#handle-end")).to_be_visible()
    assert reader.violations == []
    reader.press("Escape")
    reader.page.get_by_role("link", name="Edit", exact=True).click()
    expect(reader.page.get_by_label("Who says so")).to_be_visible()
    assert reader.violations == []


def test_axe_finds_nothing_where_sentences_are_marked_and_nothing_scrolls_sideways(
    open_as, article
):
    create_claim(quote=LONG, article=article)
    reader = open_as()
    reader.open(article, "?mark=sentences")
    for width in (320, 768, 1440):
        reader.page.set_viewport_size({"width": width, "height": 800})
        assert reader.violations == []
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
