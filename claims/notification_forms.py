"""What comes from the pages of notifications: marks, and what a person wants to be told of."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from accounts.models import Digest
from claims.states import NotificationKind, Way

LARGEST_KEY = 2**63 - 1


class SeenForm(forms.Form):
    """The newest notification on the page that was looked at."""

    newest = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)


class ReadForm(forms.Form):
    """When notifications were marked as read, as Undo names it."""

    at = forms.DateTimeField()


@dataclass(frozen=True, kw_only=True)
class Box:
    """Whether a kind is told of in one way."""

    way: Way
    is_on: bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """A kind of notification with its boxes, one for each way."""

    kind: str
    label: str
    boxes: list[Box]


class SwitchesForm(forms.Form):
    """The kinds a person is told of in each way, by the way's name, and how often mail comes."""

    page = forms.MultipleChoiceField(choices=NotificationKind.choices, required=False)
    mail = forms.MultipleChoiceField(choices=NotificationKind.choices, required=False)
    digest = forms.ChoiceField(
        label="Mail with what you have not read",
        choices=Digest.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one.", "invalid_choice": "Choose one of these."},
        help_text="Nothing is mailed when nothing is new.",
    )

    @property
    def rows(self) -> list[Row]:
        """Every kind with its boxes, as they were sent or are stored."""
        on = {way: set(self[way.value].value() or ()) for way in Way}
        return [
            Row(
                kind=kind,
                label=label,
                boxes=[Box(way=way, is_on=kind in on[way]) for way in Way],
            )
            for kind, label in NotificationKind.choices
        ]

    @property
    def wants(self) -> dict[Way, list[str]]:
        return {way: self.cleaned_data[way.value] for way in Way}
