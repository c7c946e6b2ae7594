"""Who writes and what is written: people, outlets, stories, articles and their sentences."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import connection
from django.utils.text import slugify

from accounts.models import User
from articles.models import Article, MediaType, Outlet, Revision, Sentence, Story
from benchmarks.archive import ARTICLES_A_STORY, LAST_DAY, MINUTES_APART, OUTLETS, PERSON
from benchmarks.desk.tables import execute, in_parts, insert
from benchmarks.words import SEED, Writer

REVIEWERS = 240  # more than are at work at once: who takes many claims in a row takes turns
SENTENCES = 12  # of an article
KNOWN = 20_000  # distinct sentences at most; outlets print each other's
REVISED_EVERY = 500  # articles; one of so many has other words since its claims were marked
FIRST_REVISED = 7

PLACES = """
    INSERT INTO bench_place
    SELECT article, position, start, start + length, sentence FROM (
        SELECT article, position, known.id AS sentence, length, (
            sum(length + gap) OVER (PARTITION BY article ORDER BY position) - length - gap
        )::integer AS start
        FROM generate_series(%(first)s::bigint, %(last)s) article
        CROSS JOIN generate_series(0, %(sentences)s - 1) position
        CROSS JOIN LATERAL (SELECT CASE mod(position, 3) WHEN 2 THEN 2 ELSE 1 END) parted(gap)
        JOIN bench_sentence known
            ON known.id = 1 + floor(bench_draw(article * 64 + position, 1) * %(known)s)::integer
    ) placed
"""
TEXTS = """
    INSERT INTO bench_text
    SELECT article, string_agg(words || CASE
        WHEN position = %(sentences)s - 1 THEN ''
        WHEN mod(position, 3) = 2 THEN E'\\n\\n' ELSE ' ' END, '' ORDER BY position)
    FROM bench_place JOIN bench_sentence ON bench_sentence.id = sentence
    WHERE article BETWEEN %(first)s AND %(last)s GROUP BY article
