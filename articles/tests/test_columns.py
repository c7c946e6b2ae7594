"""It asks which column of a table is what, then makes a draft of each row."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter, create_user
from articles import drafts
from articles.formats.parts import ARTICLES_MOST
from articles.formats.tests.made import HEADLINE, PARAGRAPHS
from articles.formats.tests.test_tables import table as csv_of
from articles.models import Draft, Table
from articles.tests.counting import queries_of
from articles.tests.factories import create_story

pytestmark = pytest.mark.django_db

WORDS = "\n\n".join(PARAGRAPHS)
HEADER = ("Kopf", "Title", "Text", "Extra")
ROWS = (HEADER, ("One", HEADLINE, WORDS, ""), ("Two", "Second", "", "x"))
DRAFTS = reverse("articles:draft_list")


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def create_table(*, by: User, source: bytes = b"", **fields: object) -> Table:
    fields = {"created_at": timezone.now(), "file_name": "export.csv", **fields}
    return Table.objects.create(owner=by, source=source or csv_of(*ROWS), **fields)


def chosen(**columns: str) -> dict[str, str]:
    return {"headline": "Title", "text": "Text", **columns}


def test_a_table_comes_to_its_columns_with_a_guess_and_first_rows(client, alice):
    story = create_story()
    upload = SimpleUploadedFile("export.csv", csv_of(*ROWS))
    answer = client.post("/import/files/", {"files": upload, "story": story.slug}, follow=True)
    form = answer.context["form"]
    assert (form["headline"].value(), form["text"].value()) == ("Title", "Text")
    page = answer.content.decode()
    assert "2 rows, each an article." in page
    assert PARAGRAPHS[0][:60] in page
    assert Table.objects.get().story == story
    assert not Draft.objects.exists()


def test_the_chosen_columns_make_drafts_and_name_the_rows_that_gave_none(client, alice):
    table = create_table(by=alice)
    answer = client.post(table.get_absolute_url(), chosen(headline="Kopf"), follow=True)
    assert answer.redirect_chain == [(DRAFTS, 302)]
    draft = Draft.objects.get()
    assert draft.page["headline"]["value"] == "One"
    assert draft.created_at == table.created_at
    assert "export.csv › Two" in answer.content.decode()
    assert not Table.objects.exists()


def test_a_table_of_more_rows_than_anybody_looks_through_is_refused(client, alice, monkeypatch):
    table = create_table(by=alice)
    monkeypatch.setattr(drafts, "DRAFTS_MOST", 1)
    upload = SimpleUploadedFile("export.csv", csv_of(*ROWS))
    answers = (
        client.post("/import/files/", {"files": upload}),
        client.post(table.get_absolute_url(), chosen()),
    )
    for answer in answers:
        assert answer.status_code == 422
        assert "holds over 1 articles, more than can be looked through" in answer.content.decode()
    assert Table.objects.get() == table
    assert not Draft.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stored_table_that_cannot_be_read_any_more_says_why_and_goes(client, alice, method):
    table = create_table(by=alice, source=b"Title,Text\n" + b"a,b\n" * (ARTICLES_MOST + 1))
    answer = getattr(client, method)(table.get_absolute_url(), follow=True)
    assert answer.redirect_chain == [(DRAFTS, 302)]
    assert "because it holds over 20,000 articles" in answer.content.decode()
    assert not Table.objects.exists()


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"text": ""}, "Choose the column that holds the text."),
        ({"byline": "Nobody"}, "Choose a column of this table."),
    ],
)
def test_bad_input_is_answered_at_its_field(client, alice, bad, sentence):
    table = create_table(by=alice)
    answer = client.post(table.get_absolute_url(), chosen(**bad))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Table.objects.exists()


def test_a_map_that_gives_no_draft_comes_back_with_the_sentences(client, alice):
    table = create_table(by=alice, source=csv_of(HEADER, ("One", "x", "", "")))
    answer = client.post(table.get_absolute_url(), chosen())
    assert answer.status_code == 422
    assert "There is no text here" in answer.content.decode()
    assert Table.objects.exists()


def test_it_is_discarded(client, alice):
    table = create_table(by=alice)
    answer = client.post(table.get_absolute_url(), {"discard": "yes"}, follow=True)
    assert "Discarded" in answer.content.decode()
    assert not Table.objects.exists()


def test_the_list_of_drafts_names_the_tables_that_wait(client, alice):
    mine, _ = create_table(by=alice, file_name="mine.csv"), create_table(by=create_reporter())
    assert list(client.get(DRAFTS).context["tables"]) == [mine]
    for_one = queries_of(client, DRAFTS)
    create_table(by=alice), create_table(by=alice)
    assert queries_of(client, DRAFTS) == for_one


def test_others_strangers_and_wrong_methods(client, alice):
    of_another = create_table(by=create_reporter()).get_absolute_url()
    mine = create_table(by=alice).get_absolute_url()
    assert client.get(of_another).status_code == 404
    assert client.delete(mine).status_code == 405
    client.force_login(create_user())
    assert client.get(mine).status_code == 403
    client.logout()
    assert client.get(mine).url.startswith(reverse("accounts:login"))


def test_a_table_past_its_time_is_gone(client, alice):
    old = create_table(by=alice, created_at=timezone.now() - timedelta(hours=25))
    assert client.get(old.get_absolute_url()).status_code == 404
    drafts.purge(alice)
    assert not Table.objects.exists()


def test_what_is_no_table_is_refused_when_it_is_sent(client, alice):
    for content in (b"a,b\n", b"\x00\x01" * 99, b" "):
        upload = SimpleUploadedFile("export.csv", content)
        assert client.post("/import/files/", {"files": upload}).status_code == 422
    assert not Table.objects.exists()
