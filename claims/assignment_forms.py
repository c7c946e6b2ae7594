"""To whom claims are assigned, and by when one is due."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts import people
from accounts.models import User
from claims import reach
from claims.assignments import Assignment, mark

NOBODY = "nobody"
PERSON, GROUP = "person-", "group-"


class ToForm(forms.Form):
    """A person, a group or nobody; the reader is “Me”, first of the people."""

    to = forms.ChoiceField(
        label="Assigned to",
        widget=forms.Select({"autofocus": True}),
        error_messages={
            "required": "Choose somebody, or nobody.",
            "invalid_choice": "Choose somebody of the list.",
        },
    )

    def __init__(self, data: Any, *, persons: list[User], reader: User, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        persons = sorted(persons, key=lambda one: one != reader)
        self.people = {f"{PERSON}{one.pk}": one for one in persons}
        self.groups: dict[str, Group] = {f"{GROUP}{one.pk}": one for one in people.teams()}
        names = [(key, "Me" if one == reader else str(one)) for key, one in self.people.items()]
        choices: list[Any] = [(NOBODY, "Nobody"), ("People", names)]
        if self.groups:
            choices.append(("Groups", [(key, str(one)) for key, one in self.groups.items()]))
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    @property
    def assignment(self) -> Assignment:
        to = self.cleaned_data["to"]
        due = self.cleaned_data.get("due")
        return Assignment(person=self.people.get(to), group=self.groups.get(to), due_at=due)


class AssignForm(ToForm):
    """Times are in the reader's zone. One that is over is refused, unless it stood there before.

    `seen` is whose it was when the form was shown.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    due = reach.MomentField(
        label="Due",
        required=False,
        input_formats=[reach.MINUTE, f"{reach.MINUTE}:%S"],
        error_messages={"invalid": "Give a day and a time, as 2026-11-28T17:00."},
    )

    def __init__(self, data: Any, *, now: Assignment, reader: User) -> None:
        due = timezone.localtime(now.due_at).replace(tzinfo=None) if now.due_at else None
        persons = list(people.reviewers())
        if now.person and now.person not in persons:  # away by now; it stays theirs until changed
            persons.append(now.person)
        initial = {"to": _choice(now), "due": due, "seen": mark(now)}
        super().__init__(data, persons=persons, reader=reader, initial=initial)
        self.now = now
        self.fields["due"].help_text = f"In your zone, {timezone.get_current_timezone_name()}."

    def ask_again(self, why: str, *, now: str) -> None:
        """Say what moved; sent once more, it is known."""
        self.add_error(None, why)
        self.data = {**self.data, "seen": now}

    def clean_due(self) -> datetime | None:
        due: datetime | None = self.cleaned_data["due"]
        was = self.now.due_at.replace(second=0, microsecond=0) if self.now.due_at else None
        if due and due == was:
            return self.now.due_at
        if due and due <= timezone.now():
            raise ValidationError("This time is over. Choose one that lies ahead, or none.")
        return due


class HandOverForm(ToForm):
    """Who gets what somebody leaves; never that person."""

    def __init__(self, data: Any, *, leaving: User, reader: User) -> None:
        persons = list(people.reviewers().exclude(pk=leaving.pk))
        super().__init__(data, persons=persons, reader=reader)
        self.fields["to"].label = "Their open claims go to" if leaving != reader else "Mine go to"


def _choice(now: Assignment) -> str:
    if now.person:
        return f"{PERSON}{now.person.pk}"
    return f"{GROUP}{now.group.pk}" if now.group else NOBODY
