"""Reading and marking in a browser: by mouse, by touch, by keyboard, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article
from claims.models import Claim
from claims.tests.browser import Reader
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = (
    "SELWICK — The car ferry Ardent Tide ran aground at 6.40pm on Wednesday in thick fog.\n\n"
    "There were 241 people on board, nine of them crew, says the passenger list. She read it twice."
    "\n\nFlares 🚨🚨 lit the café 👩\u200d👩\u200d👧 before dark.\n\n"
    "كان على متنها 241 شخصا، بينهم تسعة من الطاقم. جنحت السفينة مساء الأربعاء."
)
LONG = "There were 241 people on board, nine of them crew"
OVERLAP = "nine of them crew, says the passenger list"


@pytest.fixture
def article():
    return create_article(text=TEXT, headline="Ferry strands with 241 aboard")


@pytest.fixture
def reader(page, live_server, client):
    client.force_login(create_reporter(name="alice", zone="Europe/Berlin"))
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def test_words_dragged_over_are_snapped_and_marked(reader, article):
    reader.open(article)
    reader.drag("ere were 241", "241 peop")
    expect(reader.page.locator("#seltools")).to_be_visible()
    assert reader.selected == "There were 241 people"
    reader.press("Enter")
    expect(reader.page.locator(".note.is-current")).to_contain_text("“There were 241 people”")
    claim = Claim.objects.get()
    assert claim.quote == "There were 241 people"
    reader.expect_focus(f"no-{claim.pk}")
    expect(reader.page.locator("#toasts")).to_contain_text("Marked “There were 241 people”.")
    expect(reader.page.locator("#others")).to_contain_text("No other outlet says this yet.")
    expect(reader.page).to_have_url(re.compile(rf"\?claim={claim.pk}$"))


def test_the_toolbars_button_marks_behind_emoji_and_inside_a_mark(reader, article):
    create_claim(quote="Flares 🚨🚨 lit", article=article)
    reader.open(article)
    reader.drag("🚨🚨 lit", "👩\u200d👩\u200d👧")
    reader.page.get_by_role("button", name="Mark claim").click()
    expect(reader.page.locator(".note.is-current")).to_be_visible()
    assert Claim.objects.latest("pk").quote == "🚨🚨 lit the café 👩\u200d👩\u200d👧"


def test_words_of_two_paragraphs_are_refused_with_a_sentence(reader, article):
    reader.open(article)
    reader.drag("thick fog", "There were")
    tools = reader.page.locator("#seltools")
    expect(tools).to_contain_text("A claim stands in one paragraph.")
    expect(tools.get_by_role("button", name="Mark claim")).to_be_hidden()
    reader.press("Enter", "Escape")
    expect(tools).to_be_hidden()
    assert not Claim.objects.exists()


def test_tab_goes_into_the_toolbar_and_escape_back_to_the_paragraph(reader, article):
    reader.open(article)
    reader.drag("241 people", "241 people")
    expect(reader.page.locator("#seltools")).to_be_visible()
    reader.press("Tab")
    reader.expect_focus("mark-words")
    reader.press("Escape")
    expect(reader.page.locator("#seltools")).to_be_hidden()
    reader.expect_focus(f"text-{TEXT.index('There')}")


def test_numbers_behind_a_new_claim_move_on(reader, article):
    later = create_claim(quote="She read it twice", article=article)
    reader.open(article)
    reader.drag("241 people", "241 people")
    expect(reader.page.locator("#seltools")).to_be_visible()
    reader.press("Enter")
    expect(reader.page.locator(f"#no-{later.pk}")).to_have_text("Claim 2, unreviewed, starts:")
    expect(reader.page.locator(f"#claim-{later.pk} .no")).to_have_text("2")
    expect(reader.page.locator("#claim-counts")).to_have_text("2 marked, 2 unreviewed")


def test_pressing_a_mark_brings_its_claim_into_focus(reader, article):
    claim = create_claim(quote=LONG, article=article)
    reader.open(article)
    reader.click("241 people")
    expect(reader.page.locator(f"#claim-{claim.pk}")).to_have_class(re.compile("is-current"))
    expect(reader.page.locator(f'mark[data-claim="{claim.pk}"]')).to_have_class(
        re.compile("is-current")
    )
    expect(reader.page.get_by_role("link", name="Edit", exact=True)).to_be_visible()
    expect(reader.page).to_have_url(re.compile(rf"\?claim={claim.pk}$"))


def test_shared_words_ask_which_claim(reader, article):
    create_claim(quote=LONG, article=article)
    inner = create_claim(quote=OVERLAP, article=article, statement="Nine were crew")
    reader.open(article)
    reader.click("nine of them crew")
    choices = reader.page.locator("#which button")
    expect(choices).to_have_count(2)
    expect(choices.nth(1)).to_have_text(re.compile(r"2\s*Unreviewed\s*Nine were crew"))
    choices.nth(1).click()
    expect(reader.page.locator("#which")).to_be_hidden()
    expect(reader.page.locator(".note.is-current")).to_contain_text("Nine were crew")
    reader.expect_focus(f"no-{inner.pk}")


def test_the_text_cursor_marks_without_a_mouse(reader, article):
    create_claim(quote="There were 241", article=article)
    reader.open(article)
    says = reader.page.locator("#textcursor-says")
    reader.press("t")
    expect(says).to_contain_text("SELWICK — The car ferry")
    reader.press("ArrowDown")
    expect(says).to_contain_text("passenger list., in claim 1, unreviewed")
    reader.press("ArrowDown", "ArrowRight")
    expect(says).to_have_text("She")
    reader.expect_focus("textcursor")
    reader.press("Shift+ArrowRight", "Shift+ArrowRight")
    expect(says).to_have_text("Added: it")
    reader.press("Shift+ArrowLeft")
    expect(says).to_have_text("Left out: it")
    reader.press("Enter")
    expect(reader.page.locator(".note.is-current")).to_contain_text("“She read”")
    reader.expect_focus(f"no-{Claim.objects.latest('pk').pk}")
    expect(reader.page.locator("#textcursor")).to_be_hidden()


def test_escape_gives_the_focus_back_to_where_it_was(reader, article):
    claim = create_claim(quote="There were 241", article=article)
    reader.open(article)
    reader.page.locator(f"#claim-{claim.pk}-link").focus()
    reader.press("t", "ArrowDown", "Escape")
    reader.expect_focus(f"claim-{claim.pk}-link")
    assert reader.selected == ""
    assert Claim.objects.count() == 1


def test_arrows_follow_the_line_from_right_to_left(reader, article):
    reader.open(article)
    says = reader.page.locator("#textcursor-says")
    reader.press("t", *["ArrowDown"] * 4)
    expect(says).to_contain_text("كان على متنها")
    reader.press("ArrowLeft", "ArrowLeft")
    expect(says).to_have_text("على")
    reader.press("Shift+ArrowLeft", "Enter")
    expect(reader.page.locator(".note.is-current")).to_contain_text("على متنها")
    assert Claim.objects.get().quote == "على متنها"


def test_keys_go_from_claim_to_claim_and_to_the_review(reader, article):
    one = create_claim(quote="The car ferry", article=article)
    two = create_claim(quote="She read it twice", article=article)
    reader.open(article)
    for key, claim in (("]", one), ("]", two), ("[", one)):
        reader.press(key)
        expect(reader.page.locator(f"#claim-{claim.pk} .note-tools")).to_be_visible()
        reader.expect_focus(f"no-{claim.pk}")
    reader.press("Enter")
    reader.expect_focus(f"claim-{one.pk}-link")
    reader.press("v")
    expect(reader.page).to_have_url(re.compile(rf"/claims/{one.pk}/review/"))


def test_a_double_press_moves_the_ends_by_arrows_and_by_dragging(reader, article):
    claim = create_claim(quote="There were 241", article=article)
    reader.open(article, f"?claim={claim.pk}")
    reader.click("were 241", times=2)
    expect(reader.page.locator("#handle-start")).to_be_visible()
    reader.expect_focus("handle-end")
    reader.press("ArrowRight", "ArrowRight")
    expect(reader.page.locator("#handle-end")).to_have_attribute("aria-valuetext", "ends with on")
    knob = reader.page.locator("#handle-start").bounding_box()
    target = reader.edge("241 people")
    reader.page.mouse.move(knob["x"] + knob["width"] / 2, knob["y"] + 8)
    reader.page.mouse.down()
    reader.page.mouse.move(target["left"], target["middle"], steps=4)
    reader.page.mouse.up()
    assert reader.selected == "241 people on"
    reader.press("Enter")
    expect(reader.page.locator("#toasts")).to_contain_text("Moved the ends.")
    claim.refresh_from_db()
    assert claim.quote == "241 people on"
    reader.expect_focus(f"no-{claim.pk}")


def test_removing_keeps_the_focus_and_z_undoes_it(reader, article):
    claim = create_claim(quote="There were 241", article=article)
    reader.open(article, f"?claim={claim.pk}")
    reader.page.get_by_role("button", name="Remove claim 1").click()
    expect(reader.page.locator("#others")).to_contain_text("No claims marked.")
    expect(reader.page).to_have_url(re.compile(r"/articles/\d+/$"))
    reader.expect_focus(f"text-{TEXT.index('There')}")
    reader.press("z")
    expect(reader.page.locator("#toasts")).to_contain_text("is marked again")
    expect(reader.page.locator(f"#claim-{claim.pk}")).to_be_visible()
    reader.expect_focus(f"no-{claim.pk}")


def test_words_are_edited_in_the_note_and_steps_keep_what_was_typed(reader, article):
    claim = create_claim(quote="There were 241", article=article)
    reader.open(article, f"?claim={claim.pk}")
    reader.page.get_by_role("link", name="Edit", exact=True).click()
    reader.expect_focus("id_statement")
    reader.page.get_by_label("In the desk’s words").fill("241 were aboard")
    reader.page.get_by_role("button", name="End one word later").click()
    expect(reader.page.locator(f'mark[data-claim="{claim.pk}"]')).to_contain_text("241 people")
    reader.expect_focus(f"claim-{claim.pk}-end-later")
    expect(reader.page.get_by_label("In the desk’s words")).to_have_value("241 were aboard")
    reader.press("Control+Enter")
    expect(reader.page.locator(f"#claim-{claim.pk}-link")).to_have_text("241 were aboard")
    reader.expect_focus(f"claim-{claim.pk}-link")
    expect(reader.page.locator("#others")).to_contain_text("241 were aboard")
    claim.refresh_from_db()
    assert (claim.statement, claim.quote) == ("241 were aboard", "There were 241 people")


def test_a_note_follows_what_the_panel_links(reader, article):
    other = create_article(
        text="A total of 241 people were on board, crew included.", story=article.story
    )
    claim = create_claim(quote="There were 241 people on board", article=article)
    reader.open(article, f"?claim={claim.pk}")
    reader.page.get_by_role("button", name="Same claim").click()
    expect(reader.page.locator(f"#claim-{claim.pk}")).to_contain_text("2 outlets")
    assert Claim.objects.filter(article=other).count() == 1


def test_words_that_changed_meanwhile_are_not_marked(reader, article, browser_log):
    browser_log.expect("status of 409")
    reader.open(article)
    reader.page.evaluate("document.getElementById('article').dataset.revision = 0")
    reader.drag("241 people", "241 people")
    expect(reader.page.locator("#seltools")).to_be_visible()
    reader.press("Enter")
    expect(reader.page.locator("#toasts")).to_contain_text("Select them again.")
    assert reader.selected == "241 people"
    assert not Claim.objects.exists()
