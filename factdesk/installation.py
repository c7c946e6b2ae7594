"""Make `.venv` from the pinned requirements, and find or install what the tests need.

Standard library only: `./desk` uses this before anything is installed.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from factdesk import locks
from factdesk.progress import Failed, say, step

ROOT = Path(__file__).resolve().parent.parent
# An environment of the person's own is used as it is.
OWN_VENV = os.environ.get("DESK_VENV")
VENV = Path(OWN_VENV) if OWN_VENV else ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "desk.json"
STATE = ROOT / "var"
RUN_TIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
VECTORS = "requirements-vectors.txt"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def ensure(*, development: bool = False, vectors: bool = False) -> None:
    """Bring `.venv` to the pinned versions; 1 ms when it is there already.

    `vectors` adds what sentence vectors need; where that cannot be had, the desk compares words
    only and a line says so. `development` adds the tools, and the vectors for the tests.
    Raises Failed with what to do when this Python can't make environments.
    """
    base = [RUN_TIME, DEVELOPMENT] if development else [RUN_TIME]
    wanted = [*base, VECTORS] if development or vectors else base
    if OWN_VENV or is_current(wanted):
        return
    with locks.exclusive(STATE / "install.lock"):
        if is_current(wanted):  # another ./desk was quicker
            return
        uv = working_uv()
        if not PYTHON.exists():
            make_environment(uv)
        if not is_current(base):
            install(uv, base, said="Installing the pinned requirements")
        if VECTORS in wanted:
            add_vectors(uv, needed=development)


def add_vectors(uv: str | None, *, needed: bool) -> None:
    """Model and runtime. Raises Failed only when they are `needed`."""
    try:
        install(uv, [VECTORS], "--no-deps", said="Installing the model for sentence vectors")
    except Failed:
        if needed:
            raise
        say("Without it the desk compares words only.")


def install(uv: str | None, names: Sequence[str], *options: str, said: str) -> None:
    """Requirement files into `.venv`, noted in its stamp. Raises Failed."""
    tool = [uv, "pip", "install", "-p", str(PYTHON)] if uv else [str(PYTHON), "-m", "pip",
            "install", "--disable-pip-version-check"]  # fmt: skip
    files = [part for name in names for part in ("-r", name)]
    with step(said):
        call([*tool, "-q", "--require-hashes", *options, *files])
    STAMP.write_text(json.dumps(installed() | {name: digest(name) for name in names}))


def is_current(wanted: Sequence[str]) -> bool:
    stamps = installed()
    return PYTHON.exists() and all(stamps.get(name) == digest(name) for name in wanted)


def installed() -> dict[str, str]:
    """Requirement file to the digest it was installed at; empty for an unknown environment."""
    try:
        stamps: dict[str, str] = json.loads(STAMP.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return stamps


def digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def working_uv() -> str | None:
    """uv's path if it runs; a version manager's stub may be there and lead nowhere."""
    path = shutil.which("uv")
    if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode:
        return None
    return path


def make_environment(uv: str | None) -> None:
    if uv is None and find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Failed(
            "This Python cannot make virtual environments. Install the missing part, then try "
            f"again:\n  apt install python{version}-venv"
        )
    if VENV.exists():  # left by a Python that is gone, or by an interrupted start
        shutil.rmtree(VENV)
    with step(f"Making .venv with Python {sys.version.split()[0]}"):
        if uv:
            call([uv, "venv", "-q", "--python", sys.executable, str(VENV)])
        else:
            call([sys.executable, "-m", "venv", str(VENV)])


def site_packages() -> list[Path]:
    """Where the wheel with PostgreSQL is, for callers outside the environment."""
    return list(VENV.glob("lib/python3.*/site-packages"))


def find_chromium() -> str | None:
    """Path of an installed Chromium or Chrome."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def ensure_browser() -> None:
    """Chromium, and the library that Playwright's driver wants and Debian need not have."""
    missing = [] if find_chromium() else ["chromium", "fonts-liberation"]
    if sys.platform == "linux" and not has_library("libatomic.so.1"):
        missing.append("libatomic1")
    if missing:
        install_packages(*missing, reason="The browser tests need more")


def has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def ensure_postgres(major: int) -> Path:
    """The folder with the binaries of that installed version."""
    folder = Path(f"/usr/lib/postgresql/{major}/bin")
    if not (folder / "postgres").exists():
        install_packages(f"postgresql-{major}", reason=f"PostgreSQL {major} is not installed")
    return folder


def install_packages(*names: str, reason: str) -> None:
    """With apt as root; Failed with the line to type for everybody else."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Failed(f"{reason}. Install it, then try again:\n  apt install {' '.join(names)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with step(f"{reason}: installing {' '.join(names)}"):
        call(["apt-get", "update", "-q"], environment=environment)
        call(
            ["apt-get", "install", "-q", "-y", "--no-install-recommends", *names],
            environment=environment,
        )


def call(command: Sequence[str], *, environment: dict[str, str] | None = None) -> None:
    """Run in the checkout; output is shown only when it fails, in Failed."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip
    if done.returncode:
        say(done.stdout.rstrip())
        raise Failed(f"{Path(command[0]).name} ended with status {done.returncode}.")
