"""Measure how articles are found in web pages, as docs/importing.md reports it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factdesk.evaluation import extraction


class Command(BaseCommand):
    help = "Measures the reading of HTML on the article-extraction benchmark in a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="has ground-truth.json and html/")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            pages = extraction.load(folder)
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read.") from error
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise CommandError("The folder is not of the benchmark’s form.") from error
        self.stdout.write(f"{len(pages)} pages")
        for name, read in extraction.READERS.items():
            score = extraction.score_bodies(pages, read)
            self.stdout.write(
                f"{name}: F1 {score.f1:.4f}, precision {score.precision:.4f}, "
                f"recall {score.recall:.4f}"
            )
        for detail, found in extraction.score_details(pages).items():
            self.stdout.write(
                f"{detail}: correct {found.correct:.3f}, found {found.found:.3f}, "
                f"of {found.pages} pages"
            )
