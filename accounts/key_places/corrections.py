"""Keys of sources that changed."""

from __future__ import annotations

from accounts.key_places.place import Place

PLACES = (
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
            "u": "Undo what was settled",
        },
    ),
    Place(
        name="place",
        title="On a place that a changed claim may have",
        region="On a place",
        on=("corrections",),
        actions={"a": "Use this place"},
    ),
)
