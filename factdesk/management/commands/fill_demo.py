"""Give an empty desk the demo stories and open the demo accounts, or do nothing."""

from __future__ import annotations

from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from articles.models import Story
from claims import jobs


class Command(BaseCommand):
    help = "For ./desk demo only: loads the demo fixtures into a desk without stories."

    def handle(self, *args: Any, **options: Any) -> None:
        # Loaded over work done in the desk, the fixtures would undo it. And a desk in use must
        # not get accounts whose password is known.
        if Story.objects.exists():
            return
        with transaction.atomic():
            call_command("loaddata", "demo", verbosity=0)
            call_command("demo_accounts", verbosity=0)
            jobs.make_up_for_missing()  # fixtures have no vectors
            call_command("find_origins", verbosity=0)  # nor passages, or what follows from them
            call_command("compare_stories", verbosity=0, stdout=self.stdout)
            call_command("check_priority", mend=True, stdout=StringIO())  # origins are new
