"""It reads when an article was published."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import published
from articles.models import Precision

MORNING = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("2026-11-19 06:10 +00:00", "+00:00"),
        ("2026-11-19T06:10Z", "+00:00"),
        ("2026-11-19T06:10:00.000Z", "+00:00"),
        ("  2026-11-19   7.10  +0100 ", "+01:00"),
        ("19.11.2026 06:10 Europe/London", "Europe/London"),
        ("19 November 2026, 01:10 -05:00", "-05:00"),
        ("Nov 19, 2026 06:10 UTC", "UTC"),
        ("Thu, 19 Nov 2026 06:10:00 GMT", "GMT"),
    ],
)
def test_a_moment_is_kept_in_utc_with_its_zone(written, zone):
    assert published.read(written) == published.Published(MORNING, zone, Precision.MINUTE)


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("2026-11-19", "Pacific/Auckland"),
        ("19 Nov 2026", "America/Los_Angeles"),
        ("2026-11-19 Asia/Kolkata", "Asia/Kolkata"),
        ("November 19, 2026 -11:00", "-11:00"),
    ],
)
def test_a_day_alone_is_that_day_in_its_zone(written, zone):
    read = published.read(written, day_zone=zone)
    assert (read.day, read.zone, read.precision) == (date(2026, 11, 19), zone, Precision.DAY)


def test_an_hour_without_a_zone_takes_the_outlets():
    assert published.read("2026-11-19 08:10", zone="Europe/Helsinki").at == MORNING


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "19 November, 6.10",
        "2026-11-19 06:10",
        "2026-11-19 25:10 Z",
        "2026-02-30",
        "11/12/2026",
        "0019-11-19",
        "9999-12-31 23:59 -12:00",
        "2026-11-19 06:10 \x00",
        "x" * 10_000,
    ],
)
def test_what_cannot_be_read_is_answered_with_an_example(written):
    with pytest.raises(published.BadPublished, match=r"as in 2026-11-19 06:10 \+00:00"):
        published.read(written)


@pytest.mark.parametrize("zone", ["Mars/Base", "BST", "America", "+24:00", "-05:75", "Etc/passwd"])
def test_an_unknown_zone_is_named(zone):
    with pytest.raises(published.BadPublished, match=f"“{zone.replace('+', '.')}” is no time zone"):
        published.read(f"2026-11-19 06:10 {zone}")


@given(
    st.datetimes(min_value=datetime(1700, 1, 1), max_value=datetime(2190, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
def test_what_it_writes_it_reads_again(moment, shift):
    sign, shift = "-+"[shift >= 0], abs(shift)
    written = f"{moment:%Y-%m-%d %H:%M} {sign}{shift // 60:02}:{shift % 60:02}"
    assert str(published.read(written)) == written
