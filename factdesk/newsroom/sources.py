"""The source files of the demo newsroom, and the rows made of them so far."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accounts.models import User
from articles.models import Article, Outlet, Story
from claims.models import Claim, Event


@dataclass
class Newsroom:
    """One folder of TOML and text files; each builder adds the rows the next one names."""

    folder: Path
    people: dict[str, User] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def rows(self, plural: str, singular: str) -> list[dict[str, Any]]:
        """The `[[singular]]` tables of `<plural>.toml`."""
        tables: list[dict[str, Any]] = tomllib.loads(
            (self.folder / f"{plural}.toml").read_text("utf-8")
        )[singular]
        return tables
