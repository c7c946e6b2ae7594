"""NITF, the markup agencies have sent text in since the nineties."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from articles.extraction import ExtractionError
from articles.extraction.declared import FoundTime, Metadata, each, first
from articles.extraction.fragments import element_paragraphs
from articles.extraction.head import byline_of
from articles.extraction.moments import moment_of
from articles.formats.errors import NotAnArticle
from articles.formats.files import File, Format, Reading
from articles.formats.identifiers import guid_of, web_addresses
from articles.formats.parts import taken_back
from articles.formats.wire import wire_page
from articles.formats.xml_trees import every, one, root_name, tree_of, words

MEDIA_TYPE = "application/vnd.nitf+xml"
NITF = "from the NITF head"

_DATES = ("date.issue", "date.release")
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})


def _matches(file: File) -> bool:
    try:
        return root_name(file.text) == "nitf"
    except ExtractionError:
        return False


def _read(file: File) -> Iterable[Reading]:
    root = tree_of(file, "a NITF file")
    docdata = one(root, "head", "docdata")
    if docdata is not None and docdata.get("management-status", "") in _WITHDRAWN:
        return [taken_back(file.name, file.content, declared(root), addresses=_addresses(root))]
    content = one(root, "body", "body.content")
    found = element_paragraphs(content) if content is not None else []
    if not found:
        raise NotAnArticle("a NITF head without a body")
    page = wire_page(found, declared(root), media_type=MEDIA_TYPE)
    return [Reading(name=file.name, source=file.content, page=page)]


def declared(root: etree._Element) -> Metadata:
    """What head and body head say of the text."""
    head = ("body", "body.head")
    byline = one(root, *head, "byline")
    named = words(one(byline, "person")) if byline is not None else ""
    written = words(byline)
    return Metadata(
        headline=first(
            (words(one(root, *head, "hedline", "hl1")), NITF),
            (words(one(root, "head", "title")), NITF),
        ),
        outlet=first(
            (_attribute(root, "head", "pubdata", name="name"), NITF),
            (_attribute(root, "head", "docdata", "doc.copyright", name="holder"), NITF),
        ),
        byline=first((named, NITF), (byline_of(written) or written, NITF)),
        dateline=first((words(one(root, *head, "dateline", "location")), NITF)),
        credit=first((words(one(root, "body", "body.end", "tagline")), NITF)),
        published=_published(root),
        url=first(*((address, NITF) for address in _addresses(root))),
        guid=guid_of(_attribute(root, "head", "docdata", "doc-id", name="id-string"), (), NITF),
        standfirst=first(
            (words(one(root, *head, "hedline", "hl2")), NITF),
            (words(one(root, *head, "abstract")), NITF),
        ),
        info_sources=each((words(org) for org in every(root, *head, "distributor")), NITF),
    )


def _attribute(root: etree._Element, *path: str, name: str) -> str:
    element = one(root, *path)
    return element.get(name, "") if element is not None else ""


def _published(root: etree._Element) -> FoundTime | None:
    for kind in _DATES:
        if found := moment_of(_attribute(root, "head", "docdata", kind, name="norm"), NITF):
            return found
    story = _attribute(root, "body", "body.head", "dateline", "story.date", name="norm")
    return moment_of(story, NITF)


def _addresses(root: etree._Element) -> tuple[str, ...]:
    written = (
        _attribute(root, "head", "docdata", "du-key", name="key"),
        _attribute(root, "head", "docdata", "doc-id", name="id-string"),
        _attribute(root, "head", "pubdata", name="ex-ref"),
    )
    return web_addresses(written)


FORMAT = Format(matches=_matches, read=_read)
