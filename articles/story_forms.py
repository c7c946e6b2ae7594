"""The forms of a story: what it is called, and what it asks of its reviewers."""

from __future__ import annotations

from django import forms

ENDS = ("min_value", "max_value")


class StoryForm(forms.Form):
    """What a story is called; `cleaned_data` fits `stories.open_story` and `stories.rename`."""

    title = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
        error_messages={"required": "Give the story a title."},
    )
    summary = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What happened, in two sentences, for a colleague who comes in fresh.",
    )


class StoryRulesForm(forms.Form):
    """What a desk admin asks of those who review the story."""

    needs_second_eyes = forms.BooleanField(
        required=False,
        label="Second pair of eyes",
        help_text="Who marked a claim or confirmed one of its links does not decide it, and"
        " “disputed” needs two people who agree.",
    )
    blind_share = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=100,
        label="Reviewed blind, of a hundred claims",
        help_text="Of so many, whatever the first person decides, a second one decides without"
        " seeing it. Fact Desk draws which; a change is for claims that nobody has decided yet.",
        error_messages=dict.fromkeys(("invalid", *ENDS), "Give a number from 0 to 100."),
    )

    def clean_blind_share(self) -> int:
        """Left empty it is none."""
        return self.cleaned_data["blind_share"] or 0
