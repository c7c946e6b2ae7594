"""Import articles from files and folders."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import file_imports, importers, published, stories
from articles.errors import ArticleError
from articles.file_imports import Result, Status
from articles.management.progress_bar import ProgressBar


class Command(BaseCommand):
    help = "Import articles from .txt and .html files and folders of them; see docs/import.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--story", required=True, metavar="SLUG", help="as in /stories/SLUG/")
        parser.add_argument(
            "--create-story", metavar="TITLE", help="open the story if the desk has none of SLUG"
        )
        parser.add_argument("--outlet", metavar="NAME", help="who published all of them")
        parser.add_argument("--by", metavar="USERNAME", help="who imports them")
        parser.add_argument("--json", action="store_true", help="write one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = importers.named(options["by"]) if options["by"] else importers.default()
            story = stories.at(options["story"], or_open=options["create_story"], by=by)
        except ArticleError as error:
            raise CommandError(str(error)) from error
        counts: Counter[Status] = Counter()
        paths = file_imports.find(options["paths"])
        with ProgressBar(len(paths)) as bar:
            for path in paths:
                result = file_imports.import_file(
                    path, story=story, outlet_name=options["outlet"] or "", by=by
                )
                counts[result.status] += 1
                bar.clear()
                self.stdout.write(_as_json(result) if options["json"] else _as_line(result))
                bar.step()
        if not options["json"]:
            self.stdout.write(", ".join(f"{counts[status]} {status}" for status in Status))
        if counts[Status.REFUSED]:
            sys.exit(1)


def _as_line(result: Result) -> str:
    """For people: without the signs by which a file's name could command the terminal."""
    path = str(result.path).encode(errors="replace").decode()
    shown = "".join(sign if sign.isprintable() else "�" for sign in path)
    return f"{result.status:9}  {shown}: {result.sentence}"


def _as_json(result: Result) -> str:
    article = result.article
    when = article and published.of(article)
    return json.dumps(
        {
            "path": str(result.path),
            "status": result.status,
            "sentence": result.sentence,
            "article": article and article.pk,
            "outlet": article and article.outlet.name,
            "headline": article and article.headline,
            "published": when and when.iso,
            "language": article and article.language,
            "text": result.text if article else None,
        }
    )
