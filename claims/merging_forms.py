"""The forms by which two outlets are merged."""

from __future__ import annotations

from typing import Any

from django import forms

from articles.models import Outlet

THIS, OTHER = "this", "other"


class MergeForm(forms.Form):
    """Which two, and which of them stays; filled from the address."""

    other = forms.ModelChoiceField(
        Outlet.objects.none(),
        label="The other outlet",
        empty_label="Choose an outlet",
        error_messages={
            "required": "Choose the other outlet.",
            "invalid_choice": "Choose an outlet from the list.",
        },
    )
    keep = forms.ChoiceField(
        label="Which one stays",
        widget=forms.RadioSelect,
        initial=OTHER,
        error_messages={
            "required": "Say which one stays.",
            "invalid_choice": "Choose one of both.",
        },
    )

    def __init__(self, *args: Any, outlet: Outlet, **more: Any) -> None:
        super().__init__(*args, **more)
        self.outlet = outlet
        self.fields["other"].queryset = Outlet.objects.exclude(pk=outlet.pk)  # type: ignore[attr-defined]
        self.fields["keep"].choices = [  # type: ignore[attr-defined]
            (OTHER, "The other outlet stays"),
            (THIS, f"{outlet} stays"),
        ]

    @property
    def gone(self) -> Outlet:
        """Of the two the one that does not stay; the form is valid."""
        other: Outlet = self.cleaned_data["other"]
        return other if self.cleaned_data["keep"] == THIS else self.outlet

    @property
    def kept(self) -> Outlet:
        other: Outlet = self.cleaned_data["other"]
        return self.outlet if self.cleaned_data["keep"] == THIS else other


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why they are one",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="It stands in the history of the outlet that stays.",
        error_messages={"required": "Say why they are one outlet."},
    )
