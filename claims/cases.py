"""A claim whose source changed, as its page shows it: how it read, how it reads, who was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import matching
from articles.models import Revision
from claims import corroboration, surroundings
from claims.models import Claim, Link, Relocation
from claims.states import RelocationOutcome
from claims.surroundings import Surroundings
from matching import Edit, EditKind

PLACES_SHOWN = 5
LINKED_SHOWN = 12

Parts = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Words with what stands around them; `parts` are (words, differ they), in order."""

    parts: Parts
    around: Surroundings
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Case:
    """`new` is where the claim is, or may be; `places` are where its very words stand now."""

    relocation: Relocation
    old: Reading
    new: Reading | None
    places: list[Reading]
    linked: list[Claim]
    more_linked: int

    @property
    def claim(self) -> Claim:
        return self.relocation.claim


def of(relocation: Relocation) -> Case:
    """Needs `for_page`. As many queries however much is linked."""
    row, new = relocation, None
    old_parts: Parts = ((row.old_quote, False),)
    if row.new_start is not None and row.new_end is not None:
        old_parts, new_parts = compared(row.old_quote, row.new_quote)
        new = _reading(row.to_revision, row.new_start, row.new_end, new_parts)
    linked = _linked(row.claim)
    corroboration.complete([row.claim, *linked[:LINKED_SHOWN]])
    return Case(
        relocation=row,
        old=_reading(row.from_revision, row.old_start, row.old_end, old_parts),
        new=new,
        places=list(_places(row)),
        linked=linked[:LINKED_SHOWN],
        more_linked=len(linked[LINKED_SHOWN:]),
    )


def compared(old: str, new: str) -> tuple[Parts, Parts]:
    """Both in pieces (words, differ they); the blank behind a change is no part of it."""
    edits = matching.word_diff(old, new)
    ours = (part for edit in edits for part in _parts(edit.old, edit))
    theirs = (part for edit in edits for part in _parts(edit.new, edit))
    return tuple(ours), tuple(theirs)


def _parts(text: str, edit: Edit) -> Iterator[tuple[str, bool]]:
    is_changed = edit.kind is not EditKind.EQUAL
    words = text.rstrip() if is_changed else text
    for part, differs in ((words, is_changed), (text[len(words) :], False)):
        if part:
            yield part, differs


def _places(row: Relocation) -> Iterator[Reading]:
    """Of an ambiguous claim, where its words stand in the new text and no other claim does."""
    if row.outcome != RelocationOutcome.AMBIGUOUS or not row.is_open:
        return
    text, quote, at, shown = row.to_revision.text, row.old_quote, -1, 0
    claims = Claim.objects.filter(revision=row.to_revision)
    taken = set(claims.values_list("start", "end"))
    while shown < PLACES_SHOWN and (at := text.find(quote, at + 1)) >= 0:
        if (at, at + len(quote)) not in taken:
            shown += 1
            yield _reading(row.to_revision, at, at + len(quote), ((quote, False),))


def _reading(revision: Revision, start: int, end: int, parts: Parts) -> Reading:
    around = surroundings.around(revision, start, end)
    return Reading(parts=parts, around=around, start=start, end=end)


def _linked(claim: Claim) -> list[Claim]:
    """The other ends of its confirmed links, first published first."""
    rows: Sequence[Link] = list(Link.objects.of(claim).active().confirmed().for_page())
    others: Iterable[Claim] = (row.b if row.a_id == claim.pk else row.a for row in rows)
    return sorted(others, key=lambda one: (one.article.dated_at, one.pk))
