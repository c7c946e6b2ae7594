"""A claim's history as sentences: who did what, why in quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils import timezone

from claims import house
from claims.discrepancies import OTHER_IS_WRONG, THIS_IS_WRONG
from claims.opinions import SECOND
from claims.states import TAKING, EventKind, LinkKind, Resolution, VerdictStatus

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Claim, Event, Opinion, Verdict

LINKED_AS = {
    LinkKind.SAME: "as the same claim",
    LinkKind.CONTRADICTS: "as contradicts",
    LinkKind.RELATED: "as related",
}
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
FOLDED_FROM = 3  # suggestions in a row; two are as short as the line that would stand for them
PLACED = {
    "accepted": "accepted its new place",
    "kept": "kept the old reading on record",
    "chosen": "chose its new place by hand",
}
PUT_BACK = {
    "lease": "gave it back to whoever held it.",
    "skip": "let it come up again for whoever skipped it.",
}
ENDS = (".", "!", "?", "…")  # after these a quotation closes its sentence
FIELDS = {"statement": "the statement", "attribution": "who says so"}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One sentence: `who` is “You”, a name or “Fact Desk”; `words` go on from there."""

    at: datetime
    who: str
    words: str
    is_machine: bool
    is_suggestion: bool = False
    folded: tuple[Line, ...] = ()  # the lines that this one stands for


def lines(claim: Claim, events: Iterable[Event], *, reader: User) -> list[Line]:
    """The events as their reader is told them, in the order given; needs `for_history`.

    Suggestions in a row are one line that has them folded in it.
    """
    told = _each(claim, events, reader)
    runs = (list(run) for _, run in groupby(told, key=lambda one: one.is_suggestion))
    return [one for run in runs for one in _folded(run)]


def told(events: Iterable[Event], *, reader: User) -> list[tuple[Event, Line]]:
    """Each event with its sentence, as the history of the desk lists them; needs `for_desk`."""
    return [(event, line(event, reader=reader)) for event in events]


def _folded(run: list[Line]) -> list[Line]:
    newest = run[0]
    if not newest.is_suggestion or len(run) < FOLDED_FROM:
        return run
    return [replace(newest, words=f"suggested {len(run)} matches.", folded=tuple(run))]


def _each(claim: Claim, events: Iterable[Event], reader: User) -> list[Line]:
    told = []
    lease_is_told = False
    for event in events:
        words = _words(event)
        is_of_lease = event.kind in TAKING and event.by_id == claim.reviewer_id
        if is_of_lease and not lease_is_told and claim.is_leased():
            words += _until(claim, reader)
            lease_is_told = True
        told.append(replace(line(event, reader=reader), words=words))
    return told


def line(event: Event, *, reader: User) -> Line:
    """What one event tells, without the claim around it."""
    return Line(
        at=event.at,
        who=_who(event, reader),
        words=_words(event),
        is_machine=event.by_id is None,
        is_suggestion=event.kind == EventKind.SUGGESTED,
    )


def _who(event: Event, reader: User) -> str:
    if event.by_id == reader.pk:
        return "You"
    return str(event.by or "Fact Desk")


def _until(claim: Claim, reader: User) -> str:
    whose = "yours" if claim.reviewer_id == reader.pk else "theirs"
    return f" It is {whose} until {timezone.localtime(claim.leased_until):%H:%M}."


def _words(event: Event) -> str:
    words = WORDS[EventKind(event.kind)](event)
    if event.act and event.act.is_reversal:
        words += f" It was taken back with what {event.act.person} did."
    return words


def _because(sentence: str, reason: str) -> str:
    """The sentence with its reason quoted behind a colon, or alone when none was given."""
    if not reason:
        return f"{sentence}."
    end = "" if reason.endswith(ENDS) else "."
    return f"{sentence}: “{reason}”{end}"


def _outlet(event: Event) -> str:
    return str(event.other.outlet) if event.other else "another outlet"


def _edited(event: Event) -> str:
    field = FIELDS.get(event.field, event.field)
    if not event.after:
        return f"cleared {field}, which read “{event.before}”."
    before = f" from “{event.before}”" if event.before else ""
    return f"set {field}{before} to “{event.after}”."


def _moved(event: Event) -> str:
    if event.before and event.after:
        return f"moved its ends, from “{event.before}” to “{event.after}”."
    return "moved its ends."


