"""A person's own settings and the zone their browser reports."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_user

pytestmark = pytest.mark.django_db
SETTINGS = "/settings/"
CHOSEN = {"zone": "Asia/Tokyo", "theme": "dark", "density": "roomy"}


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def test_the_page_shows_what_was_chosen(client, alice):
    alice.zone = "America/Argentina/Buenos_Aires"
    alice.save()
    page = client.get(SETTINGS).content.decode()
    assert '<option value="America/Argentina/Buenos_Aires" selected>Argentina, Buenos Aires' in page
    assert "The desk’s, UTC" in page


def test_choices_are_kept_and_the_next_page_wears_them(client, alice):
    page = client.post(SETTINGS, CHOSEN, follow=True).content.decode()
    alice.refresh_from_db()
    assert (alice.zone, alice.theme, alice.density) == ("Asia/Tokyo", "dark", "roomy")
    assert not alice.keys_enabled
    assert 'data-theme="dark" data-density="roomy" data-keys="off"' in page
    assert "Your settings are saved." in page


def test_keys_can_be_turned_on_again(client, alice):
    alice.keys_enabled = False
    alice.save()
    client.post(SETTINGS, {**CHOSEN, "keys_enabled": "on"})
    alice.refresh_from_db()
    assert alice.keys_enabled


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("zone", "Mars/Olympus", "Choose a time zone from the list."),
        ("zone", "../../etc/passwd", "Choose a time zone from the list."),
        ("theme", "pink", "Choose one of these."),
        ("density", "", "Choose one."),
    ],
)
def test_what_is_no_choice_is_refused_and_nothing_is_kept(client, alice, field, value, words):
    response = client.post(SETTINGS, {**CHOSEN, field: value})
    assert response.status_code == 422
    assert words in response.content.decode()
    alice.refresh_from_db()
    assert (alice.zone, alice.theme) == ("", "system")


def test_the_browser_tells_its_zone_while_the_account_has_none(client, alice):
    assert 'id="zone-of-browser"' in client.get(SETTINGS).content.decode()
    assert client.post(reverse("accounts:zone"), {"zone": "Europe/Madrid"}).status_code == 204
    alice.refresh_from_db()
    assert alice.zone == "Europe/Madrid"
    assert 'id="zone-of-browser"' not in client.get(SETTINGS).content.decode()


def test_a_chosen_zone_stays_whatever_the_browser_says(client, alice):
    client.post(SETTINGS, CHOSEN)
    client.post(reverse("accounts:zone"), {"zone": "Europe/Madrid"})
    alice.refresh_from_db()
    assert alice.zone == "Asia/Tokyo"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "x" * 500, "../../etc/passwd"])
def test_a_browser_without_a_known_zone_changes_nothing(client, alice, zone):
    assert client.post(reverse("accounts:zone"), {"zone": zone}).status_code == 422
    alice.refresh_from_db()
    assert alice.zone == ""


def test_other_methods_are_refused(client, alice):
    assert client.get(reverse("accounts:zone")).status_code == 405
    assert client.put(SETTINGS).status_code == 405


@pytest.mark.parametrize("url", [SETTINGS, "/settings/password/"])
def test_a_stranger_has_no_settings(client, url):
    client.force_login(create_user(name="charlie"))
    response = client.get(url)
    assert response.status_code == 403
    assert "Your account has no role yet" in response.content.decode()
