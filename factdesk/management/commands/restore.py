"""Bring a saved desk back into an empty database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factdesk import backups

UPGRADED = " An older Fact Desk had saved it; it is up to date now."


class Command(BaseCommand):
    help = "Brings a desk that backup saved back into an empty database, wholly or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what backup wrote")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            was_older = backups.load(file)
        except backups.BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored from {file}.{UPGRADED if was_older else ''}")
