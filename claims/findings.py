"""What a search has found, as its page shows it: rows with their hits marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles import fulltext
from articles.fulltext import Asked, Piece
from articles.models import Article, Revision
from claims.models import Claim

FULL_STOPS = (".", "!", "?", "”", '"')


@dataclass(frozen=True, kw_only=True)
class FoundArticle:
    """`snippet` is passages around the hits; an ellipsis stands where the text goes on."""

    article: Article
    headline: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class FoundClaim:
    """`quote` is a passage of it when it is long; the ellipsis says so."""

    claim: Claim
    quote: tuple[Piece, ...]
    statement: tuple[Piece, ...]
    attribution: tuple[Piece, ...]


def articles(keys: Sequence[int], hits: Asked | None) -> list[FoundArticle]:
    """The articles in the order of the keys. Two queries."""
    rows = Article.objects.for_list().in_bulk(keys)
    newest = Revision.objects.newest_of(pk__in=keys).snippets(hits)
    parts = {key: shown for key, *shown in newest}
    return [_found_article(rows[key], *parts[key]) for key in keys if key in parts]


def claims(keys: Sequence[int], hits: Asked | None) -> list[FoundClaim]:
    """The claims in the order of the keys. One query."""
    rows = Claim.objects.for_list().with_hits(hits).in_bulk(keys)
    return [_found_claim(rows[key]) for key in keys if key in rows]


def _found_claim(row: Claim) -> FoundClaim:
    statement, attribution = row.marked_statement, row.marked_attribution  # type: ignore[attr-defined]
    return FoundClaim(
        claim=row,
        quote=_passage(fulltext.pieces(row.marked_quote), row.quote),  # type: ignore[attr-defined]
        statement=fulltext.pieces(statement),
        attribution=fulltext.pieces(attribution),
    )


def _found_article(row: Article, headline: str, snippet: str, start: str) -> FoundArticle:
    pieces = fulltext.pieces(snippet)
    return FoundArticle(
        article=row,
        headline=fulltext.pieces(headline),
        snippet=_cut(
            pieces,
            is_from_start=_plain(pieces).startswith(_tidy(start)),
            is_to_end=_plain(pieces).endswith(FULL_STOPS),
        ),
    )


def _passage(pieces: tuple[Piece, ...], whole: str) -> tuple[Piece, ...]:
    shown = _plain(pieces)
    return _cut(
        pieces,
        is_from_start=_tidy(whole).startswith(shown),
        is_to_end=_tidy(whole).endswith(shown),
    )


def _cut(pieces: tuple[Piece, ...], *, is_from_start: bool, is_to_end: bool) -> tuple[Piece, ...]:
    """With an ellipsis where the words go on."""
    before = () if is_from_start else (Piece(text="… ", is_hit=False),)
    after = () if is_to_end else (Piece(text=" …", is_hit=False),)
    return (*before, *pieces, *after)


def _plain(pieces: tuple[Piece, ...]) -> str:
    return _tidy("".join(piece.text for piece in pieces))


def _tidy(text: str) -> str:
    return " ".join(text.split())
