"""Keys that are the same on every page."""

from __future__ import annotations

from accounts.key_places.place import EVERYWHERE, LISTS, Place

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
            "g a": "Admin",
            "g y": "Your settings",
            "n": "Review next",
            "q": "Show what is new from others",
            "z": "Undo",
            "g x": "Close a message, stop what takes long",
            "g o": "Sign out",
        },
    ),
    Place(
        name=LISTS,
        title="In lists",
        actions={"j": "Next row", "k": "Previous row", ".": "Next page", ",": "Previous page"},
    ),
)
