"""Word documents (.docx): the text as it stands, with insertions and without deletions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

import mammoth

from articles.extraction.assembly import page_of
from articles.extraction.declared import Found, Metadata, first
from articles.extraction.errors import BinarySource, EmptySource, NothingLeft
from articles.extraction.fragments import html_paragraphs
from articles.extraction.head import is_name_line
from articles.extraction.markup import tree_of as html_tree_of
from articles.extraction.shape import shape_of
from articles.extraction.sorting import sort_lines
from articles.extraction.words import word_set
from articles.formats import archive
from articles.formats.errors import OverstuffedFile, UnreadableFile, UnsafeMarkup
from articles.formats.files import File, Format, Reading
from articles.formats.xml_trees import every, one, tree_of, words

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "from the document’s title line"
PROPERTIES = "from the document’s properties"
KIND = "a Word document"

WORD_MOST = 10_000_000  # bytes of all its XML, unpacked; a book's is two or three million
TAGS_MOST = 300_000  # in all its XML; each is held as objects many times its size

_BODY, _CORE, _RELATIONS = "word/document.xml", "docProps/core.xml", "_rels/.rels"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"))  # which finds utf-16-be too
_ACCOUNTS = word_set("admin administrator user office microsoft windows owner python")


def _matches(file: File) -> bool:
    """An office document of any kind; those that are not Word's are refused by name."""
    is_zip = file.content.startswith(b"PK\x03\x04")
    return is_zip and (
        b"[Content_Types].xml" in file.content
        or b"mimetypeapplication/vnd.oasis" in file.content[:200]
    )


def _read(file: File) -> Iterable[Reading]:
    with archive.opened(file.content, KIND) as packed:
        if _BODY not in packed.namelist():
            raise BinarySource("an office document that is no .docx")
        parts = _parts(packed)
    _refuse_other_body(parts)
    markup = _markup(parts)
    blocks = html_paragraphs(markup)
    if not blocks:
        raise EmptySource
    title = _title(markup)
    lines = sort_lines(blocks, headline=title.value if title else "", trusted=True)
    page = page_of(
        lines,
        Metadata(headline=title),
        media_type=MEDIA_TYPE,
        fallback=_properties(parts.get(_CORE, b"")),
    )
    if page is None:
        raise NothingLeft
    return [Reading(name=file.name, source=file.content, page=page)]


def _parts(packed: ZipFile) -> dict[str, bytes]:
    """Its XML by name, so that nothing is parsed that was not looked at here.

    No office program writes a document type; who does wants entities expanded.
    """
    entries = [entry for entry in packed.infolist() if entry.filename.endswith((".xml", ".rels"))]
    if sum(entry.file_size for entry in entries) > WORD_MOST:
        raise OverstuffedFile(f"its words would unpack to over {WORD_MOST // 1_000_000} MB")
    parts = {entry.filename: archive.unpacked(packed, entry, KIND) for entry in entries}
    if any(sign in content for content in parts.values() for sign in _DOCTYPES):
        raise UnsafeMarkup
    if sum(content.count(b"<") for content in parts.values()) > TAGS_MOST:
        raise OverstuffedFile(f"its words hold over {TAGS_MOST:,} tags")
    return parts


def _refuse_other_body(parts: Mapping[str, bytes]) -> None:
    """Where the package names another part as its document than the one that all programs write."""
    if _RELATIONS not in parts:
        return
    root = tree_of(File(name=_RELATIONS, content=parts[_RELATIONS]), KIND)
    for relation in every(root, "Relationship"):
        is_body = str(relation.get("Type", "")).endswith("/officeDocument")
        if is_body and str(relation.get("Target", "")).lstrip("/") != _BODY:
            raise UnreadableFile(KIND)


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out


def _markup(parts: Mapping[str, bytes]) -> str:
    """As HTML, without its pictures."""
    try:
        converted = mammoth.convert_to_html(
            _packed(parts),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
            include_embedded_style_map=False,
        )
    except (ExpatError, LookupError, ValueError, AttributeError, OSError, RecursionError) as error:
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
