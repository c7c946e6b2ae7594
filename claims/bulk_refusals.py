"""Why an act on many claims leaves one of them alone: one sentence, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claims import bulk_turns
from claims.decision_words import decided
from claims.states import BulkKind, VerdictStatus

if TYPE_CHECKING:
    from claims.models import BulkAct, Claim

AT_WORK = "Somebody is at work on it at this very moment."
CHANGED = "It changed since the preview."


def why(claim: Claim, act: BulkAct) -> str:
    """The first thing that keeps the act from this claim as it stands; empty when nothing does.

    Needs `Claim.objects.for_bulk()`.
    """
    return next((words for ask in _ASKED[BulkKind(act.kind)] if (words := ask(claim, act))), "")


def _removed(claim: Claim, act: BulkAct) -> str:
    return f"{claim.removed_by} removed it." if claim.is_removed else ""


def _held(claim: Claim, act: BulkAct) -> str:
    return "" if claim.holder in (None, act.by) else f"{claim.reviewer} holds it."


def _changed_source(claim: Claim, act: BulkAct) -> str:
    return "Its source changed. Settle its place first." if claim.has_changed_source else ""


def _in_conflict(claim: Claim, act: BulkAct) -> str:
    if not claim.is_in_conflict:  # type: ignore[attr-defined]  # for_bulk adds it
        return ""
    return "A figure of it disagrees with another outlet’s. Settle that, or decide it by itself."


def _decided(claim: Claim, act: BulkAct) -> str:
    """What has its verdict already; another's standing verdict is not turned over in bulk."""
    verdict = claim.current_verdict
    if verdict is None or claim.is_waiting:
        return ""
    if verdict.status == act.kind:
        return f"{verdict.decided_by} {decided(verdict)} already."
    if act.by_id in verdict.author_ids:
        return ""
    return f"{verdict.decided_by} {decided(verdict)}. Decide again on its own page."


def _needs_two(claim: Claim, act: BulkAct) -> str:
    if not claim.story.needs_second_eyes:
        return ""
    return "Its story asks for a second pair of eyes. Decide it by itself."


def _without_evidence(claim: Claim, act: BulkAct) -> str:
    has_some = claim.has_evidence  # type: ignore[attr-defined]  # for_bulk adds it
    if act.kind != VerdictStatus.VERIFIED or has_some or act.brings_evidence:
        return ""
    return f"It has no evidence. {VerdictStatus.VERIFIED.label} needs one piece."


def _not_held(claim: Claim, act: BulkAct) -> str:
    if claim.holder is None:
        return "Nobody holds it."
    if claim.holder == act.by or act.by.is_desk_admin:
        return ""
    return f"{claim.reviewer} holds it. Only a desk admin lets go for others."


def _not_waiting(claim: Claim, act: BulkAct) -> str:
    return "" if claim.is_waiting else "It does not wait."


_Ask = Callable[["Claim", "BulkAct"], str]
_OF_VERDICT: Sequence[_Ask] = (
    _removed,
    _held,
    _changed_source,
    _needs_two,
    _in_conflict,
    _decided,
    _without_evidence,
)
_ASKED: dict[BulkKind, Sequence[_Ask]] = {
    BulkKind.VERIFIED: _OF_VERDICT,
    BulkKind.DISPUTED: _OF_VERDICT,
    BulkKind.UNRESOLVED: _OF_VERDICT,
    BulkKind.RELEASED: (_removed, _not_held),
    BulkKind.SKIPPED: (_removed, _held, _not_waiting),
    BulkKind.ASSIGNED: (_removed, bulk_turns.why_not),
    BulkKind.PINNED: (_removed, bulk_turns.why_not),
    BulkKind.UNPINNED: (_removed, bulk_turns.why_not),
}
