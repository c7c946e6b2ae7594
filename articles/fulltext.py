"""Full text in PostgreSQL: how the desk reads words, where they are stored, and how hits are shown.

The text search configuration `desk` stems English and folds accents; migrations make it. What a row
is found by stands in its table's column `words` (tsvector), which no model names, so that lists and
pages do not carry it. The database keeps it: a generated column for claims, triggers for articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, cast

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import (
    CombinedSearchQuery,
    SearchHeadline,
    SearchQuery,
    SearchVectorField,
)
from django.db import connection
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    Q,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.expressions import Col
    from django.db.models.sql.compiler import SQLCompiler

CONFIG = "desk"
# PostgreSQL takes “4-5” for 4 and −5, “and/or” for a file, and drops what looks like a tag: parted,
# all of them are words.
GLUE = "-/<"
_PARTED = str.maketrans(dict.fromkeys(GLUE, " "))
# Signs that no text has: Unicode keeps these code points free for uses such as this.
_GLUE_SIGNS, _HIT, _HIT_END = "\ufdd0\ufdd1\ufdd4", "\ufdd2", "\ufdd3"
_RESTORED = str.maketrans(_GLUE_SIGNS, GLUE, _HIT + _HIT_END)
_HITS = re.compile(f"{_HIT}([^{_HIT}{_HIT_END}]*){_HIT_END}")
GAP = " … "

Asked = SearchQuery | CombinedSearchQuery


class StoredWords(Func):
    """The column `words` of the row itself."""

    output_field = SearchVectorField()

    def __init__(self) -> None:
        super().__init__(F("pk"))

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *rest: Any, **extra: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        key = cast("Col", self.source_expressions[0])
        name = f'{compiler.quote_name_unless_alias(key.alias)}."words"'
        return name, []  # type: ignore[return-value]  # the lookup adds a list to it


class StoredPairs(Func):
    """The numbers of the row's word pairs. Stored in an index alone."""

    function = "desk_pairs"
    output_field = ArrayField(IntegerField())

    def __init__(self) -> None:
        super().__init__(StoredWords())


class BylineWords(Func):
    """What of the article's words stands in its byline and credit."""

    template = "ts_filter(%(expressions)s, '{b}')"
    output_field = SearchVectorField()

    def __init__(self) -> None:
        super().__init__(StoredWords())


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words of a snippet; a hit is what was searched for."""

    text: str
    is_hit: bool


def holding(words: str) -> SearchQuery:
    """Texts that hold these words next to each other, in any form and with any accents."""
    return SearchQuery(words.translate(_PARTED), config=CONFIG, search_type="phrase")


def any_of(words: Sequence[str]) -> Asked | None:
    """What is marked as a hit; none when there are no words."""
    return reduce(or_, map(holding, words)) if words else None


def read_for(words: Asked) -> Func:
    """Whether the alias `words` holds what is asked, in a form that no index is asked for.

    Of two indexes PostgreSQL would use both, and then make each row's pairs to be sure of them.
    """
    holds = ExpressionWrapper(Q(words=words), output_field=BooleanField())
    return Func(holds, template="(%(expressions)s) IS TRUE", output_field=BooleanField())


def pairs_of(words: Sequence[str]) -> list[int]:
    """The word pairs that a text with all of these words and phrases has. One query.

    Texts that have them are few, and need not hold the phrase: its words may stand near each other
    elsewhere. Empty for single words.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT pair FROM unnest(%s::text[]) word,"
            " unnest(desk_pairs(to_tsvector(%s::regconfig, word))) pair ORDER BY 1",
            [[one.translate(_PARTED) for one in words], CONFIG],
        )
        return [pair for (pair,) in cursor.fetchall()]


def are_too_common(words: Sequence[str]) -> bool:
    """Nothing is left of these words: “the”, “of” and their like are not stored. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(numnode(phraseto_tsquery(%s::regconfig, word)) = 0)"
            " FROM unnest(%s::text[]) word",
            [CONFIG, [one.translate(_PARTED) for one in words]],
        )
        (is_nothing_left,) = cursor.fetchone()
    return bool(is_nothing_left)


def marked(
    text: str | Combinable,
    hits: Asked | None,
    *,
    min_words: int | None = None,
    max_words: int | None = None,
    max_fragments: int | None = None,
) -> SearchHeadline:
    """The text with its hits between signs, for `pieces`; all of it, or as many words around the
    hits as are named."""
    source = F(text) if isinstance(text, str) else text
    parted = Func(
        source, Value(GLUE), Value(_GLUE_SIGNS), function="translate", output_field=TextField()
    )
    return SearchHeadline(
        parted,
        hits or SearchQuery("", config=CONFIG),
        config=CONFIG,
        start_sel=_HIT,
        stop_sel=_HIT_END,
        fragment_delimiter=GAP,
        highlight_all=max_words is None,
        min_words=min_words,
        max_words=max_words,
        max_fragments=max_fragments,
    )


def pieces(text: str) -> tuple[Piece, ...]:
    """A marked text in pieces, blanks single; the template escapes each. Any text has some."""
    found = _HITS.split(text)
    told = ((" ".join(_outer(piece)), at % 2 == 1) for at, piece in enumerate(found))
    return tuple(Piece(text=words, is_hit=is_hit) for words, is_hit in told if words)


def _outer(piece: str) -> list[str]:
    """The words of a piece; an empty one at an end keeps the blank there."""
    return re.split(r"\s+", piece.translate(_RESTORED))
