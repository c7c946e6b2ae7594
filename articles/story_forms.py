"""The form of a story."""

from __future__ import annotations

from django import forms

from articles.models import Story


class StoryForm(forms.ModelForm[Story]):
    class Meta:
        model = Story
        fields = ["title", "summary"]
        widgets = {
            "title": forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
            "summary": forms.Textarea(attrs={"class": "input", "rows": 4}),
        }
        error_messages = {"title": {"required": "Give the story a title."}}
