"""The worker: it does the jobs in the database, and puts back what a killed one left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker
from psycopg.conninfo import make_conninfo

from factdesk import jobs

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
KILLED_WORKERS_JOB = """
    WITH dead AS (
        INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')
        RETURNING id
    )
    UPDATE procrastinate_jobs SET status = 'doing', worker_id = dead.id FROM dead
"""

pytestmark = pytest.mark.django_db(transaction=True)


def defer() -> None:
    jobs.retry_stalled.defer(timestamp=0)


def test_a_job_is_done_once_and_leaves_nothing(do_jobs):
    defer()
    assert ProcrastinateJob.objects.get(status="todo").task_name == "retry_stalled"
    do_jobs()
    assert not ProcrastinateJob.objects.exists()


def test_a_job_belongs_to_the_transaction_that_asks_for_it():
    with transaction.atomic():
        defer()
        transaction.set_rollback(True)
    assert not ProcrastinateJob.objects.exists()


def test_what_a_killed_worker_left_half_done_is_done_again(do_jobs):
    defer()
    with connection.cursor() as cursor:
        cursor.execute(KILLED_WORKERS_JOB)
    defer()
    do_jobs()
    assert not ProcrastinateJob.objects.exists()


def test_what_waits_already_is_not_put_back_a_second_time(do_jobs):
    defer()
    with connection.cursor() as cursor:
        cursor.execute(KILLED_WORKERS_JOB)
    defer()
    with connection.cursor() as cursor:
        cursor.execute(KILLED_WORKERS_JOB)
    defer()
    do_jobs()
    assert not ProcrastinateJob.objects.exists()


def test_the_command_works_until_it_is_told_to_stop():
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker"], cwd=ROOT,
        env=os.environ | {"DATABASE_URL": address_of_the_database()},
    )  # fmt: skip
    defer()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while ProcrastinateJob.objects.exists() or not ProcrastinateWorker.objects.exists():
        assert time.monotonic() < deadline
        assert worker.poll() is None
        time.sleep(0.1)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE_SECONDS) == 0
    assert not ProcrastinateWorker.objects.exists()


def address_of_the_database() -> str:
    """The address of the database that this test writes to."""
    there = connection.get_connection_params()
    known = {name: there[name] for name in ("dbname", "host", "user", "port") if name in there}
    return make_conninfo(**known)
