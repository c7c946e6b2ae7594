"""Every action that has a key, by place: what the key map page lists and a person may change.

A control in a template declares the key it has at first (`data-key`); where the control stands says
which action of this map it is, here as in keys.js: inside a region the region's, else the page's,
else one of those that are the same everywhere. A test walks all pages for keys this map lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

SHAPE = re.compile(r"\S(?: \S)?")  # one key, or two one after the other
EVERYWHERE, LISTS = "everywhere", "lists"
ALWAYS_THERE = (EVERYWHERE, LISTS)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where keys mean something. `path` is a pattern for addresses of pages, `region` the name of a
    part of a page, as `data-keys-region` has it. `actions` are keys at first, with what they do."""

    name: str
    title: str
    actions: Mapping[str, str]
    path: str = ""
    region: str = ""


@dataclass(frozen=True, order=True)
class Action:
    """An action by its place and the key that it has at first."""

    place: str
    key: str

    @property
    def label(self) -> str:
        return BY_NAME[self.place].actions[self.key]


Keys = Mapping[Action, str]  # which key each action has, or only the changed ones

REASONS = {str(n): f"Give reason {n}" for n in range(1, 5)}
PLACES = (
    Place(
        name=EVERYWHERE,
        title="Everywhere",
        actions={
            "?": "All keys",
            "/": "Search, or filter the list",
            "g d": "The desk",
            "g q": "The queue",
            "g c": "Corrections",
            "g s": "Stories",
            "g i": "Import",
            "g h": "History",
            "g n": "Notifications",
            "g w": "The workload",
            "n": "Review next",
            "q": "Show what is new from others",
            "z": "Undo",
        },
    ),
    Place(
        name=LISTS,
        title="In lists",
        actions={"j": "Next row", "k": "Previous row", ".": "Next page", ",": "Previous page"},
    ),
    Place(
        name="queue",
        title="The queue",
        path=r"/queue/.*",
        actions={
            "h": "How to ask",
            "b": "Save a view",
            "e": "Clear the query",
            "g v": "Views of the queue",
            "r": "Make a new secret for feeds",
            "x": "Select the row",
            "a": "Select the page",
            "w": "Select all that fit",
            "v": "Verify what is selected",
            "d": "Dispute what is selected",
            "u": "Can’t settle yet what is selected",
            "s": "Skip what is selected",
            "l": "Let go of what is selected",
            "i": "Assign what is selected",
            "p": "Pin what is selected",
            "o": "Unpin what is selected",
            "c": "Clear the selection",
        },
    ),
    Place(
        name="bulk",
        title="An act on many claims",
        path=r"/bulk/\d+/.*|/queue/select/",
        actions={
            "v": "Verify them",
            "d": "Dispute them",
            "u": "Can’t settle them yet",
            "s": "Skip them",
            "l": "Let them go",
            "i": "Assign them",
            "p": "Pin them",
            "o": "Unpin them",
            "t": "Take back what somebody did",
            "r": "The words of the act",
            "e": "Add evidence",
        },
    ),
    Place(
        name="history",
        title="The history of the desk",
        path=r"/history/.*",
        actions={"t": "Take back what somebody did"},
    ),
    Place(
        name="entry",
        title="On an entry of the history",
        region="An entry",
        actions={"u": "Undo it", "o": "The whole act"},
    ),
    Place(
        name="review",
        title="Reviewing a claim",
        path=r"/claims/\d+/review/",
        actions={
            "v": "Verify",
            "d": "Dispute",
            "u": "Can’t settle yet",
            "r": "Write the rationale",
            "e": "Add evidence",
            "f": "Go to the figures",
            "l": "Let go",
            "s": "Skip",
            "o": "Open the article",
            "a": "Confirm who says so",
            "c": "Write a comment",
            "p": "Pin, take the pin away",
            "y": "Assign to me, or to nobody again",
            "m": "Assign",
            "t": "Take it, from a colleague too",
            "w": "Change who says so",
            "b": "Edit the claim’s wording",
        },
    ),
    Place(
        name="row",
        title="On a row of the queue",
        region="A row of the queue",
        actions={
            "p": "Pin, take the pin away",
            "y": "Assign to me, or to nobody again",
            "m": "Assign",
            "r": "Why it stands here",
        },
    ),
    Place(
        name="view",
        title="On a saved view",
        region="A view",
        actions={
            "u": "Up",
            "d": "Down",
            "e": "Change",
            "c": "CSV",
            "f": "Feed",
            "x": "Delete",
        },
    ),
    Place(
        name="figures",
        title="On figures that disagree",
        region="On the figures",
        actions={
            "1": "One is wrong",
            "2": "Updated later",
            "3": "Different things",
            "4": "Both can hold",
        },
    ),
    Place(
        name="talk",
        title="Comments of a claim",
        path=r"/claims/\d+/(comments|comment)/|/comments/\d+/.*",
        actions={"v": "Review the claim", "c": "Write a comment"},
    ),
    Place(
        name="notifications",
        title="Notifications",
        path=r"/notifications/",
        actions={"a": "Mark all as read"},
    ),
    Place(
        name="notification",
        title="On a notification",
        region="A notification",
        actions={"r": "Mark as read"},
    ),
    Place(
        name="article",
        title="Reading an article",
        path=r"/articles/\d+/|/corrections/\d+/choose/|/claims/\d+/(edit|move)/",
        actions={
            "[": "Previous claim",
            "]": "Next claim",
            "t": "Text cursor",
            "f": "Find the words elsewhere",
            "p": "Other outlets",
            "v": "Review this claim",
            "a": "Confirm who says so",
            "w": "Change who says so",
            "c": "Check for changes",
        },
    ),
    Place(
        name="others",
        title="What other outlets say, on a page of its own",
        path=r"/claims/\d+/(others|attribution)/",
        actions={
            "v": "Review this claim",
            "a": "Confirm who says so",
            "w": "Change who says so",
        },
    ),
    Place(
        name="suggestion",
        title="On a suggestion",
        region="On a suggestion",
        actions={
            "s": "Same claim",
            "c": "Contradicts",
            "r": "Related",
            "x": "Not a match",
            **REASONS,
        },
    ),
    Place(
        name="archive",
        title="On a claim checked before",
        region="In another story",
        actions={"r": "Related", "x": "Not a match"},
    ),
    Place(
        name="stories",
        title="Stories",
        path=r"/stories/",
        actions={"o": "Open a story"},
    ),
    Place(
        name="workload",
        title="The workload",
        path=r"/workload/",
        actions={"1": "7 days", "2": "4 weeks", "3": "3 months", "4": "A year"},
    ),
    Place(
        name="board",
        title="The story board",
        path=r"/stories/[^/]+/",
        actions={
            "m": "Mark and link what is probably here",
            "v": "Review",
            "o": "Open the article",
            "x": "Not a match, not mentioned",
        },
    ),
    Place(
        name="origins",
        title="Whose reports these are",
        path=r"/stories/[^/]+/origins/.*",
        actions={"r": "Say why"},
    ),
    Place(
        name="quote",
        title="In a quote of the board",
        region="In the quote",
        actions={
            "m": "Mark and link as the same",
            "c": "Contradicts",
            "x": "Not a match, not mentioned",
            "v": "Review",
            "o": "Open the article",
        },
    ),
    Place(
        name="corrections",
        title="Sources that changed",
        path=r"/corrections/(\d+/)?",
        actions={
            "a": "Accept the new place",
            "r": "Keep the old reading",
            "h": "Choose by hand",
            "s": "Skip",
            "o": "Open the article",
        },
    ),
    Place(
        name="versions",
        title="Comparing versions of a text",
        path=r"/articles/\d+/revisions/\d+/\d+/",
        actions={"n": "Next change", "p": "Previous change"},
    ),
    Place(
        name="inbox",
        title="On an item of the inbox",
        region="An item",
        actions={"a": "Accept", "x": "Ignore"},
    ),
)
BY_NAME = {place.name: place for place in PLACES}
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
