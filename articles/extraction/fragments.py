"""Markup that is the article and nothing else: its paragraphs, in document order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from articles.extraction.lines import paragraphs
from articles.extraction.markup import tree_of
from articles.extraction.words import word_set

_BLOCKS = word_set(
    """address article aside bibliography block blockquote bq br caption credit dd div dl dt fn
    h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main ol p pre section table tagline td th tr
    ul body body.content datasource"""
)
_CELLS = frozenset({"td", "th"})
# Beside the text: pictures with their captions, notes to editors, what no reader sees.
_LEFT_OUT = word_set(
    """audio button figcaption figure form head iframe img media noscript note object picture
    script style svg template video"""
)


def html_paragraphs(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML or XHTML. Raises `NoArticle` for what is no such thing."""
    return element_paragraphs(tree_of(f"<div>{markup}</div>"))


def words_of(markup: str) -> list[str]:
    """The paragraphs of a text that may be plain or marked up, as feeds and tables leave open."""
    is_marked = any(sign in markup for sign in ("</p>", "<br", "</div>", "<p>", "</b>", "</a>"))
    return html_paragraphs(markup) if is_marked else paragraphs(markup)


def element_paragraphs(root: etree._Element) -> list[str]:
    """The text of each block under an element of HTML or of a news format; rows with a bar."""
    return list(_texts(root))


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and instructions.

    HTML may have names that are none in XML, which `etree.QName` would refuse.
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(root: etree._Element) -> Iterator[str]:
    pieces: list[str] = []
    row: etree._Element | None = None  # whose cells are parted by a bar
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, node in walker:
        name = name_of(node)
        is_start = event == "start"
        is_out = not name or name in _LEFT_OUT
        if is_out and is_start:
            walker.skip_subtree()
        if is_start and name == "tr" and _is_row(node):
            row = node
        if row is not None and node is not row:
            is_next = is_start and name in _CELLS and any(map(str.strip, pieces))
            pieces.append(" | " if is_next else " " if name in _BLOCKS else "")
        elif name in _BLOCKS or is_out:
            yield from _flush(pieces)
            row = None if node is row and not is_start else row
        if is_start:
            pieces.append("" if is_out else node.text or "")
        elif node is not root:
            pieces.append(node.tail or "")
    yield from _flush(pieces)


def _is_row(element: etree._Element) -> bool:
    """Whether each cell holds no more than one paragraph; others lay out a page."""
    return all(
        sum(name_of(part) in _BLOCKS for part in cell.iterdescendants()) <= 1 for cell in element
    )


def _flush(pieces: list[str]) -> Iterator[str]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text.strip(" |"):
        yield text
