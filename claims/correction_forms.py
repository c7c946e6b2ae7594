"""What a person says of a claim whose source changed."""

from __future__ import annotations

from django import forms

NOTE_LENGTH = 500  # a sentence or two for the history


class NoteForm(forms.Form):
    note = forms.CharField(required=False, max_length=NOTE_LENGTH)


class SettleForm(NoteForm):
    """Accept the proposal, or keep the old reading."""

    ACCEPT, KEEP = "accept", "keep"

    outcome = forms.ChoiceField(choices=[(ACCEPT, "Accept"), (KEEP, "Keep")])


class PlaceForm(NoteForm):
    """A place that the page offers, in code points of the new text."""

    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
