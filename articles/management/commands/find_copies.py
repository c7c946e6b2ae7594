"""Find the copy that articles share with each other, for those that came before that was done."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import copies
from articles.management.progress_bar import ProgressBar


class Command(BaseCommand):
    help = "Makes the passages of texts that have none, and finds which articles share them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--afresh", action="store_true", help="do so for every article")

    def handle(self, *args: Any, afresh: bool, **options: Any) -> None:
        texts = copies.texts_to_read(afresh=afresh)
        pairs = 0
        with ProgressBar(len(texts)) as bar:
            for revision_id in texts:
                pairs += copies.read_anew(revision_id)
                bar.step()
        if options["verbosity"]:
            self.stdout.write(f"Read {len(texts)} articles; {pairs} pairs share copy.")
