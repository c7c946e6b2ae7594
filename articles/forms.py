"""The form of an article's details, in the preview of an import and later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import RegexValidator
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from articles import addresses, languages, published
from articles.addresses import BadAddress
from articles.choice_fields import NEW, RowOrNew
from articles.models import Article, Outlet, Story
from articles.published import BadPublished, Published

LANGUAGE = RegexValidator(
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$", "Choose a language from the list."
)

SELDOM = ("url", "standfirst", "dateline", "credit", "info_sources")
SOURCE_LENGTH = 200  # characters of one name


class OneLine(forms.CharField):
    """Words on one line, whatever blanks and breaks were pasted with them."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: a browser would cut what is pasted without a word."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class DetailsForm(forms.Form):
    """What the desk knows of an article beside its words."""

    use_required_attribute = False  # the form answers in sentences, above and at the field

    headline = OneLine(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "class": "input-short"}),
        error_messages={"required": "Give the article a headline."},
    )
    outlet = RowOrNew(
        Outlet.objects.all(),
        new_label="New outlet, named below",
        empty_label="Choose an outlet",
        error_messages={
            "required": "Choose the outlet, or name a new one.",
            "invalid_choice": "Choose an outlet from the list.",
        },
    )
    new_outlet = OneLine(label="Name of the new outlet", max_length=200, required=False)
    story = RowOrNew(
        Story.objects.all(),
        new_label="New story, titled below",
        empty_label="Choose a story",
        error_messages={
            "required": "Choose the story, or open a new one.",
            "invalid_choice": "Choose a story from the list.",
        },
    )
    new_story = OneLine(label="Title of the new story", max_length=200, required=False)
    published = OneLine(
        max_length=80,
        required=False,
        help_text="As in 2026-11-19 06:10 +00:00, or the day alone.",
    )
    byline = OneLine(max_length=300, required=False)
    url = OneLine(label="Address", required=False)
    language = forms.CharField(required=False, validators=[LANGUAGE])
    standfirst = OneLine(required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2}))
    dateline = OneLine(max_length=200, required=False)
    credit = OneLine(max_length=300, required=False)
    info_sources = OneLine(
        label="Sources", required=False, help_text="Names from the metadata, parted by semicolons."
    )

    def __init__(
        self,
        *args: Any,
        found: Mapping[str, str] | None = None,
        is_known: bool = False,
        **more: Any,
    ) -> None:
        """`found` says where a field's value is from. Of a known article only changes count."""
        super().__init__(*args, **more)
        self.version_of: Article | None = None
        for name, where in (found or {}).items():
            self.fields[name].help_text = where
        for field in self.fields.values():
            field.show_hidden_initial = is_known
        code = str(self["language"].value() or "")
        self.fields["language"].widget = forms.Select(choices=languages.choices_with(code))

    @property
    def heading(self) -> str:
        """What the notice above the form says."""
        count = len(self.errors) - (NON_FIELD_ERRORS in self.errors)
        if not count:
            return "Not saved yet."
        return f"Not saved yet. {'One field needs' if count == 1 else f'{count} fields need'} you."

    @property
    def as_shown(self) -> SafeString:
        """Hidden, the values that the fields were first shown with."""
        return format_html_join("", "{}", ((field.as_hidden(only_initial=True),) for field in self))

    @property
    def has_more(self) -> bool:
        """Something stands in a field that few articles fill."""
        return any(self[name].value() or self[name].errors for name in SELDOM)

    def stay_with(self, article: Article) -> None:
        """It is a version of this article, whose outlet and story stay; so they are not asked."""
        for name in ("outlet", "new_outlet", "story", "new_story"):
            del self.fields[name]
        self.version_of = article

    @property
    def address(self) -> str:
        """As the form shows it, in its canonical form; empty when it is none."""
        try:
            return addresses.canonical(str(self["url"].value() or ""))
        except BadAddress:
            return ""

    @property
    def chosen_outlet(self) -> Outlet | None:
        """As the form shows it, or showed it at first; none for a new one."""
        chosen = str(self["outlet"].value() or self.initial.get("outlet") or "")
        return Outlet.objects.filter(pk=chosen).first() if chosen.isdecimal() else None

    def shown(self) -> dict[str, Any]:
        """The details beside outlet and story, as far as what the form shows can be read."""
        trial = DetailsForm({name: self[name].value() for name in self.fields})
        trial.is_valid()
        apart = ("outlet", "new_outlet", "story", "new_story")
        return {name: value for name, value in trial.cleaned_data.items() if name not in apart}

    def typed(self) -> dict[str, str]:
        """Every field as it was posted, without NUL, which the database cannot keep."""
        return {name: str(self.data.get(name, "")).replace("\0", "") for name in self.fields}

    def clean_url(self) -> str:
        written = self.cleaned_data["url"]
        try:
            return addresses.canonical(written) if written else ""
        except BadAddress as error:
            raise ValidationError(str(error)) from error

    def clean_info_sources(self) -> list[str]:
        written = self.cleaned_data["info_sources"].split(";")
        names = list(dict.fromkeys(filter(None, map(str.strip, written))))
        if any(len(name) > SOURCE_LENGTH for name in names):
            raise ValidationError(f"Give each source a name of at most {SOURCE_LENGTH} characters.")
        return names

    def clean(self) -> dict[str, Any]:
        self._name_the_new("outlet", "Give the new outlet a name.")
        self._name_the_new("story", "Give the new story a title.")
        if "published" in self.cleaned_data:
            try:
                self.cleaned_data["published"] = self._published()
            except BadPublished as error:
                self.add_error("published", str(error))
        return self.cleaned_data

    def _name_the_new(self, field: str, wanted: str) -> None:
        """A name typed for a new one counts only while “new” is chosen."""
        if self.cleaned_data.get(field) != NEW:
            self.cleaned_data[f"new_{field}"] = ""
        elif not self.cleaned_data.get(f"new_{field}") and f"new_{field}" not in self.errors:
            self.add_error(f"new_{field}", wanted)

    def _published(self) -> Published | None:
        written = self.cleaned_data["published"]
        known = self.version_of
        outlet = known.outlet if known else self.cleaned_data.get("outlet")
        zone = outlet.zone if isinstance(outlet, Outlet) else ""
        day_zone = zone or settings.DESK_TIME_ZONE
        return published.read(written, zone=zone, day_zone=day_zone) if written else None
