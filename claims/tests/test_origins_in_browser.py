"""Whose report it is, in a browser: from the board to why, joined, split and undone by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.models import Article, OriginEvent, Story
from articles.tests.copied import EDITED, OWN, WIRE
from articles.tests.factories import create_article, create_outlet, create_story
from claims.tests.factories import create_claim, create_link
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story() -> Story:
    """A wire story, an edited copy of it and an own report; all three say how many there were."""
    story, agency = create_story(), create_outlet(name="Northline", is_agency=True)
    wire = create_article(text=WIRE, story=story, outlet=agency)
    copy = create_article(
        text=f"{EDITED}\n\n(Northline)", story=story, outlet=create_outlet(name="Harbour Post")
    )
    own = create_article(text=OWN, story=story, outlet=create_outlet(name="Selwick Courier"))
    first = create_claim(quote="All 241 people on board", article=wire)
    for words, article in (("All 241 passengers and crew", copy), ("one of 241", own)):
        create_link(first, create_claim(quote=words, article=article))
    return story


@pytest.fixture
def reviewer(page, live_server, client) -> Reviewer:
    client.force_login(create_reviewer(name="alice", zone="Europe/Berlin"))
    reviewer = Reviewer(page, live_server.url)
    reviewer.sign_in(client)
    return reviewer


def choose(outlet: str) -> str:
    """The id of the box that ticks the outlet's article."""
    return f"choose-{Article.objects.get(outlet__name=outlet).pk}"


def follow(reviewer: Reviewer, name: str) -> None:
    """A link by that id, from the keyboard."""
    reviewer.page.locator(name).focus()
    reviewer.press("Enter")


def rule(reviewer: Reviewer, act: str, *outlets: str, reason: str) -> None:
    """Tick articles, say why, press the button, agree to what it would do; no mouse."""
    for outlet in outlets:
        reviewer.page.locator(f"#{choose(outlet)}").focus()
        reviewer.press("Space")
    reviewer.press("r")
    reviewer.type(reason)
    follow(reviewer, f"#{act}-origins")
    if outlets:
        expect(reviewer.page.locator("h1")).to_be_focused()
        assert reviewer.violations == []
        follow(reviewer, "#agree")


def test_from_the_board_to_why_these_are_one_report(reviewer, page, story):
    reviewer.go(story.get_absolute_url())
    page.locator("#id_columns").focus()
    reviewer.type("Origin")
    expect(page.locator(".matrix thead")).to_contain_text("Northline")
    expect(page.locator("#board-count")).to_contain_text("3 outlets by origin")
    page.wait_for_url("**columns=origin**")
    assert reviewer.violations == []
    follow(reviewer, ".matrix .point-name >> nth=0")
    follow(reviewer, ".signs a.origins >> nth=0")
    expect(page.locator(".standfirst")).to_have_text("3 outlets · 2 independent origins")
    expect(page.locator("#main")).to_contain_text("Credits Northline: (Northline)")
    assert reviewer.violations == []
    copy = Article.objects.get(outlet__name="Harbour Post")
    follow(reviewer, f"#show-{copy.pk}")
    expect(page.locator(f"#shared-{copy.pk} mark")).not_to_have_count(0)
    reviewer.expect_focus(f"passages-{copy.pk}")
    assert reviewer.violations == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_reviewer_joins_splits_and_undoes_by_keyboard(reviewer, page, story, browser_log):
    browser_log.expect("status of 422")
    reviewer.go(f"{story.get_absolute_url()}origins/")
    told = page.locator(".standfirst")
    reviewer.press("j")
    reviewer.expect_focus(choose("Northline"))
    rule(reviewer, "join", reason="One press ")
    expect(page.get_by_role("alert")).to_be_focused()
    rule(reviewer, "join", "Harbour Post", "Selwick Courier", reason="release.")
    expect(told).to_have_text("3 articles · 1 independent origin")
    reviewer.expect_focus("lane-1")
    reviewer.press("z")
    expect(told).to_have_text("3 articles · 2 independent origins")
    rule(reviewer, "split", "Harbour Post", reason="It asked the coastguard itself.")
    expect(told).to_have_text("3 articles · 3 independent origins")
    reviewer.expect_focus("lane-2")
    assert reviewer.violations == []
    follow(reviewer, "[id^=undo-origin-]")
    expect(told).to_have_text("3 articles · 2 independent origins")
    assert OriginEvent.objects.count() == 4


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_links_and_forms_do_the_same(reviewer, page, story, browser_log):
    browser_log.expect("status of 422")
    reviewer.go(f"{story.get_absolute_url()}?columns=origin")
    page.locator(".matrix .point-name").first.click()
    page.locator(".signs a.origins").first.click()
    page.get_by_role("link", name="Shared passages").click()
    expect(page.locator("h1")).to_have_text("What Northline and Harbour Post share")
    page.get_by_role("link", name="Origins").click()
    page.locator("#id_reason").fill("Own words.")
    page.locator("#split-origins").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose articles first.")
    page.locator(f"#{choose('Harbour Post')}").check()
    page.locator("#split-origins").click()
    page.get_by_role("button", name="Split off 1 article").click()
    expect(page.locator(".standfirst")).to_have_text("3 articles · 3 independent origins")
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page.locator(".standfirst")).to_have_text("3 articles · 2 independent origins")
    expect(page.locator("#said-head")).to_be_visible()