"""
# Some stories and outlets have far more articles than others.
WRITTEN = """(
    SELECT article AS key, text, encode(sha256(convert_to(text, 'UTF8')), 'hex') AS sha256,
        1 + floor(%(stories)s * power(bench_draw(article, 2), 1.5))::integer AS story,
        1 + floor(%(outlets)s * power(bench_draw(article, 3), 1.5))::integer AS outlet,
        a.words AS headline, b.words AS standfirst,
        %(newest)s::timestamptz - make_interval(mins => (%(apart)s * (%(articles)s - article))::int)
            AS at
    FROM bench_text
    JOIN bench_sentence a ON a.id = 1 + floor(bench_draw(article, 4) * %(known)s)::integer
    JOIN bench_sentence b ON b.id = 1 + floor(bench_draw(article, 5) * %(known)s)::integer
    WHERE article BETWEEN %(first)s AND %(last)s
) written"""
NAME = "initcap(split_part(standfirst, ' ', 2) || ' ' || split_part(standfirst, ' ', 3))"
IMPORTED = "at + interval '5 minutes'"


def write_people() -> None:
    """A desk admin, who looks at the pages, and the reviewers; by key, the admin first."""
    names = {1: PERSON, **{key: f"reviewer-{key}" for key in range(2, REVIEWERS + 2)}}
    User.objects.bulk_create(
        User(pk=key, username=name, password="!", zone="UTC")  # noqa: S106  nobody knows one
        for key, name in names.items()
    )
    groups = {one.name: one.pk for one in Group.objects.all()}
    User.groups.through.objects.bulk_create(
        User.groups.through(user_id=key, group_id=groups["desk admin" if key == 1 else "reviewer"])
        for key in names
    )


def write_texts(articles: int) -> None:
    """Outlets, stories and articles with their words, sentence by sentence."""
    writer = Writer(SEED)
    _outlets(writer)
    stories = _stories(writer, max(1, articles // ARTICLES_A_STORY))
    known = _sentences(writer, min(KNOWN, SENTENCES * articles))
    execute(
        "CREATE UNLOGGED TABLE bench_place (article bigint, position integer, start integer,"
        ' "end" integer, sentence integer)',
        "CREATE UNLOGGED TABLE bench_text (article bigint, text text)",
    )
    values = {"articles": articles, "stories": stories, "outlets": OUTLETS, "known": known}
    values |= {"sentences": SENTENCES, "apart": MINUTES_APART}
    in_parts(articles, PLACES, TEXTS, **values)
    execute("ANALYZE bench_place", "ANALYZE bench_text")
    in_parts(articles, _articles(), _revisions(), _places(), newest=LAST_DAY, **values)
    _revise(articles)
    in_parts(articles, _words())


def _outlets(writer: Writer) -> None:
    names = [" ".join(writer.some(2)).title() for _ in range(OUTLETS)]
    Outlet.objects.bulk_create(
        Outlet(pk=key, name=f"{name} {key}", slug=f"{slugify(name)}-{key}")
        for key, name in enumerate(names, start=1)
    )


def _stories(writer: Writer, count: int) -> int:
    Story.objects.bulk_create(
        Story(
            pk=key,
            title=f"{' '.join(writer.some(4)).capitalize()} {key}",
            slug=f"story-{key}",
            created_at=LAST_DAY - timedelta(hours=key),
            created_by_id=1,
        )
        for key in range(1, count + 1)
    )
    return count


def _sentences(writer: Writer, count: int) -> int:
    execute(
        "CREATE UNLOGGED TABLE bench_sentence (id integer PRIMARY KEY, words text, length integer)"
    )
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY bench_sentence FROM STDIN") as copy,
    ):
        for key in range(1, count + 1):
            words = writer.text(1)
            copy.write_row([key, words, len(words)])
    execute("ANALYZE bench_sentence")
    return count


def _articles() -> str:
    return insert(
        Article,
        WRITTEN,
        id="key",
        story_id="story",
        outlet_id="outlet",
        headline="rtrim(left(headline, 80), '. ')",
        standfirst="standfirst",
        byline=NAME,
        url="'https://archive.example/' || key",
        language="'en'",
        published_at="at",
        published_zone="'UTC'",
        dated_at="at",
        sha256="sha256",
        imported_at=IMPORTED,
        imported_by_id="1",
    )


def _revisions() -> str:
    return insert(
        Revision,
        WRITTEN,
        id="key",
        article_id="key",
        number="1",
        text="text",
        sha256="sha256",
        source="convert_to(text, 'UTF8')",
        media_type=f"'{MediaType.TEXT.value}'",
        imported_at=IMPORTED,
        imported_by_id="1",
    )


def _places() -> str:
    return insert(
        Sentence,
        "bench_place WHERE article BETWEEN %(first)s AND %(last)s",
        id="(article - 1) * %(sentences)s + position + 1",
        revision_id="article",
        position="position",
        start="start",
        end='"end"',
    )


def _revise(articles: int) -> None:
    """Give a few articles words in which none of their claims stands any more."""
    words = "'Report number ' || id || ' was withdrawn by its outlet.'"
    revised = f"""(
        SELECT id, {words} AS text, encode(sha256(convert_to({words}, 'UTF8')), 'hex') AS sha256,
            imported_at + interval '2 days' AS at
        FROM articles_article WHERE mod(id, {REVISED_EVERY}) = {FIRST_REVISED}
    ) revised"""
    second = insert(
        Revision,
        revised,
        id=f"{articles} + id",
        article_id="id",
        number="2",
        text="text",
        sha256="sha256",
        source="convert_to(text, 'UTF8')",
        media_type=f"'{MediaType.TEXT.value}'",
        imported_at="at",
        imported_by_id="1",
    )
    sentence = insert(
        Sentence,
        revised,
        id=f"{articles * SENTENCES} + id",
        revision_id=f"{articles} + id",
        position="0",
        start="0",
        end="length(text)",
    )
    newest = "UPDATE articles_article a SET sha256 = r.sha256 FROM articles_revision r"
    execute(second, sentence, f"{newest} WHERE r.article_id = a.id AND r.number = 2")


def _words() -> str:
    """What articles are found by: a trigger reads it from their newest words."""
    return "UPDATE articles_article SET headline = headline WHERE id BETWEEN %(first)s AND %(last)s"
