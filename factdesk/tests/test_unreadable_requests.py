"""Requests that no form of ours sends: refused with a page, never an exception."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from accounts.tests.factories import create_desk_admin
from articles.models import Story
from articles.tests.factories import create_story

pytestmark = pytest.mark.django_db
LARGEST = 9_223_372_036_854_775_807  # what a key of a row can be


@pytest.fixture
def stern() -> Client:
    """A desk admin's browser whose forms are checked as in production."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(create_desk_admin())
    client.get("/stories/new/")
    return client


@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded; charset=utf-7",
        "multipart/form-data",
        "multipart/form-data; boundary=",
    ],
)
def test_a_form_that_cannot_be_read_is_not_understood(stern, content_type):
    token = stern.cookies[settings.CSRF_COOKIE_NAME].value
    answer = stern.post(
        "/stories/new/", b"title=Ferry", content_type, headers={"X-CSRFToken": token}
    )
    assert answer.status_code == 400
    assert "Not understood" in answer.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize("number", [LARGEST, LARGEST + 1, 10**400])
@pytest.mark.parametrize(
    "path",
    ["claims/{}/review", "claims/{}/others", "clusters/{}", "articles/{}", "import/{}"],
)
def test_a_number_that_no_row_has_is_not_found(stern, path, number):
    assert stern.get(f"/{path.format(number)}/").status_code == 404


@pytest.mark.parametrize("query", ["after=%00", "before=x", "after=a:b:c", "q=%00", "status=%F0"])
@pytest.mark.parametrize("path", ["queue", "stories", "outlets", "stories/ferry"])
def test_a_query_that_nobody_wrote_is_ignored(stern, path, query):
    create_story(slug="ferry")
    assert stern.get(f"/{path}/?{query}").status_code == 200
