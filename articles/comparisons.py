"""What changed from one revision of an article to another, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import matching
from articles.models import Article, Revision
from matching import Edit, EditKind
from web import paging
from web.paging import Page

REVISIONS_A_PAGE = 10  # each is compared with the one before it
LEAST_FOLDED = 2  # paragraphs; between those that stand beside a change, which are shown


@dataclass(frozen=True)
class Counts:
    """How many words a text lost and got."""

    removed: int
    added: int


@dataclass(frozen=True)
class Listed:
    """A revision in the list; the first of an article changed nothing."""

    revision: Revision
    counts: Counts | None


@dataclass(frozen=True)
class Piece:
    """Words of one side; the blank behind them is no part of what changed."""

    text: str
    blank: str
    is_changed: bool


@dataclass(frozen=True)
class Change:
    """Two paragraphs side by side, or one that is new or gone; numbered from 1."""

    number: int
    old: list[Piece]
    new: list[Piece]

    is_change = True


@dataclass(frozen=True)
class Kept:
    """Paragraphs in a row that say the same in both revisions."""

    paragraphs: list[str]
    is_folded: bool = False

    is_change = False


@dataclass(frozen=True)
class Comparison:
    rows: list[Change | Kept]
    changes: int
    counts: Counts


def history(article: Article, params: Mapping[str, Any]) -> Page[Listed]:
    """The revisions, newest first, each with what it changed in the one before."""
    page = paging.page(
        article.revisions.for_history(),
        order=["-number", "-pk"],
        size=REVISIONS_A_PAGE,
        params=params,
    )
    texts = {row.number: row.text for row in page.rows}
    if page.rows and (earlier := article.revisions.before(page.rows[-1])):
        texts[earlier.number] = earlier.text
    rows = [Listed(row, _counts_of(texts.get(row.number - 1), row.text)) for row in page.rows]
    return Page(rows=rows, next_cursor=page.next_cursor, previous_cursor=page.previous_cursor)


def _counts_of(old: str | None, new: str) -> Counts | None:
    return None if old is None else counted(matching.word_diff(old, new))


def counted(edits: list[Edit]) -> Counts:
    """The words in the runs that were removed and in those that were added."""
    lost = sum(len(matching.words(edit.old)) for edit in edits if edit.kind is EditKind.REMOVED)
    got = sum(len(matching.words(edit.new)) for edit in edits if edit.kind is EditKind.ADDED)
    return Counts(lost, got)


def compare(old: Revision, new: Revision) -> Comparison:
    """Both texts paragraph by paragraph; what differs in nothing but blanks is kept."""
    pairs = matching.paragraph_pairs(old.text, new.text)
    diffs = [
        matching.word_diff(one.of(old.text) if one else "", other.of(new.text) if other else "")
        for one, other in pairs
    ]
    changed = [edits for edits in diffs if not _is_kept(edits)]
    every = [counted(edits) for edits in changed]
    counts = Counts(sum(one.removed for one in every), sum(one.added for one in every))
    return Comparison(list(_rows(diffs)), len(changed), counts)


def _is_kept(edits: list[Edit]) -> bool:
    return all(edit.kind is EditKind.EQUAL for edit in edits)


def _rows(diffs: list[list[Edit]]) -> Iterator[Change | Kept]:
    number = at = 0
    for is_kept, group in groupby(diffs, key=_is_kept):
        run = list(group)
        if is_kept:
            texts = ["".join(edit.new for edit in edits) for edits in run]
            yield from _kept(texts, is_first=at == 0, is_last=at + len(run) == len(diffs))
        else:
            yield from (_change(number + step, edits) for step, edits in enumerate(run, 1))
            number += len(run)
        at += len(run)


def _change(number: int, edits: list[Edit]) -> Change:
    return Change(
        number,
        [_piece(edit.old, edit) for edit in edits if edit.kind is not EditKind.ADDED],
        [_piece(edit.new, edit) for edit in edits if edit.kind is not EditKind.REMOVED],
    )


def _piece(text: str, edit: Edit) -> Piece:
    words = text.rstrip()
    return Piece(words, text[len(words) :], edit.kind is not EditKind.EQUAL)


def _kept(texts: list[str], *, is_first: bool, is_last: bool) -> Iterator[Kept]:
    """The paragraph beside each change as it is, what is between them folded."""
    start, end = int(not is_first), len(texts) - int(not is_last)
    if end - start < LEAST_FOLDED:
        yield Kept(texts)
        return
    parts = (Kept(texts[:start]), Kept(texts[start:end], is_folded=True), Kept(texts[end:]))
    yield from (part for part in parts if part.paragraphs)
