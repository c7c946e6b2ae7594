"""How fast files come onto the desk, against rows that are ready to be written.

The floor is Django's bulk_create of exactly the rows that the command writes of articles,
revisions, sentences and passages, made before the clock starts. The command starts, reads files,
tells text from site, splits sentences, looks for copies, asks for jobs, writes and ends within its
time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.db import connection, models, transaction

from articles.models import Article, Outlet, Passage, Revision, Sentence, Story
from benchmarks import processes
from benchmarks.archive import LAST_DAY, create_person
from benchmarks.databases import surroundings
from benchmarks.figures import Act, Figure, Report, Spent, figure_of, machine
from benchmarks.visits import server
from benchmarks.words import SEED, Writer

WHAT = "import plain articles from files"
DATA = "imports"
FLOOR = "bulk_create of the same rows, made beforehand"
SLUG = "imports"
OUTLET = "The Bench"
SENTENCES = (14, 34)  # of an article
WRITTEN = (Article, Revision, Sentence, Passage)
A_BATCH = 1_000  # articles whose rows go in by one call of bulk_create for each table
TURNS = 2  # of each way, one after the other, so that a busy machine slows down all
JOBS = (1, 2)
COMMAND = (sys.executable, "manage.py", "import_articles", "--story", SLUG, "--outlet", OUTLET)

Result = TypeVar("Result")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=10_000)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {"articles": options.articles}


def build(_size: Mapping[str, int]) -> None:
    Story.objects.create(
        title="Imports", slug=SLUG, created_at=LAST_DAY, created_by=create_person()
    )


def measure(size: Mapping[str, int]) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        paths = _write_files(Path(folder), size["articles"])
        ways: dict[str, Act] = {
            f"import_articles --jobs {jobs}": partial(_run, folder, jobs) for jobs in JOBS
        }
        _emptied(ways[next(reversed(ways))])
        batches = list(_batches())
        ways["bulk_create of the article rows alone"] = partial(_create, batches, [Article])
        figures = _in_turns(ways, floor=partial(_create, batches, WRITTEN))
        memory = {f"memory at {n:,}": _memory(paths[:n]) for n in (len(paths) // 4, len(paths))}
    return Report(
        title="Imports",
        size=size,
        figures=figures,
        floor=FLOOR,
        facts=machine() | {"postgresql": server()} | _speeds(figures) | memory,
    )


def _write_files(folder: Path, count: int) -> list[Path]:
    writer = Writer(SEED)
    paths = [folder / f"{number:06}.txt" for number in range(count)]
    for path in paths:
        path.write_text(writer.text(writer.draw.randint(*SENTENCES)))
    return paths


def _run(folder: str, jobs: int) -> None:
    command = [*COMMAND, "--jobs", str(jobs), folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=surroundings())  # noqa: S603


def _memory(paths: Sequence[Path]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".list") as named:
        named.write("\n".join(map(str, paths)))
        named.flush()
        command = [*COMMAND, "--jobs", str(JOBS[-1]), "--list", named.name]
        peak = _emptied(lambda: processes.peak_bytes(command, surroundings()))
    return f"{peak / 1e6:,.0f} MB at most, {JOBS[-1]} processes and the one that started them"


def _batches() -> Iterator[dict[type[models.Model], list[Any]]]:
    """All rows that are there, those of A_BATCH articles together."""
    keys = iter(Article.objects.order_by("pk").values_list("pk", flat=True))
    while batch := list(islice(keys, A_BATCH)):
        yield {
            Article: list(Article.objects.filter(pk__in=batch)),
            Revision: list(Revision.objects.filter(article__in=batch)),
            Sentence: list(Sentence.objects.defer(None).filter(revision__article__in=batch)),
            Passage: list(Passage.objects.filter(revision__article__in=batch)),
        }


def _create(
    batches: Iterable[Mapping[type[models.Model], list[Any]]], of: Iterable[type[models.Model]]
) -> None:
    for rows in batches:
        with transaction.atomic():
            for model in of:
                model._default_manager.bulk_create(rows[model])


def _in_turns(ways: Mapping[str, Act], *, floor: Act) -> tuple[Figure, ...]:
    """Each way TURNS times with the floor before it, always from empty tables."""
    spent: dict[str, list[Spent]] = {name: [] for name in ways}
    floors: dict[str, list[Spent]] = {name: [] for name in ways}
    for _ in range(TURNS):
        for name, way in ways.items():
            floors[name].append(_emptied(partial(_timed, floor)))
            spent[name].append(_emptied(partial(_timed, way)))
    return tuple(figure_of(name, spent[name], floors[name]) for name in ways)


def _timed(act: Act) -> Spent:
    cpu, began = _cpu_seconds(), time.perf_counter()
    act()
    ms = (time.perf_counter() - began) * 1_000
    return Spent(ms, (_cpu_seconds() - cpu) * 1_000)


def _cpu_seconds() -> float:
    """Of this process with those it has started, and of the whole server."""
    backend = connection.connection.info.backend_pid
    return processes.cpu_seconds(os.getpid()) + processes.cpu_seconds(processes.parent_of(backend))


def _emptied(act: Callable[[], Result]) -> Result:
    """Do it with empty tables, and nothing left for the server to do for what was before."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_article, articles_outlet, procrastinate_jobs CASCADE")
        cursor.execute("CHECKPOINT")
    Outlet.objects.create(name=OUTLET, slug="bench", pk=1)
    return act()


def _speeds(figures: Iterable[Figure]) -> dict[str, str]:
    """How fast each is, as a share of the floor's speed: more is faster."""
    return {f"speed of {one.name}": f"{1 / one.ratio:.2f} of the floor's" for one in figures}
