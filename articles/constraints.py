"""Telling which rule of the database a write broke."""

from __future__ import annotations

from django.db import IntegrityError


def broken_by(error: IntegrityError, *names: str) -> str:
    """The constraint that refused the write; anything but `names` is raised again."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    if name not in names:
        raise error
    return str(name)
