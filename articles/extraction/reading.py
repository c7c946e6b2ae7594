"""Reading one source, from bytes or pasted words, into a page to look over."""

from __future__ import annotations

from articles.extraction.encoding import MAX_BYTES, check_text, decode
from articles.extraction.errors import NoArticle, NothingLeft, SourceTooLong
from articles.extraction.facts import (
    byline_in,
    credit_in,
    dateline_in,
    headline_in,
    published_in,
    standfirst_in,
)
from articles.extraction.language import language_of
from articles.extraction.lines import paragraphs
from articles.extraction.markup import blocks, is_html, tree_of
from articles.extraction.metadata import Metadata, metadata_of
from articles.extraction.page import Found, Line, Page, body
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
    if is_html(text) or (called_html and "<" in text):
        return _from_html(text, encoding)
    return _from_lines(text, encoding)


def _from_lines(text: str, encoding: str) -> Page:
    lines = tuple(sort_lines(paragraphs(text)))
    article = body(lines)
    if not article:
        raise NothingLeft
    return Page(
        lines=lines,
        headline=headline_in(lines),
        byline=byline_in(lines),
        dateline=dateline_in(lines),
        credit=credit_in(lines),
        published=published_in(lines),
        language=_language(article, None),
        standfirst=standfirst_in(lines),
        media_type=PLAIN,
        encoding=encoding,
    )


def _from_html(text: str, encoding: str) -> Page:
    tree = tree_of(text)
    declared = metadata_of(tree)
    read_blocks = blocks(tree)
    lines = tuple(
        sort_lines(
            [block for block, _ in read_blocks],
            headline=declared.headline.value if declared.headline else "",
            trusted=True,
            doubtful=[not sure for _, sure in read_blocks],
        )
    )
    article = body(lines)
    if not article:
        raise NoArticle
    return Page(
        lines=lines,
        headline=declared.headline or headline_in(lines),
        outlet=declared.outlet,
        byline=declared.byline or byline_in(lines),
        dateline=dateline_in(lines),
        credit=credit_in(lines),
        published=declared.published or published_in(lines),
        language=_language(article, declared.language),
        url=declared.url,
        standfirst=_standfirst(declared, lines, article),
        media_type=HTML,
        encoding=encoding,
    )


def _language(article: str, declared: Found | None) -> Found | None:
    """The words decide; what a page declares counts only where they are too few."""
    code = language_of(article)
    return Found(code, "from the words") if code else declared


def _standfirst(declared: Metadata, lines: tuple[Line, ...], article: str) -> Found | None:
    """Not the first words of the text, nor a description cut off in the middle."""
    found = standfirst_in(lines) or declared.standfirst
    if found is None or found.value.endswith(("…", "...")):
        return None
    beginning = found.value.rstrip(".… ")[:60]
    is_headline = declared.headline is not None and found.value == declared.headline.value
    return None if beginning in article or is_headline else found
