"""Count anew how pressing every claim is and what it has, and say where another is stored."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims import priorities, signs
from claims.models import Claim

SHOWN = 20  # differences that are told one by one


class Command(BaseCommand):
    help = "Recount the priority of all claims; exit status 1 when a stored one is another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="write the right ones")

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        found = priorities.differences()
        for one in found[:SHOWN]:
            self.stdout.write(f"Claim {one.claim} has {one.stored}, should have {one.right}.")
        if len(found) > SHOWN:
            self.stdout.write(f"And {len(found) - SHOWN:,} more.")
        if others := signs.differing(Claim.objects.all()).count():
            self.stdout.write(f"{others:,} have other links, conflicts or spread than is stored.")
        if mend:
            self.stdout.write(f"Mended {priorities.mend(found) + signs.mend():,}.")
        elif found or others:
            raise SystemExit(1)
        elif options["verbosity"]:
            self.stdout.write("Every priority is right.")
