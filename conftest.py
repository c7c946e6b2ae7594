"""What every test gets: a database server, settings for tests, a browser that may not err.

Jobs are done when a test asks for it: `do_jobs()` runs the real worker until none is left.

Writing a browser test: take `page` and `live_server` and open `live_server.url`. The test is
marked `browser` by itself, the server delivers the static files of `static/`, and the test
fails when a page logs an error or breaks the content security policy. Say which of the
browser's complaints the test means to cause, for example the line for an answer of 409:

    def test_second_reviewer_is_told(page, live_server, browser_log):
        browser_log.expect("status of 409")

For a page without JavaScript, in another size or with touch, use pytest-playwright's marker
`browser_context_args` or its fixture `new_context`; all contexts are watched.
"""

from __future__ import annotations

import atexit
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import django
import pytest
from playwright.sync_api import expect
from xdist.scheduler import LoadScopeScheduling

from factdesk.installation import STATE, find_chromium
from factdesk.postgres import scratch_database

ROOT = Path(__file__).resolve().parent
# Modules whose tests share something slow to make, so one of pytest's processes runs them all.
ONE_PROCESS = {
    "benchmarks/tests/test_archive.py",
    "factdesk/tests/test_desk.py",
    "factdesk/tests/test_demo_fixture.py",
    "factdesk/tests/test_upgrade.py",
}
# Children first.
JOB_TABLES = (
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_jobs",
    "procrastinate_workers",
)
# A page may be slow on a busy machine; only a page that never gets there is wrong.
BROWSER_PATIENCE_MS = 20_000
BROWSER_FIXTURES = {"page", "context", "new_context", "browser"}
# --no-sandbox for root; the rest keeps a test browser from phoning home.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # The last such list counts, so first what Playwright switches off; then what gives each page a
    # second renderer, for the list under the address bar, which is most of the work of a test.
    "--disable-features=AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,"
    "HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,"
    "PreconnectToSearch,TcpPortRandomizationWin,ThirdPartyStoragePartitioning,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


def prepare_environment() -> None:
    """Settings are read once, so this comes before Django; xdist's workers inherit it."""
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    os.environ["DJANGO_SETTINGS_MODULE"] = "factdesk.settings"
    os.environ["HTTPS"] = "0"
    os.environ["DEBUG"] = "0"
    os.environ["DESK_TIME_ZONE"] = "UTC"
    # Playwright keeps an event loop in the thread of the test, which Django takes for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    if not os.environ.get("DATABASE_URL"):
        server = ExitStack()
        os.environ["DATABASE_URL"] = server.enter_context(scratch_database(STATE / "postgres"))
        atexit.register(server.close)


prepare_environment()
django.setup()

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, a client and a database; tests that empty all tables empty the job
    queue too. What migrations wrote is gone then: factories make the groups they need."""
    for item in items:
        names: list[str] = getattr(item, "fixturenames", [])
        if BROWSER_FIXTURES.intersection(names):
            item.add_marker(pytest.mark.browser)
        if "client" in names:
            item.add_marker(pytest.mark.page)
        database = item.get_closest_marker("django_db")
        if database is not None or {"db", "transactional_db", "live_server"}.intersection(names):
            item.add_marker(pytest.mark.database)
        transactional = database is not None and database.kwargs.get("transaction")
        if transactional or {"live_server", "transactional_db"}.intersection(names):
            names.append("_no_jobs_left")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Have tables emptied row by row: TRUNCATE makes new files for hundreds of indexes."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')::bool")
        if cursor.fetchone() == (True,):  # only such an account may pass over the triggers
            connection.ops.sql_flush = _deletes  # type: ignore[method-assign]


def _deletes(style: Any, tables: Iterable[str], **options: bool) -> list[str]:
    """Statements for one transaction that empty the tables."""
    names = map(connection.ops.quote_name, tables)
    return [
        "SET LOCAL session_replication_role = replica",
        *(f"DELETE FROM {name}" for name in names),  # noqa: S608
    ]


@pytest.fixture
def _no_jobs_left(transactional_db: None) -> Iterator[None]:
    """Empty the job queue, whose tables are not Django's to empty."""
    yield
    with connection.cursor() as cursor:
        for table in JOB_TABLES:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608


def _close_connection(call_next: Callable[[], Any], context: Any, worker: Any) -> Any:
    """After each job, so that the test's database can be dropped."""
    try:
        return call_next()
    finally:
        connection.close()


@pytest.fixture
def do_jobs(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Runs the worker until no job is left, as it runs beside the web; none may fail.

    What comes by the clock is left out: it would come while the worker stops, or after.
    """
    monkeypatch.setattr(app.periodic_registry, "periodic_tasks", {})

    def work() -> None:
        with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
            app.run_worker(
                wait=False,
                install_signal_handlers=False,
                listen_notify=False,
                delete_jobs="successful",
                task_middleware=[_close_connection],
            )

    def do() -> None:
        with ThreadPoolExecutor(1) as elsewhere:  # Playwright has an event loop in this thread
            elsewhere.submit(work).result()
        assert list(ProcrastinateJob.objects.filter(status="failed")) == []

    return do


class Sharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands out single tests in order, and the modules in ONE_PROCESS whole."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.split("::", 1)[0]
        return module if module in ONE_PROCESS else nodeid

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
        """Forget what is done: it would be counted again after each of thousands of tests."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing:
    return Sharing(config, log)


@pytest.fixture(autouse=True)
def _plain_static_files(settings: Any) -> None:
    """Names without hashes, which need no collectstatic."""
    backend = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}


@pytest.fixture(autouse=True)
def _usual_names() -> None:
    """No test sees what another called the statuses; nor does a page look for it in a count."""
    from claims import house, house_names

    house.know(house.Names())
    house_names.rest()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium; Playwright's own build would be a download of its own."""
    expect.set_options(timeout=BROWSER_PATIENCE_MS)
    chromium = find_chromium()
    assert chromium, "The browser tests need Chromium: apt install chromium"
    return {**browser_type_launch_args, "executable_path": chromium, "args": CHROMIUM_OPTIONS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/Berlin"}


class BrowserLog:
    """Errors that pages of one test logged, in order."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.expected: list[str] = []

    def expect(self, *texts: str) -> None:
        """Errors that contain one of the texts are part of the test."""
        self.expected += texts

    @property
    def unexpected(self) -> list[str]:
        return [error for error in self.errors if not any(t in error for t in self.expected)]

    def watch(self, context: Any) -> None:
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        # htmx logs a request it gave up on purpose; one that fails logs more than these.
        if message.text.startswith(("htmx:abort", "htmx:sendAbort", "htmx:afterRequest")):
            return
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


@pytest.fixture
def browser_log(request: pytest.FixtureRequest) -> Iterator[BrowserLog]:
    """What the browser complained about; the test fails for what it did not expect."""
    log = BrowserLog()
    browser = request.getfixturevalue("browser")
    browser.on("context", log.watch)
    yield log
    browser.remove_listener("context", log.watch)
    assert log.unexpected == []


@pytest.fixture(autouse=True)
def _no_browser_errors(request: pytest.FixtureRequest) -> None:
    if BROWSER_FIXTURES.intersection(request.fixturenames):
        request.getfixturevalue("browser_log")
