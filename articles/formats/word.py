"""Word documents (.docx): the text as it stands, with insertions and without deletions."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

import mammoth

from articles.extraction.assembly import page_of
from articles.extraction.declared import Metadata, first
from articles.extraction.errors import BinarySource, EmptySource, NothingLeft
from articles.extraction.fragments import html_paragraphs
from articles.extraction.head import is_name_line
from articles.extraction.markup import tree_of as html_tree_of
from articles.extraction.page import Found
from articles.extraction.shape import shape_of
from articles.extraction.sorting import sort_lines
from articles.extraction.words import word_set
from articles.formats import archive
from articles.formats.errors import UnreadableFile, UnsafeMarkup
from articles.formats.files import File, Format, Reading
from articles.formats.xml_trees import one, tree_of, words

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "from the document’s title line"
PROPERTIES = "from the document’s properties"
KIND = "a Word document"

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_DOCTYPE = b"<!DOCTYPE"
_ACCOUNTS = word_set("admin administrator user office microsoft windows owner python")


def _matches(file: File) -> bool:
    """An office document of any kind; those that are not Word's are refused by name."""
    is_zip = file.content.startswith(b"PK\x03\x04")
    return is_zip and (
        b"[Content_Types].xml" in file.content
        or b"mimetypeapplication/vnd.oasis" in file.content[:200]
    )


def _read(file: File) -> Iterable[Reading]:
    with archive.opened(file.content, KIND) as parts:
        names = {entry.filename for entry in parts.infolist()}
        if _BODY not in names:
            raise BinarySource("an office document that is no .docx")
        _refuse_entities(parts)
        core = archive.unpacked(parts, parts.getinfo(_CORE), KIND) if _CORE in names else b""
    markup = _markup(file.content)
    blocks = html_paragraphs(markup)
    if not blocks:
        raise EmptySource
    title = _title(markup)
    lines = sort_lines(blocks, headline=title.value if title else "", trusted=True)
    page = page_of(
        lines, Metadata(headline=title), media_type=MEDIA_TYPE, fallback=_properties(core)
    )
    if page is None:
        raise NothingLeft
    return [Reading(name=file.name, source=file.content, page=page)]


def _refuse_entities(parts: ZipFile) -> None:
    """No office program writes a document type; who does wants entities expanded."""
    for entry in parts.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            content = archive.unpacked(parts, entry, KIND)
            if _DOCTYPE in content or _DOCTYPE.decode().encode("utf-16-le") in content:
                raise UnsafeMarkup


def _markup(content: bytes) -> str:
    """As HTML, without its pictures."""
    try:
        converted = mammoth.convert_to_html(
            BytesIO(content),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
            include_embedded_style_map=False,
        )
    except (ExpatError, KeyError, ValueError, AttributeError, OSError) as error:
        raise UnreadableFile(KIND) from error
    return str(converted.value)


def _title(markup: str) -> Found | None:
    """The first heading of the first rank, when it stands before everything else."""
    heading = next(iter(html_tree_of(f"<div>{markup}</div>").iter("h1", "p")), None)
    is_title = heading is not None and heading.tag == "h1"
    return first((heading.text_content(), TITLE)) if is_title and heading is not None else None


def _properties(core: bytes) -> Metadata:
    """Title and author as the program keeps them; an account such as “Admin” is no author."""
    if not core:
        return Metadata()
    root = tree_of(File(name="", content=core), KIND)
    creator = words(one(root, "creator"))
    is_person = is_name_line(shape_of(creator)) and not _ACCOUNTS & {*creator.lower().split()}
    return Metadata(
        headline=first((words(one(root, "title")), PROPERTIES)),
        byline=first((creator if is_person else "", PROPERTIES)),
        language=first((words(one(root, "language"))[:2].lower(), PROPERTIES)),
    )


FORMAT = Format(matches=_matches, read=_read)
