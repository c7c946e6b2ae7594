"""What a desk admin says that the desk calls its statuses, and its reasons within them."""

from __future__ import annotations

from typing import Any

from django import forms

from claims.models.house import NAME_LENGTH, WORDS_LENGTH
from claims.states import ClaimStatus, VerdictStatus


class NamesForm(forms.Form):
    """A field for each status; empty is the usual name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for status in ClaimStatus:
            self.fields[status.value] = forms.CharField(
                required=False,
                max_length=NAME_LENGTH,
                label=f"Instead of “{status.usual}”",
                widget=forms.TextInput(attrs={"placeholder": status.usual, "autocomplete": "off"}),
            )

    @property
    def names(self) -> dict[ClaimStatus, str]:
        return {status: self.cleaned_data[status.value] for status in ClaimStatus}


class ReasonForm(forms.Form):
    status = forms.ChoiceField(label="Of")
    words = forms.CharField(
        max_length=WORDS_LENGTH,
        label="A reason",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Give the reason in a few words, such as “out of context”."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = VerdictStatus.choices  # type: ignore[attr-defined]
