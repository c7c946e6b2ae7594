"""What an HTML page says about its article: JSON-LD first, then Open Graph, then meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html

from articles.extraction.head import byline_of, without_site_title
from articles.extraction.moments import moment_of
from articles.extraction.page import Found, FoundTime

JSON_LD = "from the page’s JSON-LD"
OPEN_GRAPH = "from the page’s Open Graph tags"
META = "from the page’s meta tags"
TITLE = "from the page’s title"
HEADING = "from the page’s main heading"
LINK = "from the page’s canonical link"

_JSON_MOST = 400_000  # characters of JSON-LD read
_NODES_MOST = 5_000
_ARTICLE_TYPES = re.compile(r"Article$|Posting$|Report$|^Review$|^ReportageNews")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate",
    "publishdate", "publish-date", "published_time", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "article.published", "last-published",
)  # fmt: skip
_AUTHORS = (
    "author",
    "dc.creator",
    "parsely-author",
    "byl",
    "sailthru.author",
    "article:author",
    "citation_author",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page declares; None for what it does not."""

    headline: Found | None
    outlet: Found | None
    byline: Found | None
    published: FoundTime | None
    language: Found | None
    url: Found | None
    standfirst: Found | None


def metadata_of(tree: html.HtmlElement) -> Metadata:
    """Read the page's own description of its article. Malformed parts count as absent."""
    article = _article_in(tree)
    meta = _meta(tree)
    return Metadata(
        headline=_headline(tree, article, meta),
        outlet=_first(
            (_name(article.get("publisher")), JSON_LD),
            (meta.get("og:site_name", ""), OPEN_GRAPH),
            (meta.get("application-name", "") or meta.get("cre", ""), META),
        ),
        byline=_byline(article, meta),
        published=_published(tree, article, meta),
        language=_first(
            (_text(article.get("inLanguage"))[:2].lower(), JSON_LD),
            (tree.get("lang", "")[:2].lower(), "from the page’s language tag"),
        ),
        url=_url(tree, article, meta),
        standfirst=_first(
            (_text(article.get("alternativeHeadline")), JSON_LD),
            (_text(article.get("description")), JSON_LD),
            (meta.get("og:description", ""), OPEN_GRAPH),
            (meta.get("description", ""), META),
        ),
    )


def _first(*candidates: tuple[str, str]) -> Found | None:
    for value, where in candidates:
        value = " ".join(value.split())
        if value:
            return Found(value, where)
    return None


def _article_in(tree: html.HtmlElement) -> Mapping[str, Any]:
    """The JSON-LD object of the article; empty when there is none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _JSON_MOST:
            continue
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            listed = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in listed):
                return node
    return {}


def _nodes(loaded: object) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD document, outermost first."""
    waiting, seen = [loaded], 0
    while waiting and seen < _NODES_MOST:
        node, seen = waiting.pop(0), seen + 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(value for value in node if isinstance(value, dict | list))


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """Meta tags by lower-case name or property; the first of a name stands."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if name and tag.get("content"):
            found.setdefault(name.lower(), tag.get("content").strip())
    return found


def _text(value: object) -> str:
    """A JSON-LD text, its first when there are several; markup taken out."""
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or "")
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        fragments = html.fragments_fromstring(f"<p>{value[:5_000]}</p>")
        return "".join(f if isinstance(f, str) else f.text_content() for f in fragments).strip()
    return value.strip()


def _name(value: object) -> str:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _headline(
    tree: html.HtmlElement, article: Mapping[str, Any], meta: Mapping[str, str]
) -> Found | None:
    headings = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    title = tree.find(".//title")
    return _first(
        (_text(article.get("headline")), JSON_LD),
        (without_site_title(meta.get("og:title", "")), OPEN_GRAPH),
        (headings[0] if len([h for h in headings if h]) == 1 else "", HEADING),
        (without_site_title(title.text_content() if title is not None else ""), TITLE),
    )


def _byline(article: Mapping[str, Any], meta: Mapping[str, str]) -> Found | None:
    authors = article.get("author") or article.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    names = list(dict.fromkeys(filter(None, (_author(author) for author in listed))))
    declared = next((name for key in _AUTHORS if (name := _author(meta.get(key, "")))), "")
    return _first((_joined(names), JSON_LD), (declared, META))


def _author(value: object) -> str:
    """A name without "By"; empty for an address, which some pages give instead."""
    name = _name(value)
    if "://" in name or "@" in name or len(name) > 120:
        return ""
    return byline_of(name) or name


def _joined(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _published(
    tree: html.HtmlElement, article: Mapping[str, Any], meta: Mapping[str, str]
) -> FoundTime | None:
    for key in ("datePublished", "dateCreated"):
        if found := moment_of(_text(article.get(key)), JSON_LD):
            return found
    for key in _DATES:
        if found := moment_of(meta.get(key, ""), META):
            return found
    for tag in tree.iter("time"):
        if found := moment_of(tag.get("datetime") or "", "from the page’s time tag"):
            return found
    return None


def _url(
    tree: html.HtmlElement, article: Mapping[str, Any], meta: Mapping[str, str]
) -> Found | None:
    canonical = next(
        (
            link.get("href") or ""
            for link in tree.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        ),
        "",
    )
    page = article.get("mainEntityOfPage")
    of_page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    candidates = (
        (canonical, LINK), (_text(article.get("url")), JSON_LD), (_text(of_page), JSON_LD),
        (meta.get("og:url", ""), OPEN_GRAPH),
    )  # fmt: skip
    return _first(
        *((url, where) for url, where in candidates if url.startswith(("http://", "https://")))
    )
