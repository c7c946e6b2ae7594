"""Reading files of every kind that news comes in: each article of a file, or why it was refused.

Pure Python over `articles.extraction`: no Django, no database, no network. What is read from
where stands in `docs/importing.md`.
"""

from articles.formats.errors import (
    FileTooLarge,
    LockedFile,
    NestedArchive,
    NotAnArticle,
    NothingReadable,
    OverstuffedFile,
    ScannedPages,
    SeveralArticles,
    TooManyArticles,
    UnknownColumns,
    UnreadableFile,
    UnsafeMarkup,
    WithdrawnItem,
)
from articles.formats.files import ENDINGS, INSIDE, MAX_FILE_BYTES, Reading
from articles.formats.reading import is_table, read_all, readings

__all__ = [
    "ENDINGS",
    "INSIDE",
    "MAX_FILE_BYTES",
    "FileTooLarge",
    "LockedFile",
    "NestedArchive",
    "NotAnArticle",
    "NothingReadable",
    "OverstuffedFile",
    "Reading",
    "ScannedPages",
    "SeveralArticles",
    "TooManyArticles",
    "UnknownColumns",
    "UnreadableFile",
    "UnsafeMarkup",
    "WithdrawnItem",
    "is_table",
    "read_all",
    "readings",
]
