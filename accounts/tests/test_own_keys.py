"""The key map: every action with its key, changed, refused when two clash, and brought back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.urls import reverse

from accounts import key_map, key_places, own_keys
from accounts.key_map import Action
from accounts.models import OwnKey
from accounts.tests.factories import create_reporter, create_user

pytestmark = pytest.mark.django_db
PAGE = "/settings/keys/"
VERIFY, DISPUTE, SKIP = (Action("review", key) for key in "vds")


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def html(response) -> str:
    return " ".join(response.content.decode().split())


def fields(**changed: str) -> dict[str, str]:
    """The form as it is sent, with keys changed: review_v="é"."""
    sent = {f"{one.place}:{one.key}": key for one, key in key_map.AT_FIRST.items()}
    return sent | {name.replace("_", ":", 1): key for name, key in changed.items()}


def save(client, **changed: str):
    return client.post(PAGE, fields(**changed))


def own(person) -> dict[str, str]:
    person.refresh_from_db()
    return {f"{one.place}:{one.key}": key for one, key in own_keys.changed(person).items()}


def test_the_page_lists_every_action_by_place(client, alice):
    page = html(client.get(PAGE))
    for place in key_places.PLACES:
        assert f">{place.title}</h2>" in page
    assert page.count('class="key-line"') == len(key_map.AT_FIRST)
    assert ">Verify</label>" in page
    assert f'href="{PAGE}"' in html(client.get(reverse("accounts:settings")))


def test_the_first_keys_clash_nowhere_a_person_could_not_tell():
    for place in key_places.PLACES:
        assert len(set(place.actions)) == len(place.actions)
        assert all(key_map.SHAPE.fullmatch(key) for key in place.actions)
    assert len({place.name for place in key_places.PLACES}) == len(key_places.PLACES)
    assert key_map.conflicts(key_map.AT_FIRST) == {}


def test_a_key_is_changed_and_the_pages_know(client, alice):
    page = html(client.get(PAGE))
    assert "data-own" not in page
    assert save(client, review_v="É", review_d="g  k")["Location"] == PAGE
    assert own(alice) == {"review:v": "é", "review:d": "g k"}
    page = html(client.get(PAGE))
    assert "&quot;own&quot;: {&quot;review&quot;: {&quot;v&quot;: &quot;\\u00e9&quot;" in page
    assert "was V</span>" in page
    assert 'value="G K"' in page
    assert page.split('class="stack stack-l"')[1].split("</button>")[0].endswith(">Save keys")


def test_two_keys_change_places(client, alice):
    save(client, review_v="d", review_d="v")
    assert own(alice) == {"review:v": "d", "review:d": "v"}


def test_an_empty_field_brings_back_the_first_key(client, alice):
    save(client, review_v="é")
    save(client, review_v="")
    assert own(alice) == {}
    assert not alice.has_own_keys
    assert not OwnKey.objects.exists()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"review_v": "d"}, "“D” is “Dispute” (Reviewing a claim). Choose another"),
        ({"review_v": "z"}, "“Z” is “Undo” (Everywhere)."),
        ({"review_v": "j"}, "“J” is “Next row” (In lists)."),
        ({"everywhere_z": "]"}, "“]” is “Next claim” (Reading an article)."),
        ({"review_v": "g"}, "“G D” is “The desk” (Everywhere)."),
        ({"everywhere_z": "[ x"}, "“[” is “Previous claim” (Reading an article)."),
        ({"review_v": "vv"}, "Type one key, or two with a blank between them"),
        ({"review_v": "a b c"}, "Type one key, or two with a blank between them"),
    ],
)
def test_what_clashes_or_is_no_key_is_refused_and_what_was_typed_is_kept(
    client, alice, changed, why
):
    response = save(client, review_s="é", **changed)
    assert response.status_code == 422
    assert why in html(response)
    assert 'name="review:s" value="é"' in html(response)
    assert own(alice) == {}


def test_all_that_is_wrong_is_said_at_once(client, alice):
    page = html(save(client, review_v="d", everywhere_z="zz"))
    assert "2 keys need you." in page
    assert "“D” is “Dispute”" in page
    assert "Type one key" in page


def test_a_region_may_have_the_key_of_its_page(client, alice):
    save(client, suggestion_s="v", queue_x="y")
    assert own(alice) == {"suggestion:s": "v", "queue:x": "y"}
    page = html(client.get(PAGE))
    assert "There it comes before “Review this claim” (What other outlets say" in page
    assert "On a row of the queue “Y” is “Assign to me, or to nobody again” first." in page


def test_resetting_one_can_be_undone(client, alice):
    save(client, review_v="é", review_d="ø")
    page = client.post(f"{PAGE}reset/", {"action": "review:v"}, follow=True)
    assert own(alice) == {"review:d": "ø"}
    assert "“Verify” has its first key again." in html(page)
    undo = html(page).split("data-undo")[0].rsplit('action="', 1)[1].split('"')[0]
    assert "Undone." in html(client.post(undo, follow=True))
    assert own(alice) == {"review:v": "é", "review:d": "ø"}


def test_a_first_key_that_another_action_has_by_now_is_not_brought_back(client, alice):
    save(client, review_v="d", review_d="v")
    page = client.post(f"{PAGE}reset/", {"action": "review:v"}, follow=True)
    assert "Choose another, or change that one first." in html(page)
    assert own(alice) == {"review:v": "d", "review:d": "v"}


def test_all_are_reset(client, alice):
    save(client, review_v="d", review_d="v")
    page = client.post(f"{PAGE}reset/", {"all": "1"}, follow=True)
    assert "All keys are as they were at first." in html(page)
    assert own(alice) == {}


@pytest.mark.parametrize("sent", [{}, {"action": "review:v"}, {"action": "gossip"}])
def test_resetting_what_is_not_changed_does_nothing(client, alice, sent):
    page = client.post(f"{PAGE}reset/", sent, follow=True)
    assert "It has its first key already." in html(page)


def test_a_token_that_is_not_ours_does_nothing(client, alice):
    page = client.post(f"{PAGE}restore/none/", follow=True)
    assert "Nothing changed." in html(page)


def test_keys_are_of_one_person(client, alice):
    save(client, review_v="é")
    assert own(create_reporter()) == {}


def test_wrong_methods_and_strangers_are_refused(client, alice):
    assert client.put(PAGE).status_code == 405
    assert client.get(f"{PAGE}reset/").status_code == 405
    client.force_login(create_user(name="charlie"))
    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}reset/").status_code == 403


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        ({"action": "v", "key": "y"}, "own_key_once"),
        ({"action": "d", "key": "x"}, "own_key_distinct"),
        ({"action": "d", "key": "d"}, "own_key_differs"),
        ({"action": "d", "key": "xy"}, "own_key_shape"),
        ({"action": "d", "key": "Y"}, "own_key_shape"),
        ({"action": "d", "key": ""}, "own_key_shape"),
    ],
)
def test_the_database_refuses(alice, row, constraint):
    OwnKey.objects.create(person=alice, place="review", action="v", key="x")
    with pytest.raises(IntegrityError, match=constraint):
        OwnKey.objects.create(person=alice, place="review", **row)
