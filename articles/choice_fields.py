"""A choice among outlets or stories of the desk, or a new one named in a field beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Model
from django.forms.models import ModelChoiceIterator

from articles import outlets, stories

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Outlet, Story

NEW = "new"


class _RowsAndNew(ModelChoiceIterator[Any]):
    """The empty choice, “new”, then the rows."""

    field: RowOrNew

    def __iter__(self) -> Iterator[Any]:
        rows = super().__iter__()
        if self.field.empty_label is not None:
            yield next(rows)
        yield (NEW, self.field.new_label)
        yield from rows


class RowOrNew(forms.ModelChoiceField[Any]):
    """Cleans to a row or to NEW; the form asks for the new one's name in another field."""

    iterator = _RowsAndNew

    def __init__(self, *args: Any, new_label: str, **kwargs: Any) -> None:
        self.new_label = new_label
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Model | str | None:
        return NEW if value == NEW else super().to_python(value)

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)


def outlet_of(details: Mapping[str, Any]) -> Outlet:
    """The chosen outlet of a cleaned form; makes the new one that was named."""
    chosen: Outlet | str = details["outlet"]
    return outlets.named(details["new_outlet"]) if isinstance(chosen, str) else chosen


def story_of(details: Mapping[str, Any], *, by: User) -> Story:
    """The chosen story of a cleaned form; opens the new one that was titled."""
    chosen: Story | str = details["story"]
    return stories.titled(details["new_story"], by=by) if isinstance(chosen, str) else chosen
