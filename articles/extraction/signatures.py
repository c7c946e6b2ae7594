"""Who wrote it and when, where a page's markup says so by the names it gives its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml import etree, html

from articles.extraction.dates import without_date
from articles.extraction.declared import FoundTime, joined
from articles.extraction.head import bare_names, byline_of, is_by_alone, is_name_line
from articles.extraction.moments import line_moment, moment_of
from articles.extraction.shape import shape_of

SIGNATURE = "from the page’s signature"

_TEXT_MOST = 120  # characters of a line of names or of a date
_AUTHORS_MOST = 6
_LOOKED_AT = 20_000  # elements
_NEAR_HEADLINE = range(-30, 80)  # elements from the main heading
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:byline|author|writer|contributor)s?(?:$|[\s_-]|name|link)", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|time|timestamp|datetime|published|posted|pubdate)", re.IGNORECASE
)
# Where other people and other days are named.
_ELSEWHERE = frozenset({"nav", "aside", "footer", "form"})
_OTHERS = re.compile(
    r"comment|related|recirc|sidebar|footer|widget|promo|teaser|popular|trending", re.IGNORECASE
)
_BETWEEN = frozenset({"and", "&", ",", "und", "et", "y", "e", "|", "•", "·"})


def writers_in(tree: html.HtmlElement) -> str:
    """The names of the first elements marked as the author's; empty when there are none.

    What says so by its relation or property comes before what only is called so.
    """
    by_property: list[str] = []
    by_name: list[str] = []
    for element in _own(tree):
        relations = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
        if "author" in relations:
            by_property += _names(element)
        elif not by_name and _AUTHOR.search(element.get("class") or ""):
            by_name += _names(element)
    return joined((by_property or by_name)[:_AUTHORS_MOST])


def published_in(tree: html.HtmlElement) -> FoundTime | None:
    """The first moment or day in an element marked as the publishing date."""
    elements = list(_own(tree))
    for element in elements:
        if "datePublished" in (element.get("itemprop") or "").split():
            written = element.get("content") or element.get("datetime") or _words(element)
            if found := _moment(written):
                return found
    return next(filter(None, map(_moment, map(_words, _dates(elements)))), None)


def _dates(elements: Sequence[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    heading = next((at for at, element in enumerate(elements) if element.tag == "h1"), None)
    for at, element in enumerate(elements):
        is_near = heading is not None and at - heading in _NEAR_HEADLINE
        if is_near and _DATE.search(element.get("class") or ""):
            yield element


def _moment(written: str) -> FoundTime | None:
    if len(written) > _TEXT_MOST:
        return None
    return moment_of(written, SIGNATURE) or line_moment(written, SIGNATURE)


def _own(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The page's elements but those that speak of other articles, of comments or of the site."""
    walker = etree.iterwalk(tree, events=("start",))
    for count, (_, element) in enumerate(walker):
        if count > _LOOKED_AT:
            return
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_frame = element.tag in ("html", "body")
        if element.tag in _ELSEWHERE or (not is_frame and _OTHERS.search(marks)):
            walker.skip_subtree()
        else:
            yield element


def _names(element: html.HtmlElement) -> list[str]:
    """The names in an element: those of a part that is marked as a name, else its first words."""
    named = element.xpath(".//*[@itemprop='name']")
    part = named[0] if named else element
    pieces = [" ".join(piece.split()) for piece in part.itertext()]
    pieces = [piece for piece in pieces if piece] or [element.get("content") or ""]
    if sum(map(len, pieces)) > 2 * _TEXT_MOST:
        return []
    if is_by_alone(pieces[0]):
        pieces = pieces[1:]
    if not pieces or not _name(pieces[0]):
        return []
    # Another name only behind “and” or its like; anything else is what the first one is called.
    pairs = zip(pieces[1::2], pieces[2::2], strict=False)
    others = (other for _, other in takewhile(lambda pair: pair[0].lower() in _BETWEEN, pairs))
    return [_name(pieces[0]), *filter(None, map(_name, others))]


def _name(text: str) -> str:
    if "://" in text or "@" in text or len(text) > _TEXT_MOST:
        return ""
    bare = without_date(byline_of(text) or bare_names(text))
    return bare if bare and (byline_of(text) or is_name_line(shape_of(bare))) else ""


def _words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())
