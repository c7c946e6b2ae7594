"""The days and moments that a person may type: those that every zone and the database can tell."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)
BEYOND = f"Choose a day from {FIRST.year} to {LAST.year}."
DAYS = [MinValueValidator(FIRST, BEYOND), MaxValueValidator(LAST, BEYOND)]
NOT_ON_THE_CLOCK = (
    "The clock was changed then: this time came twice, or not at all. Choose one before or after."
)
MINUTE = "%Y-%m-%dT%H:%M"  # as a browser's field for date and time has it
EARLIEST = datetime(FIRST.year, 1, 1, tzinfo=UTC)
LATEST = datetime(LAST.year, 12, 31, tzinfo=UTC)


class MomentField(forms.DateTimeField):
    """A moment by the reader's clock, to the minute."""

    default_validators = [MinValueValidator(EARLIEST, BEYOND), MaxValueValidator(LATEST, BEYOND)]
    widget = forms.DateTimeInput({"type": "datetime-local"}, format=MINUTE)

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone":
                raise ValidationError(NOT_ON_THE_CLOCK) from error
            raise
