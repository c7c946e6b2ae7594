"""Time zones as a list to choose from."""

from __future__ import annotations

import zoneinfo
from functools import cache

Choices = list[tuple[str, str | list[tuple[str, str]]]]

CONTINENTS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


@cache
def zone_choices() -> Choices:
    """UTC, then IANA names by continent; “Buenos Aires” stands for the name's last part."""
    places: dict[str, list[tuple[str, str]]] = {continent: [] for continent in CONTINENTS}
    for name in sorted(zoneinfo.available_timezones()):
        continent, _, place = name.partition("/")
        if place and continent in places:
            places[continent].append((name, place.replace("_", " ").replace("/", ", ")))
    return [("UTC", "UTC"), *places.items()]
