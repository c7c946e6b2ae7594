"""What an HTML page says about its article: JSON-LD first, then Open Graph, then meta tags."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import html

from articles.extraction import json_ld
from articles.extraction.declared import Found, FoundTime, Metadata, each, first
from articles.extraction.head import without_site_title
from articles.extraction.moments import moment_of
from articles.extraction.signatures import SIGNATURE, published_in, writers_in

OPEN_GRAPH = "from the page’s Open Graph tags"
META = "from the page’s meta tags"
TITLE = "from the page’s title"
HEADING = "from the page’s main heading"
LINK = "from the page’s canonical link"

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
_SOURCES = ("source", "dc.source", "dcterms.source")


def metadata_of(tree: html.HtmlElement) -> Metadata:
    """Read the page's own description of its article. Malformed parts count as absent."""
    said = json_ld.declared(json_ld.article_in(tree))
    meta = _meta(tree)
    return Metadata(
        headline=said.headline or _headline(tree, meta),
        outlet=said.outlet
        or first(
            (meta.get("og:site_name", ""), OPEN_GRAPH),
            (meta.get("application-name", "") or meta.get("cre", ""), META),
        ),
        byline=said.byline or _byline(tree, meta),
        dateline=said.dateline,
        published=said.published or _published(tree, meta),
        language=said.language
        or first((tree.get("lang", "")[:2].lower(), "from the page’s language tag")),
        url=_canonical(tree) or said.url or _web(meta.get("og:url", ""), OPEN_GRAPH),
        standfirst=said.standfirst
        or first(
            (meta.get("og:description", ""), OPEN_GRAPH),
            (meta.get("description", ""), META),
        ),
        info_sources=said.info_sources or _sources(meta),
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """Meta tags by lower-case name or property; the first of a name stands."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if name and tag.get("content"):
            found.setdefault(name.lower(), tag.get("content").strip())
    return found


def _headline(tree: html.HtmlElement, meta: Mapping[str, str]) -> Found | None:
    headings = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    title = tree.find(".//title")
    return first(
        (without_site_title(meta.get("og:title", "")), OPEN_GRAPH),
        (headings[0] if len([h for h in headings if h]) == 1 else "", HEADING),
        (without_site_title(title.text_content() if title is not None else ""), TITLE),
    )


def _byline(tree: html.HtmlElement, meta: Mapping[str, str]) -> Found | None:
    names = (json_ld.author_of(meta.get(key, "")) for key in _AUTHORS)
    return first((next(filter(None, names), ""), META), (writers_in(tree), SIGNATURE))


def _published(tree: html.HtmlElement, meta: Mapping[str, str]) -> FoundTime | None:
    for key in _DATES:
        if found := moment_of(meta.get(key, ""), META):
            return found
    for tag in tree.iter("time"):
        if found := moment_of(tag.get("datetime") or "", "from the page’s time tag"):
            return found
    return published_in(tree)


def _canonical(tree: html.HtmlElement) -> Found | None:
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return _web(next((link.get("href") or "" for link in links), ""), LINK)


def _web(address: str, where: str) -> Found | None:
    return first((address, where)) if address.startswith(("http://", "https://")) else None


def _sources(meta: Mapping[str, str]) -> tuple[Found, ...]:
    named = (meta.get(key, "") for key in _SOURCES)
    return each((name for name in named if "://" not in name), META)
