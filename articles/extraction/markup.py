"""HTML: the article's paragraphs in document order, and the tree its metadata is read from."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from articles.extraction.errors import NoArticle
from articles.extraction.neighbours import with_neighbours

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # `NoArticle` says it already

_SNIFFED = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</(?:p|div|article|body|html|span|h[1-6])\s*>", re.IGNORECASE)
# Parsing time grows with the square of the attributes of one element.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,40})(?=\s)([^<>]{8000,})")
_MOST_ATTRIBUTES = 400
_DEEPEST = 400  # elements inside one another; browsers cut at 512
_MOST_ELEMENTS = 40_000
_MOST_BLOCKS = 20_000
_HALF = 0.6  # with less of the text than this, precision has lost the article itself
_UNSEEN = " |\u200b\u200c\u200d\u2060\ufeff"
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "code", "fw", "lb"})


def is_html(text: str) -> bool:
    """Whether the text is a web page's source, whatever its file is called."""
    return _SNIFFED.match(text[:4096]) is not None or len(_TAGS.findall(text[:20_000])) >= 4


def tree_of(text: str) -> html.HtmlElement:
    """The parsed page. Raises `NoArticle` for what no browser would show as a page."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_parsable(text), parser=parser)
    except (etree.ParserError, ValueError):
        raise NoArticle from None
    elements = deepest = depth = 0
    for event, _ in _events(tree):
        depth += 1 if event == "start" else -1
        deepest, elements = max(deepest, depth), elements + (event == "start")
    if deepest > _DEEPEST or elements > _MOST_ELEMENTS:
        raise NoArticle
    return tree


def _events(tree: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    yield from etree.iterwalk(tree, events=("start", "end"))


def _parsable(text: str) -> str:
    """Without an encoding declaration, which lxml refuses, and without runs of attributes."""
    undeclared = re.sub(r"^\s*<\?xml[^>]{0,200}>", "", text)
    return _LONG_TAG.sub(_bare_if_crowded, undeclared)


def _bare_if_crowded(tag: re.Match[str]) -> str:
    return f"<{tag[1]} " if len(tag[2].split()) > _MOST_ATTRIBUTES else tag[0]


def blocks(tree: html.HtmlElement) -> list[tuple[str, bool]]:
    """The article's paragraphs and headings in order, each with whether it surely belongs.

    trafilatura reads the page twice. What its strict reading keeps belongs; what only the
    wide one keeps is doubtful and left to the vocabulary. Raises `NoArticle`.
    """
    wide = _read(tree, strictly=False)
    strict = _read(tree, strictly=True)
    if not wide and not strict:
        raise NoArticle
    if len(wide) > _MOST_BLOCKS:
        raise NoArticle
    return with_neighbours(tree, _weighed(wide, strict))


def _weighed(wide: list[str], strict: list[str]) -> list[tuple[str, bool]]:
    sure = set(strict)
    if not sure <= set(wide):
        return [(block, True) for block in strict]
    if sum(map(len, strict)) < _HALF * sum(map(len, wide)):
        return [(block, True) for block in wide]
    return [(block, block in sure) for block in wide]


def _read(tree: html.HtmlElement, *, strictly: bool) -> list[str]:
    document = trafilatura.bare_extraction(
        html.fromstring(html.tostring(tree)),
        favor_precision=strictly,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(_texts(document.body))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """The text of each block; cells of one row parted by a bar."""
    pieces: list[str] = []
    for event, node in _events(element):
        is_block = node.tag in _BLOCKS
        if is_block or node is element:
            yield from _flush(pieces)
        if event == "start":
            if node.tag == "cell" and any(map(str.strip, pieces)):
                pieces.append(" | ")
            pieces.append(node.text or "")
        elif node is not element:
            pieces.append(node.tail or "")
    yield from _flush(pieces)


def _flush(pieces: list[str]) -> Iterator[str]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text.strip(_UNSEEN):
        yield text
