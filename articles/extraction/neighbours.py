"""Paragraphs that stand in the same place of a page's structure as those known to be the article.

Sites cut an article into pieces, for advertisements to stand between; a reader that looks for one
piece finds only the first. Its paragraphs say where the others are: under elements of the same
names and classes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import html

_LEVELS = 4  # the paragraph and what it stands in
_KNOWN_LEAST = 3  # paragraphs of the article that share a place
_WORDS_LEAST = 8
_LINKED_MOST = 0.5  # share of the letters; a list of other stories has more
_BEGINNING = 60  # letters by which a paragraph is known again

_NO_WORDS = ("script", "style", "noscript", "iframe", "template", "form", "figcaption")

Place = tuple[tuple[str, str], ...]


def with_neighbours(
    tree: html.HtmlElement, blocks: list[tuple[str, bool]]
) -> list[tuple[str, bool]]:
    """`blocks` with the paragraphs that were missed, each behind the one it follows on the page."""
    known = {_squeezed(text)[:_BEGINNING]: text for text, _ in blocks}
    sure = {text for text, is_sure in blocks if is_sure}
    paragraphs = list(_paragraphs(tree))
    places = Counter(place for text, place in paragraphs if text in sure)
    own = {place for place, count in places.items() if count >= _KNOWN_LEAST}
    whole = _squeezed("".join(text for text, _ in blocks))
    missed: dict[str, list[str]] = {}
    behind = ""
    for text, place in paragraphs:
        beginning = _squeezed(text)[:_BEGINNING]
        if beginning in known:
            behind = known[beginning]
        elif place in own and beginning not in whole and len(text.split()) >= _WORDS_LEAST:
            missed.setdefault(behind, []).append(text)
    return list(_merged(blocks, missed)) if missed else blocks


def _merged(
    blocks: list[tuple[str, bool]], missed: dict[str, list[str]]
) -> Iterator[tuple[str, bool]]:
    yield from ((text, True) for text in missed.pop("", ()))
    for text, is_sure in blocks:
        yield text, is_sure
        yield from ((found, True) for found in missed.pop(text, ()))


def _paragraphs(tree: html.HtmlElement) -> Iterator[tuple[str, Place]]:
    for paragraph in tree.iter("p"):
        if next(paragraph.iter(*_NO_WORDS), None) is not None:
            continue
        text = " ".join(paragraph.text_content().split())
        linked = sum(len(link.text_content()) for link in paragraph.iter("a"))
        if text and linked <= _LINKED_MOST * len(text):
            yield text, _place(paragraph)


def _place(element: html.HtmlElement) -> Place:
    place: list[tuple[str, str]] = []
    node: html.HtmlElement | None = element
    while node is not None and len(place) < _LEVELS:
        place.append((node.tag, node.get("class") or ""))
        node = node.getparent()
    return tuple(place)


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))
