"""NewsML-G2: one news item, or a message that carries several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from articles.extraction import ExtractionError
from articles.extraction.declared import Found, FoundTime, Metadata, each, first, joined
from articles.extraction.fragments import element_paragraphs, name_of
from articles.extraction.head import byline_of
from articles.extraction.lines import paragraphs
from articles.extraction.moments import moment_of
from articles.formats import nitf
from articles.formats.errors import NotAnArticle
from articles.formats.files import File, Format, Reading
from articles.formats.identifiers import guid_of, web_addresses
from articles.formats.ninjs import WITHDRAWN
from articles.formats.parts import each_reading, taken_back
from articles.formats.wire import wire_page
from articles.formats.xml_trees import every, one, root_name, tree_of, words

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
G2 = "from the NewsML-G2 item"

_ROOTS = frozenset({"newsItem", "newsMessage", "packageItem", "planningItem", "conceptItem"})
_DATES = (("itemMeta", "versionCreated"), ("contentMeta", "contentCreated"))


def _matches(file: File) -> bool:
    try:
        return root_name(file.text) in _ROOTS
    except ExtractionError:
        return False


def _read(file: File) -> Iterable[Reading]:
    root = tree_of(file, "a NewsML-G2 file")
    if name_of(root) == "newsItem":
        return [_reading(file.name, file.content, root)]
    items = list(every(root, "itemSet", "newsItem"))
    if not items:
        raise NotAnArticle(f"a NewsML-G2 “{name_of(root)}”")
    parts = ((_title(item), etree.tostring(item, encoding="utf-8"), item) for item in items)
    return each_reading(file, parts, _reading)


def _title(item: etree._Element) -> str:
    headline = _headline(item)
    return headline.value if headline else item.get("guid", "")


def _reading(name: str, source: bytes, item: etree._Element) -> Reading:
    if _code(one(item, "itemMeta", "pubStatus")) in WITHDRAWN:
        return taken_back(name, source, _declared(item), addresses=_addresses(item))
    found = _paragraphs(item)
    if not found:
        kind = _code(one(item, "itemMeta", "itemClass")) or "without a text"
        raise NotAnArticle(f"an item of the kind “{kind}”")
    page = wire_page(found, _declared(item), media_type=MEDIA_TYPE)
    return Reading(name=name, source=source, page=page)


def _paragraphs(item: etree._Element) -> list[str]:
    """Of the first content that is text: XHTML or NITF as it stands, or plain."""
    for inline in every(item, "contentSet", "inlineXML"):
        if (inner := next((node for node in inline if name_of(node)), None)) is not None:
            body = one(inner, "body", "body.content") if name_of(inner) == "nitf" else inner
            return element_paragraphs(body if body is not None else inner)
    for inline in every(item, "contentSet", "inlineData"):
        if "plain" in inline.get("contenttype", "text/plain"):
            return paragraphs(inline.text or "")
    return []


def _declared(item: etree._Element) -> Metadata:
    inner = _nitf_inside(item)
    language = one(item, "contentMeta", "language")
    tag = language.get("tag", "") if language is not None else ""
    holder = one(item, "rightsInfo", "copyrightHolder")
    return Metadata(
        headline=_headline(item) or (inner.headline if inner else None),
        outlet=first((_named(one(item, "itemMeta", "provider")), G2), (_named(holder), G2)),
        byline=_byline(item) or (inner.byline if inner else None),
        dateline=first(
            (words(one(item, "contentMeta", "dateline")), G2),
            (_named(one(item, "contentMeta", "located")), G2),
        ),
        credit=first((words(one(item, "contentMeta", "creditline")), G2)),
        published=_published(item),
        language=first((tag[:2].lower(), G2)),
        url=first(*((address, G2) for address in _addresses(item))),
        guid=guid_of(item.get("guid", ""), _others(item), G2),
        standfirst=first((words(one(item, "contentMeta", "description")), G2)),
        info_sources=each(_sources(item), G2) or (inner.info_sources if inner else ()),
    )


def _nitf_inside(item: etree._Element) -> Metadata | None:
    inner = one(item, "contentSet", "inlineXML", "nitf")
    return nitf.declared(inner) if inner is not None else None


def _headline(item: etree._Element) -> Found | None:
    return first(
        *((words(headline), G2) for headline in every(item, "contentMeta", "headline")),
        (words(one(item, "itemMeta", "title")), G2),
    )


def _byline(item: etree._Element) -> Found | None:
    written = words(one(item, "contentMeta", "by"))
    creators = every(item, "contentMeta", "creator")
    people = joined(_named(creator) for creator in creators if not _is_organisation(creator))
    return first((byline_of(written) or written, G2), (people, G2))


def _is_organisation(party: etree._Element) -> bool:
    return "org" in party.get("type", "") or one(party, "organisationDetails") is not None


def _sources(item: etree._Element) -> Iterator[str]:
    """Those the content is from, and organisations that wrote it or helped."""
    for source in every(item, "contentMeta", "infoSource"):
        yield _named(source)
    for role in ("contributor", "creator"):
        for party in every(item, "contentMeta", role):
            if role == "contributor" or _is_organisation(party):
                yield _named(party)


def _published(item: etree._Element) -> FoundTime | None:
    moments = (moment_of(words(one(item, *path)), G2) for path in _DATES)
    return next((moment for moment in moments if moment), None)


def _named(party: etree._Element | None) -> str:
    """A party's name, else the end of its code: "nprov:Northline" is Northline."""
    if party is None:
        return ""
    return words(one(party, "name")) or party.get("literal") or _code(party, keeps_case=True)


def _code(element: etree._Element | None, *, keeps_case: bool = False) -> str:
    """ "canceled" of `qcode="stat:canceled"` or of an address that ends so."""
    if element is None:
        return ""
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    end = code.rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return end if keeps_case else end.lower()


def _addresses(item: etree._Element) -> tuple[str, ...]:
    return web_addresses((item.get("guid", ""), *_others(item)))


def _others(item: etree._Element) -> list[str]:
    """What the item is called besides its guid."""
    return [words(alt) for alt in every(item, "contentMeta", "altId")]


FORMAT = Format(matches=_matches, read=_read)
