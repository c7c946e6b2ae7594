"""A wire's item is known by its identifier, whatever version of it comes and from where."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from accounts.tests.factories import create_reporter
from articles import details, importing
from articles.errors import AlreadyImported, ArticleError
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, one, zipped
from articles.formats.tests.test_newsml import item as newsml
from articles.formats.tests.test_ninjs import MARKUP, ONE, WORDS
from articles.formats.tests.test_nitf import NITF
from articles.models import Article, Draft
from articles.tests.command import run_json
from articles.tests.factories import create_article, create_outlet, create_story
from articles.tests.test_importing import new_article

pytestmark = pytest.mark.django_db

GUID = "urn:newsml:northline.example:20261118:4711"
ITEM = {**ONE, "uri": GUID, "copyrightholder": "Northline"}
NEWER = {**ITEM, "body_xhtml": MARKUP.replace("ferry", "steamer")}
KILLED = {**ITEM, "pubstatus": "canceled"}


def known(**fields: object) -> Article:
    outlet = create_outlet(name="Northline")
    return create_article(outlet=outlet, guid=GUID, text=WORDS, headline=HEADLINE, **fields)


def send(client, item: object):
    file = SimpleUploadedFile("wire.json", json.dumps(item).encode())
    return client.post("/import/files/", {"files": file}, follow=True)


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def test_a_new_version_is_announced_in_its_preview_and_saved_as_a_revision(client, alice):
    article = known()
    page = send(client, NEWER).content.decode()
    assert "new version" in page
    draft = Draft.objects.get()
    keep = [str(number) for number in range(1, len(PARAGRAPHS) + 1)]
    posted = {"headline": HEADLINE, "keep": keep, "version_of": article.pk}
    client.post(draft.get_absolute_url(), posted)
    assert "steamer" in article.revisions.get(number=2).text


def test_an_item_that_is_taken_back_marks_its_article(client, alice):
    article = known()
    assert "is now marked as withdrawn" in send(client, KILLED).content.decode()
    article.refresh_from_db()
    assert article.is_withdrawn


def test_of_two_outlets_items_of_one_name_the_senders_is_taken_back(client, alice):
    article, other = known(), create_article(guid=GUID)
    send(client, KILLED)
    assert [row.is_withdrawn for row in Article.objects.order_by("pk")] == [True, False]
    page = send(client, {**KILLED, "copyrightholder": ""}).content.decode()
    assert "the desk does not have it" in page
    assert (article.guid, other.guid) == (GUID, GUID)


def test_the_command_makes_revisions_and_none_when_it_runs_again(tmp_path):
    story = create_story(slug="ferry")
    (tmp_path / "a.json").write_text(json.dumps(ITEM))
    (tmp_path / "b.zip").write_bytes(zipped({"b.json": json.dumps(NEWER)}))
    first = run_json(tmp_path)
    assert [row["status"] for row in first] == ["imported", "revised"]
    again = run_json(tmp_path)
    assert {row["status"] for row in again} == {"unchanged"}
    article = story.articles.get(guid=GUID)
    assert article.revisions.count() == 2
    (tmp_path / "k.json").write_text(json.dumps(KILLED))
    assert run_json(tmp_path)[-1]["status"] == "withdrawn"


def test_an_older_version_that_comes_late_changes_nothing():
    article, alice = known(), create_reporter()
    dated = {"outlet": article.outlet, "guid": GUID}
    late, early = article.imported_at, article.imported_at.replace(year=2020)
    importing.receive(new_article(text="Two.", published_at=late, **dated), by=alice)
    with pytest.raises(AlreadyImported, match="with newer words"):
        importing.receive(new_article(text="One.", published_at=early, **dated), by=alice)
    assert article.revisions.count() == 2


def test_an_article_without_an_identifier_takes_that_of_its_next_version():
    article, alice = create_article(url="https://northline.example/a"), create_reporter()
    importing.revise(article, new_article(text="Two.", guid=GUID), by=alice)
    importing.revise(article, new_article(text="Three.", guid="urn:other"), by=alice)
    article.refresh_from_db()
    assert article.guid == GUID
    event = article.events.get(field="guid")
    assert (event.field_name, event.after) == ("item identifier", GUID)


def test_the_page_of_its_details_names_the_identifier(client, alice):
    page = client.get(f"/articles/{known().pk}/edit/").content.decode()
    assert f"Item identifier: <bdi>{GUID}</bdi>" in page


def test_an_outlet_has_one_article_of_an_identifier():
    article, other = known(), create_article(guid=GUID)
    with pytest.raises(ArticleError, match="another article of this item identifier"):
        details.correct(other, by=create_reporter(), outlet=article.outlet)
    with pytest.raises(IntegrityError, match="article_guid_unique"):
        Article.objects.filter(pk=other.pk).update(outlet=article.outlet)


def test_the_database_keeps_no_longer_identifier():
    with pytest.raises(IntegrityError, match="article_guid_length"):
        create_article(guid="x" * 501)


def found(source: bytes | str) -> str | None:
    guid = one(source).guid
    return guid.value if guid else None


@pytest.mark.parametrize(
    ("uri", "others", "guid"),
    [
        (GUID, [], GUID),
        (f"{GUID}:3U", [], GUID),
        ("tag:northline.example,2026:4711", [], "tag:northline.example,2026:4711"),
        ("https://northline.example/4711", [], None),
        ("https://northline.example/4711", ["politics", "3", GUID], GUID),
        ("x" * 501, [], None),
        ("urn:x:\0 1", [], "urn:x: 1"),
    ],
)
def test_an_items_own_name_counts_and_only_worldwide_ones_of_the_others(uri, others, guid):
    item = {**ONE, "uri": uri, "altids": [{"value": other} for other in others]}
    assert found(json.dumps(item)) == guid


def test_newsml_and_nitf_name_their_items_too():
    assert found(newsml(guid="4711")) == "urn:newsml:4711"
    own = NITF.replace("https://northline.example/4711", "NL-4711")
    assert found(own.encode("latin-1", "xmlcharrefreplace")) == "NL-4711"
    assert found(NITF.encode("latin-1", "xmlcharrefreplace")) is None
