"""The form of an outlet."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from accounts.zones import zone_choices
from articles import countries, languages, outlets
from articles.models import Outlet
from articles.models.outlet import LANGUAGE

DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")

NAME_LENGTH = 200  # characters, as the column allows


class OutletForm(forms.Form):
    """What the desk knows of an outlet; `cleaned_data` fits `outlets.correct`."""

    name = forms.CharField(max_length=200, error_messages={"required": "Give the outlet a name."})
    kind = forms.CharField(
        max_length=200, required=False, help_text="In a few words: local daily, Selwick."
    )
    names = forms.CharField(
        label="Other names",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One a line, as bylines, credits and feeds call it.",
    )
    country = forms.ChoiceField(
        required=False,
        choices=lambda: [("", "Not known"), *countries.choices()],
        error_messages={"invalid_choice": "Choose a country from the list."},
    )
    language = forms.CharField(
        required=False,
        validators=[RegexValidator(LANGUAGE, "Choose a language from the list.")],
        help_text="Of its articles that are too short to tell.",
    )
    owner = forms.CharField(max_length=200, required=False)
    is_agency = forms.BooleanField(label="It is a wire agency", required=False)
    zone = forms.ChoiceField(
        label="Time zone",
        required=False,
        choices=lambda: [("", "The desk’s"), *zone_choices()],
        help_text="For its articles that name no zone.",
        error_messages={"invalid_choice": "Choose a time zone from the list."},
    )
    domains = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One a line, as in ledger.example. Articles from there are taken for its own.",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        code = str(self["language"].value() or "")
        self.fields["language"].widget = forms.Select(choices=languages.choices_with(code))

    @classmethod
    def of(cls, outlet: Outlet, posted: Any = None) -> OutletForm:
        known = {name: getattr(outlet, name) for name in outlets.PLAIN}
        names = "\n".join(str(name) for name in outlet.names.all())
        domains = "\n".join(str(domain) for domain in outlet.domains.all())
        return cls(posted, initial={**known, "names": names, "domains": domains})

    def clean_names(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["names"].splitlines()]
        if any(len(name) > NAME_LENGTH for name in names):
            raise ValidationError(f"A name has at most {NAME_LENGTH} characters.")
        return [name for name in names if name]

    def clean_domains(self) -> list[str]:
        domains = []
        for line in self.cleaned_data["domains"].lower().split():
            domain = re.sub(r"^https?://", "", line).removeprefix("www.").split("/")[0]
            if not DOMAIN.fullmatch(domain):
                raise ValidationError(f"“{line}” is no domain. Give it as in ledger.example.")
            domains.append(domain)
        return domains
