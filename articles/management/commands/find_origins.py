"""Find shared copy, credits and origins for articles that came before these were looked for."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import copies, origins
from articles.management.progress_bar import ProgressBar


class Command(BaseCommand):
    help = "Reads texts that have no passages yet, and finds their copies, credits and origins."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--afresh", action="store_true", help="do so for every article")

    def handle(self, *args: Any, afresh: bool, **options: Any) -> None:
        texts = copies.texts_to_read(afresh=afresh)
        with ProgressBar(len(texts)) as bar:
            for revision_id in texts:
                origins.read_anew(revision_id)
                bar.step()
        if options["verbosity"]:
            self.stdout.write(f"Read {len(texts)} articles.")
