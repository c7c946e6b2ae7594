"""Keys of stories, their boards and origins, and of outlets."""

from __future__ import annotations

from accounts.key_places.place import Place

PLACES = (
    Place(
        name="stories",
        title="Stories",
        path=r"/stories/",
        actions={"o": "Open a story"},
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
            "c": "CSV",
            "w": "Whose reports these are",
            "e": "Edit the story",
            "i": "Import into this story",
        },
    ),
    Place(
        name="quote",
        title="In a quote of the board",
        region="In the quote",
        on=("board",),
        actions={
            "m": "Mark and link as the same",
            "c": "Contradicts",
            "x": "Not a match, not mentioned",
            "u": "Take it back: not mentioned",
            "v": "Review",
            "o": "Open the article",
        },
    ),
    Place(
        name="origins",
        title="Whose reports these are",
        path=r"/stories/[^/]+/origins/.*",
        actions={"r": "Say why", "u": "Join into one origin", "x": "Split off"},
    ),
    Place(
        name="outlet",
        title="An outlet",
        path=r"/outlets/[^/]+/",
        actions={"e": "Edit the outlet", "m": "Merge it with another"},
    ),
)
