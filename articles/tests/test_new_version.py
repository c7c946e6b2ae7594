"""A person sees what a new version changes before it is saved, and brings one for any article."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import create_reporter, create_user
from articles.extraction import Found
from articles.models import Article, Draft
from articles.tests.factories import TEXT, create_article, create_draft

pytestmark = pytest.mark.django_db

ADDRESS = "https://ledger.example/ferry"
NEWER = TEXT.replace("241", "214").split("\n\n")


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def known() -> Article:
    return create_article(text=TEXT, url=ADDRESS, headline="Ferry aground")


def draft_of_newer(by: User, **found: Found) -> Draft:
    return create_draft(by=by, kept=NEWER, headline=Found("Ferry freed", "a title"), **found)


def url_of(article: Article) -> str:
    return reverse("articles:new_version", args=[article.pk])


def chosen(known: Article, **changes: object) -> dict[str, object]:
    """What a browser posts for the preview that says of which article it is a version."""
    typed = {"headline": "Ferry freed", "url": ADDRESS, "keep": ["1", "2"]}
    return {**typed, "version_of": known.pk, **changes}


def html(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_preview_says_that_it_is_a_new_version_and_what_changes(client, alice, known):
    draft = draft_of_newer(alice, url=Found(ADDRESS, "the page’s link"))
    page = html(client.get(draft.get_absolute_url()))
    assert "This is a new version of “Ferry aground”" in page
    assert "Saving makes it revision 2" in page
    assert "Ferry aground</del>" in page
    assert "Ferry freed</ins>" in page
    assert "There were 214 people on board, nine of them crew, according" in page
    assert "Twelve were treated" not in page.split("What changes")[1].split("</ul>")[0]
    assert 'name="outlet"' not in page


def test_saving_it_makes_the_next_revision(client, alice, known):
    draft = draft_of_newer(alice, url=Found(ADDRESS, "the page’s link"))
    answer = client.post(draft.get_absolute_url(), chosen(known), follow=True)
    assert "Saved revision 2 of “Ferry freed”." in html(answer)
    assert [one.number for one in known.revisions.order_by("number")] == [1, 2]
    assert (Article.objects.get().story, Draft.objects.get().article) == (known.story, known)


def test_nobody_saves_a_new_version_without_having_been_told(client, alice, known):
    draft = draft_of_newer(alice)
    typed = chosen(known, outlet=known.outlet_id, story=known.story_id, version_of="")
    answer = client.post(draft.get_absolute_url(), typed)
    assert answer.status_code == 409
    assert "Not saved yet. This is a new version of “Ferry aground”" in html(answer)
    assert known.revisions.count() == 1


def test_any_article_takes_a_new_version_from_its_page(client, alice):
    article = create_article(text=TEXT)
    answer = client.post(url_of(article), {"text": "\n\n".join(NEWER)}, follow=True)
    assert "Saving makes it revision 2" in html(answer)
    assert answer.context["form"]["headline"].value() == article.headline
    draft = Draft.objects.get()
    client.post(draft.get_absolute_url(), chosen(article, url="", version_of=""))
    assert article.revisions.count() == 2
    assert Article.objects.count() == 1


def test_a_file_does_as_well(client, alice, known):
    file = SimpleUploadedFile("ferry.txt", "\n\n".join(NEWER).encode())
    client.post(url_of(known), {"file": file})
    assert (Draft.objects.get().revises, Draft.objects.get().file_name) == (known, "ferry.txt")


def test_the_same_words_again_change_nothing_and_the_preview_says_so(client, alice, known):
    answer = client.post(url_of(known), {"text": TEXT}, follow=True)
    assert "The words are those the desk has: saving changes nothing." in html(answer)
    refused = client.post(Draft.objects.get().get_absolute_url(), chosen(known))
    assert refused.status_code == 409
    assert "has these very words. Nothing changed." in html(refused)


def test_the_history_tells_the_revision_and_what_came_with_it(client, alice, known):
    draft = draft_of_newer(alice, url=Found(ADDRESS, "the page’s link"))
    client.post(draft.get_absolute_url(), chosen(known))
    page = html(client.get(reverse("articles:edit_article", args=[known.pk])))
    assert "imported new words: revision 2." in page
    assert "from “Ferry aground” to “Ferry freed”, with the new words." in page


def test_what_cannot_be_read_comes_back_with_why(client, alice, known):
    answer = client.post(url_of(known), {"text": " "})
    assert answer.status_code == 422
    assert not Draft.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(client, alice, known, method):
    assert getattr(client, method)(url_of(known)).status_code == 405


def test_strangers_are_refused_and_anonymous_people_sign_in(client, known):
    assert client.get(url_of(known)).headers["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.post(url_of(known), {"text": "x"}).status_code == 403