def _linked(event: Event) -> str:
    kind = LINKED_AS[LinkKind(event.link_kind)] if event.link_kind else ""
    reason = f": {event.reason}" if event.reason else ""
    return f"linked it to {_outlet(event)} {kind}".rstrip() + f"{reason}."


def _suggested(event: Event) -> str:
    return f"suggested {_outlet(event)}{f': {event.reason}' if event.reason else ''}."


def _rejected(event: Event) -> str:
    why = f", {event.reason}" if event.reason else ""
    if event.other:
        return f"said that {_outlet(event)} is not a match{why}."
    return _because(f"said that an unmarked sentence is not a match{why}", event.after)


def _restored(event: Event) -> str:
    if event.other:
        why = f": {event.reason}" if event.reason else ""
        return f"let {_outlet(event)} be suggested again{why}."
    if event.field == "suggestion":
        return _because("let a sentence be suggested again", event.after)
    return PUT_BACK.get(event.field, "put it back.")


def _reopened(event: Event) -> str:
    return f"put it back in the queue{f': {event.reason}' if event.reason else ''}."


def _decided(event: Event) -> str:
    if event.verdict is None:
        return "decided it."
    verdict = event.verdict
    agrees = f"agreed with {verdict.decided_with} and " if verdict.decided_with else ""
    words = _because(f"{agrees}{decided(verdict)}{_with_others(event)}", verdict.rationale)
    if not verdict.reason:
        return words
    return f"{words} {_because('It reverses the verdict before', verdict.reason)}"


def decided(verdict: Verdict) -> str:
    """“disputed it, figure wrong”; what somebody did, behind their name."""
    return _did(DECIDED, verdict)


def _did(words: Mapping[str, str], given: Verdict | Opinion) -> str:
    """“disputed it, figure wrong”."""
    act = "called it" if words is DECIDED else "would call it"
    why = f", {given.sub_reason_words}" if given.sub_reason_words else ""
    return f"{_called(words, act, given.status)}{why}"


def _called(words: Mapping[str, str], act: str, status: str) -> str:
    """The desk's usual words, or the act with the house name behind it."""
    if not house.is_renamed(status):
        return words[status]
    return f"{act} “{VerdictStatus(status).label}”"


def _undone(event: Event) -> str:
    if event.verdict is None:
        return "took back a verdict."
    took_back = _called(TOOK_BACK, "took back", event.verdict.status)
    return _because(took_back + _with_others(event), event.reason)


def _reinstated(event: Event) -> str:
    status = event.verdict.status if event.verdict else "decided"
    return f"let it stand again that it is {status}."


def _with_others(event: Event) -> str:
    """“ with 11 others” where one act did the same to them."""
    if event.act is None or event.act.is_reversal:
        return ""
    changed = event.act.changed if event.kind != EventKind.UNDONE else event.act.taken_back
    others = changed - 1
    return f" with {others:,} other{'' if others == 1 else 's'}" if others > 0 else ""


def _opined(event: Event) -> str:
    if event.opinion is None:
        return "gave an opinion."
    other = ""
    if event.field == SECOND:
        blind = " without having seen the other opinion" if event.opinion.is_blind else ""
        other = f"disagreed{blind}, and "
    return _because(f"{other}{_did(OPINED, event.opinion)}", event.opinion.rationale)


def _took_back_opinion(event: Event) -> str:
    if event.opinion is None:
        return "took back an opinion."
    would = _called(OPINED, "would call it", event.opinion.status)
    return f"took back the opinion, and no longer {would}."


def _set_aside(event: Event) -> str:
    whose = f"the opinion of {event.opinion.by}" if event.opinion else "an opinion"
    return f"set aside {whose}: {event.reason}."


def _settled(event: Event) -> str:
    return _because(f"settled {event.before} against {event.after}: {_how(event)}", event.reason)


def _how(event: Event) -> str:
    """How the two values fit; the wrong one is named with whose it is."""
    if event.field == THIS_IS_WRONG:
        return f"one is wrong, {event.before} of this claim"
    if event.field == OTHER_IS_WRONG:
        return f"one is wrong, {event.after} of {_outlet(event)}"
    return Resolution(event.field).label.lower()


