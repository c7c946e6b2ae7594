"""schema.org's articles as JSON-LD in a file of their own."""

from __future__ import annotations

from collections.abc import Iterable

from articles.extraction import json_ld
from articles.extraction.fragments import words_of
from articles.extraction.json_ld import Node
from articles.formats.errors import NotAnArticle
from articles.formats.files import File, Format, Reading
from articles.formats.json_texts import dumped, loaded
from articles.formats.parts import each_reading
from articles.formats.wire import wire_page

MEDIA_TYPE = "application/ld+json"


def _matches(file: File) -> bool:
    """Any JSON that is not a wire's own: what is no article in it is refused as such."""
    return loaded(file) is not None


def _read(file: File) -> Iterable[Reading]:
    articles = list(json_ld.articles_in(loaded(file)))
    if not articles:
        raise NotAnArticle("JSON of a kind that is not known")
    if len(articles) == 1:
        return [_reading(file.name, file.content, articles[0])]
    parts = ((json_ld.text_of(node.get("headline")), dumped(node), node) for node in articles)
    return each_reading(file, parts, _reading)


def _reading(name: str, source: bytes, article: Node) -> Reading:
    written = article.get("articleBody") or article.get("text")
    if isinstance(written, list):
        written = "\n\n".join(part for part in written if isinstance(part, str))
    if not isinstance(written, str) or not written.strip():
        raise NotAnArticle("a description of an article")
    page = wire_page(words_of(written), json_ld.declared(article), media_type=MEDIA_TYPE)
    return Reading(name=name, source=source, page=page)


FORMAT = Format(matches=_matches, read=_read)
