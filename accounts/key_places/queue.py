"""Keys of the queue, its views, acts on many claims, and the history."""

from __future__ import annotations

from accounts.key_places.place import Place

PLACES = (
    Place(
        name="queue",
        title="The queue",
        path=r"/queue/.*",
        actions={
            "h": "How to ask",
            "b": "Save a view",
            "e": "Clear the query",
            "t": "CSV",
            "f": "Feed",
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
        name="row",
        title="On a row of the queue",
        region="A row of the queue",
        on=("queue",),
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
        on=("queue",),
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
            "b": "Begin again",
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
        on=("history", "origins"),
        actions={"u": "Undo it", "o": "The whole act"},
    ),
)
