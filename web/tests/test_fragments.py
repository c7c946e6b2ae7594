"""Parts of pages for htmx: their messages, and what happens when the login is over."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.tests.factories import create_reporter
from web.fragments import fragment
from web.toasts import brief, toast, warn

pytestmark = pytest.mark.django_db
ICON = "web/_sprite.html"


@pytest.fixture
def request_(client, rf):
    """A request with a session and room for messages, as views get it."""
    client.force_login(create_reporter())
    return client.get("/settings/").wsgi_request


def test_a_fragment_brings_its_messages_out_of_band_and_uses_them_up(request_):
    toast(request_, "Verified “The ferry…”.", undo="/verdicts/1/undo/")
    html = fragment(request_, ICON, status=409)
    assert html.status_code == 409
    assert '<div id="toasts" hx-swap-oob="beforeend">' in html.content.decode()
    assert 'action="/verdicts/1/undo/"' in html.content.decode()
    assert get_messages(request_).used


def test_a_fragment_without_messages_is_only_itself(request_):
    assert "toasts" not in fragment(request_, ICON).content.decode()


def test_a_message_without_a_way_back_has_no_undo(request_):
    warn(request_, "Another reviewer holds this claim.")
    html = fragment(request_, ICON).content.decode()
    assert "Another reviewer holds this claim." in html
    assert "data-undo" not in html


def test_words_in_a_message_are_only_words(request_):
    toast(request_, f"Marked {brief('<script>alert(1)</script>')}.")
    assert "<script>" not in fragment(request_, ICON).content.decode()


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Two  were\nhurt", "“Two were hurt”"),
        ("word " * 20, "“" + ("word " * 12).strip() + "…”"),
        ("x" * 80, "“" + "x" * 60 + "…”"),
        ("", "“”"),
    ],
)
def test_long_words_are_cut_at_a_space(words, quoted):
    assert brief(words) == quoted


def test_htmx_is_sent_to_the_login_as_a_page_and_comes_back_to_the_page_it_was_on(client):
    was_on = {"HX-Request": "true", "HX-Current-URL": "http://testserver/queue/?story=ferry"}
    response = client.get("/settings/", headers=was_on)
    assert response["HX-Redirect"] == "/login/?next=/queue/%3Fstory%3Dferry"
    assert response.content == b""


def test_a_page_of_another_site_is_not_where_the_login_leads_back(client):
    elsewhere = {"HX-Request": "true", "HX-Current-URL": "https://elsewhere.example/queue/"}
    assert client.get("/settings/", headers=elsewhere)["HX-Redirect"] == "/login/?next=/"


def test_without_htmx_the_login_is_a_plain_redirect(client):
    response = client.get("/settings/")
    assert response.status_code == 302
    assert "HX-Redirect" not in response


def test_a_form_sent_when_the_login_has_ended_leads_back_to_its_page(client):
    page = "http://testserver/claims/7/review/?story=ferry"
    response = client.post("/claims/7/decide/", headers={"Referer": page})
    assert response.status_code == 302
    back = "http%3A//testserver/claims/7/review/%3Fstory%3Dferry"
    assert response["Location"] == f"/login/?next={back}"
    elsewhere = client.post("/claims/7/decide/", headers={"Referer": "https://elsewhere.example/"})
    assert elsewhere["Location"] == "/login/?next=/"


def test_caches_tell_fragments_from_pages(client):
    assert "HX-Request" in client.get(reverse("accounts:login"))["Vary"]
