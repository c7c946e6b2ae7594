"""What a page carries around an article, concept by concept, and how its words give it away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Concept(StrEnum):
    """One kind of site furniture; the value is the reason shown beside a struck line."""

    SHARE = "share buttons"
    COMMENTS = "comment form"
    RELATED = "related articles"
    TEASER = "other story’s teaser"
    NEWSLETTER = "newsletter form"
    OFFER = "subscription offer"
    COOKIES = "cookie notice"
    COUNTER = "view counter"
    NAVIGATION = "navigation"
    PLAYER = "player or app button"
    PHOTO = "photo credit"
    AUTHOR = "author box"
    COPYRIGHT = "copyright line"
    ADVERTISEMENT = "advertisement"
    TAGS = "tags"
    FOLLOW = "follow buttons"
    DATE = "date line"
    CREDIT = "credit"
    NOTICE = "note of the site"


class Kind(StrEnum):
    """How a phrase speaks for its concept."""

    BIT = "bit"  # counts by the share of the line that such phrases cover
    SECTION = "section"  # name of a part of the site: a bit at the edges, a word inside the body
    STRONG = "strong"  # nobody writes it in running prose: speaks for the whole line
    LABEL = "label"  # at the start of a line, before a colon, a bar or the line's end
    LEAD = "lead"  # at the start of a line, whatever follows
    OPENER = "opener"  # alone on a line: the heading of something that is not the article


@dataclass(frozen=True, slots=True)
class Terms:
    """Phrases of one concept and kind, by language; `|` parts them, `#` stands for a figure."""

    concept: Concept
    kind: Kind
    phrases: dict[str, str]
