"""Which days to look at: a GET form whose address is the state of the page."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from urllib.parse import urlencode

from django import forms

from claims import reach
from claims.period import DAY, DEFAULT_DAYS, LONGEST_DAYS, QUICK, Period, last_days


class PeriodForm(forms.Form):
    """`first` and `last` day; what is no date, or no period, counts as if it were not there."""

    first = forms.DateField(required=False)
    last = forms.DateField(required=False, validators=reach.DAYS)

    @cached_property
    def period(self) -> Period:
        """At most LONGEST_DAYS long, the last of them; DEFAULT_DAYS where nothing is chosen."""
        self.is_valid()
        usual = last_days(DEFAULT_DAYS)
        last = self.cleaned_data.get("last") or usual.last
        first = self.cleaned_data.get("first") or last - (DEFAULT_DAYS - 1) * DAY
        if first > last:
            return usual
        return replace(usual, first=max(first, last - (LONGEST_DAYS - 1) * DAY), last=last)

    @property
    def is_passed_over(self) -> bool:
        """Something was chosen that is no period, or too long, so that another is shown."""
        first = self.cleaned_data.get("first")
        return bool(self.errors or (first and first != self.period.first))

    @property
    def address(self) -> str:
        """The period as it stands in an address, with its question mark."""
        return f"?{urlencode({'first': self.period.first, 'last': self.period.last})}"

    @property
    def quick(self) -> list[tuple[str, str, bool]]:
        """Periods up to today: address, name, whether it is the one that is shown."""
        periods = [(last_days(days), name) for days, name in QUICK]
        return [
            (
                f"?{urlencode({'first': period.first, 'last': period.last})}",
                name,
                period == self.period,
            )
            for period, name in periods
        ]
