"""Save the whole desk in one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from factdesk import backups


class Command(BaseCommand):
    help = "Saves the whole desk, as it stands now, in one new file that only you can read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a new file, as in desk.backup")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            size = backups.save(file)
        except backups.BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Saved in {file}, {filesizeformat(size)}.")
