"""Every action that has a key, by place: what the key map page lists and a person may change.

A control in a template declares the key it has at first (`data-key`); where the control stands says
which action of this map it is, here as in keys.js: inside a region the region's, else the page's,
else one of those that are the same everywhere. A test walks all pages for keys this map lacks.

Each module has the places of one part of the desk, a page before its regions.
"""

from __future__ import annotations

from accounts.key_places import (
    anywhere,
    comments,
    corrections,
    importing,
    people,
    queue,
    reading,
    review,
    stories,
)
from accounts.key_places.place import ALWAYS_THERE, EVERYWHERE, LISTS, Place

__all__ = ["ALWAYS_THERE", "BY_NAME", "EVERYWHERE", "LISTS", "PLACES", "Place"]

PLACES = (
    *anywhere.PLACES,
    *queue.PLACES,
    *review.PLACES,
    *comments.PLACES,
    *reading.PLACES,
    *corrections.PLACES,
    *stories.PLACES,
    *importing.PLACES,
    *people.PLACES,
)
BY_NAME = {place.name: place for place in PLACES}
