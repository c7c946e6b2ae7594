"""A desk of the previous release, saved there and restored here, is whole and goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from psycopg import sql
from psycopg.conninfo import make_conninfo

from accounts.models import User
from claims import review, verdicts
from claims.models import Claim, Cluster, Event, Relocation, Verdict
from claims.states import ClaimStatus, VerdictStatus
from claims.tests import crowded
from factdesk.tests import previous_release

# What is counted otherwise since; all else stays as it was.
COUNTED_ANEW = {"priority"}
ROWS = "SELECT to_jsonb(row)::text FROM {} AS row"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
UNCHECKED = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
WHOLE = (
    *(crowded.check_clusters, crowded.check_verdicts, crowded.check_versions),
    *(crowded.check_priorities, crowded.check_leases, crowded.check_places),
    *(crowded.check_opinions, crowded.check_origins),
)

pytestmark = pytest.mark.django_db


@contextmanager
def another_database(name: str) -> Iterator[None]:
    """An empty one on the server; for as long, Django's connection leads there."""
    usual = connection.settings_dict["NAME"]
    server = make_conninfo(os.environ["DATABASE_URL"], dbname="postgres")
    there = sql.Identifier(f"{usual}_{name}")
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(there))
        connection.close()
        connection.settings_dict["NAME"] = f"{usual}_{name}"
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = usual
            admin.execute(sql.SQL("DROP DATABASE {}").format(there))


def rows() -> dict[str, list[dict[str, object]]]:
    """All rows of the database, by table."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        found = {}
        for name in tables:
            cursor.execute(ROWS.format(connection.ops.quote_name(name)))
            found[name] = [json.loads(row) for (row,) in cursor.fetchall()]
    return found


def is_part(told: dict[str, object], *, of: dict[str, object]) -> bool:
    """Each value is there, under the same name."""
    return all(name in of and of[name] == value for name, value in told.items())


@pytest.fixture(scope="module")
def saved(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the previous release held, and the file in which it saved that."""
    file = tmp_path_factory.mktemp("saved") / "desk.backup"
    with django_db_blocker.unblock(), another_database("old"):
        previous_release.build()
        call_command("backup", str(file), verbosity=0)
        held = rows()
    return held, file


@pytest.fixture(scope="module", autouse=True)
def before(saved, django_db_blocker):
    """The rows of the previous release; the tests are in what was restored from its file."""
    held, file = saved
    with django_db_blocker.unblock(), another_database("new"):
        call_command("restore", str(file))
        yield held


@pytest.fixture
def ada():
    return User.objects.get(username="ada")


def test_no_row_and_no_value_is_lost(before):
    assert [name for name, held in before.items() if name.startswith("claims_") and not held] == []
    after = rows()
    for table, held in before.items():
        for row in held:
            told = {name: value for name, value in row.items() if name not in COUNTED_ANEW}
            assert any(is_part(told, of=one) for one in after[table]), table
        if table.startswith(("claims_", "articles_")):
            assert len(after[table]) == len(held), table


def test_the_restored_desk_is_whole():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(UNCHECKED)
        assert cursor.fetchall() == []
    call_command("check_priority", verbosity=0)
    for check in WHOLE:
        check()


def test_the_queue_is_in_order_and_knows_what_is_asked_of_it():
    waiting = Claim.objects.waiting().most_pressing_first()
    conflict, changed = ["crew of six", "crew of eight"], ["carried gravel"]
    rest = ["second barge waited", "struck the north lock"]
    assert [claim.quote for claim in waiting] == [*conflict, *changed, *rest]
    signs = Claim.objects.in_bulk(field_name="pk").values()
    in_conflict = [one.quote for one in signs if one.is_in_open_conflict]
    assert in_conflict == conflict
    assert [one.quote for one in signs if one.is_evidenced] == ["shut for nine days"]
    assert {one.quote for one in signs if one.is_suggested} == set(rest)
    assert {one.point_outlets for one in signs if one.is_linked} == {2}


def test_what_was_decided_stands():
    decided = Claim.objects.exclude(current_verdict=None).order_by("pk")
    assert [(one.quote, one.status) for one in decided] == [
        ("struck the north lock", "unresolved"),
        ("shut for nine days", "verified"),
        ("shut for nine days", "disputed"),
    ]
    assert Verdict.objects.exclude(replaces=None).get().claim == decided[2]
    assert Relocation.objects.open().get().claim.quote == "carried gravel"


@pytest.mark.parametrize("person", ["ada", "eve"])
def test_every_page_opens(client, person):
    client.force_login(User.objects.get(username=person))
    claims = [
        reverse(f"claims:{name}", args=[claim.pk])
        for claim in Claim.objects.active()
        for name in ("review", "history", "others", "comments", "edit")
    ]
    story, article = Claim.objects.all()[0].story, Claim.objects.all()[0].article
    pages = ["", "queue/", "history/", "corrections/", "workload/", "agreement/", "notifications/"]
    pages += ["queue/claims.csv", "queue/?q=has:conflict", "queue/?view=decided", "search/?q=barge"]
    named = [
        *map("/{}".format, pages),
        reverse("claims:story", args=[story.slug]),
        reverse("claims:article", args=[article.pk]),
        reverse("claims:outlet", args=["gazette"]),
        *(reverse("claims:cluster", args=[one.pk]) for one in Cluster.objects.all()),
        *(reverse("claims:correction", args=[one.pk]) for one in Relocation.objects.all()),
    ]
    answers = {page: client.get(page).status_code for page in [*named, *claims]}
    assert {page: status for page, status in answers.items() if status != 200} == {}


def test_who_held_a_claim_decides_it(ada):
    held = Claim.objects.get(reviewer=ada)
    assert review.take(held, by=ada) == held
    given = verdicts.decide(
        held,
        status=VerdictStatus.DISPUTED,
        rationale="The keeper counted eight.",
        seen_version=held.version,
        by=ada,
    )
    held.refresh_from_db()
    assert (held.status, held.current_verdict) == (ClaimStatus.DISPUTED, given)
    assert Event.objects.filter(verdict=given).count() == 1
