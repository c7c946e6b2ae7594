"""A claim's history as sentences: who did what, why in quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils import timezone

from claims import event_words
from claims.states import TAKING, EventKind

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Claim, Event

FOLDED_FROM = 3  # suggestions in a row; two are as short as the line that would stand for them


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
        words = event_words.words(event)
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
        words=event_words.words(event),
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
