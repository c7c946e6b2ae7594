"""Forms by which claims are marked, worded and moved."""

from __future__ import annotations

from django import forms

from claims.models.attribution import STRENGTHS
from matching import Strength

STATEMENT_LENGTH = 500  # a sentence or two; the quote says the rest
ATTRIBUTION_LENGTH = 200


class SpanForm(forms.Form):
    """Words selected in the browser: see `places.from_browser` for what the numbers count."""

    revision = forms.IntegerField(min_value=1)
    paragraph = forms.IntegerField(min_value=0)
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)


class SentenceForm(forms.Form):
    """A whole sentence, by its position in the revision."""

    revision = forms.IntegerField(min_value=1)
    sentence = forms.IntegerField(min_value=0)


class AttributionForm(forms.Form):
    """Who says so, and how it is tied to them."""

    words = forms.CharField(
        label="Who says so",
        required=False,
        max_length=ATTRIBUTION_LENGTH,
        help_text="Who said it first, then by way of whom: “Kim, via TASS”. "
        "Empty when the outlet says so itself.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-focus": "true"}),
    )
    strength = forms.TypedChoiceField(label="How", choices=STRENGTHS, coerce=Strength)


class ClaimForm(forms.Form):
    """The claim in the desk's words, and who says so; both may stay empty."""

    statement = forms.CharField(
        label="In the desk’s words",
        required=False,
        max_length=STATEMENT_LENGTH,
        widget=forms.Textarea(attrs={"class": "input-short", "rows": 2}),
    )
    attribution = forms.CharField(
        label="Who says so",
        required=False,
        max_length=ATTRIBUTION_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
