"""IPTC ninjs 1.x, 2.x and 3.x: news in JSON. The versions write the same names in other cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from articles.extraction.declared import Found, FoundTime, Metadata, each, first
from articles.extraction.fragments import html_paragraphs, words_of
from articles.extraction.head import byline_of
from articles.extraction.lines import paragraphs
from articles.extraction.moments import moment_of
from articles.extraction.words import word_set
from articles.formats.errors import NotAnArticle
from articles.formats.files import File, Format, Reading
from articles.formats.identifiers import guid_of, web_addresses
from articles.formats.json_texts import dumped, loaded
from articles.formats.parts import each_reading, taken_back
from articles.formats.wire import wire_page

MEDIA_TYPE = "application/vnd.iptc.ninjs+json"
NINJS = "from the ninjs item"
# A withheld item may be used again later; whoever has published it takes it back all the same.
WITHDRAWN = frozenset({"canceled", "cancelled", "withdrawn", "withheld"})

_OWN = word_set(
    """bodies body_text body_xhtml body_html headlines headline versioncreated firstcreated
    pubstatus representationtype infosources altids associations renditions"""
)
_MAIN = ("main", "full", "richtext", "html", "text", "")
_DATES = ("versioncreated", "contentcreated", "firstcreated")

Item = Mapping[str, Any]


def _matches(file: File) -> bool:
    return any(map(_is_item, _listed(loaded(file))))


def _is_item(node: object) -> bool:
    if not isinstance(node, dict) or "@context" in node or "@type" in node:
        return False
    keys = {key.lower() for key in node}
    return "uri" in keys and bool(keys & _OWN)


def _listed(found: object) -> list[Any]:
    return found if isinstance(found, list) else [found]


def _read(file: File) -> Iterable[Reading]:
    items = [_lower(node) for node in _listed(loaded(file)) if _is_item(node)]
    texts = [text for item in items for text in _texts(item)]
    if len(texts) == 1:
        return [_reading(file.name, file.content, texts[0])]
    return each_reading(file, ((_title(item), dumped(item), item) for item in texts), _reading)


def _lower(node: Mapping[str, Any]) -> dict[str, Any]:
    return {key.lower(): value for key, value in node.items()}


def _texts(item: Item) -> list[Item]:
    """The item itself; of one without words the texts it is associated with."""
    if _paragraphs(item):
        return [item]
    parts = item.get("associations")
    listed = parts.values() if isinstance(parts, dict) else parts if isinstance(parts, list) else []
    inside: list[Item] = [_lower(part) for part in listed if isinstance(part, dict)]
    return [part for part in inside if _paragraphs(part)] or [item]


def _title(item: Item) -> str:
    headline = _headline(item)
    return headline.value if headline else str(item.get("uri", ""))


def _reading(name: str, source: bytes, item: Item) -> Reading:
    if str(item.get("pubstatus", "")).lower() in WITHDRAWN:
        return taken_back(name, source, _declared(item), addresses=_addresses(item))
    found = _paragraphs(item)
    if not found:
        kind = str(item.get("type") or "item")
        raise NotAnArticle(f"an item of the kind “{kind}”")
    page = wire_page(found, _declared(item), media_type=MEDIA_TYPE)
    return Reading(name=name, source=source, page=page)


def _paragraphs(item: Item) -> list[str]:
    bodies = [_lower(body) for body in _dicts(item.get("bodies")) if _text(body.get("value"))]
    bodies += [
        {"role": "main", "contenttype": kind, "value": item[key]}
        for key, kind in (("body_xhtml", "html"), ("body_html", "html"), ("body_text", "plain"))
        if _text(item.get(key))
    ]
    if not bodies:
        return []
    best = min(bodies, key=_rank)
    kind, value = str(best.get("contenttype", "")), _text(best["value"])
    if "html" in kind:
        return html_paragraphs(value)
    return paragraphs(value) if "plain" in kind else words_of(value)


def _rank(body: Item) -> tuple[bool, int]:
    """Markup parts paragraphs for sure; then the main body before a summary of it."""
    role = str(body.get("role", "")).lower()
    is_marked = "html" in str(body.get("contenttype", ""))
    known = _MAIN.index(role) if role in _MAIN else len(_MAIN)
    return (known == len(_MAIN) or not is_marked, known)


def _declared(item: Item) -> Metadata:
    return Metadata(
        headline=_headline(item),
        outlet=first((_text(item.get("copyrightholder")), NINJS)),
        byline=_byline(item),
        dateline=first((_text(item.get("located")), NINJS)),
        published=_published(item),
        language=first((_text(item.get("language"))[:2].lower(), NINJS)),
        url=first(*((address, NINJS) for address in _addresses(item))),
        guid=guid_of(_text(item.get("uri")), _others(item), NINJS),
        standfirst=_standfirst(item),
        info_sources=each(_sources(item), NINJS),
    )


def _headline(item: Item) -> Found | None:
    listed = sorted(map(_lower, _dicts(item.get("headlines"))), key=_rank_of_role)
    return first(
        *((_text(headline.get("value")), NINJS) for headline in listed),
        (_text(item.get("headline")), NINJS),
        (_text(item.get("title")), NINJS),
    )


def _rank_of_role(part: Item) -> int:
    role = str(part.get("role", "")).lower()
    return _MAIN.index(role) if role in _MAIN else len(_MAIN)


def _byline(item: Item) -> Found | None:
    named = [
        str(_lower(one).get("value") or _lower(one).get("name") or "")
        for one in _dicts(item.get("bylines"))
    ]
    for written in (*named, _text(item.get("by")), _text(item.get("byline"))):
        if written:
            return first((byline_of(written) or written, NINJS))
    return None


def _standfirst(item: Item) -> Found | None:
    descriptions = map(_lower, _dicts(item.get("descriptions")))
    written = [(_text(one.get("value")), NINJS) for one in descriptions]
    return first(*written, (_text(item.get("description_text")), NINJS))


def _published(item: Item) -> FoundTime | None:
    moments = (moment_of(_text(item.get(key)), NINJS) for key in _DATES)
    return next((moment for moment in moments if moment), None)


def _sources(item: Item) -> Iterator[str]:
    for source in _dicts(item.get("infosources")) + _dicts(item.get("infosource")):
        named = _lower(source)
        yield _text(named.get("name")) or _text(named.get("literal"))


def _addresses(item: Item) -> tuple[str, ...]:
    """On the web: the item's own first, then its others."""
    return web_addresses((_text(item.get("uri")), *_others(item)))


def _others(item: Item) -> list[str]:
    """What the item is called besides its uri."""
    others = item.get("altids")
    listed = (
        list(others.values())
        if isinstance(others, dict)
        else [_lower(one).get("value") for one in _dicts(others)]
    )
    return [_text(value) for value in listed]


def _dicts(value: object) -> list[dict[str, Any]]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, dict)]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


FORMAT = Format(matches=_matches, read=_read)
