"""Every page with rows: as many queries for a thousand as for one, and no list a thousand long."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_desk_admin
from factdesk.tests import crowds

ROWS = 1_000
ROWS_ON_A_PAGE = 200  # of all its lists together, what frames them included
# These show a text line by line, or were asked for all: rows without end are what they are for.
IS_WHOLE = re.compile(r"^/articles/\d+/\?|^/import/\d+/|\?all$")


@dataclass(frozen=True)
class Visit:
    address: str
    queries: int
    rows: int


def visits(client: Client, crowd: crowds.Crowd) -> list[Visit]:
    return [visit(client, address) for address in crowds.addresses(crowd)]


def visit(client: Client, address: str) -> Visit:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(
            address, headers={"hx-request": "true"} if "/note/" in address else {}
        )
    assert response.status_code == 200, address
    html = response.content.decode()
    return Visit(address, len(queries), len(re.findall(r"<(?:li|tr|article)\b", html)))


@pytest.mark.lists
@pytest.mark.django_db
def test_a_thousand_rows_cost_as_many_queries_as_one_and_are_paged(client, monkeypatch):
    # Once a minute a lease is renewed, which is a query more for whichever page that meets.
    monkeypatch.setattr("claims.review.RENEW_AFTER_SECONDS", 3_600)
    person = create_desk_admin()
    client.force_login(person)
    one = crowds.create_crowd(1, person=person)
    visits(client, one)  # what a process asks only once
    few = visits(client, one)
    many = visits(client, crowds.create_crowd(ROWS, person=person))
    grown = {
        more.address: (less.queries, more.queries)
        for less, more in zip(few, many, strict=True)
        if more.queries > less.queries
    }
    assert grown == {}
    long = [one for one in many if one.rows > ROWS_ON_A_PAGE and not IS_WHOLE.search(one.address)]
    assert long == []
