"""schema.org's NewsArticle in JSON-LD, inside a page or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from articles.extraction.declared import Found, Metadata, each, first, joined
from articles.extraction.head import byline_of
from articles.extraction.json_values import loads
from articles.extraction.moments import moment_of

JSON_LD = "from the page’s JSON-LD"

_JSON_MOST = 400_000  # characters of a page's JSON-LD that are read
_NODES_MOST = 5_000
_ARTICLE_TYPES = re.compile(r"Article$|Posting$|Report$|^Review$|^ReportageNews")
_WEB = ("http://", "https://")

Node = Mapping[str, Any]


def article_in(tree: html.HtmlElement) -> Node:
    """The first article that a page's scripts describe; empty when none does."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _JSON_MOST:
            continue
        try:
            loaded = loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in articles_in(loaded):
            return node
    return {}


def articles_in(loaded: object) -> Iterator[Node]:
    """The articles of a JSON-LD document, outermost first; `@graph` and lists are looked through.

    What an article names, such as another one it is part of, is no article of the document.
    """
    waiting, seen = [loaded], 0
    while waiting and seen < _NODES_MOST:
        node, seen = waiting.pop(0), seen + 1
        if isinstance(node, dict):
            if is_article(node):
                yield node
            else:
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(value for value in node if isinstance(value, dict | list))


def is_article(node: Node) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str) and _ARTICLE_TYPES.search(kind.rsplit("/", 1)[-1]) for kind in listed
    )


def declared(article: Node) -> Metadata:
    """What the article's node says of it."""
    published = (moment_of(text_of(article.get(key)), JSON_LD) for key in _DATES)
    return Metadata(
        headline=first((text_of(article.get("headline") or article.get("name")), JSON_LD)),
        outlet=first((name_of(article.get("publisher")), JSON_LD)),
        byline=_byline(article),
        dateline=first((text_of(article.get("dateline")), JSON_LD)),
        published=next((found for found in published if found), None),
        language=first((text_of(article.get("inLanguage"))[:2].lower(), JSON_LD)),
        url=_url(article),
        standfirst=first(
            (text_of(article.get("alternativeHeadline")), JSON_LD),
            (text_of(article.get("description")), JSON_LD),
        ),
        info_sources=_sources(article),
    )


_DATES = ("datePublished", "dateCreated")


def text_of(value: object) -> str:
    """A JSON-LD text, its first when there are several; markup taken out."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name") or "")
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        fragments = html.fragments_fromstring(f"<p>{value[:5_000]}</p>")
        return "".join(f if isinstance(f, str) else f.text_content() for f in fragments).strip()
    return value.strip()


def name_of(value: object) -> str:
    return text_of(value.get("name")) if isinstance(value, dict) else text_of(value)


def author_of(value: object) -> str:
    """A name without "By"; empty for an address, which some pages give instead."""
    name = name_of(value)
    if "://" in name or "@" in name or len(name) > 120:
        return ""
    return byline_of(name) or name


def _byline(article: Node) -> Found | None:
    authors = article.get("author") or article.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    return first((joined(map(author_of, listed)), JSON_LD))


def _url(article: Node) -> Found | None:
    page = article.get("mainEntityOfPage")
    of_page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    candidates = map(text_of, (article.get("url"), of_page, article.get("@id")))
    return first(*((url, JSON_LD) for url in candidates if url.startswith(_WEB)))


def _sources(article: Node) -> tuple[Found, ...]:
    """On whose behalf it was written and who provides it, where that is not the publisher."""
    named = (article.get("sourceOrganization"), article.get("provider"))
    listed = [one for value in named for one in (value if isinstance(value, list) else [value])]
    publisher = name_of(article.get("publisher"))
    return each((name for name in map(name_of, listed) if name != publisher), JSON_LD)
