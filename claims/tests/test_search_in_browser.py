"""Searching in a browser: by keys, without JavaScript, and from words of an article."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article
from claims.models import Claim
from claims.tests.browser import Reader
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = (
    "SELWICK — The ferry ran aground in thick fog, “twice” in a week.\n\n"
    "There were 241 people on board, nine of them crew, says the passenger list that she read."
)


@pytest.fixture
def reader(page, live_server, client):
    client.force_login(create_reporter(name="alice", zone="Europe/Berlin"))
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def asked(page) -> str:
    """The query in the address."""
    expect(page).to_have_url(re.compile(r"/search/\?"))
    return parse_qs(urlsplit(page.url).query)["q"][0]


def test_slash_leads_to_the_field_and_j_to_the_results(reader):
    one, two = (create_article(text=f"Thick fog, report {n}.") for n in (1, 2))
    reader.page.goto(reader.url + "/stories/")
    reader.press("/")
    reader.expect_focus("search-words")
    reader.page.keyboard.type("fogs")
    reader.press("Enter")
    expect(reader.page.locator("#found mark").first).to_have_text("fog")
    expect(reader.page.locator("#search-count")).to_have_text("2 articles and 0 claims found")
    assert asked(reader.page) == "fogs"
    reader.expect_focus("search-words")
    reader.press("Escape", "j", "j")
    reader.expect_focus(f"open-{one.pk}")
    reader.press("k", "Enter")
    expect(reader.page).to_have_url(f"{reader.url}/articles/{two.pk}/")


def test_the_other_section_is_one_press_away_and_back_returns(reader):
    claim = create_claim(article=create_article(text=TEXT), quote="ran aground in thick fog")
    reader.page.goto(reader.url + "/search/?q=fog")
    reader.page.get_by_role("link", name="Claims 1").click()
    expect(reader.page.locator(f"#claim-{claim.pk}")).to_be_visible()
    expect(reader.page).to_have_url(re.compile("in=claims"))
    reader.page.locator("#search-words").fill("aground")
    reader.press("Enter")
    expect(reader.page.locator(f"#claim-{claim.pk} mark")).to_have_text("aground")
    assert "in=claims" in reader.page.url
    reader.page.go_back()
    expect(reader.page.locator(f"#claim-{claim.pk} mark")).to_have_text("fog")


def test_selected_words_are_found_elsewhere_with_f(reader):
    article = create_article(text=TEXT)
    other = create_article(text="It ran aground in thick fog again.")
    reader.open(article)
    reader.drag("aground in", "fog, “twice”")
    expect(reader.page.locator("#find-words")).to_be_visible()
    reader.press("f")
    assert asked(reader.page) == '"aground in thick fog, twice"'
    reader.page.locator("#search-words").fill('"aground in thick fog"')
    reader.press("Enter")
    expect(reader.page.locator(f"#article-{other.pk}")).to_be_visible()
    assert not Claim.objects.exists()


def test_a_sentence_under_the_text_cursor_is_found_word_by_word(reader):
    article = create_article(text=TEXT)
    reader.open(article)
    reader.press("t", "ArrowDown", "f")
    words = (
        "There were 241 people on board, nine of them crew, says the passenger list that she read."
    )
    assert asked(reader.page) == words
    expect(reader.page.locator(f"#article-{article.pk}")).to_be_visible()


def test_words_of_two_paragraphs_can_not_be_found_elsewhere(reader):
    reader.open(create_article(text=TEXT))
    reader.drag("thick fog", "There were")
    expect(reader.page.locator("#seltools")).to_be_visible()
    expect(reader.page.locator("#find-words")).to_be_hidden()


def test_the_search_works_without_javascript(reader, new_context, client):
    create_article(text=TEXT)
    page = new_context(java_script_enabled=False).new_page()
    plain = Reader(page, reader.url)
    plain.sign_in(client)
    page.goto(reader.url + "/search/")
    page.get_by_label("Search articles and claims").fill("fog outlet:nowhere")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found mark")).to_have_text("fog")
    expect(page.locator("#found")).to_contain_text("No outlet is called “nowhere”")
    assert asked(page) == "fog outlet:nowhere"
