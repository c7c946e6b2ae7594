"""XML from strangers: no entities, no other files, no network, no depth without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from articles.extraction.fragments import name_of
from articles.formats.errors import UnreadableFile, UnsafeMarkup
from articles.formats.files import File

_ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,2000}\?>\s*|<!--(?:(?!-->).){0,20000}-->\s*|<!DOCTYPE[^>\[]{0,2000}"
    r"(?:\[[^\]]{0,20000}\]\s*)?>\s*)*<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)",
    re.DOTALL,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


def root_name(text: str) -> str:
    """The name of the first element, without its prefix; empty when the text is no XML."""
    found = _ROOT.match(text)
    return found["name"] if found else ""


def tree_of(file: File, kind: str) -> etree._Element:
    """The root. Raises UnsafeMarkup, or UnreadableFile of the kind, as in "a NITF file"."""
    return _tree(file.text, kind)


@lru_cache(maxsize=1)
def _tree(text: str, kind: str) -> etree._Element:
    if "<!ENTITY" in text:
        raise UnsafeMarkup
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(kind) from error


def every(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The elements along a path of names, whatever their namespace."""
    if not path:
        yield element
        return
    for child in element:
        if name_of(child) == path[0]:
            yield from every(child, *path[1:])


def one(element: etree._Element, *path: str) -> etree._Element | None:
    return next(every(element, *path), None)


def words(element: etree._Element | None) -> str:
    """All text in an element on one line; empty for none."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
