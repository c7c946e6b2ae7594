"""What a reviewer says of two values that disagree."""

from __future__ import annotations

from typing import Any

from django import forms

from claims import news
from claims.errors import NotEnough
from claims.models import Claim, Discrepancy
from claims.states import Resolution

REASON_LENGTH = 300  # one line
NO_RESOLUTION = "Say how the two fit."
NO_SIDE = "Say which of the two is wrong."
NO_REASON = "Settling a figure needs a reason, one line."


class SettleForm(forms.Form):
    """How the two fit and why. `seen` and `also` say what the person had before them."""

    resolution = forms.ChoiceField(
        choices=Resolution.choices, error_messages={"required": NO_RESOLUTION}
    )
    wrong = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    reason = forms.CharField(max_length=REASON_LENGTH, error_messages={"required": NO_REASON})
    seen = forms.DateTimeField(required=False)
    also = forms.CharField(required=False)

    def __init__(self, data: Any = None, *, row: Discrepancy) -> None:
        super().__init__(data, auto_id=f"figure-{row.pk}-%s")
        self.ends = {row.link.a_id: row.link.a, row.link.b_id: row.link.b}
        self.fields["wrong"].choices = [(pk, pk) for pk in self.ends]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        is_wrong = cleaned.get("resolution") == Resolution.ONE_IS_WRONG
        if is_wrong and not cleaned.get("wrong") and "wrong" not in self.errors:
            self.add_error("wrong", NO_SIDE)
        return cleaned

    def lack(self, error: NotEnough) -> None:
        """Say at the fields what the service missed."""
        for name in error.missing:
            self.add_error(name, str(error))

    @property
    def picked(self) -> str:
        """The resolution that was chosen; empty before."""
        return str(self.data.get("resolution", ""))

    @property
    def picked_side(self) -> int | None:
        """The claim that was said to be wrong."""
        side = self.data.get("wrong")
        return next((pk for pk in self.ends if str(pk) == side), None)

    @property
    def act(self) -> dict[str, Any]:
        """What `discrepancies.settle` takes."""
        cleaned = self.cleaned_data
        wrong: Claim | None = self.ends.get(cleaned["wrong"])
        return {
            "resolution": Resolution(cleaned["resolution"]),
            "reason": cleaned["reason"],
            "wrong": wrong if cleaned["resolution"] == Resolution.ONE_IS_WRONG else None,
            "seen": cleaned["seen"],
            "also": news.numbers(cleaned["also"]),
        }


class SeenForm(forms.Form):
    """When the figure had been settled as the person saw it; none in an address cut short."""

    settled = forms.DateTimeField(required=False)
