"""The key of each action, as it is at first and as a person has changed it; which keys clash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from accounts.key_places import ALWAYS_THERE, BY_NAME, PLACES

SHAPE = re.compile(r"\S(?: \S)?")  # one key, or two one after the other


@dataclass(frozen=True, order=True)
class Action:
    """An action by its place and the key that it has at first."""

    place: str
    key: str

    @property
    def label(self) -> str:
        return BY_NAME[self.place].actions[self.key]


Keys = Mapping[Action, str]  # which key each action has, or only the changed ones
AT_FIRST: Keys = {Action(place.name, key): key for place in PLACES for key in place.actions}


def in_force(changed: Keys) -> dict[Action, str]:
    """The key of every action, for a person who has changed these."""
    return {**AT_FIRST, **changed}


def conflicts(changed: Keys) -> dict[Action, str]:
    """Why a changed key cannot be: a sentence for each that another action in reach has, too.

    Keys that are the same everywhere are in reach of all places; a region and its page are not of
    each other, for the innermost wins.
    """
    keys = in_force(changed)
    clashing = {}
    for action in changed:
        for other in _in_reach(action, keys):
            if other != action and _clash(keys[action], keys[other]):
                clashing[action] = _sentence(keys[other], other)
                break
    return clashing


def notes(changed: Keys) -> dict[Action, str]:
    """A sentence for each changed key that a part of a page and the page itself now share."""
    keys = in_force(changed)
    shared = {}
    for action, other in product(changed, keys):
        if keys[action] != keys[other]:
            continue
        if other.place in BY_NAME[action.place].on:
            shared[action] = (
                f"There it comes before “{other.label}” ({BY_NAME[other.place].title})."
            )
        elif action.place in BY_NAME[other.place].on:
            part = BY_NAME[other.place].title
            shared[action] = f"{part} “{shown(keys[other])}” is “{other.label}” first."
    return shared


def _in_reach(action: Action, keys: Iterable[Action]) -> Iterator[Action]:
    for other in keys:
        if action.place == other.place or {action.place, other.place} & {*ALWAYS_THERE}:
            yield other


def _clash(key: str, other: str) -> bool:
    """They are one, or one is what the other begins with."""
    return key == other or key.startswith(f"{other} ") or other.startswith(f"{key} ")


def _sentence(key: str, other: Action) -> str:
    place = BY_NAME[other.place].title
    return f"“{shown(key)}” is “{other.label}” ({place}). Choose another, or change that one first."


def shown(key: str) -> str:
    """As a person reads it: “V”, “G Q”."""
    return key.upper()


def for_pages(changed: Keys) -> dict[str, Any]:
    """What keys.js needs to know of a person with keys of their own."""
    own: dict[str, dict[str, str]] = {}
    for action, key in changed.items():
        own.setdefault(action.place, {})[action.key] = key
    places = [
        {
            "name": place.name,
            "path": f"^(?:{place.path})$" if place.path else "",
            "region": place.region,
            "keys": list(place.actions),
        }
        for place in PLACES
    ]
    return {"own": own, "places": places}
