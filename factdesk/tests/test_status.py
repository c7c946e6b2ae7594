"""The status page: what runs, what is missing, what waits."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_desk_admin, create_reporter, create_user
from claims import encoding
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
WORKER = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '{}')"


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def no_model(settings, tmp_path):
    settings.MODEL_FOLDER = str(tmp_path)
    encoding.absence.cache_clear()
    yield
    encoding.absence.cache_clear()


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def page(client) -> str:
    response = client.get("/status/")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_it_names_the_parts_that_run(client, alice):
    run(WORKER.format("5 seconds"))
    found = page(client)
    assert "<dd>PostgreSQL 1" in found
    assert "at work, last sign" in found
    assert f"<dd>{encoding.encoder.MODEL_NAME}</dd>" in found
    assert "notice" not in found


@pytest.mark.parametrize("age", ["", "1 hour"])
def test_it_says_when_no_worker_runs(client, alice, age):
    if age:
        run(WORKER.format(age))
    found = page(client)
    assert "<h2>No worker</h2>" in found
    assert ("silent since" if age else "<dd>none</dd>") in found


def test_without_a_model_it_says_words_only_and_why(client, alice, no_model):
    found = page(client)
    assert "<h2>Words only</h2>" in found
    assert "model.onnx cannot be read" in found
    assert "<dd>none: words only</dd>" in found


def test_it_counts_what_waits_and_what_was_given_up(client, alice):
    create_claim()
    found = page(client)
    assert "<dd>2</dd>" in found
    assert "<dd>4 sentences, 1 claim</dd>" in found
    run("UPDATE procrastinate_jobs SET status = 'failed'")
    assert "<dd>2; a desk admin can see them</dd>" in page(client)
    assert "<h2>Vectors are missing</h2>" in page(client)
    client.force_login(create_desk_admin())
    assert "?status__exact=failed" in page(client)


def test_counts_stop_where_nobody_reads_on(client, alice):
    with CaptureQueriesContext(connection) as asked:
        page(client)
    tables = ("articles_sentence", "claims_claim", "procrastinate_jobs")
    counts = [one["sql"] for one in asked if "COUNT(*)" in one["sql"]]
    for table in tables:
        of_table = [sql for sql in counts if f'FROM "{table}"' in sql]
        assert of_table
        assert all("LIMIT 1001" in sql for sql in of_table)


def test_it_costs_the_same_queries_on_a_full_desk(client, alice):
    with CaptureQueriesContext(connection) as few:
        page(client)
    for _ in range(3):
        create_claim()
    with CaptureQueriesContext(connection) as many:
        page(client)
    assert len(many) == len(few)


def test_it_is_for_members_to_read(client):
    assert client.get("/status/")["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.get("/status/").status_code == 403
    client.force_login(create_reporter())
    assert client.post("/status/").status_code == 405


def test_the_settings_lead_to_it(client, alice):
    assert 'href="/status/"' in client.get("/settings/").content.decode()
