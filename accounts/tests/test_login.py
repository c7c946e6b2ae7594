"""Signing in, being refused, the pause after five wrong passwords, signing out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import PASSWORD, create_reporter, create_user

pytestmark = pytest.mark.django_db
LOGIN = "/login/"


def sign_in(client: Client, name: str, password: str = PASSWORD, *, next: str = ""):  # noqa: A002
    return client.post(LOGIN, {"username": name, "password": password, "next": next})


def fail(client: Client, name: str, *, times: int):
    for _ in range(times):
        response = sign_in(client, name, "wrong")
    return response


def test_login_shows_a_form_and_no_navigation(client):
    page = client.get(LOGIN).content.decode()
    assert 'name="username"' in page
    assert 'aria-label="Desk"' not in page


def test_the_right_password_opens_the_desk(client):
    create_reporter(name="alice")
    response = sign_in(client, "alice")
    assert response.status_code == 302
    assert response["Location"] == "/"
    assert client.get("/").status_code == 200


def test_login_returns_to_the_page_that_asked_for_it(client):
    create_reporter(name="alice")
    sent = client.get("/settings/")
    assert sent["Location"] == "/login/?next=/settings/"
    assert 'value="/settings/"' in client.get(sent["Location"]).content.decode()
    assert sign_in(client, "alice", next="/settings/")["Location"] == "/settings/"


@pytest.mark.parametrize(
    "next_", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_login_never_leads_to_another_site(client, next_):
    create_reporter(name="alice")
    assert sign_in(client, "alice", next=next_)["Location"] == "/"


def test_a_wrong_password_says_how_many_tries_are_left(client):
    create_reporter(name="alice")
    words = fail(client, "alice", times=3).content.decode()
    assert "The name or the password is wrong." in words
    assert "Two tries are left before a pause of five minutes." in words
    assert "Type the password again." in words
    assert 'value="alice"' in words


def test_an_unknown_name_hears_the_same_as_a_wrong_password(client):
    create_reporter(name="alice")
    known, unknown = fail(client, "alice", times=1), fail(client, "nobody", times=1)
    assert "Four tries are left" in known.content.decode()
    assert "Four tries are left" in unknown.content.decode()


def test_an_account_put_out_of_use_cannot_sign_in(client):
    create_user(name="gone", is_active=False)
    assert "is wrong" in sign_in(client, "gone").content.decode()


def test_empty_fields_are_named(client):
    words = sign_in(client, "", "").content.decode()
    assert "Type your name." in words
    assert "Type your password." in words


def test_the_fifth_wrong_password_starts_a_pause_that_the_right_one_does_not_end(client):
    create_reporter(name="alice")
    paused = fail(client, "alice", times=5)
    assert paused.status_code == 429
    assert paused["Retry-After"] == "300"
    assert "Wait five minutes" in paused.content.decode()
    assert sign_in(client, "alice").status_code == 429


def test_the_pause_is_for_one_name_from_one_address(client):
    create_reporter(name="alice")
    create_reporter(name="bob")
    fail(client, "alice", times=5)
    assert sign_in(client, "bob").status_code == 302
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere, "alice").status_code == 302


def test_trying_meanwhile_does_not_lengthen_the_pause(client):
    create_reporter(name="alice")
    fail(client, "alice", times=6)
    begun = timezone.now() - timedelta(minutes=5, seconds=1)
    assert AccessAttempt.objects.update(attempt_time=begun) == 1
    assert sign_in(client, "alice").status_code == 302


def test_signing_in_forgets_the_wrong_passwords(client):
    create_reporter(name="alice")
    fail(client, "alice", times=4)
    sign_in(client, "alice")
    client.post(reverse("accounts:logout"))
    assert "Four tries are left" in fail(client, "alice", times=1).content.decode()


def test_login_of_somebody_signed_in_opens_the_desk(client):
    client.force_login(create_reporter())
    assert client.get(LOGIN)["Location"] == "/"


def test_passwords_are_kept_with_argon2():
    assert create_user().password.startswith("argon2$argon2id$")


def test_sign_out_is_a_post_and_ends_the_session(client):
    client.force_login(create_reporter())
    assert client.get(reverse("accounts:logout")).status_code == 405
    assert client.post(reverse("accounts:logout"))["Location"] == LOGIN
    assert client.get("/").status_code == 302


def test_signing_out_twice_is_no_trouble(client):
    assert client.post(reverse("accounts:logout"))["Location"] == LOGIN


def test_login_needs_the_form_token():
    create_reporter(name="alice")
    careful = Client(enforce_csrf_checks=True)
    response = sign_in(careful, "alice")
    assert response.status_code == 403
    assert "Nothing was saved" in response.content.decode()
