"""Reading source material into a page that can be looked over before anything is saved.

Pure Python: no Django, no database, no network. `read` and `read_text` give a `Page` whose
lines are kept or struck; `body` makes the article's text of those that are kept.
How lines are judged stands in `docs/importing.md`.
"""

from articles.extraction.declared import Found, FoundTime
from articles.extraction.encoding import MAX_BYTES
from articles.extraction.errors import (
    BinarySource,
    EmptySource,
    ExtractionError,
    NoArticle,
    NothingLeft,
    SourceTooLong,
    TooManyLines,
    UnreadableCharacters,
)
from articles.extraction.lines import MAX_LINES
from articles.extraction.page import Line, Page, Role, body
from articles.extraction.reading import read, read_text

__all__ = [
    "MAX_BYTES",
    "MAX_LINES",
    "BinarySource",
    "EmptySource",
    "ExtractionError",
    "Found",
    "FoundTime",
    "Line",
    "NoArticle",
    "NothingLeft",
    "Page",
    "Role",
    "SourceTooLong",
    "TooManyLines",
    "UnreadableCharacters",
    "body",
    "read",
    "read_text",
]
