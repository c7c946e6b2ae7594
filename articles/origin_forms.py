"""Joining and splitting origins: which articles, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST_REASON = 2_000
ACTS = [("join", "Join into one origin"), ("split", "Split off")]


class ArticleKeys(forms.MultipleChoiceField):
    """Keys of articles, each a number; whether they are in the story the service says."""

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal() and len(str(value)) < 19

    def clean(self, value: Any) -> list[int]:
        return [int(key) for key in super().clean(value)]


class OriginForm(forms.Form):
    article = ArticleKeys(required=False)  # what is wrong with it stands above the form
    act = forms.ChoiceField(choices=ACTS)
    reason = forms.CharField(
        max_length=LONGEST_REASON,
        widget=forms.Textarea(
            attrs={"rows": 2, "data-key": "r", "data-key-label": "Why origins are joined or split"}
        ),
        error_messages={"required": "Say why."},
    )
    seal = forms.CharField(required=False, widget=forms.HiddenInput)  # the outcome that was seen

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = len(cleaned.get("article", []))
        if not chosen:
            raise ValidationError("Choose articles first.")
        if cleaned.get("act") == "join" and chosen == 1:
            raise ValidationError("Choose articles of two origins to join them.")
        return cleaned

    @property
    def chosen(self) -> set[int]:
        """What was ticked, for the form that comes back."""
        return set(getattr(self, "cleaned_data", {}).get("article", []))
