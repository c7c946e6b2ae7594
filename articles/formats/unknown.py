"""Data of a kind nobody here reads: refused as such, before it is taken for words."""

from __future__ import annotations

from collections.abc import Iterable

from articles.extraction import ExtractionError
from articles.formats.errors import NotAnArticle, UnreadableFile
from articles.formats.files import File, Format, Reading
from articles.formats.xml_trees import root_name

_FEEDS = frozenset({"rss", "feed", "RDF"})
_PAGES = frozenset({"html", "body", "article", "head"})


def _matches(file: File) -> bool:
    return bool(_broken_json(file) or _xml_root(file))


def _read(file: File) -> Iterable[Reading]:
    if _broken_json(file):
        raise UnreadableFile("JSON")
    root = _xml_root(file)
    raise NotAnArticle("a feed" if root in _FEEDS else f"XML of an unknown kind, “{root[:40]}”")


def _broken_json(file: File) -> bool:
    """What is JSON for sure was read as such before."""
    begins = file.content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return file.ends_with(".json", ".jsonld") or begins.startswith((b'{"', b'[{"'))


def _xml_root(file: File) -> str:
    try:
        text = file.text
    except ExtractionError:
        return ""
    is_declared = text.lstrip("\ufeff \t\r\n").startswith(("<?xml", "<rss", "<feed"))
    root = root_name(text)
    return root if is_declared and root.lower() not in _PAGES else ""


FORMAT = Format(matches=_matches, read=_read)
