"""Files of every kind become drafts in the browser; one file may hold several articles."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import drafts, formats, importing, uploads
from articles.formats import Reading
from articles.formats.files import INSIDE
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, docx, zipped
from articles.formats.tests.test_ninjs import ONE, THREE
from articles.models import Article, Draft, MediaType, revision
from articles.tests.factories import create_article, create_revision
from articles.tests.test_draft import chosen

pytestmark = pytest.mark.django_db

URL = "/import/files/"
WORDS = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def send(client, name: str, content: bytes, **more):
    return client.post(URL, {"files": SimpleUploadedFile(name, content)}, **more)


def test_a_word_document_comes_to_its_preview_and_is_saved_with_its_source(client, alice):
    source = docx("By Rafael Quint", *PARAGRAPHS, title=HEADLINE)
    draft = Draft.objects.get(pk=send(client, "report.docx", source).url.strip("/").split("/")[-1])
    page = client.get(draft.get_absolute_url()).content.decode()
    assert "from the document’s title line" in page
    keep = [str(number) for number in range(3, 7)]
    client.post(draft.get_absolute_url(), chosen(headline=HEADLINE, keep=keep))
    saved = Article.objects.get().revisions.get()
    assert (saved.text, saved.media_type, bytes(saved.source)) == (WORDS, MediaType.WORD, source)
    assert saved.file_name == "report.docx"


def test_the_articles_of_one_file_are_a_batch_and_the_bad_ones_named(client, alice):
    wire = json.dumps([THREE, {"uri": "urn:x:2", "type": "picture", "headline": "A view"}, ONE])
    files = {"a.txt": WORDS, "wire.json": wire, "b.txt": " "}
    answer = send(client, "day.zip", zipped(files), follow=True)
    names = list(Draft.objects.values_list("file_name", flat=True))
    assert names == ["day.zip › a.txt", *[f"day.zip › wire.json › {HEADLINE}"] * 2]
    page = answer.content.decode()
    assert "2 files were not taken." in page
    assert "day.zip › wire.json › A view" in page
    assert len(set(Draft.objects.values_list("created_at", flat=True))) == 1


def test_sources_in_the_metadata_come_to_the_form(client, alice):
    send(client, "wire.json", json.dumps(THREE).encode())
    form = client.get(Draft.objects.get().get_absolute_url()).context["form"]
    assert form["info_sources"].value() == "Tideway Press; harbour-wire"


def test_an_article_that_its_sender_takes_back_is_marked(client, alice):
    article = create_article(url="https://northline.example/ferry", headline="Ferry aground")
    withdrawn = json.dumps({**THREE, "pubStatus": "canceled"}).encode()
    page = send(client, "kill.json", withdrawn).content.decode()
    assert "“Ferry aground” is now marked as withdrawn" in page
    article.refresh_from_db()
    assert article.withdrawn_reason == "Its sender has taken the item back."
    assert "was marked as withdrawn before" in send(client, "kill.json", withdrawn).content.decode()


def test_an_unknown_article_that_is_taken_back_is_refused(client, alice):
    page = send(client, "kill.json", json.dumps({**THREE, "pubStatus": "canceled"}).encode())
    assert "has withdrawn this article, and the desk does not have it" in page.content.decode()
    assert not Draft.objects.exists()


def test_more_articles_than_anybody_looks_through_are_refused(alice, monkeypatch):
    monkeypatch.setattr(drafts, "DRAFTS_MOST", 1)
    packed = SimpleUploadedFile("a.zip", zipped({"a.txt": WORDS, "b.txt": WORDS}))
    taken, refused = uploads.read([packed], by=alice, at=timezone.now(), story=None)
    assert (taken, refused[0][0]) == ([], "a.zip")
    assert "holds over 1 articles, more than can be looked through here" in refused[0][1]


def test_a_file_over_the_limit_is_refused_unread(alice):
    large = TemporaryUploadedFile("large.pdf", "x", formats.MAX_FILE_BYTES + 1, None)
    large.close()  # reading it now would raise
    taken, refused = uploads.read([large], by=alice, at=timezone.now(), story=None)
    assert (taken, refused) == ([], [("large.pdf", str(formats.FileTooLarge()))])


def test_a_new_version_is_one_article(client, alice):
    url = f"/articles/{create_article().pk}/new-version/"
    packed = zipped({"a.txt": WORDS, "b.txt": WORDS})
    for content, sentence in ((packed, "holds 2 articles"), (b"%PDF-1.4", "begins as a PDF")):
        answer = client.post(url, {"file": SimpleUploadedFile("a", content)})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_what_was_refused_is_no_draft(alice):
    with pytest.raises(ValueError, match="no draft"):
        drafts.keep(Reading(name="a", source=b"", refusal="No."), by=alice, at=timezone.now())


@pytest.mark.parametrize("kind", MediaType)
def test_the_database_knows_every_kind_and_each_has_an_ending(kind):
    made = create_revision(media_type=kind)
    assert made.file_name == f"article-{made.article_id}{kind.ending}"
    assert kind.ending in formats.ENDINGS


def test_the_database_refuses_another_kind():
    article = create_article()
    with pytest.raises(IntegrityError, match="revision_media_type_known"), transaction.atomic():
        article.revisions.create(
            number=2, text="x", sha256=importing.sha256_of("x"), source=b"", media_type="image/png",
            imported_at=article.imported_at, imported_by=article.imported_by,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("source_name", "expected"),
    [
        ("w.zip › in/a.json", "a.json"),
        ("w.json › Ferry aground", "Ferry aground.json"),
        ("w.zip › t.csv › Dr. Quell", "Dr. Quell.json"),
        ("ferry", "ferry"),
    ],
)
def test_a_part_of_a_file_is_downloaded_under_its_own_name(source_name, expected):
    made = create_revision(source_name=source_name, media_type=MediaType.NINJS)
    assert made.file_name == expected
    assert revision.INSIDE == INSIDE


def test_a_page_whose_address_names_no_file_is_downloaded_under_its_articles_number():
    made = create_revision(source_name="https://ledger.example/ferry/", media_type=MediaType.HTML)
    assert made.file_name == f"article-{made.article_id}.html"
