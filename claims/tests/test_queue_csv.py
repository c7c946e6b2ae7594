"""The queue as CSV: what the screen lists, in its order, harmless to spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article, create_outlet, create_story
from claims import queue_csv
from claims.models import Claim
from claims.tests.factories import create_claim, create_claims, create_verdict

pytestmark = pytest.mark.django_db
URL = reverse("claims:queue_csv")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", zone="Europe/Berlin")
    client.force_login(alice)
    return alice


def test_the_file_is_called_after_what_was_asked(client, alice):
    for query, name in [
        ("", "waiting.csv"),
        ("?view=decided", "decided.csv"),
        ('?q=has:conflict origins:<2 "\r\nX: y', "waiting-has-conflict-origins-2-x-y.csv"),
    ]:
        sent = client.get(URL + query)["Content-Disposition"]
        assert sent == f'attachment; filename="{name}"'


def download(client, query: str = "") -> list[dict[str, str]]:
    response = client.get(URL + query)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def test_a_row_says_what_the_claim_is_and_where_it_stands(client, alice):
    article = create_article(
        story=create_story(title="Ferry aground"), outlet=create_outlet(name="Northline")
    )
    claim = create_claim(article=article, statement='"241"  aboard,\nall', attribution="the port")
    create_verdict(claim, by=alice)
    (row,) = download(client, "?view=decided")
    said = ("Disputed", claim.quote, '"241" aboard, all', "the port", "Northline", "Ferry aground")
    assert tuple(row.values())[1:7] == said
    assert row["Decided by"] == "alice"
    assert row["Rationale"] == "The harbour log names another figure."
    assert row["Address"] == f"http://testserver{claim.get_absolute_url()}"


def test_moments_are_of_the_readers_zone_though_it_streams_later(client, alice):
    claim = create_claim()
    Claim.objects.filter(pk=claim.pk).update(waiting_since="2026-07-01T22:30:00Z")
    assert download(client)[0]["Waiting since"] == "2026-07-02 00:30"


def test_what_is_listed_comes_in_the_order_of_the_screen(client, alice, monkeypatch):
    monkeypatch.setattr(queue_csv, "ROWS_AT_ONCE", 2)
    claims = create_claims(5)
    create_verdict(claims[2], by=alice)
    assert [int(row["Claim"]) for row in download(client)] == [
        claim.pk for claim in claims if claim != claims[2]
    ]
    assert download(client, "?q=decided-by:none+outlet:nowhere")[0]["Status"] == "Unreviewed"
    assert download(client, "?q=nobody-wrote-this") == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
def test_no_cell_is_a_formula(client, alice, start):
    create_claim(statement=f"{start}HYPERLINK(1)", attribution=f"{start}1")
    (row,) = download(client)
    assert row["Statement"] == f"'{start.strip()}HYPERLINK(1)"
    assert row["Who says so"].startswith("'")


def test_a_part_is_one_query_whatever_is_in_it(client, alice, django_assert_num_queries):
    create_claims(4)
    claims = Claim.objects.waiting()
    order = ["priority", "due_order", "waiting_since", "pk"]
    with django_assert_num_queries(1):
        list(queue_csv.parts(claims, order=order, zone="UTC", page=("", "")))


def test_who_may_have_it(client):
    assert client.get(URL)["Location"].startswith("/login/?next=")
    client.force_login(create_user(name="charlie"))
    assert client.get(URL).status_code == 403
    client.force_login(create_reporter())
    assert client.get(URL)["Content-Type"] == "text/csv; charset=utf-8"
    assert client.post(URL).status_code == 405
