"""Forms by which claims are marked, worded and moved."""

from __future__ import annotations

from typing import Any

from django import forms

from claims.errors import OtherWords
from claims.models import Claim
from claims.models.attribution import STRENGTHS
from matching import Strength

STATEMENT_LENGTH = 500  # a sentence or two; the quote says the rest
ATTRIBUTION_LENGTH = 200
WORDS = ("statement", "attribution")  # of a claim, that a person types


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
    """The claim in the desk's words, and who says so; both may stay empty.

    It remembers what stood there when it was drawn.
    """

    seen_statement = forms.CharField(required=False, widget=forms.HiddenInput)
    seen_attribution = forms.CharField(required=False, widget=forms.HiddenInput)
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

    def __init__(self, data: Any = None, *, claim: Claim, **kwargs: Any) -> None:
        shown = {name: getattr(claim, name) for name in WORDS}
        seen = {f"seen_{name}": words for name, words in shown.items()}
        kwargs["initial"] = {**shown, **seen, **kwargs.get("initial", {})}
        super().__init__(data, **kwargs)

    @property
    def words(self) -> dict[str, Any]:
        """What `highlights.edit` takes."""
        cleaned = self.cleaned_data
        seen = {name: cleaned[f"seen_{name}"] for name in WORDS if f"seen_{name}" in self.data}
        return {**{name: cleaned[name] for name in WORDS}, "seen": seen}

    def meet(self, error: OtherWords) -> None:
        """Say what the claim reads by now; who saves again has seen it."""
        self.add_error(error.field, str(error))
        typed = {name: self.data[name] for name in self.data}
        self.data = typed | {f"seen_{error.field}": error.by_now}
