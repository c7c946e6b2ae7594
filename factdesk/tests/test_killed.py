"""Web server and database are killed under people at work: no verdict is lost or doubled."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from http.client import HTTPException
from pathlib import Path

import psycopg
import pytest

from accounts.tests.factories import create_reviewer
from benchmarks import processes
from benchmarks.desk.acts import Reviewing
from benchmarks.desk.servers import HOST, Server, Unexpected, Visitor
from factdesk import backups, demo
from factdesk.postgres import Cluster
from factdesk.tests import crowds

PEOPLE = 4
CLAIMS = 400  # more than they decide
SECONDS_BETWEEN = 0.3
PATIENCE_SECONDS = 30
PER_CLAIM = "SELECT claim_id, count(*) FROM claims_verdict GROUP BY claim_id"
# Verdicts without exactly one line of history, claims whose verdict is not their last, and leases
# on what is decided.
BROKEN = """
    SELECT verdict.id FROM claims_verdict verdict
    JOIN claims_claim claim ON claim.id = claim_id
    WHERE (SELECT count(*) FROM claims_event e WHERE e.verdict_id = verdict.id) <> 1
        OR (SELECT count(*) FROM claims_verdictevidence v WHERE v.verdict_id = verdict.id) <> 1
        OR claim.current_verdict_id <> verdict.id OR claim.reviewer_id IS NOT NULL
        OR claim.version <> (SELECT max(version) FROM claims_event e WHERE e.claim_id = claim.id)
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder():
    """A folder that PostgreSQL's account may enter; pytest's own are private to root."""
    path = Path(tempfile.mkdtemp(prefix="factdesk-killed-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def listener():
    """The socket outlives the server, as it does in production."""
    with demo.listening(HOST, 0) as listener:
        yield listener


@pytest.fixture
def people(listener):
    """Reviewers with a browser each, and claims that wait for them."""
    crowds._long_article(CLAIMS, create_reviewer())
    server = Server(port=listener.getsockname()[1], pid=0)
    return [
        Reviewing(visitor=Visitor(person=create_reviewer(), server=server)) for _ in range(PEOPLE)
    ]


def copied(folder, url):
    """This test's database on the server that will be killed."""
    backups.save(folder / "desk.backup")
    restore = backups.find(search=sys.path) / "pg_restore"
    subprocess.run([restore, "--no-owner", "-d", url, folder / "desk.backup"], check=True)


def web(listener, url):
    variables = {"DATABASE_URL": url, "ALLOWED_HOSTS": "localhost", "DEBUG": "1"}
    return demo.running(demo.web_server(listener), {**os.environ, **variables}, listener)


def decide_until(stopped, reviewing, faults):
    """Decide claim after claim, and send again what got no answer."""
    while not stopped.is_set():
        try:
            reviewing.decide()
        except (OSError, HTTPException):
            reviewing.visitor.pause()
        except Unexpected as error:
            reviewing.visitor.pause()
            if " answered 5" not in str(error):
                faults.append(str(error))
                return


def kill_all(pid):
    """As when the power goes: the process and all it started, the first one first."""
    for one in [pid, *processes.descendants(pid)]:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def decided(people):
    return sum(len(one.decided) for one in people)


def wait_for_more(people):
    """Somebody gets an answer again."""
    before, deadline = decided(people), time.monotonic() + PATIENCE_SECONDS
    while decided(people) < before + PEOPLE:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    time.sleep(SECONDS_BETWEEN)


def test_every_verdict_that_was_answered_is_there_once(folder, listener, people):
    cluster = Cluster(folder / "desk", durable=True)
    stopped, faults = threading.Event(), []
    work = [threading.Thread(target=decide_until, args=[stopped, one, faults]) for one in people]
    with ExitStack() as stack:
        url = stack.enter_context(cluster.running("factdesk"))
        copied(folder, url)
        first = stack.enter_context(web(listener, url))
        for thread in work:
            thread.start()
            stack.callback(thread.join)
        stack.callback(stopped.set)
        wait_for_more(people)
        kill_all(first.pid)
        stack.enter_context(web(listener, url))
        wait_for_more(people)
        kill_all(cluster.postmaster())
        stack.enter_context(Cluster(folder / "desk", durable=True).running("factdesk"))
        wait_for_more(people)
        stopped.set()
        for thread in work:
            thread.join()
        with psycopg.connect(url) as server:
            given = dict(server.execute(PER_CLAIM).fetchall())
            broken = server.execute(BROKEN).fetchall()
    assert faults == []
    assert set(given) >= {claim for one in people for claim in one.decided}
    assert (set(given.values()), broken) == ({1}, [])
