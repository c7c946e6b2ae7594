"""The tabs over the queue: they take the query along, and count what it leaves of them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_desk_admin, create_reviewer, create_user
from claims.models import Claim
from claims.tests.factories import create_claims, create_verdict

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
QUEUE, URL = reverse("claims:queue"), reverse("claims:queue_tabs")
WORDS = "q=%22both+figures%22"  # of the longest two claims of three


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def claims(alice):
    """Three without the words and two with them, of which one is decided."""
    made = create_claims(14)
    Claim.objects.filter(pk__in=[one.pk for one in made[3:12]]).update(
        removed_at=made[0].marked_at, removed_by=alice
    )
    create_verdict(made[13], by=alice)
    return made


def tabs(client, address: str = URL, **headers: str) -> dict[str, tuple[str, str]]:
    """Where each tab leads, and its count, by name."""
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    parts = response.content.decode().split('<nav class="tabs"')[1].split("</nav>")[0]
    links = parts.split("<a ")[1:]
    return {
        link.split('id="queue-')[1].split('"')[0]: (
            link.split('href="')[1].split('"')[0],
            link.split('class="n"')[1].split(">")[1].split("<")[0],
        )
        for link in links
    }


def test_without_a_query_the_page_counts_whole_tabs(client, claims):
    shown = tabs(client, QUEUE)
    assert shown["waiting"] == ("/queue/", "4")
    assert shown["decided"] == ("/queue/?view=decided", "1")
    assert shown["mine"] == ("/queue/?mine=1", "0")


def test_with_a_query_each_tab_leads_to_the_same_query(client, claims):
    shown = tabs(client, f"{QUEUE}?{WORDS}")
    assert shown["waiting"] == (f"/queue/?{WORDS}", "1")
    assert shown["decided"] == (f"/queue/?{WORDS}&amp;view=decided", "")
    assert shown["assigned"][0] == f"/queue/?{WORDS}&amp;view=assigned"
    html = client.get(f"{QUEUE}?{WORDS}").content.decode()
    assert f'hx-get="{URL}" hx-include="#queue-filters" hx-trigger="load, ' in html


def test_the_counts_that_come_later_are_of_the_query(client, claims):
    shown = tabs(client, f"{URL}?{WORDS}&was=&view=decided", **HTMX)
    assert {name: count for name, (_, count) in shown.items()} == {
        "waiting": "1",
        "assigned": "0",
        "mine": "0",
        "decided": "1",
    }
    html = client.get(f"{URL}?view=decided").content.decode()
    assert 'id="queue-decided" aria-current="page"' in html


def test_a_list_that_another_query_brings_has_its_tabs_ask_again(client, claims):
    listed = client.get(f"{QUEUE}?{WORDS}", headers=HTMX)
    assert "queue-listed" in listed["HX-Trigger-After-Swap"]
    paged = client.get(f"{QUEUE}?{WORDS}&after=x", headers=HTMX)
    assert "HX-Trigger-After-Swap" not in paged


def test_what_takes_too_long_to_count_has_no_count(client, claims, monkeypatch):
    monkeypatch.setattr("claims.tabs.NARROWED_SECONDS", 0)
    assert {count for _, count in tabs(client, f"{URL}?{WORDS}").values()} == {""}
    assert tabs(client, URL)["waiting"][1] == "4"


def test_where_opinions_differ_is_asked_besides_the_query(client, claims):
    client.force_login(create_desk_admin())
    differing = "q=%22both+figures%22+has%3Adisagreement"
    shown = tabs(client, f"{QUEUE}?{WORDS}")
    assert shown["disagreement"][0] == f"/queue/?{differing}"
    html = client.get(f"{QUEUE}?{differing}").content.decode()
    assert 'id="queue-disagreement" aria-current="page"' in html
    shown = tabs(client, f"{QUEUE}?{differing}")
    assert shown["decided"][0] == f"/queue/?{WORDS}&amp;view=decided"


def test_tabs_cost_as_many_queries_whatever_they_count(
    client, claims, django_assert_max_num_queries
):
    client.get(URL)
    with django_assert_max_num_queries(12) as whole:
        client.get(URL)
    create_claims(5)
    with django_assert_max_num_queries(len(whole)):
        client.get(URL)


def test_strangers_and_wrong_methods(client, alice):
    assert client.post(URL).status_code == 405
    client.force_login(create_user(name="charlie"))
    assert client.get(URL).status_code == 403
    client.logout()
    assert client.get(URL).status_code == 302
