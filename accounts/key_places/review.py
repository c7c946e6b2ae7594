"""Keys of the page on which a claim is reviewed."""

from __future__ import annotations

from accounts.key_places.place import Place

PLACES = (
    Place(
        name="review",
        title="Reviewing a claim",
        path=r"/claims/\d+/(review|take-over)/",
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
            "x": "Undo the verdict, take back your opinion",
            "i": "Settle its place in the changed source",
        },
    ),
    Place(
        name="linked",
        title="On a linked claim",
        region="On a linked claim",
        on=("review", "article", "others"),
        actions={"o": "Open it", "e": "Use as evidence", "x": "Unlink"},
    ),
    Place(
        name="piece",
        title="On a piece of evidence",
        region="On a piece of evidence",
        on=("review",),
        actions={"x": "Remove it"},
    ),
    Place(
        name="figures",
        title="On figures that disagree",
        region="On the figures",
        on=("review",),
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
        on=("review",),
        actions={"r": "Open it again"},
    ),
)
