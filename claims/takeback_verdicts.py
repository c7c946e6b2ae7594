"""Taking back verdicts, and that one was taken back; evidence, and that it was taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import evidence, verdicts
from claims.states import EventKind
from claims.takeback_way import REMOVED, Way, fresh

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.standing import Now

AGAIN = "It was decided again since."
OTHER_WORDS = "The claim has other words since."


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
    verdict = event.verdict
    if now.verdict[event.claim_id] != (verdict.replaces_id if verdict else None):
        return AGAIN
    return OTHER_WORDS if verdict and verdict.quote != now.quote[event.claim_id] else ""


def _reinstate(event: Event, now: Now, by: User) -> None:
    if event.verdict:
        verdicts.reinstate(event.verdict, by=by)


def _note_reinstated(event: Event, now: Now) -> None:
    now.verdict[event.claim_id] = event.verdict_id


def _evidence_stays(event: Event, now: Now) -> str:
    if not now.stands(event.evidence_id):
        return "The evidence was taken away already."
    if now.rests_on(event.claim_id, event.evidence_id):
        return "The verdict that stands rests on it."
    return ""


def _withdraw(event: Event, now: Now, by: User) -> None:
    if event.evidence:
        evidence.withdraw(event.evidence, fresh(event), by=by)


def _note_withdrawn(event: Event, now: Now) -> None:
    now.note_piece(event, stands=False)


def _absence_stays(event: Event, now: Now) -> str:
    return "The evidence was put back since." if now.stands(event.evidence_id) else ""


def _put_back(event: Event, now: Now, by: User) -> None:
    if event.evidence:
        evidence.put_back(event.evidence, fresh(event), by=by)


def _note_put_back(event: Event, now: Now) -> None:
    now.note_piece(event, stands=True)


_DECISION = Way(_verdict_stays, _undo_verdict, _note_undone)
WAYS = {
    EventKind.DECIDED: _DECISION,
    EventKind.REINSTATED: _DECISION,
    EventKind.UNDONE: Way(_undoing_stays, _reinstate, _note_reinstated),
    EventKind.EVIDENCE_ADDED: Way(_evidence_stays, _withdraw, _note_withdrawn),
    EventKind.EVIDENCE_REMOVED: Way(_absence_stays, _put_back, _note_put_back),
}
