"""The form behind the four buttons of a suggestion."""

from __future__ import annotations

from typing import Any

from django import forms

from articles.models import Sentence
from claims.models import Claim
from claims.states import LinkKind, Mismatch

NOT_A_MATCH = "none"
SENTENCES = Sentence.objects.select_related("revision__article").defer("revision__source")


class LinkForm(forms.Form):
    """One claim or one sentence, and what it is to the claim at hand."""

    other = forms.ModelChoiceField(Claim.objects.all(), required=False)
    sentence = forms.ModelChoiceField(SENTENCES, required=False)
    kind = forms.ChoiceField(choices=[*LinkKind.choices, (NOT_A_MATCH, "Not a match")])
    mismatch = forms.ChoiceField(choices=Mismatch.choices, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("other")) == bool(cleaned.get("sentence")):
            raise forms.ValidationError("Choose one claim or one sentence to link.")
        return cleaned

    @property
    def link_kind(self) -> LinkKind | None:
        """None for "not a match"."""
        kind = self.cleaned_data["kind"]
        return None if kind == NOT_A_MATCH else LinkKind(kind)
