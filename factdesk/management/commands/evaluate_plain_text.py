"""Measure which lines of plain text are kept, as docs/importing.md reports it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factdesk.evaluation import plain_text


class Command(BaseCommand):
    help = "Measures the reading of plain text on the marked pages in a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="has a .txt a page, each line with its mark")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            pages = plain_text.load(folder)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError("A line there has no mark before it.") from error
        self.stdout.write(f"{len(pages)} pages")
        for name, form in plain_text.FORMS.items():
            score = plain_text.measure(pages, form)
            self.stdout.write(
                f"{name}: precision {score.precision:.3f}, recall {score.recall:.3f}, "
                f"whole pages {score.whole:.3f}, headlines {score.headlines:.3f}"
            )
