"""What of the desk's history a person looks at: a GET form whose address is the page's state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, cast

import django_filters
from django.forms import DateInput, Form, Select
from django.utils import timezone

from accounts.models import User
from articles.models import Story
from claims import reach
from claims.filters import STORIES_OFFERED
from claims.models import Event
from claims.states import EventKind
from claims.verdict_querysets import EventQuerySet

ALL = "all"
ALL_STORIES = "All stories"
GROUPS: dict[str, tuple[EventKind, ...]] = {
    "Verdicts": (EventKind.DECIDED, EventKind.UNDONE, EventKind.REINSTATED),
    "Evidence": (EventKind.EVIDENCE_ADDED, EventKind.EVIDENCE_REMOVED),
    "Claims": (
        EventKind.MARKED,
        EventKind.MOVED,
        EventKind.EDITED,
        EventKind.REMOVED,
        EventKind.RESTORED,
        EventKind.ATTRIBUTED,
        EventKind.SILENT,
        EventKind.HEARD,
    ),
    "Links and figures": (
        EventKind.LINKED,
        EventKind.UNLINKED,
        EventKind.REJECTED,
        EventKind.SETTLED,
        EventKind.UNSETTLED,
    ),
    "Opinions": (EventKind.OPINED, EventKind.OPINION_WITHDRAWN, EventKind.OPINION_VOID),
    "Turns": (
        EventKind.ASSIGNED,
        EventKind.HANDED_OVER,
        EventKind.PINNED,
        EventKind.UNPINNED,
        EventKind.DUE,
    ),
    "Leases": (
        EventKind.TAKEN,
        EventKind.TAKEN_OVER,
        EventKind.RELEASED,
        EventKind.SKIPPED,
    ),
    "Sources": (
        EventKind.SOURCE_CHANGED,
        EventKind.LINKED_CHANGED,
        EventKind.FOLLOWED,
        EventKind.RELOCATED,
        EventKind.RELOCATION_UNDONE,
    ),
    "Fact Desk": (EventKind.SUGGESTED, EventKind.REOPENED),
}
KINDS = [
    (ALL, "Everything"),
    *((name, [(kind.value, kind.label) for kind in kinds]) for name, kinds in GROUPS.items()),
]


class HistoryFilter(django_filters.FilterSet):  # type: ignore[misc]  # it comes without types
    """Unknown names and values are ignored. Without a kind: what people did, but for leases."""

    person = django_filters.ModelChoiceFilter(
        field_name="by",
        queryset=User.objects.order_by("first_name", "last_name", "username"),
        to_field_name="username",
        empty_label="Everybody",
    )
    kind = django_filters.ChoiceFilter(
        choices=KINDS, empty_label="What people did", method="by_kind"
    )
    story = django_filters.ModelChoiceFilter(
        field_name="claim__story",
        queryset=Story.objects.all(),
        to_field_name="slug",
        empty_label=ALL_STORIES,
    )
    since = django_filters.DateFilter(
        method="from_day", widget=DateInput({"type": "date"}), validators=reach.DAYS
    )
    until = django_filters.DateFilter(
        method="to_day", widget=DateInput({"type": "date"}), validators=reach.DAYS
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, Event.objects.all())

    @property
    def chosen(self) -> dict[str, Any]:
        """The valid values that narrow the list, by name."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def events(self) -> EventQuerySet:
        events: EventQuerySet = self.qs
        return events if "kind" in self.chosen else events.of_people()

    @property
    def fields(self) -> Form:
        """The form with what is chosen; nothing in it is wrong, for what is unknown is ignored.

        Of stories it offers the newest, and the one that is chosen.
        """
        form: Form = self.get_form_class()(initial=self.chosen)
        stories = {one.slug: one.title for one in Story.objects.newest(STORIES_OFFERED)}
        if story := self.chosen.get("story"):
            stories.setdefault(story.slug, story.title)
        shown = cast("Select", form.fields["story"].widget)
        shown.choices = [("", ALL_STORIES), *stories.items()]
        return form

    def by_kind(self, events: EventQuerySet, name: str, kind: str) -> EventQuerySet:
        return events if kind == ALL else events.filter(kind=kind)

    def from_day(self, events: EventQuerySet, name: str, day: date) -> EventQuerySet:
        return events.filter(at__gte=_begin(day))

    def to_day(self, events: EventQuerySet, name: str, day: date) -> EventQuerySet:
        """That day included."""
        return events.filter(at__lt=_begin(day + timedelta(days=1)))


def _begin(day: date) -> datetime:
    """When the day begins for the reader."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())
