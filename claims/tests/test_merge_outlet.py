"""Merging two outlets in the browser: choose, look at what would move, say why."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.models import Outlet
from articles.tests.factories import create_article, create_outlet
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def online() -> Outlet:
    return create_outlet(name="Ledger Online", slug="ledger-online")


@pytest.fixture
def ledger() -> Outlet:
    return create_outlet(name="The Ledger", slug="ledger")


def url(outlet: Outlet, **chosen: object) -> str:
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    return reverse("claims:merge_outlet", args=[outlet.slug]) + (f"?{query}" if query else "")


def html(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def admin(client):
    client.force_login(create_desk_admin())
    return client


def test_a_desk_admin_sees_what_would_move_before_it_does(admin, online, ledger):
    create_claim(article=create_article(outlet=online))
    create_article(outlet=online)
    page = html(admin.get(url(online, other=ledger.pk, keep="other")))
    assert "Ledger Online goes, The Ledger stays" in page
    assert "2 in 2 stories" in page
    assert "1, with their verdicts and links" in page
    assert "Merge 2 articles into The Ledger" in page
    assert "A merge cannot be undone." in page
    assert Outlet.objects.filter(pk=online.pk).exists()


@pytest.mark.parametrize(("keep", "stays"), [("other", "ledger"), ("this", "ledger-online")])
def test_either_can_stay(admin, online, ledger, keep, stays):
    answer = admin.post(url(online, other=ledger.pk, keep=keep), {"reason": "One newsroom."})
    assert answer.url == reverse("claims:outlet", args=[stays])
    assert Outlet.objects.get().slug == stays
    assert "into" in html(admin.get(answer.url))


def test_a_reason_is_asked_for(admin, online, ledger):
    answer = admin.post(url(online, other=ledger.pk, keep="other"), {"reason": " "})
    assert answer.status_code == 422
    assert "Say why they are one outlet." in html(answer)
    assert Outlet.objects.count() == 2


def test_what_stops_it_is_said_before_and_after_the_button(admin, online, ledger):
    address = url(online, other=ledger.pk, keep="other")
    for outlet in (online, ledger):
        create_article(outlet=outlet, text="The same words.", headline="Ferry")
    page = html(admin.get(address))
    assert "They cannot be merged yet" in page
    assert "of the same words without an address: “Ferry”." in page
    answer = admin.post(address, {"reason": "One newsroom."})
    assert answer.status_code == 422
    assert Outlet.objects.count() == 2


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"other": 0, "keep": "other"}, "Choose an outlet from the list."),
        ({"other": "", "keep": "other"}, "Choose the other outlet."),
        ({"other": "1", "keep": "both"}, "Choose one of both."),
        ({"other": "1"}, "Say which one stays."),
    ],
)
def test_bad_choices_are_answered(admin, online, ledger, chosen, sentence):
    for answer in (admin.get(url(online, **chosen)), admin.post(url(online, **chosen))):
        assert answer.status_code == 422
        assert sentence in html(answer)
    assert "into" not in {one.name for one in Outlet.objects.all()}
    assert Outlet.objects.count() == 2


def test_only_desk_admins_find_it_and_may(client, online):
    assert client.get(url(online)).url.startswith(reverse("accounts:login"))
    people = (create_user(name="charlie"), create_reporter(), create_reviewer())
    for person in people:
        client.force_login(person)
        assert client.get(url(online)).status_code == 403
        assert client.post(url(online)).status_code == 403
    client.force_login(people[1])
    assert url(online) not in html(client.get(online.get_absolute_url()))
    client.force_login(create_desk_admin())
    assert url(online) in html(client.get(online.get_absolute_url()))
    assert client.put(url(online)).status_code == 405
    assert client.get(reverse("claims:merge_outlet", args=["nothing"])).status_code == 404
