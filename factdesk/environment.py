"""Typed readers of the process environment; each raises a sentence that names the variable."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError, conninfo

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    """The variable's value; without a default an absent or empty one stops the start."""
    value = os.environ.get(name, "")
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(
            f"Set the environment variable {name}; docs/deploy.md lists all."
        )
    return default


def flag(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "").lower()
    if not value:
        return default
    if value not in TRUE_WORDS | FALSE_WORDS:
        raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")
    return value in TRUE_WORDS


def names(name: str) -> list[str]:
    """A comma-separated list; empty when the variable is absent."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def numbers(name: str, default: list[int]) -> list[int]:
    """A comma-separated list of whole numbers."""
    given = names(name)
    if not all(number.isdecimal() for number in given):
        raise ImproperlyConfigured(f"{name} is not a list of numbers, as in 80,443.")
    return [int(number) for number in given] or default


def database(name: str) -> dict[str, Any]:
    """Django's database settings from a libpq URL or keyword string."""
    try:
        given = conninfo.conninfo_to_dict(text(name))
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"{name} is not a PostgreSQL address: {error}") from error
    known = {
        "host": "HOST",
        "port": "PORT",
        "user": "USER",
        "password": "PASSWORD",
        "dbname": "NAME",
    }
    settings = {ours: str(given.pop(theirs, "") or "") for theirs, ours in known.items()}
    options = {key: value for key, value in given.items() if value is not None}
    return {"ENGINE": "django.db.backends.postgresql", **settings, "OPTIONS": options}


def mail(name: str) -> dict[str, Any]:
    """Django's mail settings from smtp://user:password@host:port, smtps://… or console://."""
    url = urlsplit(text(name, "console://"))
    if url.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise ImproperlyConfigured(f"{name} is not smtp://…, smtps://… or console://.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or (465 if url.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp",
    }
