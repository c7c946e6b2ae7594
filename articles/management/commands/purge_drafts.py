"""Delete import drafts past their time; a scheduler may run it each day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles import drafts


class Command(BaseCommand):
    help = "Delete import drafts that are older than a day."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Deleted {drafts.purge()} drafts.")
