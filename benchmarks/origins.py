"""Finding who shares copy with a new text, in its story and across the archive.

Each act stores the passages of a text and looks for its copies, as an import does in its
transaction. Nothing of it stays.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice

from django.db import connection, transaction

import matching
from articles import copies, importing, passages
from articles.models import Article, Passage, Revision
from benchmarks import archive
from benchmarks.figures import Figure, Report, machine, measured
from benchmarks.visits import cpu_seconds, server
from benchmarks.words import SEED, Writer

WHAT = "find the articles that share copy with a new one"
TIMES = 100
PHRASES = 40  # paragraphs of standing background; every article ends with one of them
PRINTED = 200  # articles of one story that print the same text
FIRST_PHRASE = 1_000  # their position, behind every paragraph
A_BATCH = 1_000  # texts whose passages are written together
DATA = "origins"
FLOOR = "one article by its key"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=10_000)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {"articles": options.articles}


def build(size: Mapping[str, int]) -> None:
    """The archive with the passages of its texts; their index is made last, which is faster."""
    archive.build({**size, "claims": 1})
    (index,) = Passage._meta.indexes
    with connection.schema_editor() as editor:
        editor.remove_index(Passage, index)
    standing = _standing()
    texts = Revision.objects.only("text").order_by("pk").iterator(chunk_size=A_BATCH)
    while batch := list(islice(texts, A_BATCH)):
        found = passages.read(batch)
        passages.store({key: [*found[key], *standing[key % PHRASES]] for key in found})
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
    with connection.schema_editor() as editor:
        editor.add_index(Passage, index)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE articles_passage")


def measure(size: Mapping[str, int]) -> Report:
    figures = [_measured(name, texts) for name, texts in _texts(size["articles"])]
    return Report(
        title="Shared copy",
        size=size,
        figures=tuple(figures),
        floor=FLOOR,
        facts=machine() | {"postgresql": server()} | _sizes(),
    )


def _texts(articles: int) -> Iterator[tuple[str, list[str]]]:
    """What comes in, by figure."""
    writer = Writer(SEED + 1)
    known = [_text(1 + 7919 * at % articles) for at in range(TIMES)]
    phrases = _phrases()
    yield "a text of its own", [writer.text(24) for _ in known]
    yield "a lightly edited reprint", [_edited(text, writer) for text in known]
    background = [f"{writer.text(22)}\n\n{phrases[at % PHRASES]}" for at in range(TIMES)]
    yield "a text that ends in standing background", background
    printed = min(PRINTED, articles - 1)
    yield f"a reprint of what {printed} of its story print", [_edited(_text(1), writer)] * TIMES


def _standing() -> list[list[matching.Passage]]:
    """The passages of the paragraphs that the articles are taken to end with."""
    texts = enumerate(_phrases())
    found = passages.read(Revision(pk=number, text=text) for number, text in texts)
    return [[replace(one, position=FIRST_PHRASE) for one in inside] for inside in found.values()]


def _phrases() -> list[str]:
    writer = Writer(SEED + 2)
    return [writer.text(2) for _ in range(PHRASES)]


def _measured(name: str, texts: list[str]) -> Figure:
    """Passages are stored and copies looked for as in an import; then all is taken back."""
    with transaction.atomic():
        if name.startswith("a reprint of what"):
            _print(_text(1))
        revisions = [_import(text, number) for number, text in enumerate(texts)]
        acts = [partial(_follow, revision) for revision in revisions]
        keys = itertools.cycle(range(1, 11))
        figure = measured(
            name,
            acts,
            floor=lambda: Article.objects.get(pk=next(keys)),
            cpu_seconds=cpu_seconds,
        )
        transaction.set_rollback(True)
    return figure


def _follow(revision: Revision) -> None:
    found = passages.read([revision])
    passages.store(found)
    copies.follow([revision], found)


def _import(text: str, number: int) -> Revision:
    """An article of the first story with that text, without its passages."""
    article = Article.objects.get(pk=1)
    article.pk, article.url = None, f"https://new.example/{number}"
    article.sha256 = importing.sha256_of(text)
    article.save(force_insert=True)
    revision = archive.revision_of(article, text)
    revision.save(force_insert=True)
    return revision


def _text(key: int) -> str:
    return str(Revision.objects.only("text").get(pk=key).text)


def _edited(text: str, writer: Writer) -> str:
    """Every tenth word is another, and one paragraph in three is gone."""
    kept = [part for at, part in enumerate(text.split("\n\n")) if at % 3 < 2]
    words = "\n\n".join(kept).split(" ")
    words[::10] = writer.some(len(words[::10]))
    return " ".join(words)


def _print(text: str) -> None:
    """Let PRINTED articles beside the first hold its text, in its story."""
    story = Article.objects.get(pk=1).story_id
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True)[1 : PRINTED + 1])
    Article.objects.filter(pk__in=keys).update(story=story)
    Passage.objects.filter(revision__in=keys).delete()
    passages.store(passages.read(Revision(pk=key, text=text) for key in keys))


def _sizes() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_size_pretty(pg_table_size('articles_passage')),"
            " pg_size_pretty(pg_relation_size('passage_grams'))"
        )
        table, index = cursor.fetchone()
    return {"passages": f"{table}, their index {index}"}
