"""The list of an article's revisions, and two of them side by side."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter, create_user
from articles.tests.factories import create_article, create_next_revision

pytestmark = pytest.mark.django_db
KEPT = "\n\n".join(f"Paragraph {number} of the report stays as it is." for number in range(6))
OLD = f"The ferry <ran> aground at six.\n\n{KEPT}\n\nForty people were killed.\n\nA last word."
NEW = OLD.replace("at six", "at nine").replace("Forty people were killed.", "A tug & crew came.")


@pytest.fixture
def article():
    article = create_article(text=OLD)
    create_next_revision(article, text=NEW, by=create_reporter(name="bob"))
    return article


def compare(article, old=1, new=2):
    return reverse("articles:compare_revisions", args=[article.pk, old, new])


def words(response):
    """What is read, marks of changes kept."""
    body = response.content.decode().partition("<main")[2]
    body = re.sub(r"<(/?)(del|ins)\b[^>]*>", r"[\1\2]", body)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body)))


def test_the_list_says_when_by_whom_and_how_many_words(client, article):
    client.force_login(create_reporter(zone="Asia/Tokyo"))
    page = client.get(reverse("articles:revisions", args=[article.pk]))
    assert "by bob" in words(page)
    assert "5 words added, 5 removed" in words(page)
    assert "as first imported" in words(page)
    assert "+09:00" in page.content.decode()
    assert compare(article) in page.content.decode()


def test_changes_stand_side_by_side_and_are_told_in_words(client, article):
    client.force_login(create_reporter())
    page = words(client.get(compare(article)))
    assert "The ferry <ran> aground at [del]old: six[/del]." in page
    assert "The ferry <ran> aground at [ins]new: nine[/ins]." in page
    assert "[ins]new: A tug & crew came.[/ins]" in page
    assert "3 paragraphs changed" in page
    assert "4 paragraphs unchanged" in page


def test_a_revision_with_other_blanks_alone_changed_nothing(client, article):
    create_next_revision(article, text=NEW.replace(" ", "  "))
    client.force_login(create_reporter())
    assert "The words are the same in both." in words(client.get(compare(article, 2, 3)))


def test_revisions_side_by_side_lead_to_those_beside_them(client, article):
    create_next_revision(article, text=OLD)
    create_next_revision(article, text=f"{OLD}\n\nMore.")
    client.force_login(create_reporter())
    page = client.get(compare(article, 2, 3)).content.decode()
    assert compare(article, 1, 2) in page
    assert compare(article, 3, 4) in page
    assert "The words are the same" in words(client.get(compare(article, 1, 3)))


def test_the_reading_page_leads_to_what_changed_once_something_did(client, article):
    client.force_login(create_reporter())
    assert compare(article) in client.get(article.get_absolute_url()).content.decode()
    plain = create_article()
    assert "Revision 1 of 1" in client.get(plain.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("old", "new"), [(2, 1), (1, 1), (1, 3), (0, 1), (1, 10**12)])
def test_two_revisions_that_are_not_there_are_not_found(client, article, old, new):
    client.force_login(create_reporter())
    assert client.get(compare(article, old, new)).status_code == 404


def test_who_may_see_revisions(client, article):
    for address in (compare(article), reverse("articles:revisions", args=[article.pk])):
        client.logout()
        assert client.get(address).status_code == 302
        client.force_login(create_user())
        assert client.get(address).status_code == 403
        client.force_login(create_reporter())
        assert client.get(address).status_code == 200
        assert client.post(address).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_keys_go_from_change_to_change(page, live_server, client, article):
    client.force_login(create_reporter())
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(live_server.url + compare(article))
    walk = []
    for key in "]]]][[":
        page.keyboard.press(key)
        walk.append(page.evaluate("document.activeElement.id"))
    assert walk == [f"change-{number}" for number in (1, 2, 3, 3, 2, 1)]
    expect(page.get_by_text("4 paragraphs unchanged")).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
