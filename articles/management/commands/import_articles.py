"""Import articles from files, folders and standard input."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import file_imports, files
from articles.errors import ArticleError
from articles.extraction import language
from articles.file_imports import Run, import_files
from articles.formats import INSIDE
from articles.formats.tables import COLUMNS
from articles.import_results import Result, Status
from articles.management.crew import spread
from articles.management.progress_bar import ProgressBar

FILES_A_BATCH = 100  # are written together
BYTES_A_BATCH = 2_000_000
FILES_A_PROCESS = 200  # for fewer it is not worth starting one
JOBS_MOST = 4  # unless more are asked for
AGAIN = "Run it again: it goes on from there."
INTERRUPTED = 130


class Command(BaseCommand):
    help = "Import articles from files of many kinds and folders of them; see docs/importing.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="- reads one")
        parser.add_argument("--list", type=Path, metavar="FILE", help="paths, one a line")
        parser.add_argument("--story", required=True, metavar="SLUG", help="as in /stories/SLUG/")
        parser.add_argument(
            "--create-story", metavar="TITLE", help="open the story if the desk has none of SLUG"
        )
        parser.add_argument("--outlet", default="", metavar="NAME", help="who published all of it")
        parser.add_argument(
            "--columns",
            type=_columns,
            default={},
            metavar="headline=Title,text=Body",
            help="where a table has what; otherwise its titles tell",
        )
        parser.add_argument("--by", metavar="USERNAME", help="who imports them")
        parser.add_argument("--jobs", type=_count, metavar="N", help="processes that read files")
        parser.add_argument("--dry-run", action="store_true", help="read, and write nothing")
        parser.add_argument("--json", action="store_true", help="write one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        run = Run(
            story=options["story"],
            create_story=options["create_story"],
            outlet=options["outlet"] or "",
            by=options["by"],
            columns=options["columns"] or {},
            is_dry=options["dry_run"],
        )
        try:
            paths = _paths(options["paths"], options["list"])
            file_imports.begin(run)
        except ArticleError as error:
            raise CommandError(str(error)) from error
        jobs = options["jobs"] or _fitting_jobs(len(paths))
        write = _as_json if options["json"] else _as_line
        try:
            counts = self._import(paths, partial(import_files, run=run), jobs=jobs, write=write)
        except KeyboardInterrupt as stop:
            raise CommandError(f"Stopped. {AGAIN}", returncode=INTERRUPTED) from stop
        except BrokenProcessPool as error:
            raise CommandError(f"One of its processes was ended from outside. {AGAIN}") from error
        if not options["json"]:
            self.stdout.write(_as_sum(counts, run))
        if counts[Status.REFUSED]:
            sys.exit(1)

    def _import(
        self,
        paths: list[Path],
        work: Callable[[list[Path]], list[Result]],
        *,
        jobs: int,
        write: Callable[[Result], str],
    ) -> Counter[Status]:
        counts: Counter[Status] = Counter()
        if jobs > 1:
            language.load()
        batches = files.batches(paths, files=FILES_A_BATCH, size=BYTES_A_BATCH)
        with ProgressBar(len(paths)) as bar:
            for results in spread(work, batches, jobs=jobs):
                bar.clear()
                for result in results:
                    counts[result.status] += 1
                    self.stdout.write(write(result))
                bar.step(len(results))
        return counts


def _count(written: str) -> int:
    if not written.isdecimal() or not int(written):
        raise ArgumentTypeError("give a number from 1 on")
    return int(written)


def _columns(written: str) -> dict[str, str]:
    """Pairs parted by commas; a title with a comma in it cannot be given here."""
    pairs = [pair.partition("=") for pair in written.split(",")]
    if not all(title.strip() and name.strip() in COLUMNS for name, _, title in pairs):
        raise ArgumentTypeError(
            f"give pairs as in headline=Title,text=Body; the desk knows {', '.join(COLUMNS)}"
        )
    return {name.strip(): title.strip() for name, _, title in pairs}


def _fitting_jobs(paths: int) -> int:
    """As many as there are processors, but none for a few files."""
    return max(1, min(JOBS_MOST, len(os.sched_getaffinity(0)), paths // FILES_A_PROCESS))


def _paths(named: list[Path], list_: Path | None) -> list[Path]:
    """Raises BadFile when nothing is named, or standard input with anything else."""
    if files.STANDARD_INPUT in named and (len(named) > 1 or list_):
        raise files.BadFile("Standard input is read alone: name no other file with “-”.")
    found = files.find([*named, *(files.listed(list_) if list_ else ())])
    if not found:
        raise files.BadFile("Name files or folders, “-” for standard input, or a --list of them.")
    return found


def _as_line(result: Result) -> str:
    """For people: without the signs by which a file's name could command the terminal."""
    whole = f"{result.path}{INSIDE}{result.part}" if result.part else result.path
    path = whole.encode(errors="replace").decode()
    shown = "".join(sign if sign.isprintable() else "�" for sign in path)
    return f"{result.status:9}  {shown}: {result.sentence}"


def _as_json(result: Result) -> str:
    return json.dumps(asdict(result))


def _as_sum(counts: Counter[Status], run: Run) -> str:
    unused = Status.IMPORTED if run.is_dry else Status.NEW
    told = ", ".join(f"{counts[status]} {status}" for status in Status if status != unused)
    return f"{told}. Nothing was written." if run.is_dry else told
