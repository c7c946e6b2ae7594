"""The whole job in a browser, from pasted text to undone verdict: mouse, keyboard, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.models import Article
from claims.models import Claim
from claims.states import ClaimStatus
from claims.tests.browser import Reader
from factdesk.tests.whole_job import (
    COURIER,
    NORTHLINE,
    RATIONALE,
    linked,
    statuses,
)

WORDS = {"outlet": "named", "story": "titled"}
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page, live_server, client):
    client.force_login(create_reviewer(name="alice", zone="Europe/Berlin"))
    desk = Reader(page, live_server.url)
    desk.sign_in(client)
    page.goto(live_server.url)
    return desk


@pytest.fixture
def browser_context_args(browser_context_args, request):
    """Tests named `…_without_a_script` run with JavaScript off."""
    has_script = "without_a_script" not in request.node.name
    return {**browser_context_args, "java_script_enabled": has_script}


def by_mouse(page, name: str, *, role: str = "button") -> None:
    page.get_by_role(role, name=name, exact=False).first.click()


def paste(page, text: str, *, outlet: str, story: str) -> None:
    by_mouse(page, "Import", role="link")
    page.get_by_label("Text of the page").fill(text)
    by_mouse(page, "Read text")
    choose_new(page, "outlet", outlet)
    choose_new(page, "story", story)
    by_mouse(page, "Save article")


def choose_new(page, what: str, name: str) -> None:
    """The outlet or story of that name if the desk has it, else a new one."""
    choice = page.locator(f"select[name={what}]")
    known = [option for option in choice.locator("option").all_inner_texts() if option == name]
    if known:
        choice.select_option(label=name)
    else:
        choice.select_option(label=f"New {what}, {WORDS[what]} below")
        page.locator(f"input[name=new_{what}]").fill(name)


def test_by_mouse(desk):
    page = desk.page
    paste(page, NORTHLINE, outlet="Northline", story="Ferry aground")
    expect(page.get_by_role("heading", name="Ardent Tide aground, 214 aboard")).to_be_visible()
    paste(page, COURIER, outlet="Selwick Courier", story="Ferry aground")
    expect(page.locator(".para")).to_have_count(3)
    assert "views" not in Article.objects.get(outlet__name="Selwick Courier").revisions.get().text

    desk.drag("There were 241", "nine of them crew")
    by_mouse(page, "Mark claim")
    first = page.locator("#others .other").first
    expect(first).to_contain_text("There were 214 people on board")
    first.get_by_role("button", name="Contradicts").click()
    expect(page.locator("#others")).to_contain_text("Unlink")
    assert linked() == {"contradicts"}

    by_mouse(page, "Queue", role="link")
    by_mouse(page, "Review next")
    expect(page.locator("#verdict-form")).to_be_visible()
    page.get_by_label("Rationale").fill(RATIONALE)
    page.get_by_label("Address or citation").fill("https://port.example/list")
    by_mouse(page, "Verify")
    expect(page.locator("#toasts")).to_contain_text("Verified “")
    page.get_by_label("Rationale").fill("A first radio call, before the car deck was counted.")
    by_mouse(page, "Dispute")
    expect(page.locator("#toasts")).to_contain_text("Disputed “")
    assert sorted(statuses().values()) == [ClaimStatus.DISPUTED, ClaimStatus.VERIFIED]

    by_mouse(page, "Undo")
    expect(page.locator("#toasts")).to_contain_text("Undone.")
    assert sorted(statuses().values()).count(ClaimStatus.UNREVIEWED) == 1


def test_by_keyboard_only(desk):
    page = desk.page
    for text, outlet in ((NORTHLINE, "Northline"), (COURIER, "Selwick Courier")):
        import_by_keys(desk, text, outlet=outlet)
    page.wait_for_selector(".para")
    desk.press("t", "ArrowDown", "ArrowDown", "Enter")
    expect(page.locator("#others .other").first).to_contain_text("214 people on board")
    desk.press("p")
    tab_to(desk, "contradicts-")
    desk.press("Enter")
    expect(page.locator("#others")).to_contain_text("Unlink")
    assert linked() == {"contradicts"}

    desk.press("g", "q")
    expect(page.locator("#queue-list")).to_be_visible()
    page.wait_for_load_state()  # its scripts are there to hear the next key
    desk.press("n")
    expect(page.locator("#verdict-form")).to_be_visible()
    desk.press("e")
    page.keyboard.type("https://port.example/list")
    desk.press("Escape", "r")
    page.keyboard.type(RATIONALE)
    desk.press("Escape", "v")
    expect(page.locator("#toasts")).to_contain_text("Verified “")
    desk.press("r")
    page.keyboard.type("A first radio call.")
    desk.press("Escape", "d")
    expect(page.locator("#toasts")).to_contain_text("Disputed “")
    desk.press("z")
    expect(page.locator("#toasts")).to_contain_text("Undone.")
    assert sorted(statuses().values()) == [ClaimStatus.UNREVIEWED, ClaimStatus.VERIFIED]


def import_by_keys(desk, text: str, *, outlet: str) -> None:
    page = desk.page
    desk.press("g", "i")
    expect(page.get_by_label("Text of the page")).to_be_visible()
    tab_to(desk, "text")
    page.keyboard.insert_text(text)
    desk.press("Control+Enter")
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()
    for what, name in (("outlet", outlet), ("story", "Ferry aground")):
        tab_to(desk, f"id_{what}")
        page.keyboard.type(name if has_option(page, what, name) else "New")
        if not has_option(page, what, name):
            tab_to(desk, f"id_new_{what}")
            page.keyboard.type(name)
    desk.press("Control+Enter")
    expect(page.locator(".para").first).to_be_visible()


def has_option(page, what: str, name: str) -> bool:
    return name in page.locator(f"select[name={what}] option").all_inner_texts()


def tab_to(desk, start: str) -> None:
    """Press Tab until the element whose id begins so has the focus."""
    for _ in range(80):
        desk.press("Tab")
        if desk.page.evaluate("document.activeElement.id").startswith(start):
            return
    raise AssertionError(f"Tab never came to {start}")


def test_without_a_script(desk):
    page = desk.page
    paste(page, NORTHLINE, outlet="Northline", story="Ferry aground")
    paste(page, COURIER, outlet="Selwick Courier", story="Ferry aground")
    by_mouse(page, "Mark by sentence", role="link")
    page.get_by_role("button", name=re.compile("There were 241 people")).click()
    claim = Claim.objects.get()
    page.goto(f"{desk.url}/claims/{claim.pk}/others/")
    page.locator(".other").first.get_by_role("button", name="Contradicts").click()
    assert linked() == {"contradicts"}

    by_mouse(page, "Queue", role="link")
    by_mouse(page, "Review next")
    page.get_by_label("Rationale").fill(RATIONALE)
    page.get_by_label("Address or citation").fill("https://port.example/list")
    by_mouse(page, "Verify")
    expect(page.locator("#toasts")).to_contain_text("Verified “")
    page.get_by_label("Rationale").fill("A first radio call.")
    by_mouse(page, "Dispute")
    expect(page.locator("#toasts")).to_contain_text("Disputed “")
    by_mouse(page, "Undo")
    expect(page.locator("#toasts")).to_contain_text("Undone.")
    assert sorted(statuses().values()) == [ClaimStatus.UNREVIEWED, ClaimStatus.VERIFIED]
