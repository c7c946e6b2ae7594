"""It takes pasted text to a preview, and says in one sentence why it does not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter, create_user
from articles.models import Draft, MediaType
from articles.tests import pages
from articles.tests.factories import create_draft, create_story

pytestmark = pytest.mark.django_db

URL = "/import/"


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def text_kept(answer) -> list[str]:
    return [line.text for line in answer.context["preview"].lines if line.is_kept]


def test_pasted_text_comes_to_its_preview(client, alice):
    answer = client.post(URL, {"text": pages.PASTED}, follow=True)
    draft = Draft.objects.get(owner=alice)
    assert answer.redirect_chain == [(draft.get_absolute_url(), 302)]
    assert text_kept(answer) == list(pages.BODY)
    assert answer.context["form"]["headline"].value() == pages.HEADLINE
    assert bytes(draft.source) == pages.PASTED.encode()


def test_the_pasted_source_of_a_page_is_read_as_html(client, alice):
    answer = client.post(URL, {"text": pages.HTML}, follow=True)
    assert text_kept(answer) == list(pages.BODY)
    assert Draft.objects.get().media_type == MediaType.HTML
    assert "alert(" not in str(Draft.objects.get().page)


@pytest.mark.parametrize(
    "text", ["", "  \r\n ", "Share\r\nTweet\r\nRelated articles", "%PDF-1.4 x", "a\x00b" * 99]
)
def test_what_holds_no_article_is_refused_and_stays_in_the_form(client, alice, text):
    answer = client.post(URL, {"text": text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["refusal"] in page
    assert answer.context["refusal"].endswith(".")
    assert answer.context["text"] == text
    assert not Draft.objects.exists()


def test_more_than_five_megabytes_of_text_are_refused(client, alice):
    answer = client.post(URL, {"text": "Words of an article. " * 250_000})
    assert answer.status_code == 422
    assert "more than 5 MB of text" in answer.content.decode()


def test_more_lines_than_a_form_can_hold_are_refused(client, alice):
    text = "\n\n".join(f"{pages.BODY[0]} This was call number {n}." for n in range(10_001))
    answer = client.post(URL, {"text": text})
    assert answer.status_code == 422
    assert "too many lines for one article" in answer.content.decode()
    assert not Draft.objects.exists()


def test_a_story_one_comes_from_is_the_one_imported_into(client, alice):
    create_story(), (story := create_story(title="Ferry aground"))
    assert "Ferry aground" in client.get(URL, {"story": story.slug}).content.decode()
    answer = client.post(URL, {"text": pages.PASTED, "story": story.slug}, follow=True)
    assert answer.context["form"]["story"].value() == str(story.pk)


@pytest.mark.parametrize("slug", ["nowhere", "a\0b"])
def test_an_import_into_a_story_that_is_none_is_one_without(client, alice, slug):
    assert client.get(URL, {"story": slug}).status_code == 200
    client.post(URL, {"text": pages.PASTED, "story": slug})
    assert Draft.objects.get().typed == {}


def test_the_page_tells_of_drafts_that_wait(client, alice):
    drafts = reverse("articles:draft_list")
    assert drafts not in client.get(URL).content.decode()
    create_draft(by=alice)
    assert drafts in client.get(URL).content.decode()


def test_an_import_sweeps_away_old_drafts_of_the_same_person(client, alice):
    old = timezone.now() - timedelta(hours=25)
    create_draft(by=alice, at=old)
    others = create_draft(at=old)
    client.post(URL, {"text": pages.PASTED})
    assert Draft.objects.exclude(owner=alice).get() == others
    assert Draft.objects.filter(owner=alice).count() == 1


@pytest.mark.parametrize("name", ["import", "import_files", "draft_list"])
def test_strangers_and_wrong_methods(client, name):
    url = reverse(f"articles:{name}")
    assert client.get(url).url.startswith(reverse("accounts:login"))
    client.force_login(create_user())
    assert client.get(url).status_code == 403
    client.force_login(create_reporter())
    assert client.get(url).status_code == 200
    assert client.delete(url).status_code == 405


def test_a_form_of_another_site_is_refused(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    assert client.post(URL, {"text": pages.PASTED}).status_code == 403
    assert not Draft.objects.exists()
