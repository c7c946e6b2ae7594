"""An article as its page shows it: paragraphs cut where claims begin and end, claims beside them.

Nothing here asks the database: rows come in, frozen dataclasses for the templates go out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

import matching
from articles.models import Precision, Sentence
from articles.published import Published, zone_of
from claims.models import Claim
from claims.states import ClaimStatus
from matching import Highlight, Span

CROSSHEAD_LENGTH = 80  # code points; a longer line without a stop is a sentence cut short
FULL_STOP = re.compile(r"[.!?…:;,。！？؟۔।]\W*$")


@dataclass(frozen=True, kw_only=True)
class Note:
    """A claim with its number, counted from 1 through the article in reading order.

    `rail` 1 to 3 is the line under the text that the claim runs on.
    """

    claim: Claim
    number: int
    rail: int
    is_current: bool
    may_change: bool

    @property
    def classes(self) -> str:
        """Of the claim's marks: status, highlighter, rail."""
        current = " is-current" if self.is_current else ""
        return f"is-{self.claim.status}{current}" + (f" rail-{self.rail}" if self.rail > 1 else "")


@dataclass(frozen=True, kw_only=True)
class Start:
    """A claim that begins here, and the claims that hold this place already."""

    note: Note
    inside: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words under the same claims throughout; `notes` lowest rail first, empty for none."""

    text: str
    notes: tuple[Note, ...]
    starts: tuple[Start, ...]
    ends: tuple[Note, ...]

    @property
    def claim_ids(self) -> str:
        return " ".join(str(note.claim.pk) for note in self.notes)

    @property
    def outer(self) -> Note:
        """The claim whose mark holds those of the others; there is one only where notes are."""
        return self.notes[0]

    @property
    def inner(self) -> tuple[Note, ...]:
        return self.notes[1:]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A sentence that can be marked as it stands; `claim` is the one that has this place."""

    position: int
    words: str
    claim: Claim | None


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph. `start` in code points of the revision names it on the page.

    `words` and `sentences` are where the browser may step and snap: pairs of numbers in UTF-16
    units, each the gap since the span before and the length of this one.
    """

    start: int
    text: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]  # the claims that begin here
    choices: tuple[Choice, ...]
    words: str
    sentences: str
    is_crosshead: bool

    @property
    def direction(self) -> str:
        """Of the first letter. The browser's `auto` would look at our English words in it."""
        for character in self.text:
            kind = unicodedata.bidirectional(character)
            if kind in ("L", "R", "AL"):
                return "ltr" if kind == "L" else "rtl"
        return "ltr"


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many claims of the article have this status; only of statuses it has."""

    status: ClaimStatus
    claims: int


def number(
    claims: Iterable[Claim], *, current: int | None, changeable: Iterable[int] = ()
) -> list[Note]:
    """Notes of the claims, which come in reading order; `changeable` are ids."""
    claims, may_change = list(claims), set(changeable)
    rails = matching.rails([Highlight(claim.pk, claim.start, claim.end) for claim in claims])
    return [
        Note(
            claim=claim,
            number=at,
            rail=rails[claim.pk],
            is_current=claim.pk == current,
            may_change=claim.pk in may_change,
        )
        for at, claim in enumerate(claims, start=1)
    ]


def paragraphs(
    text: str, notes: Sequence[Note], sentences: Sequence[Sentence], *, only: int | None = None
) -> list[Paragraph]:
    """The paragraphs of a revision's text, in order; with `only`, those that begin there.

    Notes and sentences come in reading order.
    """
    found: list[Paragraph] = []
    spans = matching.paragraphs(text)
    upcoming, going_on = list(reversed(notes)), list[Note]()
    to_come = list(reversed(sentences))
    for at, span in enumerate(spans):
        going_on = [note for note in going_on if note.claim.end > span.start]
        while upcoming and upcoming[-1].claim.start < span.end:
            going_on.append(upcoming.pop())
        here: list[Sentence] = []
        while to_come and to_come[-1].start < span.end:
            here.append(to_come.pop())
        if only in (None, span.start):
            is_inner = 0 < at < len(spans) - 1
            found.append(_paragraph(text, span, going_on, here, is_inner=is_inner))
    return found


def counts(notes: Sequence[Note]) -> list[Count]:
    """Claims by status, in the order of the statuses, none that no claim has."""
    by_status = Counter(note.claim.status for note in notes)
    return [
        Count(status=status, claims=by_status[status])
        for status in ClaimStatus
        if by_status[status]
    ]


def clock_there(published: Published) -> str:
    """The hour where it was published, with the day if that differs: “00:04 on Thu 19 Nov”.

    Empty when the reader's clock showed the same, and when only the day is known.
    """
    here = timezone.localtime(published.at)
    there = published.at.astimezone(zone_of(published.zone))
    if published.precision == Precision.DAY or here.utcoffset() == there.utcoffset():
        return ""
    day = "" if here.date() == there.date() else f" on {there:%a} {there.day} {there:%b}"
    return f"{there:%H:%M}{day}"


def _paragraph(
    text: str, span: Span, notes: Sequence[Note], sentences: Sequence[Sentence], *, is_inner: bool
) -> Paragraph:
    words = span.of(text)
    starting = tuple(note for note in notes if span.start <= note.claim.start)
    marked = {(note.claim.start, note.claim.end): note.claim for note in starting}
    return Paragraph(
        start=span.start,
        text=words,
        pieces=tuple(_pieces(text, span, notes)),
        notes=starting,
        choices=tuple(
            Choice(
                position=sentence.position,
                words=text[sentence.start : sentence.end],
                claim=marked.get((sentence.start, sentence.end)),
            )
            for sentence in sentences
        ),
        words=_gaps(words, matching.words(words)),
        sentences=_gaps(
            words, [Span(one.start - span.start, one.end - span.start) for one in sentences]
        ),
        is_crosshead=is_inner and _is_crosshead(words),
    )


def _pieces(text: str, span: Span, notes: Sequence[Note]) -> Iterable[Piece]:
    by_key = {note.claim.pk: note for note in notes}
    places = [Highlight(note.claim.pk, note.claim.start, note.claim.end) for note in notes]
    for segment in matching.segments(span.start, span.end, places):
        holding = [by_key[key] for key in segment.keys]
        yield Piece(
            text=text[segment.start : segment.end],
            notes=tuple(sorted(holding, key=lambda note: note.rail)),
            starts=tuple(
                Start(note=by_key[key], inside=tuple(holding[: segment.keys.index(key)]))
                for key in segment.starts
            ),
            ends=tuple(by_key[key] for key in segment.ends),
        )


def _is_crosshead(words: str) -> bool:
    """A heading between paragraphs: one short line that no stop ends."""
    return len(words) <= CROSSHEAD_LENGTH and "\n" not in words and not FULL_STOP.search(words)


def _gaps(text: str, spans: Iterable[Span]) -> str:
    numbers: list[int] = []
    at = 0
    for span in spans:
        numbers += (_units(text[at : span.start]), _units(text[span.start : span.end]))
        at = span.end
    return " ".join(map(str, numbers))


def _units(text: str) -> int:
    """Length in UTF-16 units, as the browser counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
