"""What stands above an article: headline, byline, date, and the names in front of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from articles.extraction.dates import is_date_line
from articles.extraction.evidence import DOUBTFUL, Evidence
from articles.extraction.shape import End, Shape
from articles.extraction.words import word_set

_BY = (
    r"by|words by|story by|curated by|edited by|written by|posted by|published by|report by"
    r"|reported by|von|por|par|di|door|af|av|a cura di|texte de|texto de|testo di|oleh|yazan"
)
_BY_COLON = (
    r"autor|autora|autore|auteur|author|автор|текст|texto|text|testo|texte|redactie|redacción"
    r"|redazione|redaktion|reporter|autorka|tekst|oprac\."
)
_BYLINE = re.compile(
    rf"^[\W_]*(?:(?:{_BY})\s*:?\s+|(?:{_BY_COLON})\s*:\s*|oprac\.\s+)(?P<who>\S.*)$", re.IGNORECASE
)
_BY_ALONE = word_set("by von por par di door af av")
_PARTICLES = word_set(
    """and y e et und en i и og och & van von der den de da do dos das del della di du la le el al
    bin ibn abu ten ter zu zur af av und with mit con avec com met for in staff writer writers
    reporter correspondent editor admin redaktion redacción redação rédaction redazione redactie
    the of desk agencies web team news service"""
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—(]|\s-\s|\bfor\b|\bon [A-Z]|,\s*(?=\d|staff|special|senior|\w+ (?:writer|editor))"
    r"|\s\d|,\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day).*$",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"\s[»>›/]\s.*\s[»>›/]\s")
_DATELINE = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ .'’-]{2,40},?[^()\[\]—–]{0,20}[(\[][^()\[\]]{2,40}[)\]]\s*[—–-]"
)
_SPEAKER = re.compile(r"^\w{1,2}:\s")  # "Q: ", "A: "
_NAME = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*\.?")
_SITE_TITLE = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")
_MOST_NAMES = 14  # words
HEADLINE_MOST = 32  # words


def byline_of(text: str) -> str | None:
    """The names in a byline such as "By Ada Quell and Tom Brey"; None when it is none."""
    found = _BYLINE.match(text)
    if not found or len(text) > 160:
        return None
    who = _TAIL.sub("", found["who"]).strip(" ,;:")
    return who if who and _are_names(who) else None


def bare_names(text: str) -> str:
    """A line of names without the role or date behind them: "Ada Quell, Senior Reporter"."""
    return _TAIL.sub("", text).strip(" ,;:|•·–—-")


def is_by_alone(text: str) -> bool:
    """Whether the line is only "By", the names standing on the next."""
    return text.strip(" :").lower() in _BY_ALONE


def _are_names(text: str) -> bool:
    """Whether every word starts with a capital or is a particle between names."""
    names = _NAME.findall(text)
    if (
        not names
        or len(names) > _MOST_NAMES
        or text.endswith(("?", "!"))
        or any(map(str.isdigit, text))
    ):
        return False
    if text.endswith(".") and len(names[-1]) > 3:
        return False
    capital = [name for name in names if _starts_great(name)]
    return bool(capital or names == ["admin"]) and all(
        _starts_great(name) or name.lower() in _PARTICLES for name in names
    )


def _starts_great(name: str) -> bool:
    """Whether the name has its capital in front, or after the "d’" of "d’Arcy"."""
    return name[0].isupper() or (name[1:2] in {"'", "’"} and name[2:3].isupper())


def is_name_line(shape: Shape) -> bool:
    """Whether the line is nothing but one or two people's names."""
    return (
        shape.size <= 6
        and shape.end is End.OPEN
        and len(shape.words) >= 2
        and _are_names(shape.text)
    )


def headline_among(
    shapes: Sequence[Shape], evidence: Sequence[Evidence], before: int, known: Set[str]
) -> int | None:
    """Which of the lines up to `before` (exclusive) is the headline; None when none could be.

    `known` are the content words of the body: a headline speaks of the same things, a menu or
    another story's title does not. Of two that fit alike, the first wins.
    """
    scores = {
        place: _likeness(shapes, evidence, place, before, known)
        for place in range(before)
        if can_be_headline(shapes[place], evidence[place])
    }
    best = max(scores.values(), default=0.0)
    if best < HEADLINE_LEAST:
        return None
    close = [place for place, score in scores.items() if score >= CLOSE * best]
    longer = [place for place in close if shapes[place].size >= TITLE_LEAST]
    return min(longer) if longer else max(scores, key=lambda place: scores[place])


TITLE_LEAST = 5  # words; what is shorter and stands first is a kicker such as "Flood in Orlen"
CLOSE = 0.6  # of the best score: then the first wins over the line under it
HEADLINE_LEAST = 1.0


def can_be_headline(shape: Shape, spoken: Evidence) -> bool:
    """Whether the line has a headline's shape: some words, no full stop, nothing of the site."""
    if spoken.score >= DOUBTFUL or spoken.opens or not 2.5 <= shape.size <= HEADLINE_MOST:
        return False
    if shape.end in (End.STOP, End.RUNNING) or byline_of(shape.text) or is_date_line(shape):
        return False
    if _SPEAKER.match(shape.text) or _DATELINE.match(shape.text):
        return False
    return not shape.is_glued and not _CRUMBS.search(shape.text)


def _likeness(
    shapes: Sequence[Shape], evidence: Sequence[Evidence], place: int, before: int, known: Set[str]
) -> float:
    shape = shapes[place]
    score = 3.0 * shape.kinship(known) * min(1.0, len(shape.content) / 3)
    score += min(shape.size, 8.0) / 8.0
    score -= min(before - place, 12) * 0.05
    follows = shapes[place + 1 : place + 4]
    if any(byline_of(line.text) or is_date_line(line) for line in follows):
        score += 0.8
    if place == before - 1:
        score += 0.6
    if is_name_line(shape):
        score -= 1.5
    return score


def without_site_title(headline: str) -> str:
    """A page's title without the outlet's name at its end: "Ferry aground | The Ledger"."""
    bare = _SITE_TITLE.sub("", headline)
    return bare if len(bare.split()) >= 3 else headline
