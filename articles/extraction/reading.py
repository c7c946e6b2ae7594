"""Reading one source, from bytes or pasted words, into a page to look over."""

from __future__ import annotations

from articles.extraction.assembly import page_of
from articles.extraction.declared import Metadata
from articles.extraction.encoding import MAX_BYTES, check_text, decode
from articles.extraction.errors import NoArticle, NothingLeft, SourceTooLong
from articles.extraction.lines import paragraphs
from articles.extraction.page import Page
from articles.extraction.sorting import sort_lines

HTML, PLAIN = "text/html", "text/plain"
_HTML_NAMES = (".html", ".htm", ".xhtml")
_CHARSET = "charset="


def read(source: bytes, *, file_name: str = "", media_type: str = "") -> Page:
    """Read an uploaded file. Its bytes decide what it is, name and type only what they leave open.

    Raises `ExtractionError` when there is no article's text in it, with the reason.
    """
    declared = media_type.partition(_CHARSET)[2].strip("\"' ;") if _CHARSET in media_type else ""
    text, encoding = decode(source, declared=declared)
    called_html = file_name.lower().endswith(_HTML_NAMES) or "html" in media_type
    return _page(text, encoding=encoding, called_html=called_html)


def read_text(text: str) -> Page:
    """Read pasted words, or the pasted source of a page. Raises `ExtractionError`."""
    if len(text) > MAX_BYTES:
        raise SourceTooLong
    return _page(check_text(text), encoding="utf-8", called_html=False)


def _page(text: str, *, encoding: str, called_html: bool) -> Page:
    from articles.extraction.markup import is_html  # with a parser of pages, 10 MB

    if is_html(text) or (called_html and "<" in text):
        return _from_html(text, encoding)
    return _from_lines(text, encoding)


def _from_lines(text: str, encoding: str) -> Page:
    lines = sort_lines(paragraphs(text))
    page = page_of(lines, Metadata(), media_type=PLAIN, encoding=encoding)
    if page is None:
        raise NothingLeft
    return page


def _from_html(text: str, encoding: str) -> Page:
    from articles.extraction.markup import blocks, tree_of
    from articles.extraction.metadata import metadata_of

    tree = tree_of(text)
    declared = metadata_of(tree)
    read_blocks = blocks(tree)
    lines = sort_lines(
        [block for block, _ in read_blocks],
        headline=declared.headline.value if declared.headline else "",
        trusted=True,
        doubtful=[not sure for _, sure in read_blocks],
    )
    page = page_of(lines, declared, media_type=HTML, encoding=encoding)
    if page is None:
        raise NoArticle
    return page
