"""Taking back what one event tells, by the desk's own services, as long as nothing rests on it.

`Now` is the desk as it will be once what came later is taken back: events go newest first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import (
    corrections,
    discrepancies,
    evidence,
    highlights,
    links,
    reversals,
    silences,
    verdicts,
)
from claims.bulk_holding import hold
from claims.errors import NotAllowed, StaleEvent
from claims.models import Claim, Discrepancy, Event, Relocation, Silence
from claims.standing import LINKING, Now, pair_of
from claims.states import EventKind
from claims.verdicts import UNDO_MINUTES

if TYPE_CHECKING:
    from accounts.models import User

# Kinds whose state is asked event by event, too dear for a whole page.
ASKED_ALONE = (EventKind.SETTLED, EventKind.SILENT, EventKind.RELOCATED)
REMOVED = "The claim was removed since."
AGAIN = "It was decided again since."


@dataclass(frozen=True)
class Way:
    """How events of a kind are taken back: what stands against it, and doing it."""

    why_not: Callable[[Event, Now], str]
    do: Callable[[Event, Now, User], None]
    note: Callable[[Event, Now], None]


def why_not(event: Event, now: Now) -> str:
    """Why it stays, in one sentence; empty when it can be taken back."""
    way = _way(event)
    return way.why_not(event, now) if way else "This is taken back by hand only."


def take_back(event: Event, now: Now, *, by: User) -> None:
    """Take it back and note in `now` what that leaves. Raises ClaimError as the services do."""
    if way := _way(event):
        way.do(event, now, by)
        way.note(event, now)


@transaction.atomic
def undo(event: Event, *, by: User, reason: str = "") -> None:
    """Take one event back from the history. Raises NotAllowed as `may_undo` says, StaleEvent when
    it can no longer be, NotEnough without the `reason` that undoing another's verdict needs, and
    ClaimError as the services do."""
    if not may_undo(event, by=by):
        raise NotAllowed(
            f"Whoever did this can undo it for {UNDO_MINUTES} minutes, then a desk admin can."
        )
    hold([event.claim_id, *([event.other_id] if event.other_id else [])])
    now = Now([event], reason=reason)
    if reason := why_not(event, now):
        raise StaleEvent(reason)
    take_back(event, now, by=by)
    reversals.tell_of_many(now.reversed, by=by)


def may_undo(event: Event, *, by: User) -> bool:
    """Whoever did it for UNDO_MINUTES, a desk admin always; if events of its kind can be."""
    if event.by_id is None or _way(event) is None:
        return False
    until = event.at + timedelta(minutes=UNDO_MINUTES)
    return by.is_desk_admin or (event.by_id == by.pk and timezone.now() < until)


def needs_reason(event: Event, *, by: User) -> bool:
    """It is the verdict of others, who are shown why it is taken back."""
    is_verdict = event.kind in (EventKind.DECIDED, EventKind.REINSTATED)
    return is_verdict and event.verdict is not None and by.pk not in event.verdict.author_ids


def is_gone(event: Event, now: Now) -> bool:
    """What the history can tell at a glance cannot be undone any more."""
    return event.kind not in ASKED_ALONE and bool(why_not(event, now))


def note(event: Event, now: Now) -> None:
    """As if it were taken back."""
    if way := _way(event):
        way.note(event, now)


def is_told_once(event: Event) -> bool:
    """Of an act that two histories tell, as linking is, the one of the older claim."""
    is_of_link = event.kind in LINKING and event.other_id is not None
    return not is_of_link or event.claim_id < (event.other_id or 0)


def _way(event: Event) -> Way | None:
    kind = EventKind(event.kind)
    if kind in LINKING and event.other_id:
        return _LINK
    if kind == EventKind.RESTORED:
        return None if event.field else _MARK
    return WAYS.get(kind)


def _fresh(event: Event) -> Claim:
    """The claim as it is now: what was taken back before has changed it."""
    return Claim.objects.get(pk=event.claim_id)


def _verdict_stays(event: Event, now: Now) -> str:
    if now.is_removed[event.claim_id]:
        return REMOVED
    return "" if now.verdict[event.claim_id] == event.verdict_id else AGAIN


def _undo_verdict(event: Event, now: Now, by: User) -> None:
    if event.verdict:
        verdicts.undo(event.verdict, by=by, reason=now.reason, is_told=False)
        if by.pk not in event.verdict.author_ids:
            now.reversed.append(event.verdict)


def _note_undone(event: Event, now: Now) -> None:
    now.verdict[event.claim_id] = event.verdict.replaces_id if event.verdict else None


def _undoing_stays(event: Event, now: Now) -> str:
    if now.is_removed[event.claim_id]:
        return REMOVED
    before = event.verdict.replaces_id if event.verdict else None
    return "" if now.verdict[event.claim_id] == before else AGAIN


def _reinstate(event: Event, now: Now, by: User) -> None:
    if event.verdict:
        verdicts.reinstate(event.verdict, by=by)


def _note_reinstated(event: Event, now: Now) -> None:
    now.verdict[event.claim_id] = event.verdict_id


def _mark_stays(event: Event, now: Now) -> str:
    claim = event.claim_id
    if now.is_removed[claim]:
        return "The claim is removed already."
    if now.verdict[claim]:
        return "The claim has a verdict that stands."
    if now.is_linked(claim):
        return "The claim is linked to another."
    return "The claim has evidence." if now.has_evidence(claim) else ""


def _remove(event: Event, now: Now, by: User) -> None:
    highlights.remove(_fresh(event), by=by)


def _note_removed(event: Event, now: Now) -> None:
    now.is_removed[event.claim_id] = True


def _removal_stays(event: Event, now: Now) -> str:
    return "" if now.is_removed[event.claim_id] else "The claim was put back since."


def _restore(event: Event, now: Now, by: User) -> None:
    highlights.restore(_fresh(event), by=by)


def _note_restored(event: Event, now: Now) -> None:
    now.is_removed[event.claim_id] = False


def _link_stays(event: Event, now: Now) -> str:
    pair = pair_of(event)
    if any(now.is_removed.get(claim) for claim in pair):
        return "One of the two claims was removed since."
    if now.last_at(pair) != event.at:
        return "The link was decided on again since."
    is_needed = event.kind == EventKind.LINKED and now.is_link_evidence(pair)
    return "One of the two claims is evidence for the other." if is_needed else ""


def _undo_link(event: Event, now: Now, by: User) -> None:
    before = now.before(event)
    link = now.link(pair_of(event))
    links.lock({link.a.story_id, link.b.story_id})
    links.restore(link, state=before.state, kind=before.kind, by=by)


def _note_link(event: Event, now: Now) -> None:
    now.forget_last(pair_of(event))


def _evidence_stays(event: Event, now: Now) -> str:
    if not now.stands(event.evidence_id):
        return "The evidence was taken away already."
    if now.rests_on(event.claim_id, event.evidence_id):
        return "The verdict that stands rests on it."
    return ""


def _withdraw(event: Event, now: Now, by: User) -> None:
    if event.evidence:
        evidence.withdraw(event.evidence, _fresh(event), by=by)


def _note_withdrawn(event: Event, now: Now) -> None:
    now.note_piece(event, stands=False)


def _absence_stays(event: Event, now: Now) -> str:
    return "The evidence was put back since." if now.stands(event.evidence_id) else ""


def _put_back(event: Event, now: Now, by: User) -> None:
    if event.evidence:
        evidence.put_back(event.evidence, _fresh(event), by=by)


def _note_put_back(event: Event, now: Now) -> None:
    now.note_piece(event, stands=True)


def _settling_stays(event: Event, now: Now) -> str:
    rows = Discrepancy.objects.settled_by(event.by, at=event.at)
    return "" if rows.for_claim(event.claim).exists() else "The figure was decided on again since."


def _open_figure(event: Event, now: Now, by: User) -> None:
    row = Discrepancy.objects.settled_by(event.by, at=event.at).for_page().first()
    if row:  # with the first of its events all that one act settled is open again
        discrepancies.reopen(row, by=by, seen=event.at)


def _wording_stays(event: Event, now: Now) -> str:
    if event.field != "statement":
        return "Who says so is changed by hand only."
    if now.is_removed[event.claim_id]:
        return REMOVED
    return "" if now.statement[event.claim_id] == event.after else "It was worded again since."


def _word_as_before(event: Event, now: Now, by: User) -> None:
    claim = _fresh(event)
    highlights.edit(claim, statement=event.before, attribution=claim.attribution, by=by)


def _note_wording(event: Event, now: Now) -> None:
    now.statement[event.claim_id] = event.before


def _silence_of(event: Event) -> Silence | None:
    said = Silence.objects.filter(claim=event.claim_id, outlet__name=event.after, by=event.by)
    return said.select_related("outlet").first()


def _silence_stays(event: Event, now: Now) -> str:
    return "" if _silence_of(event) else "This was withdrawn already."


def _take_silence_back(event: Event, now: Now, by: User) -> None:
    if said := _silence_of(event):  # one act says it of every claim of a point
        silences.take_back(_fresh(event), said.outlet, by=by)


def _place_of(event: Event) -> Relocation | None:
    rows = Relocation.objects.for_page().filter(claim=event.claim_id, decided_at=event.at)
    return rows.first()


def _place_stays(event: Event, now: Now) -> str:
    row = _place_of(event)
    is_last = row is not None and corrections.is_last_word(row, row.claim)
    return "" if is_last else "The claim has moved on since."


def _open_place(event: Event, now: Now, by: User) -> None:
    if row := _place_of(event):
        corrections.undo(row, by=by)


def _nothing(event: Event, now: Now) -> None:
    """Nothing that later looks at `now` depends on it."""


_LINK = Way(_link_stays, _undo_link, _note_link)
_DECISION = Way(_verdict_stays, _undo_verdict, _note_undone)
_MARK = Way(_mark_stays, _remove, _note_removed)
WAYS: dict[EventKind, Way] = {
    EventKind.DECIDED: _DECISION,
    EventKind.REINSTATED: _DECISION,
    EventKind.UNDONE: Way(_undoing_stays, _reinstate, _note_reinstated),
    EventKind.MARKED: _MARK,
    EventKind.REMOVED: Way(_removal_stays, _restore, _note_restored),
    EventKind.EVIDENCE_ADDED: Way(_evidence_stays, _withdraw, _note_withdrawn),
    EventKind.EVIDENCE_REMOVED: Way(_absence_stays, _put_back, _note_put_back),
    EventKind.SETTLED: Way(_settling_stays, _open_figure, _nothing),
    EventKind.EDITED: Way(_wording_stays, _word_as_before, _note_wording),
    EventKind.SILENT: Way(_silence_stays, _take_silence_back, _nothing),
    EventKind.RELOCATED: Way(_place_stays, _open_place, _nothing),
}
