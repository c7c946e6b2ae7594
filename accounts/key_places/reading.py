"""Keys of articles: reading, marking, what other outlets say, and versions of the text."""

from __future__ import annotations

from accounts.key_places.place import Place

REASONS = {str(n): f"Give reason {n}" for n in range(1, 5)}
PLACES = (
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
            "e": "Edit this claim",
            "m": "Move its ends",
            "o": "Its comments",
            "x": "Remove this claim",
            "c": "Check for changes",
            "u": "Bring a new version",
            "d": "Edit the details",
            "s": "The original source",
            "r": "It is published after all",
        },
    ),
    Place(
        name="ends",
        title="While a claim is edited",
        region="Claim being edited",
        on=("article",),
        actions={
            "1": "Start earlier",
            "2": "Start later",
            "3": "End earlier",
            "4": "End later",
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
        on=("article", "others"),
        actions={
            "s": "Same claim",
            "c": "Contradicts",
            "r": "Related",
            "x": "Not a match",
            **REASONS,
        },
    ),
    Place(
        name="mismatch",
        title="On what is no match",
        region="On what is no match",
        on=("article", "others"),
        actions={"u": "Link it after all, suggest it again"},
    ),
    Place(
        name="archive",
        title="On a claim checked before",
        region="In another story",
        on=("article", "others"),
        actions={"r": "Related", "x": "Not a match"},
    ),
    Place(
        name="details",
        title="The details of an article",
        path=r"/articles/\d+/edit/",
        actions={"s": "The source as imported", "r": "It is published again"},
    ),
    Place(
        name="versions",
        title="Versions of a text",
        path=r"/articles/\d+/revisions/(\d+/\d+/)?",
        actions={"[": "Previous change", "]": "Next change", "u": "Bring a new version"},
    ),
)
