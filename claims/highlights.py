"""Marking claims in a revision, wording them, moving their ends, removing and restoring them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

import matching
from articles.models import Revision
from claims import (
    attributions,
    clusters,
    history,
    jobs,
    links,
    mentions,
    other_words,
    relocations,
    story_texts,
    suggestions,
)
from claims.errors import BadSpan, NotAllowed, OtherWords, PlaceTaken, StaleClaim
from claims.models import Claim
from claims.permission import changeable, refuse_unless_allowed
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User

NEWER_WORDS = "This article has newer words than you see. Load the page again, then mark."
PLACE = "claim_place_unique"  # the constraint that a second claim at one place breaks


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a claim stands, as its row holds it; `start` and `end` in code points."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@transaction.atomic
def mark(
    revision: Revision,
    *,
    start: int,
    end: int,
    by: User,
    statement: str = "",
    attribution: str = "",
) -> Claim:
    """Mark the words from `start` to `end` (code points, end exclusive) as a claim.

    The span snaps to words. A place that is marked already gives that claim; a removed one there
    is put back. A new claim gets its suggestions. Raises BadSpan when the place is outside the
    text, holds no words, or reaches over two paragraphs; StaleClaim when the article has newer
    words than this revision.
    """
    wording = {"statement": statement, "attribution": attribution}
    return mark_once(revision, start=start, end=end, by=by, **wording)[0]


@transaction.atomic
def mark_once(
    revision: Revision, *, start: int, end: int, by: User, **wording: str
) -> tuple[Claim, bool]:
    """As `mark`; also says whether the claim stands there only since now."""
    clusters.lock({revision.article.story_id})
    if revision.article.revisions.latest_number() != revision.number:
        raise StaleClaim(NEWER_WORDS)
    place = place_in(revision, start, end)
    at = timezone.now()
    claim, is_new = Claim.objects.get_or_create(
        revision=revision,
        start=place.start,
        end=place.end,
        defaults={
            **asdict(place),
            **wording,
            "article_id": revision.article_id,
            "story_id": revision.article.story_id,
            "outlet_id": revision.article.outlet_id,
            "waiting_since": at,
            "marked_at": at,
            "marked_by": by,
        },
    )
    if claim.is_removed:
        return _put_back(claim, by=by), True
    if is_new:
        history.record(claim, EventKind.MARKED, by=by, at=at)
        attributions.follow_mark(claim, text=revision.text)
        jobs.follow_words(claim)
        texts = story_texts.read(claim.story_id)
        suggestions.refresh(claim, texts=texts)
        mentions.follow_claim(claim, texts=texts)
    return claim, is_new


@transaction.atomic
def edit(
    claim: Claim,
    *,
    statement: str,
    attribution: str,
    seen: Mapping[str, str] | None = None,
    by: User,
) -> Claim:
    """Word the claim and say who says so; one event for each field that changes.

    `seen`: what stood in the two fields when they were shown; what the person left as it was stays
    as it is by now. Raises NotAllowed for a removed claim, and for a decided one unless `by` is a
    reviewer; OtherWords when somebody else changed what they have changed too.
    """
    clusters.lock({claim.story_id})
    held = changeable(claim, by=by)
    statement = _merged("statement", statement, held.statement, seen or {})
    attribution = _merged("attribution", attribution, held.attribution, seen or {})
    if (before := held.statement) != statement:
        held.statement = statement
        held.save(update_fields=["statement"])
        history.record(
            held, EventKind.EDITED, by=by, field="statement", before=before, after=statement
        )
    if held.attribution != attribution:
        attributions.say(held, words=attribution, by=by)
        held.refresh_from_db(fields=["attribution", "version"])
    return held


def _merged(field: str, typed: str, by_now: str, seen: Mapping[str, str]) -> str:
    """What the field is to say, whatever the line ends. Raises OtherWords."""
    shown = seen.get(field, by_now).split()
    if typed.split() == shown:
        return by_now
    if by_now.split() not in (shown, typed.split()):
        raise OtherWords(field, by_now)
    return typed


@transaction.atomic
def move(claim: Claim, *, start: int, end: int, by: User) -> Claim:
    """Move the claim's ends to `start` and `end` (code points, end exclusive), snapped to words.

    A verdict was given on the very words, so a decided claim keeps its place until the verdict is
    undone. Raises NotAllowed, BadSpan as `mark` does, and PlaceTaken when another claim stands at
    exactly that place, a removed one included.
    """
    clusters.lock({claim.story_id})
    held = changeable(claim, by=by)
    if held.has_changed_source:
        raise NotAllowed("The source of this claim changed. Settle its place under Corrections.")
    if held.is_decided:
        raise NotAllowed("The verdict is on these very words. Undo it, then move the ends.")
    revision = Revision.objects.without_source().get(pk=held.revision_id)
    place, before = place_in(revision, start, end), held.quote
    if (held.start, held.end) == (place.start, place.end):
        return held
    for field, value in asdict(place).items():
        setattr(held, field, value)
    try:
        with transaction.atomic():
            held.save(update_fields=list(asdict(place)))
    except IntegrityError as error:
        if PLACE not in str(error):
            raise
        raise _taken(held) from error
    history.record(held, EventKind.MOVED, by=by, before=before, after=held.quote)
    other_words.follow(held)
    return held


@transaction.atomic
def remove(claim: Claim, *, by: User) -> Claim:
    """Take the claim off the page and out of the queue; its links rest until it is put back.

    A lease on it ends. Removing twice changes nothing. Raises NotAllowed.
    """
    clusters.lock({claim.story_id})
    held = Claim.objects.locked(claim.pk)
    if held.is_removed:
        return held
    refuse_unless_allowed(held, by=by)
    held.removed_at, held.removed_by = timezone.now(), by
    held.reviewer = held.leased_until = None
    held.save(update_fields=["removed_at", "removed_by", "reviewer", "leased_until"])
    history.record(held, EventKind.REMOVED, by=by, at=held.removed_at)
    links.follow_claim(held)
    mentions.follow_removal(held)
    jobs.compare_later(held.story_id)
    return held


@transaction.atomic
def restore(claim: Claim, *, by: User) -> Claim:
    """Put a removed claim back, as it was, with its links. Raises NotAllowed as `remove` does."""
    refuse_unless_allowed(claim, by=by)
    return _put_back(claim, by=by)


def _put_back(claim: Claim, *, by: User) -> Claim:
    clusters.lock({claim.story_id})
    held = Claim.objects.locked(claim.pk)
    if not held.is_removed:
        return held
    held.removed_at = held.removed_by = None
    held.save(update_fields=["removed_at", "removed_by"])
    history.record(held, EventKind.RESTORED, by=by)
    relocations.follow_restored(held)
    links.follow_claim(held)
    mentions.follow_claim(held)
    return held


def place_in(revision: Revision, start: int, end: int) -> Place:
    """The place from `start` to `end`, snapped to words. Raises BadSpan as `mark` does."""
    text = revision.text
    if not 0 <= start < end <= len(text):
        raise BadSpan("These words are not in the text. Select them again.")
    if not matching.words(text[start:end]):
        raise BadSpan("Select at least one word.")
    span = matching.snap_to_words(text, start, end)
    quote = matching.describe(text, span.start, span.end)
    if len(matching.paragraphs(quote.exact)) > 1:
        raise BadSpan("A claim stands in one paragraph. Select words of one paragraph.")
    return Place(
        start=span.start,
        end=span.end,
        quote=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
    )


def _taken(claim: Claim) -> PlaceTaken:
    other = Claim.objects.get(revision=claim.revision, start=claim.start, end=claim.end)
    if other.is_removed:
        return PlaceTaken(
            "A removed claim stands at exactly these words. Mark them again to put it back."
        )
    return PlaceTaken("Another claim stands at exactly these words. Nothing moved.")
