"""Load fixtures as Django does, asking the database only once for each row they name."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import loaddata

from articles import natural_keys


class Command(loaddata.Command):
    def handle(self, *fixtures: str, **options: Any) -> None:
        with natural_keys.remembered():
            super().handle(*fixtures, **options)
