"""What of the queue a person looks at: a GET form whose address is the state of the page."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db import models
from django.forms import CheckboxInput, Form

from accounts.models import User
from articles.models import Outlet, Story
from claims.models import Claim
from claims.querysets import ClaimQuerySet
from claims.states import ClaimStatus, VerdictStatus

# A decided claim waits again when it is unresolved, or when its source has other words.
WAITING_STATUSES = ClaimStatus.choices
LONGEST_WORDS = 200


class View(StrEnum):
    """The tabs: what waits, what the person holds, what has a verdict."""

    WAITING = "waiting"
    MINE = "mine"
    DECIDED = "decided"


ORDER = {
    View.WAITING: ["priority", "waiting_since", "pk"],
    View.MINE: ["leased_until", "pk"],
    View.DECIDED: ["-current_verdict_id", "-pk"],
}


class QueueFilter(django_filters.FilterSet):  # type: ignore[misc]  # it comes without types
    """Unknown names and values are ignored. `mine`: held by the person, or decided by them."""

    q = django_filters.CharFilter(method="by_words", max_length=LONGEST_WORDS)
    story = django_filters.ModelChoiceFilter(
        queryset=Story.objects.all(), to_field_name="slug", empty_label="All stories"
    )
    outlet = django_filters.ModelChoiceFilter(
        queryset=Outlet.objects.all(), to_field_name="slug", empty_label="All outlets"
    )
    status = django_filters.ChoiceFilter(choices=WAITING_STATUSES, empty_label="Any status")
    linked = django_filters.BooleanFilter(method="by_links", widget=CheckboxInput)
    conflict = django_filters.BooleanFilter(method="by_conflict", widget=CheckboxInput)
    mine = django_filters.BooleanFilter(method="by_person", widget=CheckboxInput)

    def __init__(self, data: Mapping[str, Any], *, person: User) -> None:
        self.person = person
        self.is_decided = data.get("view") == View.DECIDED
        queryset = Claim.objects.decided() if self.is_decided else Claim.objects.active()
        super().__init__(data, queryset)
        if self.is_decided:
            self.filters["status"].extra["choices"] = VerdictStatus.choices

    @property
    def chosen(self) -> dict[str, Any]:
        """The valid values that narrow the list, by name; text as typed without outer blanks."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def narrows(self) -> bool:
        """Something is chosen besides the tab."""
        return bool(self.chosen.keys() - {"mine"})

    @property
    def view(self) -> View:
        if self.is_decided:
            return View.DECIDED
        return View.MINE if self.chosen.get("mine") else View.WAITING

    @property
    def claims(self) -> ClaimQuerySet:
        """What the tab lists, narrowed."""
        claims: ClaimQuerySet = self.qs
        return claims.waiting() if self.view == View.WAITING else claims

    @property
    def queue(self) -> ClaimQuerySet:
        """What “Review next” takes from: the same choice, whichever tab is open."""
        claims = Claim.objects.active()
        for name, value in self._of_queue.items():
            claims = self.filters[name].filter(claims, value)
        return claims

    @property
    def _of_queue(self) -> dict[str, Any]:
        tab = {"mine", "status"} if self.is_decided else {"mine"}
        return {name: value for name, value in self.chosen.items() if name not in tab}

    @property
    def fields(self) -> Form:
        """The form with what is chosen; nothing in it is wrong, for what is unknown is ignored."""
        form: Form = self.get_form_class()(initial=self.chosen)
        return form

    @property
    def order(self) -> list[str]:
        return ORDER[self.view]

    @property
    def address(self) -> str:
        """The choice as it stands in an address, with its question mark; empty without one."""
        view = {"view": View.DECIDED.value} if self.is_decided else {}
        return _query(view | self.chosen)

    @property
    def queue_address(self) -> str:
        """The same for the queue that “Review next” takes from."""
        return _query(self._of_queue)

    def by_words(self, claims: ClaimQuerySet, name: str, words: str) -> ClaimQuerySet:
        return claims.mentioning(words)

    def by_links(self, claims: ClaimQuerySet, name: str, is_chosen: bool) -> ClaimQuerySet:
        return claims.linked() if is_chosen else claims

    def by_conflict(self, claims: ClaimQuerySet, name: str, is_chosen: bool) -> ClaimQuerySet:
        return claims.in_open_conflict() if is_chosen else claims

    def by_person(self, claims: ClaimQuerySet, name: str, is_chosen: bool) -> ClaimQuerySet:
        if not is_chosen:
            return claims
        return claims.decided_by(self.person) if self.is_decided else claims.held_by(self.person)


def _query(values: Mapping[str, object]) -> str:
    written = urlencode({name: _written(value) for name, value in values.items()})
    return f"?{written}" if written else ""


def _written(value: object) -> str:
    if isinstance(value, models.Model):
        return str(value.slug)  # type: ignore[attr-defined]  # stories and outlets have one
    return "1" if value is True else str(value)
