"""The list of time zones, and the reader's zone on every page."""

from __future__ import annotations

import zoneinfo

import pytest
from django.utils import timezone

from accounts.middleware import TimeZoneMiddleware
from accounts.models import User
from accounts.zones import zone_choices


def names():
    for name, places in zone_choices():
        yield from [name] if isinstance(places, str) else (place for place, _ in places)


def test_every_choice_is_a_zone_and_none_comes_twice():
    listed = list(names())
    assert set(listed) <= zoneinfo.available_timezones()
    assert len(set(listed)) == len(listed)
    assert {"UTC", "Europe/London", "America/Argentina/Buenos_Aires"} <= set(listed)


@pytest.mark.parametrize(("chosen", "shown"), [("Asia/Tokyo", "Asia/Tokyo"), ("", "Europe/Lisbon")])
def test_pages_are_shown_in_the_accounts_zone_else_the_desks(rf, settings, chosen, shown):
    settings.DESK_TIME_ZONE = "Europe/Lisbon"
    request = rf.get("/")
    request.user = User(zone=chosen)
    TimeZoneMiddleware(lambda _: seen.append(timezone.get_current_timezone_name()))(request)
    assert seen == [shown]


seen: list[str] = []


@pytest.fixture(autouse=True)
def _nothing_seen_before():
    seen.clear()
