"""Tables (.csv, .tsv): an article a row, told by a map of columns, given or guessed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from articles.extraction import ExtractionError
from articles.extraction.declared import Metadata, each, first
from articles.extraction.errors import EmptySource
from articles.extraction.head import byline_of
from articles.extraction.moments import line_moment, moment_of
from articles.extraction.words import fold
from articles.formats.errors import OverstuffedFile, UnknownColumns, UnreadableFile
from articles.formats.files import MAX_FILE_BYTES, File, Format, Reading
from articles.formats.parts import ARTICLES_MOST, each_reading
from articles.formats.wire import wire_page

MEDIA_TYPE = "text/csv"

# What the desk calls a column, and how tables head it. The first that fits wins.
COLUMNS: Mapping[str, str] = {
    "headline": "headline|title|article title|hit headline|titel|überschrift|titre|título|titulo"
    "|titolo|заголовок|kop|tytuł|العنوان",
    "text": "text|body|content|full text|fulltext|article|article text|article body|articlebody"
    "|hit sentence|story|volltext|artikel|inhalt|texte|contenu|texto|cuerpo|contenido|testo|текст"
    "|tekst|treść|النص",
    "byline": "byline|by|author|authors|author name|journalist|autor|auteur|autora|autore|автор",
    "outlet": "outlet|source|source name|publication|publication name|publisher|medium|media|site"
    "|newspaper|quelle|medien|zeitung|journal|fuente|medio|fonte|testata|источник|издание|bron",
    "published": "published|published at|publication date|publish date|pubdate|date|date published"
    "|datetime|datum|erscheinungsdatum|fecha|data|дата",
    "url": "url|link|address|permalink|article url|web address|uri|adresse|enlace|ссылка",
    "language": "language|lang|sprache|langue|idioma|lingua|язык|taal",
    "standfirst": "standfirst|summary|description|lead|teaser|subtitle|abstract|deck|unterzeile"
    "|chapeau|entradilla|sommario",
    "credit": "credit|agency|agentur|agence|agencia",
    "info_sources": "sources|info sources|infosources|information sources",
}
LABELS = {"info_sources": "sources", "url": "address", "published": "time of publishing"}

DELIMITERS = ",;\t|"
COLUMNS_MOST = 500
_LOOKED_AT = 65_536  # characters from which the delimiter is told
_WORDS_LEAST = 12  # in a cell of a column that is the text though nothing says so
_COLUMN = "from the column “{}”"

csv.field_size_limit(MAX_FILE_BYTES)


@dataclass(frozen=True)
class Table:
    """Its header and rows as they stand; blank rows left out."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    encoding: str


def _matches(file: File) -> bool:
    """By name; else by a header that names headline and text, which no sentence does."""
    if file.ends_with(".csv", ".tsv"):
        return True
    try:
        first_line = file.text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    except ExtractionError:
        return False
    if len(first_line) > 2_000:
        return False
    try:
        header = next(csv.reader([first_line], delimiter=_delimiter(first_line)), [])
    except csv.Error:  # of a line break of another kind
        return False
    return {"headline", "text"} <= guessed(header).keys()


def _read(file: File) -> Iterable[Reading]:
    table = checked(file)
    columns = dict(file.columns) or guess(table)
    places = {
        name: table.header.index(title) for name, title in columns.items() if title in table.header
    }
    if "text" not in places:
        raise UnknownColumns(table.header)
    parts = ((_cell(row, places, "headline"), _alone(table, row), row) for row in table.rows)

    def read(name: str, source: bytes, row: tuple[str, ...]) -> Reading:
        return _reading(name, source, row, places, table)

    return each_reading(file, parts, read)


def table_of(file: File) -> Table:
    """Raises `ExtractionError` for what is no table."""
    text, encoding = file.decoded
    delimiter = _delimiter(text[:_LOOKED_AT])
    filled = list(islice(_filled(text, delimiter), ARTICLES_MOST + 2))
    if len(filled) > ARTICLES_MOST + 1:
        raise OverstuffedFile(f"it holds over {ARTICLES_MOST:,} articles")
    if not filled or len(filled[0]) > COLUMNS_MOST:
        raise UnknownColumns
    header = tuple(title.strip("\ufeff ") for title in filled[0])
    return Table(header, tuple(filled[1:]), delimiter, encoding)


