"""Blank an article's text on legal demand."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import importers
from articles.errors import ArticleError
from articles.models import Article
from claims import redactions
from claims.errors import ClaimError


class Command(BaseCommand):
    help = "Blank an article's text for good: its words go, hash, places and history stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, metavar="ARTICLE", help="as in /articles/NUMBER/")
        parser.add_argument("--revision", type=int, metavar="N", help="only this one")
        parser.add_argument("--reason", required=True, help="on whose demand, and why")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="a desk admin")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            article = Article.objects.get(pk=options["article"])
            by = importers.named(options["by"])
            done = redactions.redact(
                article, number=options["revision"], reason=options["reason"], by=by
            )
        except Article.DoesNotExist as error:
            raise CommandError("There is no such article.") from error
        except (ArticleError, ClaimError) as error:
            raise CommandError(str(error)) from error
        numbers = ", ".join(str(revision.number) for revision in done)
        self.stdout.write(f"Blanked revision {numbers}." if done else "Nothing was left to blank.")
