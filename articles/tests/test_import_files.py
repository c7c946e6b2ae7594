"""It reads one file or many, keeps the good ones and says what was wrong with each other one."""

from __future__ import annotations

import codecs

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import extraction, uploads
from articles.models import Draft
from articles.tests import pages
from articles.tests.counting import queries_of
from articles.tests.factories import create_draft

pytestmark = pytest.mark.django_db

URL = "/import/files/"
DRAFTS = "/import/drafts/"


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def file(name: str = "ferry.txt", content: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or pages.TEXT.encode())


def kept(draft: Draft) -> list[str]:
    return [line["text"] for line in draft.page["lines"] if line["kept"]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crlf.txt", pages.PASTED.encode()),
        ("bom.txt", codecs.BOM_UTF8 + pages.TEXT.encode()),
        ("utf-16.txt", pages.TEXT.encode("utf-16")),
        ("windows.txt", pages.TEXT.replace(" - ", " – ").encode("cp1252")),
        ("page.html", pages.HTML.encode()),
        ("page.htm", pages.HTML.encode("utf-16")),
        ("no ending", pages.TEXT.encode()),
    ],
)
def test_one_file_comes_to_its_preview(client, alice, name, content):
    answer = client.post(URL, {"files": file(name, content)})
    draft = Draft.objects.get(owner=alice)
    assert answer.url == draft.get_absolute_url()
    assert kept(draft) == list(pages.BODY)
    assert (draft.file_name, bytes(draft.source)) == (name, content)


def test_accents_of_a_windows_file_are_right(client, alice):
    words = "Une déclaration du préfet “a été” faite à l’école de Sèvres où l’on s’était réuni. "
    client.post(URL, {"files": file(content=(words * 4).encode("cp1252"))})
    assert "préfet “a été” faite à l’école" in kept(Draft.objects.get())[0]


def test_many_files_come_to_a_list_with_one_sentence_for_each_refused(client, alice):
    files = [
        file("a.txt"),
        file("b.bin", b"\x00\x01\x02" * 50),
        file("c.html", pages.HTML.encode()),
    ]
    answer = client.post(URL, {"files": [*files, file("d.txt", b" ")]}, follow=True)
    assert answer.redirect_chain == [(DRAFTS, 302)]
    page = answer.content.decode()
    assert "2 files were not taken." in page
    assert "<b>b.bin</b>: This file is not text" in page
    assert [draft.file_name for draft in answer.context["page"].rows] == ["a.txt", "c.html"]
    assert "Preview first" in page
    assert Draft.objects.count() == 2


def test_files_of_one_import_follow_each_other_in_the_preview(client, alice):
    client.post(URL, {"files": [file("a.txt"), file("b.txt"), file("c.txt")]})
    second = Draft.objects.get(file_name="b.txt")
    place = client.get(second.get_absolute_url()).context["preview"].place
    assert (place.number, place.total) == (2, 3)
    assert place.next_id == Draft.objects.get(file_name="c.txt").pk


def test_files_sent_one_by_one_with_one_form_belong_together(client, alice):
    batch = client.get(URL).context["batch"]
    for name, content in (("a.txt", b""), ("b.txt", b" "), ("c.txt", b"\x00"), ("d.txt", b"")):
        client.post(URL, {"batch": batch, "files": file(name, content)})
    assert len(set(Draft.objects.values_list("created_at", flat=True))) == 1
    answer = client.get(DRAFTS)
    assert [name for name, _ in answer.context["refused"]] == ["b.txt", "c.txt"]


@pytest.mark.parametrize("batch", ["", "x", "2026-11-19:a:b"])
def test_a_stamp_that_is_not_ours_means_now(client, alice, batch):
    before = timezone.now()
    client.post(URL, {"batch": batch, "files": file()})
    assert Draft.objects.get().created_at >= before


@pytest.mark.parametrize("content", [b" ", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, b"Share\nTweet\n"])
def test_when_all_are_refused_the_form_comes_back_with_the_sentences(client, alice, content):
    answer = client.post(URL, {"files": [file("a.txt", content), file("b.txt", content)]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<b>a.txt</b>" in page
    assert "<b>b.txt</b>" in page
    assert not Draft.objects.exists()


def test_a_form_without_files_asks_for_one(client, alice):
    answer = client.post(URL, {})
    assert answer.status_code == 422
    assert "Choose at least one file." in answer.content.decode()


def test_a_text_over_five_megabytes_is_refused(alice):
    large = file("large.txt", b"Words. " * 800_000)
    taken, refused = uploads.read([large], by=alice, at=timezone.now(), story=None)
    assert taken == []
    assert refused == [("large.txt", str(extraction.SourceTooLong()))]


@pytest.mark.parametrize(
    ("sent", "kept_name"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\desk\\ferry.txt", "ferry.txt"),
        ("a\u202etxt.exe\n.txt", "atxt.exe.txt"),
        (f"{'x' * 400}.txt", f"{'x' * 251}.txt"),
        ("<b>ferry</b>.txt", "b>.txt"),
    ],
)
def test_the_name_of_a_file_is_only_a_name(client, alice, sent, kept_name):
    upload = SimpleUploadedFile("x", pages.TEXT.encode())
    upload._name = sent
    client.post(URL, {"files": upload})
    assert Draft.objects.get().file_name == kept_name
    assert "<b>ferry" not in client.get(DRAFTS).content.decode()


def test_the_list_shows_only_ones_own_drafts_that_wait(client, alice):
    mine, _ = create_draft(by=alice, file_name="mine.txt"), create_draft()
    assert client.get(DRAFTS).context["page"].rows == [mine]
    discard = reverse("articles:discard", args=[mine.pk])
    answer = client.post(discard, {"from_list": "yes"}, follow=True)
    assert answer.redirect_chain == [(DRAFTS, 302)]
    assert "No draft waits." in answer.content.decode()


def test_the_list_costs_the_same_for_one_draft_and_for_many(client, alice):
    create_draft(by=alice)
    for_one = queries_of(client, DRAFTS)
    for _ in range(12):
        create_draft(by=alice)
    assert queries_of(client, DRAFTS) == for_one
