"""The story board in a browser: keys, opening quotes, linking, no script, axe, sizes, print."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.models import Outlet, Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import mentions
from claims.models import Claim, Link
from claims.states import LinkKind
from claims.tests.browser import Reader
from claims.tests.factories import create_link
from claims.tests.test_board import CONCERT, LATER, LIFEBOAT, LIKELY, say

pytestmark = pytest.mark.django_db(transaction=True)
ARABIC = "غادرت العبارة الميناء في السابعة مساء يوم الأربعاء"


@pytest.fixture
def story() -> Story:
    """Three outlets: the first and second contradict each other, the third probably says it."""
    story = create_story()
    first = say(story, LIFEBOAT, outlet=create_outlet(name="Northline"))
    second = say(story, LATER, at=9, outlet=create_outlet(name="Ledger"))
    create_link(first, second, kind=LinkKind.CONTRADICTS)
    say(story, CONCERT, at=10, outlet=first.outlet)
    create_article(
        story=story,
        outlet=create_outlet(name="Kestrel"),
        text=f"{LIKELY}. Rain follows.",
        published_at=datetime(2026, 11, 18, 11, tzinfo=UTC),
        published_zone="UTC",
    )
    mentions.refresh_story(story)
    return story


@pytest.fixture
def reader(page, live_server, client):
    client.force_login(create_reviewer(name="alice", zone="Europe/Berlin"))
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def go(reader: Reader, story: Story, query: str = "") -> None:
    reader.page.goto(f"{reader.url}{story.get_absolute_url()}{query}")


def first_claim() -> Claim:
    return Claim.objects.order_by("pk")[0]


def cell(outlet: str, row: Claim | None = None) -> str:
    return f"cell-{(row or first_claim()).pk}-{Outlet.objects.get(name=outlet).pk}"


def start(reader: Reader, story: Story, outlet: str = "Northline") -> str:
    """On the board, with the focus on the first row's cell of that outlet."""
    go(reader, story)
    reader.page.locator(f"#{cell(outlet)}").focus()
    return cell(outlet)


def test_arrows_and_home_and_end_walk_the_table_with_one_tab_stop(reader, story):
    start(reader, story)
    lone = Claim.objects.get(quote=CONCERT)
    first, last = f"point-{first_claim().pk}", cell("Kestrel", lone)
    walk = [
        ("ArrowRight", cell("Ledger")),
        ("ArrowDown", cell("Ledger", lone)),
        ("ArrowDown", cell("Ledger", lone)),
        ("Home", f"point-{lone.pk}"),
        ("End", last),
        ("ArrowRight", last),
        ("Control+Home", first),
        ("Control+End", last),
        ("ArrowUp", cell("Kestrel")),
        ("ArrowLeft", cell("Ledger")),
    ]
    for key, place in walk:
        reader.press(key)
        reader.expect_focus(place)
    assert reader.page.locator(".matrix tbody [tabindex='0']").count() == 1


def test_enter_opens_the_quote_and_escape_closes_it(reader, story):
    place = start(reader, story)
    reader.press("Enter")
    quote = reader.page.locator(".opened-row")
    expect(quote).to_contain_text(LIFEBOAT)
    expect(reader.page.locator(f"#{place}")).to_have_attribute("aria-expanded", "true")
    reader.expect_focus(place)
    reader.press("Escape")
    expect(quote).to_have_count(0)
    expect(reader.page.locator(f"#{place}")).to_have_attribute("aria-expanded", "false")
    reader.expect_focus(place)


def test_a_row_has_one_open_quote_and_a_second_press_closes_it(reader, story):
    go(reader, story)
    for outlet in ("Northline", "Ledger"):
        reader.page.locator(f"#{cell(outlet)}").click()
        expect(reader.page.locator(".opened-row")).to_contain_text(outlet)
        expect(reader.page.locator(".opened-row")).to_have_count(1)
    reader.page.locator(f"#{cell('Ledger')}").click()
    expect(reader.page.locator(".opened-row")).to_have_count(0)


def test_escape_from_inside_the_quote_goes_back_to_its_cell(reader, story):
    place = start(reader, story)
    reader.press("Enter")
    reader.page.locator(".opened-row").get_by_role("link", name="Review").focus()
    reader.press("Escape")
    reader.expect_focus(place)


def test_m_marks_and_links_what_is_probably_here_and_z_takes_it_back(reader, story):
    place = start(reader, story, "Kestrel")
    expect(reader.page.locator(f"#{place}")).to_contain_text("probably here")
    reader.press("m")
    expect(reader.page.locator(f"#{place}")).to_contain_text("states it")
    reader.expect_focus(place)
    assert Link.objects.confirmed().count() == 2
    expect(reader.page.locator("#toasts")).to_contain_text("Linked as the same claim")
    reader.press("z")
    expect(reader.page.locator(f"#{place}")).to_contain_text("probably here")


