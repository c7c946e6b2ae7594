"""What each kind of event tells, as a sentence that goes on behind the name of who did it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from claims import decision_words
from claims.discrepancies import OTHER_IS_WRONG, THIS_IS_WRONG
from claims.phrases import LINKED_AS, because, outlet, with_others
from claims.states import EventKind, LinkKind, Resolution

if TYPE_CHECKING:
    from claims.models import Event

PLACED = {
    "accepted": "accepted its new place",
    "kept": "kept the old reading on record",
    "chosen": "chose its new place by hand",
}
PUT_BACK = {
    "lease": "gave it back to whoever held it.",
    "skip": "let it come up again for whoever skipped it.",
}
FIELDS = {"statement": "the statement", "attribution": "who says so"}


def words(event: Event) -> str:
    """The sentence of one event; needs `for_history`."""
    told = WORDS[EventKind(event.kind)](event)
    if event.act and event.act.is_reversal:
        told += f" It was taken back with what {event.act.person} did."
    return told


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
    return f"linked it to {outlet(event)} {kind}".rstrip() + f"{reason}."


def _suggested(event: Event) -> str:
    return f"suggested {outlet(event)}{f': {event.reason}' if event.reason else ''}."


def _rejected(event: Event) -> str:
    why = f", {event.reason}" if event.reason else ""
    if event.other:
        return f"said that {outlet(event)} is not a match{why}."
    return because(f"said that an unmarked sentence is not a match{why}", event.after)


def _restored(event: Event) -> str:
    if event.other:
        why = f": {event.reason}" if event.reason else ""
        return f"let {outlet(event)} be suggested again{why}."
    if event.field == "suggestion":
        return because("let a sentence be suggested again", event.after)
    if event.opinion:
        return f"let the opinion of {event.opinion.by} count again."
    return PUT_BACK.get(event.field, "put it back.")


def _reopened(event: Event) -> str:
    return f"put it back in the queue{f': {event.reason}' if event.reason else ''}."


def _settled(event: Event) -> str:
    return because(f"settled {event.before} against {event.after}: {_how(event)}", event.reason)


def _how(event: Event) -> str:
    """How the two values fit; the wrong one is named with whose it is."""
    if event.field == THIS_IS_WRONG:
        return f"one is wrong, {event.before} of this claim"
    if event.field == OTHER_IS_WRONG:
        return f"one is wrong, {event.after} of {outlet(event)}"
    return Resolution(event.field).label.lower()


def _evidence_added(event: Event) -> str:
    act = "put back the evidence" if event.field == "restored" else "added evidence"
    return because(f"{act}{_kind(event)}", str(event.evidence or ""))


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
    return f"found the source of {outlet(event)} changed in {event.reason}: {event.field}."


def _relocated(event: Event) -> str:
    now = f", from “{event.before}” to “{event.after}”" if event.after else ""
    return because(f"{PLACED[event.field]}{now}", event.reason)


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
    EventKind.REMOVED: lambda event: because("removed it", event.reason),
    EventKind.RESTORED: _restored,
    EventKind.SUGGESTED: _suggested,
    EventKind.LINKED: _linked,
    EventKind.UNLINKED: lambda event: f"unlinked it from {outlet(event)}.",
    EventKind.REJECTED: _rejected,
    EventKind.REOPENED: _reopened,
    EventKind.ATTRIBUTED: lambda event: because("confirmed who says so", event.after),
    EventKind.TAKEN: lambda event: "took this claim.",
    EventKind.RELEASED: lambda event: because(
        "let it go without a verdict" + with_others(event), event.reason
    ),
    EventKind.SKIPPED: lambda event: because("skipped it" + with_others(event), event.reason),
    EventKind.DECIDED: decision_words.verdict_given,
    EventKind.UNDONE: decision_words.undone,
    EventKind.REINSTATED: decision_words.reinstated,
    EventKind.EVIDENCE_ADDED: _evidence_added,
    EventKind.EVIDENCE_REMOVED: lambda event: because(
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
    EventKind.OPINED: decision_words.opined,
    EventKind.OPINION_WITHDRAWN: decision_words.opinion_withdrawn,
    EventKind.OPINION_VOID: decision_words.opinion_void,
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
