"""`./desk` in a copy of the checkout, as a person uses it."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from factdesk import installation
from factdesk.progress import Failed

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", ".*_cache", "__pycache__", "*.pyc")
PATIENCE_SECONDS = 90
ENDS_WELL = "Stopped.\n"
# Quicker to load than the stories; the first start loads those.
JUST_PEOPLE = [
    {"model": "accounts.user", "fields": {"username": name, "password": "!"}}
    for name in ("reporter", "reviewer", "admin")
]


class Demo:
    """The copy's demo; `said` is what it printed until it served."""

    def __init__(self, folder):
        self.folder = folder
        self.port = 0
        self.process = None
        self.said = ""

    def run(self, *arguments, **variables):
        """Start ./desk with its output in one stream."""
        ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "HTTPS", "DEBUG"}
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        return subprocess.Popen(
            [sys.executable, str(self.folder / "desk"), *arguments], cwd="/", text=True,
            env=kept | {"DESK_VENV": sys.prefix} | variables,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def finished(self, *arguments, **variables):
        """Exit status and everything said."""
        process = self.run(*arguments, **variables)
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)
        return process.returncode, said

    def in_django(self, code, **variables):
        """Exit status and output of some Python, with the models at hand."""
        return self.finished("manage", "shell", "-v", "0", "-c", code, **variables)

    def start(self, *arguments):
        self.adopt(self.run("demo", "--port", str(self.port), *arguments))

    def adopt(self, process):
        """Take a starting demo for ours once it serves."""
        self.process = process
        self.said = ""
        while "Ctrl-C" not in self.said:
            line = self.process.stdout.readline()
            assert line, self.said
            self.said += line
        self.port = int(re.search(r"at http://127.0.0.1:(\d+)", self.said)[1])

    def stop(self, *numbers):
        """Send the signals in a row; exit status and what was said from then on."""
        for number in numbers:
            self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=PATIENCE_SECONDS)
        return self.process.returncode, said

    def get(self, path):
        """Status and page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()

    def processes(self):
        """Command lines of living processes that mention the copy."""
        return [line for _, line in self.numbered()]

    def numbered(self):
        """The same with their numbers."""
        lines = []
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                line = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            lines.append((int(entry.parent.name), line))
        return [(pid, line) for pid, line in lines if str(self.folder) in line]


@pytest.fixture(scope="module")
def copied():
    with tempfile.TemporaryDirectory(prefix="factdesk test ") as folder:
        Path(folder).chmod(0o755)
        demo = Demo(Path(folder) / "the desk's copy")
        shutil.copytree(ROOT, demo.folder, ignore=NOT_COPIED)
        demo.start()
        demo.said_first = demo.said
        yield demo
        demo.stop(signal.SIGINT)


@pytest.fixture
def demo(copied):
    """A demo that serves; started when the test before has stopped it."""
    if copied.process.returncode is not None:
        copied.start()
    return copied


def test_first_start_tells_its_steps_then_address_and_accounts(copied):
    said = copied.said_first
    steps = ["Starting PostgreSQL", "Collecting static files", "Bringing the tables", "Loading"]
    assert [step for step in steps if step not in said] == []
    assert f"Fact Desk is at http://127.0.0.1:{copied.port}\n" in said
    assert "Log in as reporter, reviewer or admin, password demo." in said


def test_demo_serves_pages_and_static_files(demo):
    assert demo.get("/healthz")[0] == 200
    status, page = demo.get("/login/")
    assert status == 200
    stylesheet = re.search(r'href="(/static/[^"]+\.css)"', page)[1]
    assert demo.get(stylesheet)[0] == 200


def test_work_is_kept_by_a_quick_restart_and_gone_after_reset(demo):
    count = "print(Outlet.objects.filter(name='Renamed').count())"
    rename = "o = Outlet.objects.first(); o.name = 'Renamed'; o.save()"
    assert demo.in_django(rename) == (0, "")
    demo.stop(signal.SIGINT)
    began = time.monotonic()
    demo.start()
    assert time.monotonic() - began < 10  # 2 on a quiet machine; the tests share theirs
    assert len(re.findall("…", demo.said)) == 1, "only the server has to start"
    assert demo.in_django(count) == (0, "1\n")
    demo.stop(signal.SIGINT)
    (demo.folder / "fixtures" / "demo.json").write_text(json.dumps(JUST_PEOPLE))
    demo.start("--reset")
    assert demo.in_django(count) == (0, "0\n")


@pytest.mark.parametrize("numbers", [[signal.SIGINT] * 5, [signal.SIGTERM]], ids=["ctrl-c", "term"])
def test_stopping_leaves_no_process(demo, numbers):
    assert demo.processes() != []
    assert demo.stop(*numbers) == (0, ENDS_WELL)
    assert demo.processes() == []


def test_demo_killed_outright_starts_again_on_its_port(demo):
    demo.stop(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while any("gunicorn" in line or " worker" in line for line in demo.processes()):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    demo.start()
    assert demo.get("/healthz")[0] == 200


def test_demo_ends_with_its_worker_and_says_so(demo):
    beside = [pid for pid, line in demo.numbered() if line.endswith("manage.py worker ")]
    assert len(beside) == 1
    os.kill(beside[0], signal.SIGKILL)
    status, said = demo.stop()
    assert (status, said) == (1, "desk: The worker ended by itself with status -9.\n")
    assert demo.processes() == []


def test_second_demo_says_where_the_first_one_is(demo):
    words = f"desk: The demo of this checkout is already at http://127.0.0.1:{demo.port}.\n"
    assert demo.finished("demo") == (1, words)
    assert demo.get("/healthz")[0] == 200


def test_two_demos_started_at_once_leave_one_serving(demo):
    demo.stop(signal.SIGINT)
    rivals = [demo.run("demo", "--port", "0") for _ in range(2)]
    while not (losers := [rival for rival in rivals if rival.poll() is not None]):
        time.sleep(0.05)
    demo.adopt(next(rival for rival in rivals if rival not in losers))
    assert [loser.returncode for loser in losers] == [1]
    assert losers[0].stdout.read().startswith("desk: ")
    assert demo.get("/healthz")[0] == 200


def test_used_port_is_one_sentence(demo):
    demo.stop(signal.SIGINT)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = demo.finished("demo", "--port", str(port))
    assert status == 1
    assert said.startswith(f"desk: Port {port} on 127.0.0.1 cannot be used")
    assert len(said.splitlines()) == 1


def test_manage_passes_arguments_output_and_exit_status_through(demo):
    code = "import sys; print('Ünïcode', User.objects.exists()); sys.exit(7)"
    assert demo.in_django(code) == (7, "Ünïcode True\n")
    assert demo.get("/healthz")[0] == 200


def test_bench_has_a_server_of_its_own_and_names_what_it_measures(copied):
    status, said = copied.finished("bench", "--help", DATABASE_URL="postgresql://elsewhere/desk")
    assert status == 0
    assert "queue" in said
    assert "search" in said
    assert copied.finished("bench", "nothing")[0] == 2


def test_address_of_another_server_is_used_and_none_started(copied):
    elsewhere = os.environ["DATABASE_URL"]
    code = "from django.db import connection as c; print(c.settings_dict)"
    status, said = copied.in_django(code, DATABASE_URL=elsewhere)
    assert status == 0
    assert str(copied.folder) not in said


def test_reset_refuses_a_server_that_is_not_its_own(copied, demo):
    demo.stop(signal.SIGINT)
    elsewhere = "postgresql://elsewhere/desk"
    status, said = copied.finished("demo", "--port", "0", "--reset", DATABASE_URL=elsewhere)
    assert status == 1
    assert "does not touch the database of DATABASE_URL" in said


def test_two_test_runs_at_once_do_not_meet(copied):
    probe = copied.folder / "web" / "tests" / "test_probe.py"
    probe.write_text(
        "import time\nfrom accounts.models import User\n"
        "def test_alone(db):\n    assert not User.objects.exists()\n    time.sleep(1)\n"
        "    User.objects.create(username='one')\n"
    )
    runs = [copied.run("test", "--fast", "-n", "0", "--nomigrations", str(probe)) for _ in range(2)]
    outcomes = [(run.communicate(timeout=PATIENCE_SECONDS)[0], run.returncode) for run in runs]
    assert [status for _, status in outcomes] == [0, 0], outcomes
    assert [line for line in copied.processes() if "test-" in line] == []


def test_python_without_ensurepip_gets_the_line_to_type(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(Failed, match=r"apt install python3\.\d+-venv"):
        installation.make_environment(None)


def test_a_desk_without_the_model_starts_and_its_tests_do_not(capsys):
    installation.add_vectors("false", needed=False)
    assert "compares words only" in capsys.readouterr().err
    with pytest.raises(Failed):
        installation.add_vectors("false", needed=True)


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
    assert {name.split(".")[0] for name in seen} - sys.stdlib_module_names == {"factdesk"}


def imported(path):
    """Modules a file imports; of `from a import b` both `a` and `a.b`, as b may be a module."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names