def test_contradicts_is_chosen_in_the_open_quote(reader, story):
    place = start(reader, story, "Kestrel")
    reader.press("Enter")
    reader.page.get_by_role("button", name="Contradicts").click()
    expect(reader.page.locator(f"#{place}")).to_contain_text("differs")
    reader.expect_focus(place)
    expect(reader.page.locator(".opened-row")).to_have_count(0)


def test_x_says_not_a_match_and_then_not_mentioned(reader, story):
    place = start(reader, story, "Kestrel")
    reader.press("x")
    expect(reader.page.locator(f"#{place}")).to_contain_text("not found")
    reader.expect_focus(place)
    reader.press("x")
    expect(reader.page.locator(f"#{place}")).to_contain_text("not mentioned")
    reader.expect_focus(place)
    expect(reader.page.locator("#toasts")).to_contain_text("Not mentioned by Kestrel")
    reader.press("z")
    expect(reader.page.locator(f"#{place}")).to_contain_text("not found")


def test_keys_that_fit_no_cell_do_nothing(reader, story):
    place = start(reader, story)
    reader.press("m")
    reader.page.locator("#matrix-head").focus()
    reader.press("v", "o", "m")
    expect(reader.page).to_have_url(f"{reader.url}{story.get_absolute_url()}")
    assert Link.objects.confirmed().count() == 1
    expect(reader.page.locator(f"#{place}")).to_be_visible()


@pytest.mark.parametrize(("key", "path"), [("v", "/claims/{}/review/"), ("o", "/articles/")])
def test_v_reviews_the_claim_and_o_opens_its_article(reader, story, key, path):
    start(reader, story)
    reader.press(key)
    reader.page.wait_for_url(f"**{path.format(first_claim().pk)}**")


def test_choosing_an_order_keeps_the_address_and_the_focus(reader, story):
    go(reader, story)
    reader.page.locator("#id_sort").select_option("time")
    reader.page.wait_for_url("**sort=time**")
    assert "sort=time" in (reader.page.locator("#board-csv").get_attribute("href") or "")
    reader.page.locator("#board-words").fill("concert")
    expect(reader.page.locator(".matrix tbody tr")).to_have_count(1)
    expect(reader.page.locator("#board-count")).to_contain_text("1 of 2 rows")
    reader.expect_focus("board-words")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_a_cell_is_a_link_and_linking_a_form(reader, story):
    go(reader, story, "?sort=time")
    reader.page.locator(f"#{cell('Kestrel')}").click()
    expect(reader.page).to_have_url(
        f"{reader.url}{story.get_absolute_url()}?sort=time&open={cell('Kestrel')[5:]}#{cell('Kestrel')}"
    )
    reader.page.get_by_role("button", name="Mark and link").click()
    expect(reader.page.locator(f"#{cell('Kestrel')}")).to_contain_text("states it")
    expect(reader.page.locator("#id_sort")).to_have_value("time")
    reader.page.get_by_role("link", name="Close").click()
    expect(reader.page.locator(".opened-row")).to_have_count(0)


def test_axe_finds_nothing_on_the_board_and_its_quotes(reader, story):
    found = {}
    for outlet in ("", "Northline", "Ledger", "Kestrel"):
        go(reader, story, f"?open={cell(outlet)[5:]}" if outlet else "?q=nowhere")
        reader.page.get_by_text("The same as a table").click()
        found[outlet] = reader.violations
    start(reader, story)
    reader.press("Enter")
    expect(reader.page.locator(".opened-row")).to_be_visible()
    found["by script"] = reader.violations
    assert [faults for faults in found.values() if faults] == []


@pytest.mark.parametrize("width", [360, 768, 1024, 1440, 1600])
def test_long_names_and_forty_outlets_scroll_in_the_table_alone(reader, story, width):
    say(story, ARABIC, at=12, outlet=create_outlet(name="Wochenzeitungsverlagsgesellschaft" * 3))
    for _ in range(36):
        create_article(story=story)
    reader.page.set_viewport_size({"width": width, "height": 800})
    go(reader, story)
    assert not reader.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    box = "const box = document.querySelector('.matrix-box');"
    assert reader.page.evaluate(f"(() => {{ {box} return box.scrollWidth > box.clientWidth; }})()")
    reader.page.locator(f"#{cell('Northline')}").focus()
    reader.press("End")
    head = reader.page.locator(".matrix tbody th").first.bounding_box()
    focused = reader.page.locator(":focus").bounding_box()
    assert head
    assert focused
    assert focused["x"] >= head["x"] + head["width"] - 1
    assert focused["x"] + focused["width"] <= width
