"""Measure how figures are compared, as docs/matching.md reports it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factdesk.evaluation.figures import measure


class Command(BaseCommand):
    help = (
        "Measures discrepancies on the research sets in a folder, which are not part of Fact Desk."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, help="has mrpc_train and ecbplus_train_dev .json.gz"
        )
        parser.add_argument(
            "--story", type=Path, help="folder of .txt files, the articles of a story"
        )
        parser.add_argument(
            "--cards", action="store_true", help="print every card, to judge by eye"
        )

    def handle(self, *args: Any, folder: Path, story: Path | None, **options: Any) -> None:
        try:
            measured = measure(folder, articles=story)
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read.") from error
        for line in measured.lines():
            self.stdout.write(line)
        for card in measured.cards if options["cards"] else ():
            differ = "; ".join(
                f"{d.kind} {d.grade}: {d.value_a} / {d.value_b}" for d in card.discrepancies
            )
            self.stdout.write(f"\n{differ}\n  {card.a}\n  {card.b}")
