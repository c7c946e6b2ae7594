"""An address that holds a file instead of a page is read like the file itself."""

from __future__ import annotations

import json

import pytest

from accounts.tests.factories import create_reporter
from articles import address_readings, checks, fetch_batches, fetches, inbox
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, docx, letter, pdf, zipped
from articles.formats.tests.test_newsml import item as newsml
from articles.formats.tests.test_ninjs import ONE, THREE
from articles.formats.tests.test_nitf import NITF
from articles.formats.tests.test_pdf import LEFT, column
from articles.formats.tests.test_unsafe import LAUGHS
from articles.models import Article, BatchItem, Draft, ItemState, MediaType
from articles.tests import site as sites
from articles.tests.factories import create_article, create_batch_item, create_feed_item

pytestmark = pytest.mark.django_db

WORDS = "\n\n".join(PARAGRAPHS)
BYTES = "application/octet-stream"
PDF = pdf([[(LEFT, 800, 20, HEADLINE), *column(PARAGRAPHS)]])
CHANGED = [PARAGRAPHS[0].replace("ferry", "steamer"), *PARAGRAPHS[1:]]
KILLED = {**THREE, "pubStatus": "canceled"}


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        settings.FETCH_SECONDS = 2
        yield site


def fetched(item: BatchItem) -> BatchItem:
    fetches.fetch(item.pk)
    item.refresh_from_db()
    return item


def given(site, body: bytes | str, media_type: str, *, path: str = "/ferry") -> BatchItem:
    site.answers[path] = sites.page(body, media_type)
    return fetched(create_batch_item(url=f"{site.url}{path}"))


@pytest.mark.parametrize(
    ("body", "served_as", "kind"),
    [
        (PDF, "application/pdf", MediaType.PDF),
        (PDF, BYTES, MediaType.PDF),
        (docx(*PARAGRAPHS, title=HEADLINE), BYTES, MediaType.WORD),
        (json.dumps(THREE), "application/json; charset=utf-8", MediaType.NINJS),
        (newsml(), "application/vnd.iptc.g2.newsitem+xml", MediaType.NEWSML_G2),
        (NITF.encode("latin-1", "xmlcharrefreplace"), "text/xml", MediaType.NITF),
        (letter(), "message/rfc822", MediaType.LETTER),
        (zipped({"a.docx": docx(*PARAGRAPHS)}), "application/zip", MediaType.WORD),
    ],
)
def test_a_file_becomes_a_draft_known_by_its_address(site, body, served_as, kind):
    item = given(site, body, served_as)
    assert (item.state, item.sentence) == (ItemState.READY, "")
    kept = [line["text"] for line in item.draft.page["lines"] if line["kept"]]
    assert PARAGRAPHS[0] in kept
    assert item.draft.media_type == kind
    assert item.draft.page["url"]["value"] == f"{site.url}/ferry"


def test_the_name_in_an_address_tells_what_the_content_leaves_open(site):
    row = f"Wording;Heading\r\n{WORDS.splitlines()[0]};Ferry aground\r\n"
    item = given(site, row, BYTES, path="/Ferry%20log.csv?day=3")
    assert item.draft.media_type == MediaType.TABLE
    page = f"<article><h1>Ferry</h1><p>{PARAGRAPHS[0]}</p></article>"
    assert given(site, page, "text/html", path="/page.csv").draft.media_type == MediaType.HTML


