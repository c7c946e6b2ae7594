"""A place where keys mean something, and the actions that have one there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

EVERYWHERE, LISTS = "everywhere", "lists"
ALWAYS_THERE = (EVERYWHERE, LISTS)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where keys mean something. `path` is a pattern for addresses of pages, `region` the name of a
    part of a page, as `data-keys-region` has it; `on` names the pages it stands on, whose keys it
    comes before. `actions` are keys at first, with what they do."""

    name: str
    title: str
    actions: Mapping[str, str]
    path: str = ""
    region: str = ""
    on: tuple[str, ...] = ()
