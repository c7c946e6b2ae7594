"""It forgets cookies that no table can hold."""

from __future__ import annotations

import pytest
from django.conf import settings

from accounts.tests.factories import create_reporter

pytestmark = pytest.mark.django_db


def test_a_session_key_that_no_text_can_hold_is_no_session(client):
    client.cookies[settings.SESSION_COOKIE_NAME] = "\0" + "a" * 31
    assert client.get("/")["Location"].startswith("/login/")


def test_the_other_cookies_stay(client):
    client.force_login(create_reporter())
    client.cookies["elsewhere"] = "\0"
    assert client.get("/").status_code == 200
