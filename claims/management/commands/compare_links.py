"""Find anew what the claims of every link disagree on."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Story
from claims import comparisons


class Command(BaseCommand):
    help = (
        "Compare the claims of every link again, story by story: after an upgrade that reads"
        " figures better. What was settled is kept with its values."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        links = sum(comparisons.follow_story(story) for story in Story.objects.order_by("pk"))
        self.stdout.write(f"Compared {links:,} link{'' if links == 1 else 's'}.")
