"""Do what pages put off: vectors of sentences and claims, and the suggestions that follow."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

from factdesk import lifeline

# Jobs are cut to take about a second; one that is cut off is done again by the next worker.
STOP_SECONDS = 10.0


class Command(BaseCommand):
    help = "Works on the desk's jobs until it is stopped by SIGTERM or Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        lifeline.hold()
        with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
            app.run_worker(
                name="desk", delete_jobs="successful", shutdown_graceful_timeout=STOP_SECONDS
            )
