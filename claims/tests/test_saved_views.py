"""Views of the queue under a name: saving, changing, sharing, ordering, deleting."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.tests.factories import create_story
from claims import saved_views
from claims.models import SavedView
from claims.states import View
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_saved_view,
    create_verdict,
)

pytestmark = pytest.mark.django_db
URL = reverse("claims:saved_views")
NEW = reverse("claims:new_view")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


def page(client, address: str = URL) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def sent(**changes: object) -> dict[str, object]:
    return {"name": "Mine", "query": "has:link", "tab": "decided"} | changes


def test_what_the_queue_shows_is_saved_under_a_name(client, alice):
    create_story(slug="ferry")
    html = page(client, f"{NEW}?q=story:ferry+-fog&view=decided")
    assert 'name="query" value="story:ferry -fog"' in html
    assert '<option value="decided" selected>' in html
    response = client.post(NEW, sent(is_shared="on"))
    view = SavedView.objects.get()
    assert (view.owner, view.name, view.query, view.tab) == (alice, "Mine", "has:link", "decided")
    assert view.is_shared
    assert response["Location"] == "/queue/?q=has%3Alink&view=decided"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "Give the view a name."),
        ({"name": "Conflicts"}, "There is a view “Conflicts” already. Give it another name."),
        ({"name": "x" * 61}, "at most 60 characters"),
        ({"tab": "odd"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_saved_says_why_and_keeps_what_was_typed(client, alice, changes, said):
    create_saved_view(by=alice)
    response = client.post(NEW, sent(**changes))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert 'value="has:link"' in response.content.decode()
    assert SavedView.objects.count() == 1


def test_a_reporter_keeps_views_to_themselves(client):
    rita = create_reporter()
    client.force_login(rita)
    assert "is_shared" not in page(client, NEW)
    client.post(NEW, sent(is_shared="on"))
    assert not SavedView.objects.get().is_shared
    with pytest.raises(saved_views.BadView):
        create_saved_view("Other", by=rita, is_shared=True)


def test_own_views_in_their_order_then_what_others_share(client, alice):
    bob = create_reviewer(name="bob", first_name="Bob", last_name="Byrne")
    first, second = create_saved_view("First", by=alice), create_saved_view("Second", by=alice)
    create_saved_view("Hidden", by=bob)
    create_saved_view("Shared", by=bob, is_shared=True)
    client.post(reverse("claims:move_view", args=[second.pk]), {"up": "1"})
    client.post(reverse("claims:move_view", args=[second.pk]), {"up": "1"})
    html = page(client)
    assert html.index(f'id="view-{second.pk}"') < html.index(f'id="view-{first.pk}"')
    assert html.index(">First<") < html.index(">Shared<")
    assert "Bob Byrne" in html
    assert "Hidden" not in html
    client.post(reverse("claims:move_view", args=[second.pk]))
    assert list(SavedView.objects.own(alice)) == [first, second]


def test_a_change_keeps_the_place_that_the_view_was_moved_to_meanwhile(alice):
    first, second = create_saved_view("First", by=alice), create_saved_view("Second", by=alice)
    saved_views.move(second, is_up=True)
    saved_views.change(first, name="Changed", query="", tab=View.WAITING, is_shared=False, by=alice)
    assert [view.name for view in SavedView.objects.own(alice)] == ["Second", "Changed"]
    saved_views.remove(second)
    saved_views.move(second, is_up=False)
    assert [view.name for view in SavedView.objects.own(alice)] == ["Changed"]


def test_views_are_counted_as_their_reader_asks(client, alice):
    mine, waits = create_claims(2)
    create_verdict(mine, by=alice)
    create_saved_view(
        "Of mine", by=create_reviewer(), query="decided-by:me", tab=View.DECIDED, is_shared=True
    )
    create_saved_view("Words", by=alice, query="boats")
    create_saved_view("Odd", by=alice, query="story:gone colour:red")
    html = page(client)
    assert "1 claim</span> <span>Decided" in html
    assert "Part of it is no longer understood" in html
    tabs = page(client, reverse("claims:view_tabs") + "?q=boats")
    assert 'aria-current="page">Words <span class="n">' in tabs
    assert waits.is_waiting


def test_any_number_of_views_costs_as_many_queries(client, alice, django_assert_max_num_queries):
    create_story(slug="ferry")
    query = "story:ferry outlet:none decided-by:alice held-by:me boats"
    create_saved_view("0", by=alice, query=query)
    page(client)
    with django_assert_max_num_queries(40) as one:
        page(client)
    for number in range(1, 30):
        create_saved_view(str(number), by=alice, query=f"{query} -fog{number}")
    with django_assert_max_num_queries(len(one)):
        page(client)
    with django_assert_max_num_queries(len(one)):
        page(client, reverse("claims:view_tabs"))


def test_a_person_has_not_more_views_than_are_counted_at_once(alice, monkeypatch):
    monkeypatch.setattr(saved_views, "VIEWS_A_PERSON", 1)
    create_saved_view(by=alice)
    with pytest.raises(saved_views.BadView, match="You have 1 views"):
        create_saved_view("Other", by=alice)


def test_a_view_is_changed_and_opened_as_it_is_now(client, alice):
    view = create_saved_view(by=alice)
    address = reverse("claims:edit_view", args=[view.pk])
    assert 'value="has:conflict"' in page(client, address)
    assert client.post(address, sent(name="")).status_code == 422
    assert client.post(address, sent())["Location"] == URL
    view.refresh_from_db()
    assert (view.name, view.address) == ("Mine", "?q=has%3Alink&view=decided")


def test_a_deleted_view_is_put_back_unless_its_name_is_taken(client, alice):
    view = create_saved_view(by=alice)
    html = client.post(reverse("claims:remove_view", args=[view.pk]), follow=True).content.decode()
    restore = reverse("claims:restore_view", args=[view.pk])
    assert restore in html
    assert not SavedView.objects.own(alice).exists()
    client.post(restore)
    assert SavedView.objects.own(alice).get() == view
    client.post(reverse("claims:remove_view", args=[view.pk]))
    create_saved_view(by=alice)
    assert "already. Give it another name." in client.post(restore, follow=True).content.decode()


@pytest.mark.parametrize("name", ["edit_view", "remove_view", "restore_view", "move_view"])
def test_others_views_are_not_there(client, name):
    view = create_saved_view(by=create_reviewer(), is_shared=True)
    if name == "restore_view":
        saved_views.remove(view)
    address = reverse(f"claims:{name}", args=[view.pk])
    client.force_login(create_reviewer())
    assert client.post(address, sent()).status_code == 404
    client.force_login(create_desk_admin())
    assert client.post(address, sent()).status_code == (404 if name == "move_view" else 302)


def test_a_private_view_is_its_owners_alone(client):
    view = create_saved_view(by=create_reviewer())
    client.force_login(create_desk_admin())
    address = reverse("claims:edit_view", args=[view.pk])
    assert client.get(address).status_code == 404


def test_strangers_and_wrong_methods(client, alice):
    view = create_saved_view(by=alice)
    for name in ("move_view", "remove_view", "restore_view"):
        assert client.get(reverse(f"claims:{name}", args=[view.pk])).status_code == 405
    assert client.post(URL).status_code == 405
    client.force_login(create_user(name="charlie"))
    assert {client.get(address).status_code for address in (URL, NEW)} == {403}


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("saved_view_named", {"name": "  "}),
        ("saved_view_tab_known", {"tab": "odd"}),
        ("saved_view_name_once", {"name": "Other"}),
    ],
)
def test_the_database_refuses(alice, constraint, changes):
    create_saved_view("Other", by=alice)
    view = create_saved_view(by=alice)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        SavedView.objects.filter(pk=view.pk).update(**changes)


def test_two_views_of_one_name_when_one_is_deleted(alice):
    old = create_saved_view(by=alice)
    SavedView.objects.filter(pk=old.pk).update(removed_at=timezone.now())
    assert create_saved_view(by=alice).name == old.name


def test_the_queue_shows_views_as_tabs_and_where_to_save_one(client, alice):
    create_claim()
    create_saved_view(by=alice)
    html = page(client, "/queue/?q=has:conflict")
    assert 'href="/queue/?q=has%3Aconflict" id="view-tab-' in html
    assert f'hx-get="{reverse("claims:view_tabs")}" hx-include="#queue-filters"' in html
    assert f'href="{NEW}?q=has%3Aconflict"' in html
