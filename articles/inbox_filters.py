"""What of the inbox a person looks at: a GET form whose address is the state of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import django_filters

from articles.models import Feed, FeedItem, FeedItemState, Outlet

SHOWN = [(state.value, state.label.capitalize()) for state in FeedItemState]


class InboxFilter(django_filters.FilterSet):  # type: ignore[misc]  # it comes without types
    """Unknown names and values are ignored. Without a state it is what is new."""

    outlet = django_filters.ModelChoiceFilter(
        field_name="feed__outlet",
        queryset=Outlet.objects.exclude(feeds=None),
        to_field_name="slug",
        empty_label="All outlets",
    )
    feed = django_filters.ModelChoiceFilter(queryset=Feed.objects.all(), empty_label="All feeds")
    state = django_filters.ChoiceFilter(choices=SHOWN, null_label=None, empty_label=None)

    class Meta:
        model = FeedItem
        fields: list[str] = []

    def __init__(self, data: Mapping[str, Any]) -> None:
        known = {name: str(data[name]) for name in ("outlet", "feed") if data.get(name)}
        state = str(data.get("state", ""))
        self.state = state if state in FeedItemState.values else FeedItemState.NEW.value
        super().__init__({**known, "state": self.state}, queryset=FeedItem.objects.for_inbox())

    @property
    def items(self) -> Any:
        """Of a value that is none, nothing is left out."""
        items = self.queryset
        self.form.is_valid()
        for name, value in self.form.cleaned_data.items():
            items = self.filters[name].filter(items, value)
        return items

    @property
    def address(self) -> str:
        """The query string of what is chosen; empty for all that is new."""
        chosen = {name: value for name, value in self.data.items() if name not in self.form.errors}
        if self.state == FeedItemState.NEW:
            chosen.pop("state")
        return f"?{urlencode(chosen)}" if chosen else ""
