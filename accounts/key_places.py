"""Every action that has a key, by place: what the key map page lists and a person may change.

A control in a template declares the key it has at first (`data-key`); where the control stands says
which action of this map it is, here as in keys.js: inside a region the region's, else the page's,
else one of those that are the same everywhere. A test walks all pages for keys this map lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
            "g o": "Sign out",
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
            "h": "Apply the verdict to the same claims",
        },
    ),
    Place(
        name="linked",
        title="On a linked claim",
        region="On a linked claim",
        actions={"o": "Open it", "e": "Use as evidence", "x": "Unlink"},
    ),
    Place(
        name="piece",
        title="On a piece of evidence",
        region="On a piece of evidence",
        actions={"x": "Remove it"},
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
        name="settled",
        title="On a settled figure",
        region="On a settled figure",
        actions={"r": "Open it again"},
    ),
    Place(
        name="talk",
        title="Comments of a claim",
        path=r"/claims/\d+/(comments|comment)/|/comments/\d+/.*",
        actions={"v": "Review the claim", "c": "Write a comment"},
    ),
    Place(
        name="thread",
        title="On a thread of comments",
        region="On a thread",
        actions={"r": "Reply", "x": "Resolve it, or open it again"},
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
            "e": "Edit this claim",
            "m": "Move its ends",
            "o": "Its comments",
            "x": "Remove this claim",
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
        actions={"r": "Say why", "u": "Join into one origin", "x": "Split off"},
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
        name="place",
        title="On a place that a changed claim may have",
        region="On a place",
        actions={"a": "Use this place"},
    ),
    Place(
        name="versions",
        title="Comparing versions of a text",
        path=r"/articles/\d+/revisions/\d+/\d+/",
        actions={"n": "Next change", "p": "Previous change"},
    ),
    Place(
        name="announced",
        title="The inbox",
        path=r"/inbox/",
        actions={"e": "Accept what is ticked", "i": "Ignore what is ticked"},
    ),
    Place(
        name="rule",
        title="On a rule of a feed",
        region="On a rule",
        actions={"x": "Remove it"},
    ),
    Place(
        name="table",
        title="The columns of a table",
        path=r"/import/tables/\d+/",
        actions={"x": "Discard"},
    ),
    Place(
        name="reason",
        title="On a reason within a verdict",
        region="On a reason",
        actions={"x": "Offer it no more, or again"},
    ),
    Place(
        name="inbox",
        title="On an item of the inbox",
        region="An item",
        actions={"a": "Accept", "x": "Ignore"},
    ),
)
BY_NAME = {place.name: place for place in PLACES}
