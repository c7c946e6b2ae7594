"""The form of a saved view."""

from __future__ import annotations

from django import forms

from claims.models.saved_view import NAME_LENGTH
from claims.query import LONGEST
from claims.states import View


class SavedViewForm(forms.Form):
    """`cleaned_data` fits `saved_views.save` and `change`. Who may not share is not asked."""

    use_required_attribute = False

    name = forms.CharField(
        max_length=NAME_LENGTH,
        widget=forms.TextInput({"autofocus": True}),
        error_messages={"required": "Give the view a name."},
    )
    query = forms.CharField(
        max_length=LONGEST,
        required=False,
        help_text="In the words of the queue's bar; empty is the whole tab.",
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocapitalize": "none"}),
    )
    tab = forms.ChoiceField(choices=View.choices, label="Tab")
    is_shared = forms.BooleanField(
        label="Share it with the desk",
        required=False,
        help_text="Everybody sees it among their views; only you and desk admins change it.",
    )

    def __init__(self, *args: object, may_share: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not may_share:
            del self.fields["is_shared"]

    def clean(self) -> dict[str, object]:
        return {"is_shared": False} | self.cleaned_data
