"""Whose doings between which moments are to be taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import User
from claims import reach
from claims.review_forms import REASON_LENGTH

ENDS_FIRST = "This is not after the other. Choose a later moment."


class ReversalForm(forms.Form):
    """Moments are of the reader's zone."""

    person = forms.ModelChoiceField(
        label="Who",
        queryset=User.objects.order_by("first_name", "last_name", "username"),
        to_field_name="username",
        empty_label="Choose a person",
    )
    since = reach.MomentField(label="From")
    until = reach.MomentField(label="To")
    why = forms.CharField(label="Why", max_length=REASON_LENGTH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].help_text = f"In your zone, {timezone.get_current_timezone_name()}."

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until <= since:
            self.add_error("until", ENDS_FIRST)
        return cleaned
