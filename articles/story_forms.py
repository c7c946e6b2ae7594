"""The forms of a story: what it is called, and what it asks of its reviewers."""

from __future__ import annotations

from django import forms


class StoryForm(forms.Form):
    """What a story is called; `cleaned_data` fits `stories.open_story` and `stories.rename`."""

    title = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
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
