"""An invented archive: outlets, stories, articles and claims, the same rows in every run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.utils.text import slugify

from accounts.models import User
from articles.models import Article, MediaType, Outlet, Revision, Story
from benchmarks.bulk import copy_in, without_indexes
from benchmarks.words import SEED, Writer
from claims.models import Claim, Verdict
from claims.priority import ALONE, OPEN_CONFLICT, SPREAD
from claims.states import ClaimStatus, VerdictStatus
from matching import split

NAME = "archive"
OUTLETS = 60
ARTICLES_A_STORY = 40
SENTENCES = (14, 34)  # of an article
A_BATCH = 1_000  # articles that are written together
LAST_DAY = datetime(2026, 11, 1, tzinfo=UTC)
MINUTES_APART = 15  # 100,000 articles reach back three years
DECIDED_SHARE = 0.3
PERSON = "bench"
PRIORITIES = (ALONE, ALONE - SPREAD, ALONE - SPREAD - OPEN_CONFLICT)
# Verified needs evidence, which these figures do not look at.
GIVEN = (VerdictStatus.DISPUTED, VerdictStatus.UNRESOLVED)


def build(size: Mapping[str, int]) -> None:
    """Fill the empty tables with `articles` and, evenly in them, `claims`."""
    person = create_person()
    articles, claims = size["articles"], size["claims"]
    writer = Writer(SEED)
    outlets = _outlets(writer)
    stories = _stories(writer, max(1, articles // ARTICLES_A_STORY), person)
    rows = _articles(writer, articles, outlets, stories, person)
    share = claims / articles
    with without_indexes(Article, Revision, Claim, Verdict):
        while batch := list(islice(rows, A_BATCH)):
            _write(writer, batch, share)
    _settle()


@transaction.atomic
def _write(writer: Writer, batch: list[tuple[Article, str]], share: float) -> None:
    copy_in(Article, (article for article, _ in batch))
    copy_in(Revision, (revision_of(article, text) for article, text in batch))
    marked = [one for at, text in batch for one in _claims(writer, at, text, share)]
    copy_in(Claim, marked)
    copy_in(Verdict, (_verdict(claim) for claim in marked if claim.current_verdict_id))


def create_person() -> User:
    person = User.objects.create(username=PERSON, password="!", zone="UTC")  # noqa: S106
    person.groups.add(Group.objects.get(name="desk admin"))
    return person


def _outlets(writer: Writer) -> list[Outlet]:
    names = {" ".join(writer.some(3)).title() for _ in range(2 * OUTLETS)}
    chosen = sorted(names)[:OUTLETS]
    return Outlet.objects.bulk_create(
        Outlet(name=name, slug=f"{slugify(name)}-{number}")
        for number, name in enumerate(chosen, start=1)
    )


def _stories(writer: Writer, count: int, by: User) -> list[Story]:
    return Story.objects.bulk_create(
        Story(
            title=f"{' '.join(writer.some(4)).capitalize()} {number}",
            slug=f"story-{number}",
            created_at=LAST_DAY - timedelta(hours=number),
            created_by=by,
        )
        for number in range(1, count + 1)
    )


def _articles(
    writer: Writer, count: int, outlets: list[Outlet], stories: list[Story], by: User
) -> Iterator[tuple[Article, str]]:
    """Articles with their texts, the oldest first; a story's lie close together in time."""
    for number in range(1, count + 1):
        text = writer.text(writer.draw.randint(*SENTENCES))
        at = LAST_DAY - timedelta(minutes=MINUTES_APART * (count - number))
        near = number * len(stories) // count + writer.draw.randint(-2, 2)
        article = Article(
            pk=number,
            story=stories[min(max(near, 0), len(stories) - 1)],
            outlet=writer.draw.choice(outlets),
            headline=" ".join(writer.some(9)).capitalize(),
            standfirst=" ".join(writer.some(18)).capitalize() + ".",
            byline=" ".join(writer.some(2)).title(),
            url=f"https://archive.example/{number}",
            language="en",
            published_at=at,
            published_zone="UTC",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            imported_at=at + timedelta(minutes=5),
            imported_by=by,
        )
        yield article, text


def revision_of(article: Article, text: str) -> Revision:
    return Revision(
        pk=article.pk,
        article=article,
        number=1,
        text=text,
        sha256=article.sha256,
        source=text.encode(),
        media_type=MediaType.TEXT,
        imported_at=article.imported_at,
        imported_by=article.imported_by,
    )


def _claims(writer: Writer, article: Article, text: str, share: float) -> Iterator[Claim]:
    """`share` claims on average, each a sentence of its own; three in ten are decided."""
    first, last = round((article.pk - 1) * share), round(article.pk * share)
    spans = split(text)
    for key, span in zip(range(first + 1, last + 1), spans, strict=False):
        is_decided = writer.draw.random() < DECIDED_SHARE
        status = ClaimStatus(writer.draw.choice(GIVEN)) if is_decided else ClaimStatus.UNREVIEWED
        yield Claim(
            pk=key,
            revision_id=article.pk,
            article=article,
            story_id=article.story_id,
            outlet_id=article.outlet_id,
            start=span.start,
            end=span.end,
            quote=span.of(text),
            statement=" ".join(writer.some(8)).capitalize() if key % 4 == 0 else "",
            attribution=" ".join(writer.some(2)) if key % 3 == 0 else "",
            status=status,
            current_verdict_id=key if is_decided else None,
            priority=writer.draw.choice(PRIORITIES),
            waiting_since=None if is_decided else article.imported_at,
            marked_at=article.imported_at + timedelta(minutes=5),
            marked_by=article.imported_by,
        )


def _verdict(claim: Claim) -> Verdict:
    return Verdict(
        pk=claim.pk,
        claim=claim,
        status=VerdictStatus(claim.status),
        rationale="Invented.",
        revision_id=claim.revision_id,
        quote=claim.quote,
        decided_at=claim.marked_at + timedelta(days=1),
        decided_by=claim.marked_by,
    )


def _settle() -> None:
    """What a desk in use has behind it: sequences beyond the rows, clean pages, statistics."""
    with connection.cursor() as cursor:
        for model in (Article, Revision, Claim, Verdict):
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608
            )
        cursor.execute("VACUUM ANALYZE")
