"""Where claims stand once their article has other words.

Claims whose words are still there go along by themselves, and their history says so. All others
stay where they are, wait for a person and are told of to what they are linked to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone

import matching
from articles.models import Revision
from claims import clusters, comparisons, history, jobs, priorities
from claims.models import Claim, Event, Link, Relocation
from claims.states import (
    FOLLOWING,
    EventKind,
    RelocationOutcome,
    RelocationState,
)

PLACE = ["revision", "start", "end", "quote", "prefix", "suffix", "waiting_since"]
WRITTEN_AT_ONCE = 200  # claims of one statement

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What became of a claim; `place` is a span of the new text, none where there is none."""

    claim: Claim
    outcome: RelocationOutcome
    place: Span | None
    score: float

    @property
    def follows(self) -> bool:
        return self.outcome in FOLLOWING


def follow_texts(revisions: Iterable[Revision]) -> None:
    """New texts came in: in each that is another version its article's claims are looked for."""
    for revision in revisions:
        if revision.number > 1:
            follow(revision)


@transaction.atomic
def follow(revision: Revision) -> list[Relocation]:
    """Find the claims of the article in its new words.

    A claim that waits already is looked for from where it stood before the first change, so one
    that was changed and changed back settles itself. An old reading that a person keeps stays,
    unless its very words are back.
    """
    clusters.lock({revision.article.story_id})
    claims = list(Claim.objects.to_follow(revision))
    found = list(_find(claims, revision))
    found = [one for one in found if one.follows or not one.claim.is_kept]  # type: ignore[attr-defined]
    return _store(found, revision, at=revision.imported_at)


def follow_restored(claim: Claim) -> None:
    """A removed claim was put back: its article may have other words by now."""
    revision = Revision.objects.newest_of(pk=claim.article_id).select_related("article").get()
    known = Relocation.objects.of(claim).filter(to_revision=revision)
    if claim.revision_id != revision.pk and not known.exists():
        _store(list(_find([claim], revision)), revision, at=timezone.now())


def _find(claims: Sequence[Claim], revision: Revision) -> Iterator[Found]:
    """Each claim in the new text, those first that go along; a place that is taken is ambiguous."""
    texts = Revision.objects.words_of(claim.revision_id for claim in claims)
    found = [_look_for(claim, texts[claim.revision_id].text, revision.text) for claim in claims]
    found.sort(key=lambda one: (not one.follows, one.claim.pk))
    taken = set(Claim.objects.filter(revision=revision).values_list("start", "end"))
    for one in found:
        if one.place in taken:
            yield Found(
                claim=one.claim, outcome=RelocationOutcome.AMBIGUOUS, place=None, score=one.score
            )
            continue
        if one.place:
            taken.add(one.place)
        yield one


def _look_for(claim: Claim, old: str, new: str) -> Found:
    """A place that reaches over two paragraphs is none: claims stand in one."""
    found = matching.relocate(claim.quote, claim.prefix, claim.suffix, old, new, start=claim.start)
    outcome, place = RelocationOutcome(found.outcome.value), None
    if found.start is not None and found.end is not None:
        place = (found.start, found.end)
        if len(matching.paragraphs(new[found.start : found.end])) != 1:
            outcome, place = RelocationOutcome.LOST, None
    return Found(claim=claim, outcome=outcome, place=place, score=found.score)


def _store(found: Sequence[Found], revision: Revision, *, at: datetime) -> list[Relocation]:
    rows = [_row(one, revision, at) for one in found]
    _supersede(found, at)
    _let_wait([one.claim.pk for one in found if not one.follows], at)
    changed = _take_along([one for one in found if one.follows], rows, revision)
    Relocation.objects.bulk_create(rows)
    _tell(found, rows, revision, at)
    links = list(Link.objects.of_any([claim.pk for claim in changed]))
    comparisons.follow(links)
    ends = {pk for link in links for pk in (link.a_id, link.b_id)}
    priorities.follow(ends.union(one.claim.pk for one in found))
    for claim in changed:
        jobs.follow_words(claim)
    return rows


def _row(one: Found, revision: Revision, at: datetime) -> Relocation:
    claim, (start, end) = one.claim, one.place or (None, None)
    earlier = claim.open_relocation
    row = Relocation(
        claim=claim,
        from_revision_id=claim.revision_id,
        to_revision=revision,
        outcome=one.outcome,
        score=one.score,
        old_start=claim.start,
        old_end=claim.end,
        old_quote=claim.quote,
        new_start=start,
        new_end=end,
        new_quote=revision.text[start:end] if one.place else "",
        waited_since=earlier.waited_since if earlier else claim.waiting_since,
        found_at=at,
        state=RelocationState.OPEN,
    )
    if one.follows:
        row.state, row.decided_at = RelocationState.FOLLOWED, at
        row.settled_start, row.settled_end = start, end
    return row


def _supersede(found: Iterable[Found], at: datetime) -> None:
    """What waits for an answer on older words waits for one on these."""
    open_now = [one.claim.open_relocation_id for one in found if one.claim.open_relocation_id]
    Relocation.objects.filter(pk__in=open_now).update(
        state=RelocationState.SUPERSEDED, decided_at=at
    )


def _let_wait(claim_ids: list[int], at: datetime) -> None:
    waiting = Coalesce("waiting_since", Value(at))
    Claim.objects.filter(pk__in=claim_ids).update(waiting_since=waiting)


def _take_along(found: list[Found], rows: list[Relocation], revision: Revision) -> list[Claim]:
    """Put the claims at their new places; those whose letters are others, if only typographic."""
    waited = {row.claim_id: row.waited_since for row in rows}
    for one in found:
        claim, (start, end) = one.claim, one.place or (0, 0)
        quote = matching.describe(revision.text, start, end)
        claim.revision, claim.start, claim.end = revision, start, end
        claim.quote, claim.prefix, claim.suffix = quote.exact, quote.prefix, quote.suffix
        if claim.is_decided and claim.has_changed_source:
            claim.waiting_since = waited[claim.pk]
    claims = [one.claim for one in found]
    Claim.objects.bulk_update(claims, PLACE, batch_size=WRITTEN_AT_ONCE)
    old = {row.claim_id: row.old_quote for row in rows}
    return [claim for claim in claims if claim.quote != old[claim.pk]]


def _tell(
    found: Sequence[Found], rows: Sequence[Relocation], revision: Revision, at: datetime
) -> None:
    """The histories of the claims, and of those linked to one whose source changed."""
    where = f"revision {revision.number}"
    events = [_event(row, where, at) for row in rows]
    opened = {row.claim_id: row for row in rows if row.is_open}
    links = Link.objects.of_any(opened).confirmed().active().order_by("pk")
    for a, b in links.values_list("a_id", "b_id"):
        for one, other in ((a, b), (b, a)):
            if other in opened:
                events.append(
                    Event(
                        claim_id=one,
                        other_id=other,
                        kind=EventKind.LINKED_CHANGED,
                        at=at,
                        field=opened[other].outcome,
                        reason=where,
                    )
                )
    history.record_moves(events)


def _event(row: Relocation, where: str, at: datetime) -> Event:
    kind = EventKind.SOURCE_CHANGED if row.is_open else EventKind.FOLLOWED
    is_other = row.new_quote not in ("", row.old_quote)
    return Event(
        claim_id=row.claim_id,
        kind=kind,
        at=at,
        field=row.outcome,
        before=row.old_quote if is_other else "",
        after=row.new_quote if is_other else "",
        reason=where,
    )
