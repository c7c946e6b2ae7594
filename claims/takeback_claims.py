"""Taking back that a claim was marked, removed, worded or given a place in new words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import corrections, highlights
from claims.models import Relocation
from claims.states import EventKind
from claims.takeback_way import REMOVED, Way, fresh, nothing

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.standing import Now


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
    highlights.remove(fresh(event), by=by)


def _note_removed(event: Event, now: Now) -> None:
    now.is_removed[event.claim_id] = True


def _removal_stays(event: Event, now: Now) -> str:
    return "" if now.is_removed[event.claim_id] else "The claim was put back since."


def _restore(event: Event, now: Now, by: User) -> None:
    highlights.restore(fresh(event), by=by)


def _note_restored(event: Event, now: Now) -> None:
    now.is_removed[event.claim_id] = False


def _wording_stays(event: Event, now: Now) -> str:
    if event.field != "statement":
        return "Who says so is changed by hand only."
    if now.is_removed[event.claim_id]:
        return REMOVED
    return "" if now.statement[event.claim_id] == event.after else "It was worded again since."


def _word_as_before(event: Event, now: Now, by: User) -> None:
    claim = fresh(event)
    highlights.edit(claim, statement=event.before, attribution=claim.attribution, by=by)


def _note_wording(event: Event, now: Now) -> None:
    now.statement[event.claim_id] = event.before


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


MARK = Way(_mark_stays, _remove, _note_removed)
WAYS = {
    EventKind.MARKED: MARK,
    EventKind.REMOVED: Way(_removal_stays, _restore, _note_restored),
    EventKind.EDITED: Way(_wording_stays, _word_as_before, _note_wording),
    EventKind.RELOCATED: Way(_place_stays, _open_place, nothing),
}
