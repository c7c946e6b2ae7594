"""Compare the claims of stories with the texts of the other outlets anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Story
from claims import mentions


class Command(BaseCommand):
    help = "Bring the board's “probably here” up to date, for all stories or the named ones."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="story")

    def handle(self, *args: Any, slugs: list[str], **options: Any) -> None:
        stories = [Story.objects.at(slug) for slug in slugs] if slugs else list(Story.objects.all())
        unknown = [slug for slug, story in zip(slugs, stories, strict=False) if story is None]
        if unknown:
            raise CommandError(f"There is no story {', '.join(unknown)}.")
        for story in stories:
            if story:
                mentions.refresh_story(story)
        if options["verbosity"]:
            self.stdout.write(f"Compared {len(stories)} stories.")
