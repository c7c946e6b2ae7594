"""`./desk lint` and `./desk test`: everything that has to hold, in one command each.

Standard library only; the tools run in the environment in `.venv`.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from factdesk import installation
from factdesk.installation import PYTHON, ROOT, STATE, site_packages
from factdesk.postgres import scratch_database
from factdesk.progress import Failed, say
from factdesk.surroundings import run

WORKERS = "2"
CODE = (
    "factdesk",
    "web",
    "matching",
    "articles",
    "claims",
    "accounts",
    "benchmarks",
    "manage.py",
    "conftest.py",
    "desk",
)


@dataclass(frozen=True)
class Check:
    """A tool that prints only what is wrong and ends with 0 when nothing is."""

    name: str
    command: Sequence[str]
    variables: dict[str, str] = field(default_factory=dict)


def lint() -> None:
    """Run every check, also after one failed. Raises Failed with their names."""
    installation.ensure(development=True)
    with scratch_database(STATE / "postgres", search=site_packages()) as url:
        failed = [check.name for check in checks(production_like(url)) if not passes(check)]
    if failed:
        raise Failed(f"Not clean: {', '.join(failed)}.")


def checks(production: dict[str, str]) -> list[Check]:
    python = str(PYTHON)
    manage = [python, "manage.py"]
    layers = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    templates = [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]
    return [
        Check("ruff check", [python, "-m", "ruff", "check", "-q", "."]),
        Check("ruff format", [python, "-m", "ruff", "format", "-q", "--check", "."]),
        Check("mypy", [python, "-m", "mypy", "--no-error-summary", *CODE], production),
        Check("djade", [str(PYTHON.with_name("djade")), "--check", *templates]),
        Check("import-linter", [python, "-c", layers]),
        Check("migrations", [*manage, "makemigrations", "--check", "--dry-run"], production),
        Check("deploy", [*manage, "check", "--deploy", "--fail-level", "WARNING"], production),
    ]


def passes(check: Check) -> bool:
    """Run one check; its output is shown when it fails."""
    began = time.monotonic()
    done = subprocess.run(
        check.command, cwd=ROOT, env=os.environ | check.variables, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace",
    )  # fmt: skip
    if done.returncode:
        say(done.stdout.rstrip())
    verdict = "FAILED" if done.returncode else "ok"
    say(f"{check.name}: {verdict}, {time.monotonic() - began:.1f} s")
    return done.returncode == 0


def production_like(database_url: str) -> dict[str, str]:
    """Settings as on a public server, so that `check --deploy` judges what will run there."""
    return {
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "factdesk.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "desk.example",
        "CSRF_TRUSTED_ORIGINS": "https://desk.example",
        "HTTPS": "1",
        "DEBUG": "0",
    }


def test(arguments: Sequence[str], *, postgres: int | None, fast: bool) -> int:
    """Check, then run the tests in two processes; the exit status of pytest.

    `postgres` is the major version of an installed server, for everything but the browser.
    `arguments` go to pytest as they are.
    """
    variables = dict(os.environ)
    selection = ["-m", "not browser"]
    if postgres is not None:
        variables["DESK_POSTGRES_BIN"] = str(installation.ensure_postgres(postgres))
        variables.pop("DATABASE_URL", None)
    elif not fast:
        installation.ensure_browser()
        selection = []
        lint()
    installation.ensure(development=True)
    return run([str(PYTHON), "-m", "pytest", "-n", WORKERS, *selection, *arguments], variables)
