"""Verdicts and opinions as sentences: what somebody decided, why, and what was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claims import house
from claims.opinions import SECOND
from claims.phrases import because, with_others
from claims.states import VerdictStatus

if TYPE_CHECKING:
    from claims.models import Event, Opinion, Verdict

DECIDED = {"verified": "verified it", "disputed": "disputed it", "unresolved": "left it unresolved"}
OPINED = {
    "verified": "would verify it",
    "disputed": "would dispute it",
    "unresolved": "would leave it unresolved",
}
TOOK_BACK = {
    "verified": "took back that it is verified",
    "disputed": "took back that it is disputed",
    "unresolved": "took back that it is unresolved",
}


def verdict_given(event: Event) -> str:
    if event.verdict is None:
        return "decided it."
    verdict = event.verdict
    agrees = f"agreed with {verdict.decided_with} and " if verdict.decided_with else ""
    words = because(f"{agrees}{decided(verdict)}{with_others(event)}", verdict.rationale)
    if not verdict.reason:
        return words
    return f"{words} {because('It reverses the verdict before', verdict.reason)}"


def decided(verdict: Verdict) -> str:
    """“disputed it, figure wrong”; what somebody did, behind their name."""
    return _did(DECIDED, verdict)


def undone(event: Event) -> str:
    if event.verdict is None:
        return "took back a verdict."
    took_back = _called(TOOK_BACK, "took back", event.verdict.status)
    return because(took_back + with_others(event), event.reason)


def reinstated(event: Event) -> str:
    status = event.verdict.status if event.verdict else "decided"
    return f"let it stand again that it is {status}."


def opined(event: Event) -> str:
    if event.opinion is None:
        return "gave an opinion."
    other = ""
    if event.field == SECOND:
        blind = " without having seen the other opinion" if event.opinion.is_blind else ""
        other = f"disagreed{blind}, and "
    return because(f"{other}{_did(OPINED, event.opinion)}", event.opinion.rationale)


def opinion_withdrawn(event: Event) -> str:
    if event.opinion is None:
        return "took back an opinion."
    would = _called(OPINED, "would call it", event.opinion.status)
    return f"took back the opinion, and no longer {would}."


def opinion_void(event: Event) -> str:
    whose = f"the opinion of {event.opinion.by}" if event.opinion else "an opinion"
    if event.by_id:
        return because(f"set aside {whose}", event.reason)
    return f"set aside {whose}: {event.reason}."


def _did(words: Mapping[str, str], given: Verdict | Opinion) -> str:
    """“disputed it, figure wrong”."""
    act = "called it" if words is DECIDED else "would call it"
    why = f" as “{given.sub_reason_words}”" if given.sub_reason_words else ""
    return f"{_called(words, act, given.status)}{why}"


def _called(words: Mapping[str, str], act: str, status: str) -> str:
    """The desk's usual words, or the act with the house name behind it."""
    if not house.is_renamed(status):
        return words[status]
    return f"{act} “{VerdictStatus(status).label}”"
