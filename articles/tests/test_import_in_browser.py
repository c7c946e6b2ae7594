"""Importing in a real browser: by mouse, by keyboard alone, without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from accounts.tests.factories import create_desk_admin
from articles.models import Article, Draft, Story
from articles.tests import pages
from articles.tests.factories import create_article, create_draft, create_outlet, create_story
from web.tests.axe import violations

pytestmark = pytest.mark.django_db(transaction=True)

LONE = "Related articles"
FIRST_FIELD = re.compile(r"^(Headline|Name)$")


@pytest.fixture
def alice() -> User:
    """A desk admin, who sees every page of the import and of outlets."""
    return create_desk_admin(name="alice")


@pytest.fixture
def address(live_server, client, alice):
    """Sign a browser page in, and say where the desk is."""

    def sign_in(page: Page) -> str:
        client.force_login(alice)
        session = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        return str(live_server.url)

    return sign_in


def box(page: Page, words: str):
    return page.get_by_role("checkbox", name=words)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def upload(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "text/plain", "buffer": content}


def test_paste_preview_toggle_and_save_by_mouse(page, address):
    page.goto(f"{address(page)}/import/")
    page.get_by_label("Text of the page").fill(pages.PASTED)
    page.get_by_role("button", name="Read text").click()
    count = page.locator("[data-line-count]")
    expect(count).to_have_text("3 lines kept, 4 left out")
    page.get_by_text(LONE, exact=True).click()
    expect(count).to_have_text("4 lines kept, 3 left out")
    expect(page.get_by_label("Name of the new outlet")).to_be_visible()
    page.get_by_label("Name of the new outlet").fill("The Ledger")
    page.get_by_label("Title of the new story").fill("Ferry aground")
    page.get_by_role("button", name="Save article").click()
    expect(page.locator(".toast")).to_contain_text(f"Saved “{pages.HEADLINE}”.")
    assert page.url.endswith(Article.objects.get().get_absolute_url())
    assert Article.objects.get().revisions.get().text == f"{pages.TEXT}\n\n{LONE}"


def test_the_same_by_keyboard_alone(page, address):
    create_outlet(name="The Ledger"), create_story(title="Ferry aground")
    page.goto(f"{address(page)}/import/")
    while focused(page) != "text":
        page.keyboard.press("Tab")
    page.keyboard.insert_text(pages.PASTED)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()
    for key in ("j", "j", "k", "Space"):
        page.keyboard.press(key)
    expect(box(page, "Home")).to_be_checked()
    while focused(page) != "id_outlet":
        page.keyboard.press("Tab")
    page.keyboard.type("The L")
    page.keyboard.press("Tab")
    page.keyboard.type("Ferry")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("Saved")
    assert Article.objects.get().outlet.name == "The Ledger"
    assert Article.objects.get().revisions.get().text == f"Home\n\n{pages.TEXT}"


def test_the_same_without_a_script(new_context, address):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address(page)}/import/")
    page.get_by_label("Text of the page").fill(pages.PASTED)
    page.get_by_role("button", name="Read text").click()
    page.get_by_label("Name of the new outlet").fill("The Ledger")
    page.get_by_role("button", name="Keep all").click()
    expect(page.locator("[data-line-count]")).to_have_text("7 lines kept, 0 left out")
    for words in ("Home", "Share this story", pages.HEADLINE):
        box(page, words).uncheck()
    page.get_by_label("Title of the new story").fill("Ferry aground")
    page.get_by_role("button", name="Save article").click()
    assert Article.objects.get().outlet.name == "The Ledger"
    assert Article.objects.get().revisions.get().text == f"{pages.TEXT}\n\n{LONE}"


def test_two_wrong_fields_put_the_focus_on_the_notice_and_one_on_itself(
    page, address, alice, browser_log
):
    browser_log.expect("status of 422")
    draft = create_draft(by=alice, struck=["Share this story"])
    page.goto(f"{address(page)}{draft.get_absolute_url()}")
    box(page, "Share this story").check()
    page.get_by_label("Headline").fill("")
    page.get_by_label("Published").fill("19 November, 6.10")
    page.get_by_label("Name of the new outlet").fill("The Ledger")
    page.get_by_label("Title of the new story").fill("Ferry aground")
    page.get_by_label("Published").press("Enter")
    notice = page.get_by_role("alert").filter(has_text="Not saved yet. 2 fields need you.")
    expect(notice).to_be_focused()
    page.get_by_label("Headline").fill("Ferry aground")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("Published")).to_be_focused()
    expect(box(page, "Share this story")).to_be_checked()


def test_keep_all_and_the_count_answer_at_once(page, address, alice):
    draft = create_draft(by=alice, struck=["Share this story", "Tweet"])
    page.goto(f"{address(page)}{draft.get_absolute_url()}")
    page.get_by_role("button", name="Keep all").click()
    expect(page.locator("[data-line-count]")).to_have_text("4 lines kept, 0 left out")
    assert Draft.objects.get().typed == {}


def test_many_files_go_one_by_one_and_come_to_the_list(page, address, browser_log):
    browser_log.expect("status of 422")
    page.goto(f"{address(page)}/import/files/")
    good = [upload(f"{n}.txt", f"{pages.TEXT} {n}".encode()) for n in range(3)]
    page.get_by_label("Files with articles").set_input_files([*good, upload("no.txt", b"\0\1")])
    page.get_by_role("button", name="Read files").click()
    page.wait_for_url("**/import/drafts/")
    expect(page.locator("#refused")).to_contain_text("no.txt: This file is not text")
    expect(page.locator(".draft-row")).to_have_count(3)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="2 of 3")).to_be_visible()


def test_files_can_be_dropped_anywhere_on_the_page(page, address):
    page.goto(f"{address(page)}/import/files/")
    dropped = page.evaluate_handle(
        """(words) => {
          const files = new DataTransfer();
          files.items.add(new File([words], "ferry.txt", { type: "text/plain" }));
          return files;
        }""",
        pages.TEXT,
    )
    page.dispatch_event("h1", "dragover", {"dataTransfer": dropped})
    expect(page.locator("[data-drop]")).to_have_attribute("data-over", "")
    page.dispatch_event("h1", "drop", {"dataTransfer": dropped})
    expect(page.get_by_label("Files with articles")).to_be_focused()
    page.get_by_role("button", name="Read files").click()
    expect(page.get_by_role("heading", name="Preview")).to_be_visible()
    assert Draft.objects.get().file_name == "ferry.txt"


def test_axe_finds_nothing(page, address, alice, browser_log):
    browser_log.expect("status of 422")
    desk = address(page)
    draft = create_draft(by=alice, struck=["Share this story"])
    article = create_article(outlet=create_outlet(name="The Ledger", slug="ledger"))
    paths = ["/import/", "/import/files/", "/import/drafts/", draft.get_absolute_url()]
    paths += ["/outlets/", "/outlets/ledger/", "/outlets/ledger/edit/"]
    paths += [f"/articles/{article.pk}/edit/"]
    found = {}
    for path in paths:
        page.goto(f"{desk}{path}")
        found[path] = violations(page)
        if path.endswith("/edit/") or path == draft.get_absolute_url():
            page.get_by_label(FIRST_FIELD).fill("")
            page.locator("main .btn-primary").click()
            found[f"{path} refused"] = violations(page)
    assert not any(found.values()), found


def test_nothing_makes_the_page_scroll_sideways(page, address, alice):
    desk = address(page)
    draft = create_draft(
        by=alice, kept=["x" * 300, "قال خفر السواحل إن السفينة جنحت"], struck=["y" * 200]
    )
    article = create_article(headline="Z" * 200, outlet=create_outlet(name="W" * 60, slug="w"))
    for path in (
        draft.get_absolute_url(),
        "/import/drafts/",
        "/outlets/w/",
        f"/articles/{article.pk}/edit/",
    ):
        page.goto(f"{desk}{path}")
        for width in (320, 360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert fits, (path, width)


def test_a_story_is_opened_once_by_a_double_press(page, address, alice):
    draft = create_draft(by=alice)
    page.goto(f"{address(page)}{draft.get_absolute_url()}")
    page.get_by_label("Headline").fill("Ferry aground")
    page.get_by_label("Name of the new outlet").fill("The Ledger")
    page.get_by_label("Title of the new story").fill("Ferry aground")
    page.get_by_role("button", name="Save article").dblclick()
    expect(page.locator(".toast")).to_have_count(1)
    assert Article.objects.count() == Story.objects.count() == 1
