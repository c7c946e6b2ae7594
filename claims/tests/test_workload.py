"""The workload page: counts of what waits and what was decided, their drawings and their files."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.tests.factories import create_article, create_story
from claims import house_names, verdicts, workload, workload_charts
from claims.models import Claim, Verdict
from claims.period import LONGEST_DAYS, Period, last_days
from claims.period_form import PeriodForm
from claims.states import ClaimStatus, VerdictStatus
from claims.tests.factories import (
    create_blind_claim,
    create_claim,
    create_claims,
    create_link,
    create_strict_claim,
    create_verdict,
    decide,
)

pytestmark = pytest.mark.django_db
URL = reverse("claims:workload")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def decided_ago(by, *, days: float = 0, waited: timedelta | None = None) -> Verdict:
    """A verdict of so many days ago on a claim of its own that had waited so long."""
    claim = create_claim()
    at = timezone.now() - timedelta(days=days)
    return Verdict.objects.create(
        claim=claim,
        status=VerdictStatus.DISPUTED,
        rationale="The harbour log names another figure.",
        revision=claim.revision,
        quote=claim.quote,
        waited_since=at - waited if waited else None,
        decided_at=at,
        decided_by=by,
    )


def let_wait(claim: Claim, *, days: float) -> None:
    Claim.objects.filter(pk=claim.pk).update(waiting_since=timezone.now() - timedelta(days=days))


def page(client, query: str = "") -> str:
    response = client.get(URL + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def rows_of(client, table: str, query: str = "") -> list[list[str]]:
    response = client.get(reverse("claims:workload_table", args=[table]) + query)
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_what_waits_is_counted_by_story_and_age():
    few, many = create_story(title="Few"), create_story(title="Many")
    create_claims(1, story=few)
    for claim, days in zip(create_claims(5, story=many), (0.5, 2, 5, 20, 40), strict=True):
        let_wait(claim, days=days)
    rows = workload.of(last_days(28)).waiting
    assert [(row.name, row.ages) for row in rows] == [
        ("Many", (1, 1, 1, 1, 1)),
        ("Few", (1, 0, 0, 0, 0)),
    ]


def test_stories_and_people_beyond_the_first_are_one_row(monkeypatch, bob):
    monkeypatch.setattr(workload, "STORIES_SHOWN", 1)
    monkeypatch.setattr(workload, "PEOPLE_SHOWN", 1)
    for verdict in (decided_ago(bob), decided_ago(bob), decided_ago(create_reviewer())):
        assert verdict.pk
    found = workload.of(last_days(28))
    assert [row.name for row in found.waiting][1:] == ["All other stories"]
    assert [row.total for row in found.waiting] == [1, 2]
    assert [(one.name, one.total) for one in found.people] == [("Bob Byrne", 2), ("All others", 1)]


def test_verdicts_are_counted_by_day_and_person(alice, bob):
    for by, days in ((alice, 0), (alice, 0), (bob, 0), (bob, 1), (bob, 40)):
        decided_ago(by, days=days)
    found = workload.of(last_days(28))
    today, before = found.days[-1], found.days[-2]
    assert today.people == [("Alice Arden", 2), ("Bob Byrne", 1)]
    assert (before.people, before.total) == ([("Bob Byrne", 1)], 1)
    assert found.verdicts == 4
    assert len(found.days) == 28


def test_a_day_is_the_reader_s():
    verdict = decided_ago(create_reviewer())
    at = verdict.decided_at
    with timezone.override("Pacific/Kiritimati"):  # fourteen hours ahead
        found = workload.of(last_days(7))
        assert found.decided[0].part == timezone.localtime(at).date()
    with timezone.override("Pacific/Pago_Pago"):
        assert workload.of(last_days(7)).decided[0].part == timezone.localtime(at).date()


def test_times_are_the_median_and_nine_in_ten_of_what_was_waited_for(alice, bob):
    for hours in range(1, 12):
        decided_ago(alice, waited=timedelta(hours=hours))
    decided_ago(bob)  # a second verdict, for which nothing waited
    found = workload.of(last_days(28))
    assert found.time == workload.Time(timedelta(hours=6), timedelta(hours=10), 11)
    assert list(found.times.values()) == [found.time]
    assert [one.time for one in found.people] == [found.time, None]


def test_verified_claims_of_one_origin_are_counted(alice):
    story = create_story()
    one, other = (
        create_claim(quote=f"{count} were saved", article=create_article(text=text, story=story))
        for count, text in (("Nine", "The harbour office wrote at dawn: Nine were saved."),
                            ("All nine", "Her owners count the crew. All nine were saved."))
    )  # fmt: skip
    create_link(one, other)
    for claim in (one, create_claim()):
        create_verdict(claim, by=alice, status=VerdictStatus.VERIFIED)
    undone = create_verdict(create_claim(), by=alice, status=VerdictStatus.VERIFIED)
    verdicts.undo(undone, by=alice)
    found = workload.of(last_days(28)).single_origin
    assert (found.single, found.of, found.percent) == (1, 2, 50)


@pytest.mark.parametrize(
    ("days", "unit", "parts"),
    [(1, "day", 1), (62, "day", 62), (63, "week", 10), (1_000, "month", 34)],
)
def test_long_periods_are_told_by_week_and_by_month(days, unit, parts):
    last = date(2026, 11, 18)
    period = Period(first=last - timedelta(days=days - 1), last=last, zone=UTC)
    assert period.unit == unit
    assert abs(len(period.parts) - parts) <= 1
    assert period.parts[-1] <= last
    assert period.end - period.start == timedelta(days=days)


def test_parts_of_the_database_are_those_of_the_page(alice):
    for days in (0, 30, 100, 200):
        decided_ago(alice, days=days, waited=timedelta(hours=1))
    for days in (28, 300, 900):
        found = workload.of(last_days(days))
        assert {one.part for one in found.decided} <= set(found.by_part)
        assert found.times.keys() <= found.by_part.keys()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"first": "yesterday", "last": "2026-13-01"},
        {"first": "2026-11-20", "last": "2026-11-01"},
    ],
)
def test_what_is_no_period_is_four_weeks(sent):
    assert PeriodForm(sent).period == last_days(28)


def test_a_day_that_no_calendar_shows_is_no_day(client, alice):
    for day in ("0001-01-01", "9999-12-31"):
        assert "other days than you chose" in page(client, f"?first={day}&last={day}")
    assert "other days than you chose" not in page(client, "?last=2026-11-18")


def test_a_period_is_bounded():
    period = PeriodForm({"first": "0001-01-01", "last": "2026-11-18"}).period
    assert period.days == LONGEST_DAYS
    assert period.last == date(2026, 11, 18)


def test_the_page_shows_drawings_and_their_tables(client, alice, bob):
    decided_ago(bob, waited=timedelta(hours=3))
    html = page(client)
    for key in ("waiting", "decided", "people", "times"):
        assert f'aria-labelledby="{key}-title" aria-describedby="{key}-desc"' in html
    assert html.count("The same as a table") == 4
    assert "Bob Byrne 1" in html
    assert '<dd class="big">3 h</dd>' in html


def test_a_desk_without_claims_says_so(client, alice):
    html = page(client)
    assert "<strong>Nothing waits.</strong>" in html
    assert "<strong>No verdict in these days.</strong>" in html
    assert '<svg class="chart' not in html


def test_the_files_say_what_the_tables_say(client, alice, bob):
    decided_ago(bob, waited=timedelta(hours=3))
    today = timezone.localdate().isoformat()
    assert rows_of(client, "people")[1] == ["Bob Byrne", "0", "1", "0", "1", "3.0", "3.0"]
    assert rows_of(client, "decided")[1] == [today, "Bob Byrne", "0", "1", "0", "1"]
    assert rows_of(client, "times")[-1] == [today, "1", "3.0", "3.0"]
    assert rows_of(client, "waiting")[1][1:] == ["1", "0", "0", "0", "0", "1"]
    assert rows_of(client, "origins")[1] == ["0", "0"]
    assert len(rows_of(client, "times", "?first=2026-11-01&last=2026-11-03")) == 4


def test_how_far_two_people_agree_is_told_of_the_days(client, alice, bob):
    for claim, status in (
        (create_strict_claim(), "disputed"),
        (create_blind_claim(), "unresolved"),
    ):
        for by, said in ((alice, "disputed"), (bob, status)):
            decide(claim, by=by, status=VerdictStatus(said), rationale="As logged.")
    html = page(client)
    assert (
        '<th scope="row">Reviewed blind</th><td class="num">1</td> <td class="num">0 %</td>' in html
    )
    assert rows_of(client, "agreement")[1:] == [
        ["Reviewed blind", "1", "0", "0", "0.0"],
        ["First opinion seen", "1", "1", "100", ""],
    ]
    old = "?first=2026-01-01&last=2026-01-03"
    assert "How far two people agree" not in page(client, old)
    assert rows_of(client, "agreement", old)[1] == ["Reviewed blind", "0", "0", "", ""]


def test_no_name_is_a_formula(client, alice, bob):
    create_claims(1, story=create_story(title="=1+1"))
    assert rows_of(client, "waiting")[1][0] == "'=1+1"
    decided_ago(bob)
    house_names.call({ClaimStatus.DISPUTED: "-Doubtful"}, by=create_desk_admin())
    assert rows_of(client, "decided")[0][2:] == ["Verified", "'-Doubtful", "Unresolved", "all"]


def test_a_chart_fits_its_frame(alice, bob):
    for hours in (1, 50, 400):
        decided_ago(bob, days=hours / 100, waited=timedelta(hours=hours))
    found = workload.of(last_days(7))
    columns, lines = workload_charts.decided(found), workload_charts.times(found)
    assert all(tick.at >= workload_charts.TOP for tick in [*columns.ticks, *lines.ticks])
    assert all(part.at >= workload_charts.TOP for one in columns.columns for part in one.stretches)
    assert all(dot.y >= workload_charts.TOP for line in lines.lines for dot in line.dots)
    bars = workload_charts.people(found)
    ends = [part.at + part.length for bar in bars.rows for part in bar.stretches]
    assert max(ends) <= workload_charts.WIDTH


@pytest.mark.parametrize(("minutes", "label"), [(4, "1 min"), (300, "1 h"), (100_000, "20 d")])
def test_the_axis_of_times_is_numbered_roundly(minutes, label):
    step = workload_charts._time_step(minutes)
    assert workload_charts._span(step) == label


@pytest.mark.parametrize("url", [URL, reverse("claims:workload_table", args=["people"])])
def test_reviewers_see_it_and_nobody_else(client, url):
    assert client.get(url)["Location"].startswith("/login/")
    for person in (create_user(name="charlie"), create_reporter()):
        client.force_login(person)
        assert client.get(url).status_code == 403
        assert URL not in client.get("/").content.decode()
    client.force_login(create_reviewer())
    assert client.get(url).status_code == 200
    assert client.post(url).status_code == 405
    assert f'href="{URL}"' in client.get("/").content.decode()


def test_a_file_that_is_not_there(client, alice):
    assert client.get(reverse("claims:workload_table", args=["nothing"])).status_code == 404


def test_it_costs_as_many_queries_for_many_as_for_one(client, alice, bob):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(client)
        return len(captured)

    decided_ago(bob, waited=timedelta(hours=1))
    page(client)
    few = queries()
    for days in range(8):
        decided_ago(create_reviewer(), days=days, waited=timedelta(hours=days + 1))
    assert queries() == few
