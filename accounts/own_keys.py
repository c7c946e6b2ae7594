"""A person's own keys: what they changed of the key map, and back again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction

from accounts import key_map
from accounts.key_map import Action, Keys
from accounts.models import OwnKey, User

if TYPE_CHECKING:
    from collections.abc import Iterable

SALT = "accounts.own_keys"


class KeyConflict(Exception):
    """Two actions would have one key; `why` has a sentence for each that was changed."""

    def __init__(self, why: dict[Action, str]) -> None:
        super().__init__("Two actions would have one key.")
        self.why = why


def changed(person: User) -> dict[Action, str]:
    """The keys that the person has changed; no query for somebody who has changed none.

    What the desk no longer has an action for is left out.
    """
    if not person.has_own_keys:
        return {}
    rows = OwnKey.objects.filter(person=person).values_list("place", "action", "key")
    own = {Action(place, action): key for place, action, key in rows}
    return {action: key for action, key in own.items() if action in key_map.AT_FIRST}


@transaction.atomic
def change(person: User, keys: Keys) -> None:
    """Have these keys; actions that are not named, or named with their first key, have that.

    Raises KeyConflict, which changes nothing.
    """
    own = {action: key for action, key in keys.items() if key != action.key}
    if why := key_map.conflicts(own):
        raise KeyConflict(why)
    person.has_own_keys = bool(own)
    person.save(update_fields=["has_own_keys"])  # first: who presses twice takes turns by this row
    OwnKey.objects.filter(person=person).delete()
    OwnKey.objects.bulk_create(
        OwnKey(person=person, place=action.place, action=action.key, key=key)
        for action, key in own.items()
    )


def reset(person: User, actions: Iterable[Action]) -> None:
    """Give these actions the key that they had at first. Raises KeyConflict when another of the
    person's own keys has taken it."""
    gone = set(actions)
    change(person, {one: key for one, key in changed(person).items() if one not in gone})


def for_pages(person: User) -> str:
    """What keys.js needs as JSON; empty for somebody who has changed nothing."""
    own = changed(person)
    return json.dumps(key_map.for_pages(own)) if own else ""


def token_of(keys: Keys) -> str:
    """The keys in an address, signed."""
    return signing.dumps([(one.place, one.key, key) for one, key in keys.items()], salt=SALT)


def read_token(token: str) -> dict[Action, str]:
    """The keys of a token of ours. Raises BadSignature for any other."""
    rows = signing.loads(token, salt=SALT)
    own = {Action(place, action): key for place, action, key in rows}
    return {action: key for action, key in own.items() if action in key_map.AT_FIRST}
