"""`./desk` from a copy of the checkout, as a person uses it."""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from factdesk import installation
from factdesk.progress import Failed

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", ".*_cache", "__pycache__", "*.pyc")
PATIENCE_SECONDS = 90
ENDS_WELL = "Stopped.\n"


@pytest.fixture(scope="module")
def checkout():
    """A copy of the checkout whose demo was started once and stopped; `first` is what it said."""
    folder = Path(tempfile.mkdtemp(prefix="factdesk test "))
    folder.chmod(0o755)
    copy = folder / "the desk's copy"
    shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
    with demo(copy) as (process, _, said):
        pass
    assert process.returncode == 0
    yield copy, said + process.rest
    shutil.rmtree(folder)


def environment(**extra):
    """As in a fresh terminal: nothing of the test run but the installed packages."""
    ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "HTTPS", "DEBUG"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"DESK_VENV": sys.prefix, "PYTHONUNBUFFERED": "1"} | extra


def desk(copy, *arguments, **extra):
    """Start ./desk and merge what it says."""
    return subprocess.Popen(
        [sys.executable, str(copy / "desk"), *arguments], cwd="/", env=environment(**extra),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def finished(process):
    """Exit status and everything said."""
    said, _ = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, said


def in_django(copy, code, **extra):
    """Exit status and output of a line of Python, with the models at hand."""
    return finished(desk(copy, "manage", "shell", "-v", "0", "-c", code, **extra))


@contextmanager
def demo(copy, *arguments, port=0):
    """A running demo as (process, port, what it said); stopped with Ctrl-C."""
    process = desk(copy, "demo", "--port", str(port), *arguments)
    said = ""
    while "Ctrl-C" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    try:
        yield process, int(re.search(r"at http://127.0.0.1:(\d+)", said)[1]), said
    finally:
        process.send_signal(signal.SIGINT)
        process.rest = process.communicate(timeout=PATIENCE_SECONDS)[0]


def get(port, path):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read().decode()


def processes_of(copy):
    """Command lines that mention the copy."""
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return [line for line in lines if str(copy) in line]


def test_first_start_prints_steps_address_and_accounts(checkout):
    _, said = checkout
    steps = ["Starting PostgreSQL", "Collecting static files", "Bringing the tables", "Loading"]
    assert [step for step in steps if step not in said] == []
    assert "Log in as reporter, reviewer or admin, password demo." in said
    assert said.endswith(ENDS_WELL)


def test_demo_serves_pages_and_static_files(checkout):
    copy, _ = checkout
    with demo(copy) as (_, port, _):
        assert get(port, "/healthz")[0] == 200
        status, page = get(port, "/login/")
        assert status == 200
        stylesheet = re.search(r'href="(/static/[^"]+\.css)"', page)[1]
        assert get(port, stylesheet)[0] == 200


def test_warm_start_does_no_work_twice_and_is_quick(checkout):
    copy, _ = checkout
    began = time.monotonic()
    with demo(copy) as (_, port, said):
        assert get(port, "/login/")[0] == 200
        seconds = time.monotonic() - began
    assert [line for line in said.splitlines() if "…" in line][1:] == []
    assert seconds < 10  # 1.5 on a quiet machine; the tests share theirs


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_leaves_no_process(checkout, number):
    copy, _ = checkout
    with demo(copy) as (process, _, _):
        assert processes_of(copy) != []
        process.send_signal(number)
    assert process.returncode == 0
    assert process.rest == ENDS_WELL
    assert processes_of(copy) == []


def test_impatient_ctrl_c_still_stops_in_order(checkout):
    copy, _ = checkout
    with demo(copy) as (process, _, _):
        for _ in range(5):
            process.send_signal(signal.SIGINT)
            time.sleep(0.01)
    assert processes_of(copy) == []


def test_second_demo_says_where_the_first_one_is(checkout):
    copy, _ = checkout
    with demo(copy) as (_, port, _):
        status, said = finished(desk(copy, "demo"))
        assert get(port, "/healthz")[0] == 200
    assert status == 1
    assert said == f"desk: The demo of this checkout is already at http://127.0.0.1:{port}.\n"


def test_used_port_is_one_sentence(checkout):
    copy, _ = checkout
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = finished(desk(copy, "demo", "--port", str(port)))
    assert status == 1
    assert said.startswith(f"desk: Port {port} on 127.0.0.1 cannot be used")
    assert len(said.splitlines()) == 1


def test_demo_killed_outright_starts_again_on_its_port(checkout):
    copy, _ = checkout
    with demo(copy) as (process, port, _):
        process.kill()
    deadline = time.monotonic() + 20
    while [line for line in processes_of(copy) if "gunicorn" in line]:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    with demo(copy, port=port):
        assert get(port, "/healthz")[0] == 200
    assert processes_of(copy) == []


def test_manage_shares_the_database_of_a_running_demo(checkout):
    copy, _ = checkout
    with demo(copy) as (_, port, _):
        status, said = finished(desk(copy, "manage", "check", "--database", "default"))
        assert get(port, "/healthz")[0] == 200
    assert status == 0
    assert "no issues" in said


def test_manage_passes_arguments_output_and_exit_status_through(checkout):
    copy, _ = checkout
    assert in_django(copy, "import sys; print('Ünïcode'); sys.exit(7)") == (7, "Ünïcode\n")


def test_address_of_another_server_is_used_and_none_started(checkout):
    copy, _ = checkout
    elsewhere = os.environ["DATABASE_URL"]
    status, said = in_django(
        copy,
        "from django.db import connection as c; print(c.settings_dict)",
        DATABASE_URL=elsewhere,
    )
    assert status == 0
    assert str(copy) not in said


def test_reset_refuses_a_server_that_is_not_its_own(checkout):
    copy, _ = checkout
    status, said = finished(
        desk(copy, "demo", "--port", "0", "--reset", DATABASE_URL="postgresql://elsewhere/desk")
    )
    assert status == 1
    assert "does not touch the database of DATABASE_URL" in said


def test_work_is_kept_until_reset(checkout):
    copy, _ = checkout
    count = "print(Outlet.objects.filter(name='Renamed').count())"
    rename = "o = Outlet.objects.first(); o.name = 'Renamed'; o.save()"
    assert in_django(copy, rename) == (0, "")
    with demo(copy):
        assert in_django(copy, count) == (0, "1\n")
    with demo(copy, "--reset"):
        assert in_django(copy, count) == (0, "0\n")


def test_two_test_runs_at_once_do_not_meet(checkout):
    copy, _ = checkout
    probe = copy / "web" / "tests" / "test_probe.py"
    probe.write_text(
        "import time\nfrom accounts.models import User\n"
        "def test_alone(db):\n    assert not User.objects.exists()\n    time.sleep(1)\n"
        "    User.objects.create(username='one')\n"
    )
    runs = [desk(copy, "test", "--fast", "-n", "0", str(probe)) for _ in range(2)]
    outcomes = [finished(run) for run in runs]
    probe.unlink()
    assert [status for status, _ in outcomes] == [0, 0], outcomes
    assert processes_of(copy) == []


def test_python_without_ensurepip_gets_the_line_to_type(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(Failed, match=r"apt install python3\.\d+-venv"):
        installation.make_environment(None)


def test_stub_of_a_missing_uv_is_not_taken_for_uv(tmp_path, monkeypatch):
    stub = tmp_path / "uv"
    stub.write_text("#!/bin/sh\nexit 127\n")
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert installation.working_uv() is None


def test_script_needs_nothing_but_the_standard_library():
    seen, waiting = set(), [ROOT / "desk"]
    while waiting:
        for name in imported(waiting.pop()) - seen:
            seen.add(name)
            path = ROOT / f"{name.replace('.', '/')}.py"
            package = path.with_suffix("") / "__init__.py"
            waiting += [file for file in (path, package) if file.exists()]
    foreign = {name.split(".")[0] for name in seen} - sys.stdlib_module_names
    assert foreign == {"factdesk"}


def imported(path):
    """Modules a file imports; of `from a import b` both `a` and `a.b`, as b may be a module."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names
