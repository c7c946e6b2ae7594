"""The forms of feeds and their rules."""

from __future__ import annotations

from django import forms

from articles.models import Outlet, Story
from articles.models.feed import MINUTES_LEAST, MINUTES_MOST

MINUTES_WANTED = f"Give {MINUTES_LEAST} to {MINUTES_MOST:,} minutes."


def minutes_field() -> forms.IntegerField:
    return forms.IntegerField(
        label="Minutes between polls",
        min_value=MINUTES_LEAST,
        max_value=MINUTES_MOST,
        initial=15,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), MINUTES_WANTED
        ),
    )


class NewFeedForm(forms.Form):
    """`cleaned_data` fits `feeds.add`."""

    use_required_attribute = False

    outlet = forms.ModelChoiceField(
        Outlet.objects.all(),
        empty_label="Choose an outlet",
        error_messages={"required": "Choose the outlet that publishes it."},
    )
    url = forms.CharField(
        label="Address of the feed",
        error_messages={"required": "Give the address of the feed."},
        help_text="RSS, Atom or JSON Feed, as in https://ledger.example/feed.",
    )
    minutes = minutes_field()


class FeedForm(forms.Form):
    """`cleaned_data` fits `feeds.change`."""

    use_required_attribute = False

    is_active = forms.BooleanField(label="Poll this feed", required=False)
    minutes = minutes_field()


class RuleForm(forms.Form):
    """`cleaned_data` fits `feeds.add_rule`."""

    use_required_attribute = False

    words = forms.CharField(
        max_length=200,
        label="Words in the title",
        error_messages={"required": "Give at least one word."},
        help_text="All of them, in any order and case.",
    )
    story = forms.ModelChoiceField(
        Story.objects.all(),
        label="Accept into",
        empty_label="Choose a story",
        error_messages={"required": "Choose the story."},
    )
