"""The form that says which column of a table is what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict

from articles.formats.tables import COLUMNS, LABELS

NONE = "not in this table"


class ColumnsForm(forms.Form):
    """A field for each of the desk's words; only the text has to be somewhere."""

    use_required_attribute = False  # the form answers in sentences, above and at the field

    def __init__(
        self, posted: QueryDict | None, *, titles: Sequence[str], guessed: Mapping[str, str]
    ) -> None:
        super().__init__(posted, initial=dict(guessed))
        choices = [("", NONE), *((title, title) for title in titles)]
        for name in COLUMNS:
            self.fields[name] = forms.ChoiceField(
                label=LABELS.get(name, name).capitalize(),
                choices=choices,
                required=name == "text",
                error_messages={
                    "required": "Choose the column that holds the text.",
                    "invalid_choice": "Choose a column of this table.",
                },
            )

    @property
    def heading(self) -> str:
        """What the notice above the form says."""
        return "Not read yet."

    def chosen(self) -> dict[str, str]:
        """The desk's words by title, without those that are in no column."""
        return {name: title for name, title in self.cleaned_data.items() if title}
