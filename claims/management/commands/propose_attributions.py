"""Propose who says so for the claims that nobody has looked at."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.management.progress_bar import ProgressBar
from claims import attributions


class Command(BaseCommand):
    help = "Proposes who says so for claims marked before this was done at marking."

    def handle(self, *args: Any, **options: Any) -> None:
        claims = attributions.claims_without()
        with ProgressBar(len(claims)) as bar:
            proposed = 0
            for claim in claims:
                proposed += attributions.propose(claim) is not None
                bar.step()
        if options["verbosity"]:
            self.stdout.write(f"Looked at {len(claims)} claims; proposed who says {proposed}.")
