"""What a person's marks on notifications name: the newest one seen, the moment of a mark."""

from __future__ import annotations

from django import forms

LARGEST_KEY = 2**63 - 1


class SeenForm(forms.Form):
    """The newest notification on the page that was looked at."""

    newest = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)


class ReadForm(forms.Form):
    """When notifications were marked as read, as Undo names it."""

    at = forms.DateTimeField()
