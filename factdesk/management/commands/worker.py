"""Do what pages put off: vectors, suggestions, and fetching from the web."""

from __future__ import annotations

import asyncio
import signal
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

from articles.jobs import FETCHING
from factdesk import lifeline

# Jobs are cut to take about a second; one that is cut off is done again by the next worker.
STOP_SECONDS = 10.0
# How many jobs of each queue are done at once: thinking fills a processor, fetching mostly waits.
QUEUES = {"default": 1, FETCHING: 4}


class Command(BaseCommand):
    help = "Works on the desk's jobs until it is stopped by SIGTERM or Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        lifeline.hold()
        with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
            asyncio.run(work())


async def work() -> None:
    """Do the jobs of all queues until a signal comes, then end those at hand."""
    async with app.open_async(), asyncio.TaskGroup() as queues:
        workers = [
            queues.create_task(
                app.run_worker_async(
                    name=f"desk {queue}",
                    queues=[queue],
                    concurrency=at_once,
                    delete_jobs="successful",
                    shutdown_graceful_timeout=STOP_SECONDS,
                    install_signal_handlers=False,  # each would take the other's place
                )
            )
            for queue, at_once in QUEUES.items()
        ]

        def stop() -> None:
            for worker in workers:
                worker.cancel()

        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop)