@pytest.mark.parametrize(
    ("body", "served_as", "sentence"),
    [
        (b"%PDF-1.4", "application/pdf", "This file begins as a PDF but is damaged"),
        (LAUGHS, "application/xml", "This file declares entities, which are not expanded"),
        (zipped({"a.txt": WORDS, "b.txt": WORDS}), "application/zip", "file of several articles"),
        (json.dumps([THREE, THREE]), "application/json", "file of several articles"),
        (zipped({"a.txt": "x" * 3_000_000}), "application/zip", "over 200 times its size"),
        (json.dumps({"ok": True}), "application/json", "This is JSON of a kind that is not known"),
        ("<?xml version='1.0'?><rss/>", "text/xml", "This is a feed, not an article"),
        (b"\xff\xd8\xff\xe0\0\0", BYTES, "This file is"),
        (b"GIF89a", "image/gif", "This address holds image/gif"),
        (json.dumps(KILLED), "application/json", "and the desk does not have it"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(site, body, served_as, sentence):
    item = given(site, body, served_as)
    assert item.state == ItemState.REFUSED
    assert sentence in item.sentence
    assert not Draft.objects.exists()


def test_a_file_that_a_feed_announced_is_imported(site):
    site.answers["/ferry.pdf"] = sites.page(PDF, "application/pdf")
    item = create_feed_item(url=f"{site.url}/ferry.pdf")
    inbox.accept([item.pk], story=create_article().story, by=create_reporter())
    article = fetched(item.batch_item).article
    assert (article.headline, article.outlet) == (HEADLINE, item.feed.outlet)
    saved = article.revisions.get()
    assert (bytes(saved.source), saved.file_name) == (PDF, "ferry.pdf")


def imported(site, source: bytes, text: str, kind: MediaType) -> Article:
    url = f"{site.url}/ferry"
    return create_article(text=text, source=source, media_type=kind, source_name=url, url=url)


def checked(site, article: Article, body: bytes | str, served_as: str) -> BatchItem:
    site.answers["/ferry"] = sites.page(body, served_as)
    return fetched(fetch_batches.check(article, by=create_reporter()).items.get())


@pytest.mark.parametrize(
    ("old", "new", "served_as", "kind"),
    [
        (PDF, pdf([[(LEFT, 800, 20, HEADLINE), *column(CHANGED)]]), BYTES, MediaType.PDF),
        (docx(*PARAGRAPHS), docx(*CHANGED), BYTES, MediaType.WORD),
        (WORDS.encode(), "\n\n".join(CHANGED).encode(), "text/plain", MediaType.TEXT),
    ],
)
def test_a_check_compares_files_of_one_kind(site, old, new, served_as, kind):
    article = imported(site, old, WORDS, kind)
    assert checked(site, article, old, served_as).sentence == checks.UNCHANGED
    assert checked(site, article, new, served_as).sentence == checks.REVISED.format(2)
    assert "steamer" in article.revisions.get(number=2).text


def test_new_words_of_another_kind_of_file_are_looked_over(site):
    article = imported(site, PDF, WORDS, MediaType.PDF)
    item = checked(site, article, "\n\n".join(CHANGED), "text/plain")
    assert (item.state, item.sentence) == (ItemState.READY, checks.NOT_FROM_PAGE)


def test_a_check_follows_what_the_sender_has_taken_back(site):
    article = imported(site, b"x", WORDS, MediaType.NINJS)
    item = checked(site, article, json.dumps(KILLED), "application/json")
    assert (item.article, item.sentence) == (article, checks.TAKEN_BACK)
    article.refresh_from_db()
    assert article.withdrawn_reason == "Its sender has taken the item back."


def test_an_item_taken_back_at_its_address_marks_its_article(site):
    article = create_article(url=f"{site.url}/ferry")
    item = given(site, json.dumps(KILLED), "application/json")
    assert (item.state, item.article) == (ItemState.IMPORTED, article)
    assert "is now marked as withdrawn" in item.sentence


def test_nobody_takes_back_what_stands_on_another_site(site):
    article = create_article(url="https://northline.example/items/4711")
    assert given(site, json.dumps(KILLED), "application/json").state == ItemState.REFUSED
    article.refresh_from_db()
    assert not article.is_withdrawn


def test_a_kill_at_an_address_finds_an_item_of_the_outlet_there_alone(site):
    killed = json.dumps({**ONE, "pubstatus": "canceled"})
    article = create_article(guid=ONE["uri"])
    assert given(site, killed, "application/json").state == ItemState.REFUSED
    article.outlet.domains.create(domain="127.0.0.1")
    assert given(site, killed, "application/json", path="/b").article == article
    article.refresh_from_db()
    assert article.is_withdrawn


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://ledger.example/a/Ferry%20log.csv?x=1#y", "Ferry log.csv"),
        ("https://ledger.example/", ""),
        ("https://ledger.example/%2e%2e/..%2fa.pdf", "a.pdf"),
    ],
)
def test_what_an_address_calls_its_file(url, name):
    assert address_readings.file_name(url) == name
