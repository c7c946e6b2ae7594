"""What a person sends for an act on many claims: which claims and what act, then its words."""

from __future__ import annotations

import re

from django import forms

from claims.review_forms import VerdictForm
from claims.states import BulkKind

# A reversal is chosen in the history.
OF_CLAIMS = [kind for kind in BulkKind if kind != BulkKind.REVERTED]
KEY = re.compile(r"[0-9]{1,18}")


class ChosenForm(forms.Form):
    """The claims that are ticked, or all that fit the queue's filter; the button says the act."""

    act = forms.ChoiceField(choices=[(one.value, one.label) for one in OF_CLAIMS])
    all = forms.BooleanField(required=False)

    @property
    def kind(self) -> BulkKind:
        return BulkKind(self.cleaned_data["act"])

    @property
    def wants_all(self) -> bool:
        return bool(self.cleaned_data["all"])

    @property
    def ticked(self) -> list[int]:
        """The keys that are keys, in the order sent."""
        sent = self.data.getlist("claim")  # type: ignore[attr-defined]  # a QueryDict
        return [int(key) for key in sent if KEY.fullmatch(key)]


class BulkForm(VerdictForm):
    """The words of an act: a verdict's rationale, and evidence that each claim gets."""

    version = None  # type: ignore[assignment]  # each claim has its own
    status = None  # type: ignore[assignment]
    reason = None  # type: ignore[assignment]  # nothing of another is reversed
    linked_claim = None  # type: ignore[assignment]
