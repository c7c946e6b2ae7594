"""Changing a password, and getting a new one by mail."""

from __future__ import annotations

import re

import pytest

from accounts.tests.factories import PASSWORD, create_reporter

pytestmark = pytest.mark.django_db
CHANGE, RESET = "/settings/password/", "/password/reset/"
NEW = "seven-otters-in-a-boat"


@pytest.fixture
def alice():
    return create_reporter(name="alice", email="alice@desk.example")


def change(client, old: str, new: str, again: str = ""):
    typed = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post(CHANGE, typed)


def words_of(response) -> str:
    """The page but for its one-time form token."""
    return re.sub(r'"X-CSRFToken": "\w+"', "", response.content.decode())


def link_in(mail) -> str:
    found = re.search(r"http://testserver(/password/reset/\S+)", mail.body)
    assert found
    return found[1]


def test_a_changed_password_keeps_the_person_signed_in(client, alice):
    client.force_login(alice)
    assert change(client, PASSWORD, NEW)["Location"] == "/settings/"
    assert "Your password is changed." in client.get("/settings/").content.decode()
    alice.refresh_from_db()
    assert alice.check_password(NEW)


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("wrong", NEW, ""), (PASSWORD, NEW, "another-one"), (PASSWORD, "12345678", "")],
)
def test_a_refused_change_leaves_the_password(client, alice, old, new, again):
    client.force_login(alice)
    response = change(client, old, new, again)
    assert "Your password is as it was" in response.content.decode()
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_other_sessions_end_with_the_old_password(client, alice):
    client.force_login(alice)
    alice.set_password(NEW)
    alice.save()
    assert client.get("/settings/").status_code == 302


def test_reset_answers_the_same_whether_the_address_is_known(client, alice, mailoutbox):
    known = client.post(RESET, {"email": "alice@desk.example"}, follow=True)
    unknown = client.post(RESET, {"email": "nobody@desk.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain == [("/password/reset/sent/", 302)]
    assert words_of(known) == words_of(unknown)
    assert [mail.to for mail in mailoutbox] == [["alice@desk.example"]]


def test_the_mailed_link_sets_a_new_password_once(client, alice, mailoutbox):
    client.post(RESET, {"email": alice.email})
    link = link_in(mailoutbox[0])
    form = client.get(link, follow=True)
    typed = {"new_password1": NEW, "new_password2": NEW}
    answer = client.post(form.redirect_chain[-1][0], typed, follow=True)
    assert "Your password is changed. Sign in with it." in answer.content.decode()
    alice.refresh_from_db()
    assert alice.check_password(NEW)
    assert "This link has been used" in client.get(link, follow=True).content.decode()


def test_a_made_up_link_says_so(client):
    page = client.get("/password/reset/MQ/abc-def/", follow=True)
    assert "This link has been used" in page.content.decode()


def test_a_mistyped_address_sends_nothing(client, mailoutbox):
    assert "Nothing was sent" in client.post(RESET, {"email": "alice"}).content.decode()
    assert mailoutbox == []


def test_an_account_out_of_use_gets_no_mail(client, alice, mailoutbox):
    alice.is_active = False
    alice.save()
    client.post(RESET, {"email": alice.email})
    assert mailoutbox == []