def _evidence_added(event: Event) -> str:
    act = "put back the evidence" if event.field == "restored" else "added evidence"
    return _because(f"{act}{_kind(event)}", str(event.evidence or ""))


def _kind(event: Event) -> str:
    """“, primary document”; empty when nobody said what it is."""
    if not event.evidence or not event.evidence.kind:
        return ""
    return f", {event.evidence.get_kind_display().lower()}"


def _heard(event: Event) -> str:
    if event.by_id:
        return f"took back that {event.after} does not mention it."
    return f"withdrew “not mentioned” for {event.after}: {event.reason}."


def _followed(event: Event) -> str:
    reads = f", where it reads “{event.after}”" if event.after else ""
    return f"took it along to {event.reason}{reads}."


def _source_changed(event: Event) -> str:
    now = f", “{event.before}” is now “{event.after}”" if event.after else ""
    return f"found its source changed in {event.reason}: {event.field}{now}."


def _linked_changed(event: Event) -> str:
    return f"found the source of {_outlet(event)} changed in {event.reason}: {event.field}."


def _relocated(event: Event) -> str:
    now = f", from “{event.before}” to “{event.after}”" if event.after else ""
    return _because(f"{PLACED[event.field]}{now}", event.reason)


def _assigned(event: Event) -> str:
    instead = f" instead of {event.before}" if event.before else ""
    return f"assigned it to {event.after or 'nobody'}{instead}."


def _due(event: Event) -> str:
    if not event.after:
        return f"took away that it is due {_moment(event.before)}."
    before = f" instead of {_moment(event.before)}" if event.before else ""
    return f"said that it is due {_moment(event.after)}{before}."


def _moment(written: str) -> str:
    """“Sat 28 Nov 2026, 17:00” in the reader's zone."""
    local = timezone.localtime(datetime.fromisoformat(written))
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M}"


WORDS: dict[EventKind, Callable[[Event], str]] = {
    EventKind.MARKED: lambda event: "marked it in the article.",
    EventKind.MOVED: _moved,
    EventKind.EDITED: _edited,
    EventKind.REMOVED: lambda event: _because("removed it", event.reason),
    EventKind.RESTORED: _restored,
    EventKind.SUGGESTED: _suggested,
    EventKind.LINKED: _linked,
    EventKind.UNLINKED: lambda event: f"unlinked it from {_outlet(event)}.",
    EventKind.REJECTED: _rejected,
    EventKind.REOPENED: _reopened,
    EventKind.ATTRIBUTED: lambda event: _because("confirmed who says so", event.after),
    EventKind.TAKEN: lambda event: "took this claim.",
    EventKind.RELEASED: lambda event: _because(
        "let it go without a verdict" + _with_others(event), event.reason
    ),
    EventKind.SKIPPED: lambda event: _because("skipped it" + _with_others(event), event.reason),
    EventKind.DECIDED: _decided,
    EventKind.UNDONE: _undone,
    EventKind.REINSTATED: _reinstated,
    EventKind.EVIDENCE_ADDED: _evidence_added,
    EventKind.EVIDENCE_REMOVED: lambda event: _because(
        f"took away the evidence{_kind(event)}", str(event.evidence or "")
    ),
    EventKind.FOLLOWED: _followed,
    EventKind.SOURCE_CHANGED: _source_changed,
    EventKind.LINKED_CHANGED: _linked_changed,
    EventKind.RELOCATED: _relocated,
    EventKind.RELOCATION_UNDONE: lambda event: "opened its place in the new words again.",
    EventKind.SETTLED: _settled,
    EventKind.SILENT: lambda event: f"said that {event.after} does not mention it.",
    EventKind.HEARD: _heard,
    EventKind.OPINED: _opined,
    EventKind.OPINION_WITHDRAWN: _took_back_opinion,
    EventKind.OPINION_VOID: _set_aside,
    EventKind.UNSETTLED: lambda event: f"opened {event.before} against {event.after} again.",
    EventKind.PINNED: lambda event: "pinned it.",
    EventKind.UNPINNED: lambda event: "took its pin away.",
    EventKind.TAKEN_OVER: lambda event: f"took it over from {event.before}.",
    EventKind.ASSIGNED: _assigned,
    EventKind.HANDED_OVER: lambda event: (
        f"handed it over from {event.before or 'nobody'} to {event.after or 'nobody'}."
    ),
    EventKind.DUE: _due,
}
