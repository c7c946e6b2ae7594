"""It shows outlets and their articles; desk admins correct them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles import outlets
from articles.models import Outlet, OutletDomain, OutletEvent, OutletName
from articles.tests.counting import queries_of
from articles.tests.factories import create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db

LEDGER = {
    "name": "The Ledger",
    "kind": "daily",
    "names": "Ledger Online\n The  Ledger, Selwick \nTHE LEDGER\n",
    "country": "IE",
    "language": "en",
    "owner": "Ledger Group",
    "is_agency": "on",
    "zone": "Europe/London",
    "domains": "https://www.Ledger.example/news\nl.example",
}


def create_ledger() -> Outlet:
    ledger = create_outlet(name="Ledger")
    OutletDomain.objects.create(outlet=ledger, domain="ledger.example")
    return ledger


def edit_url(outlet: Outlet) -> str:
    return reverse("articles:edit_outlet", args=[outlet.slug])


def history_url(outlet: Outlet) -> str:
    return reverse("articles:outlet_history", args=[outlet.slug])


def test_outlets_are_listed_with_what_is_known_of_them(client):
    create_article(outlet=create_ledger())
    client.force_login(create_reporter())
    page = client.get(reverse("articles:outlets")).content.decode()
    assert all(words in page for words in ("Ledger", "1 article<", "ledger.example"))


def test_an_empty_desk_says_how_to_begin(client):
    client.force_login(create_reporter())
    assert "No outlet yet." in client.get(reverse("articles:outlets")).content.decode()


@pytest.mark.parametrize("name", ["outlets", "outlet"])
def test_a_list_costs_the_same_for_one_and_for_many(client, name):
    client.force_login(create_reporter())
    ledger, story = create_ledger(), create_story()
    create_article(outlet=ledger, story=story)
    url = ledger.get_absolute_url() if name == "outlet" else reverse("articles:outlets")
    for_one = queries_of(client, url)
    for _ in range(12):
        OutletDomain.objects.create(outlet=(other := create_outlet()), domain=f"{other.slug}.org")
        create_article(outlet=ledger, story=story)
    assert queries_of(client, url) == for_one


def test_an_outlet_shows_its_articles_newest_first_and_pages(client, monkeypatch):
    monkeypatch.setattr("claims.views.outlets.ARTICLES_A_PAGE", 2)
    ledger = create_ledger()
    articles = [create_article(outlet=ledger, headline=f"Report {n}") for n in range(3)]
    client.force_login(create_reporter())
    first = client.get(ledger.get_absolute_url())
    assert first.context["page"].rows == [articles[2], articles[1]]
    cursor = first.context["page"].next_cursor
    second = client.get(ledger.get_absolute_url(), {"after": cursor})
    assert second.context["page"].rows == [articles[0]]


def test_an_outlet_without_articles_says_so(client):
    client.force_login(create_reporter())
    page = client.get(create_ledger().get_absolute_url()).content.decode()
    assert "No article from this outlet yet." in page


def test_only_a_desk_admin_finds_the_way_to_edit(client):
    ledger = create_ledger()
    for person, is_shown in ((create_reviewer(), False), (create_desk_admin(), True)):
        client.force_login(person)
        page = client.get(ledger.get_absolute_url()).content.decode()
        assert (edit_url(ledger) in page) is is_shown


def test_a_desk_admin_corrects_an_outlet(client):
    ledger = create_ledger()
    client.force_login(create_desk_admin())
    assert "ledger.example" in client.get(edit_url(ledger)).content.decode()
    answer = client.post(edit_url(ledger), LEDGER)
    assert answer.url == ledger.get_absolute_url()
    ledger.refresh_from_db()
    assert (ledger.name, ledger.is_agency, ledger.zone) == ("The Ledger", True, "Europe/London")
    assert (ledger.country, ledger.country_name, ledger.language_name) == (
        "IE",
        "Ireland",
        "English",
    )
    domains = [str(domain) for domain in ledger.domains.all()]
    assert domains == ["l.example", "ledger.example"]
    names = [str(name) for name in ledger.names.all()]
    assert names == ["Ledger", "Ledger Online", "The Ledger, Selwick"]


def test_each_change_is_told_once(client):
    ledger, alice = create_ledger(), create_desk_admin()
    client.force_login(alice)
    client.post(edit_url(ledger), LEDGER)
    client.post(edit_url(ledger), {**LEDGER, "names": f"{LEDGER['names']}Ledger"})
    told = {event.field: (event.before, event.after) for event in ledger.events.all()}
    assert ledger.events.count() == len(told) == 9
    assert told["name"] == ("Ledger", "The Ledger")
    assert told["is_agency"] == ("no", "yes")
    assert told["names"] == ("", "Ledger; Ledger Online; The Ledger, Selwick")
    assert told["domains"] == ("ledger.example", "l.example; ledger.example")
    assert set(ledger.events.values_list("kind", "by")) == {("edited", alice.pk)}


def test_the_history_tells_who_changed_what_in_pages(client, monkeypatch):
    monkeypatch.setattr("articles.views.outlets.EVENTS_A_PAGE", 5)
    ledger = create_ledger()
    client.force_login(create_desk_admin())
    assert "Nothing was changed yet." in client.get(history_url(ledger)).content.decode()
    client.post(edit_url(ledger), LEDGER)
    client.force_login(create_reporter())
    first = client.get(history_url(ledger))
    second = client.get(history_url(ledger), {"after": first.context["page"].next_cursor})
    told = " ".join((first.content + second.content).decode().split())
    assert "changed the name from “Ledger” to “The Ledger”." in told
    assert "set the owner to “Ledger Group”." in told
    assert "said that it is a wire agency." in told
    assert len(second.context["page"].rows) == 4


def test_a_name_that_is_given_up_still_finds_the_outlet():
    ledger = create_ledger()
    OutletName.objects.create(outlet=ledger, name="Ledger Online")
    create_outlet(name="Northline")
    assert outlets.named("LEDGER ONLINE") == ledger
    assert Outlet.objects.called_any(["ledger online", "northline", "x"]).keys() == {
        "ledger online",
        "northline",
    }
    assert Outlet.objects.count() == 2


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"name": " "}, "Give the outlet a name."),
        ({"zone": "Mars/Base"}, "Choose a time zone from the list."),
        ({"domains": "no domain"}, "“no” is no domain."),
        ({"domains": "ledger"}, "“ledger” is no domain."),
        ({"name": "northline"}, "Another outlet is called “northline”."),
        ({"names": "Wire\nNORTHLINE"}, "Another outlet is called “NORTHLINE”."),
        ({"names": "the line"}, "Another outlet is called “the line”: Northline."),
        ({"names": "x" * 201}, "A name has at most 200 characters."),
        ({"domains": "northline.example"}, "Another outlet publishes on one of these domains."),
        ({"country": "ZZ"}, "Choose a country from the list."),
        ({"language": "much too long"}, "Choose a language from the list."),
    ],
)
def test_bad_input_is_answered_beside_what_was_typed(client, bad, sentence):
    northline = create_outlet(name="Northline")
    OutletDomain.objects.create(outlet=northline, domain="northline.example")
    OutletName.objects.create(outlet=northline, name="The Line")
    ledger = create_ledger()
    client.force_login(create_desk_admin())
    answer = client.post(edit_url(ledger), {**LEDGER, **bad})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Ledger Group" in page
    assert Outlet.objects.get(pk=ledger.pk).name == "Ledger"
    assert not OutletEvent.objects.exists()


@pytest.mark.parametrize("name", ["outlets", "outlet_history", "edit_outlet"])
def test_who_may_see_what(client, name):
    url = reverse(f"articles:{name}", args=[create_ledger().slug] if name != "outlets" else [])
    assert client.get(url).url.startswith(reverse("accounts:login"))
    statuses = []
    for person in (create_user(), create_reporter(), create_reviewer(), create_desk_admin()):
        client.force_login(person)
        statuses.append(client.get(url).status_code)
    members = 403 if name == "edit_outlet" else 200
    assert statuses == [403, members, members, 200]


def test_wrong_methods_and_unknown_outlets(client):
    ledger = create_ledger()
    client.force_login(create_desk_admin())
    assert client.post(reverse("articles:outlets")).status_code == 405
    assert client.post(ledger.get_absolute_url()).status_code == 405
    assert client.post(history_url(ledger)).status_code == 405
    assert client.delete(edit_url(ledger)).status_code == 405
    for name in ("claims:outlet", "articles:outlet_history", "articles:edit_outlet"):
        assert client.get(reverse(name, args=["nothing"])).status_code == 404