def _filled(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    """Rows with something in them, no wider than it takes to see that one is too wide."""
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            if any(map(str.strip, row)):
                yield tuple(row[: COLUMNS_MOST + 1])
    except csv.Error as error:
        raise UnreadableFile("a table") from error


def checked(file: File) -> Table:
    """A table with rows. Raises `ExtractionError` for anything else."""
    table = table_of(file)
    if not table.rows:
        raise EmptySource
    return table


def _delimiter(text: str) -> str:
    """The sign that parts the first line into most columns."""
    head = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    return max(DELIMITERS, key=head.count)


def guess(table: Table) -> dict[str, str]:
    """The columns by their titles; the text is else the column with the longest cells, if long."""
    found = guessed(table.header)
    if "text" not in found and (longest := _longest(table, set(found.values()))):
        found["text"] = longest
    return found


def guessed(header: Iterable[str]) -> dict[str, str]:
    """Titles by what the desk calls them, as far as they are plain."""
    titles = {_folded(title): title for title in reversed(list(header)) if title.strip()}
    found: dict[str, str] = {}
    for name, aliases in _ALIASES.items():
        known = map(titles.get, aliases)
        title = next((one for one in known if one and one not in found.values()), None)
        if title:
            found[name] = title
    return found


def _folded(title: str) -> str:
    return " ".join(fold(word) for word in re.split(r"[\W_]+", title.strip()) if word)


_ALIASES = {name: tuple(map(_folded, listed.split("|"))) for name, listed in COLUMNS.items()}


def _longest(table: Table, taken: set[str]) -> str:
    sizes = {
        title: sum(len(row[at].split()) for row in table.rows[:50] if at < len(row))
        for at, title in enumerate(table.header)
        if title and title not in taken
    }
    best = max(sizes, key=lambda title: sizes[title], default="")
    return best if best and sizes[best] >= _WORDS_LEAST * min(len(table.rows), 50) > 0 else ""


def _cell(row: tuple[str, ...], places: Mapping[str, int], name: str) -> str:
    at = places.get(name, len(row))
    return row[at].strip() if at < len(row) else ""


def _alone(table: Table, row: tuple[str, ...]) -> bytes:
    """A row as a table of its own."""
    out = StringIO(newline="")
    csv.writer(out, delimiter=table.delimiter).writerows([table.header, row])
    return out.getvalue().encode()


def _reading(
    name: str, source: bytes, row: tuple[str, ...], places: Mapping[str, int], table: Table
) -> Reading:
    from articles.extraction.fragments import words_of  # with a parser of pages, 10 MB

    cells = {field: _cell(row, places, field) for field in places}
    where = {field: _COLUMN.format(table.header[at]) for field, at in places.items()}
    page = wire_page(
        words_of(cells["text"]),
        _declared(cells, where),
        media_type=MEDIA_TYPE,
        encoding=table.encoding,
    )
    return Reading(name=name, source=source, page=page)


def _declared(cells: Mapping[str, str], where: Mapping[str, str]) -> Metadata:
    found = {
        field: first((cells.get(field, ""), where.get(field, "")))
        for field in ("headline", "outlet", "credit", "url", "standfirst")
    }
    when = cells.get("published", "")
    said = where.get("published", "")
    by = cells.get("byline", "")
    return Metadata(
        **found,
        byline=first((byline_of(by) or by, where.get("byline", ""))),
        published=(moment_of(when, said) or line_moment(when, said)) if when else None,
        language=first((cells.get("language", "")[:2].lower(), where.get("language", ""))),
        info_sources=each(
            re.split(r"[;|]", cells.get("info_sources", "")), where.get("info_sources", "")
        ),
    )


FORMAT = Format(matches=_matches, read=_read)
