"""One large invented story: outlets, articles, points, mentions and figures that disagree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db import connection, transaction

from accounts.models import User
from articles.models import Article, Outlet, Revision, Sentence, Story
from benchmarks.archive import LAST_DAY, create_person, revision_of
from benchmarks.words import SEED, Writer
from claims.models import Claim, Cluster, Discrepancy, Link, Mention
from claims.states import ClaimStatus, DiscrepancyGrade, LinkKind, LinkState
from matching import DiscrepancyKind, split

NAME = "newsroom"
SLUG = "large-story"
A_POINT = 8  # claims, each of another article
LONE_EVERY = 5  # one claim in five is linked to none
MENTIONED_BY = 4  # articles that say the point in a sentence nobody has marked
UNMARKED = 14  # sentences of an article beyond those that are claims


def build(size: Mapping[str, int]) -> None:
    """Fill the empty tables with a story of `articles`, `outlets` and `claims`.

    Needs at least A_POINT articles, so that a point's claims stand in as many of them.
    """
    if size["articles"] < A_POINT:
        raise ValueError(f"a point has claims of {A_POINT} articles")
    writer, person = Writer(SEED), create_person()
    with transaction.atomic():
        story = Story.objects.create(
            title="A large story", slug=SLUG, created_at=LAST_DAY, created_by=person
        )
        articles = _articles(writer, story, _outlets(writer, size["outlets"]), size, person)
        texts = [writer.text(size["claims"] // len(articles) + UNMARKED) for _ in articles]
        sentences = _write(articles, texts)
        points = _points(writer, story, articles, sentences, size["claims"])
        links = _links(points, person)
        _disagree(links)
        _mention(points, articles, sentences)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _outlets(writer: Writer, count: int) -> list[Outlet]:
    return Outlet.objects.bulk_create(
        Outlet(name=f"{' '.join(writer.some(2)).title()} {number}", slug=f"outlet-{number}")
        for number in range(1, count + 1)
    )


def _articles(
    writer: Writer, story: Story, outlets: list[Outlet], size: Mapping[str, int], by: User
) -> list[Article]:
    """One after another, the outlets in turns."""
    return [
        Article(
            pk=number,
            story=story,
            outlet=outlets[number % len(outlets)],
            headline=" ".join(writer.some(9)).capitalize(),
            published_at=LAST_DAY + timedelta(minutes=23 * number),
            published_zone="UTC",
            imported_at=LAST_DAY + timedelta(minutes=23 * number + 5),
            imported_by=by,
        )
        for number in range(1, size["articles"] + 1)
    ]


def _write(articles: list[Article], texts: list[str]) -> list[list[Sentence]]:
    """Store the articles with these texts; the sentences of each."""
    for article, text in zip(articles, texts, strict=True):
        article.sha256 = hashlib.sha256(text.encode()).hexdigest()
    Article.objects.bulk_create(articles)
    revisions = Revision.objects.bulk_create(map(revision_of, articles, texts))
    found = [
        [
            Sentence(revision=revision, position=position, start=span.start, end=span.end)
            for position, span in enumerate(split(revision.text))
        ]
        for revision in revisions
    ]
    Sentence.objects.bulk_create(one for of_text in found for one in of_text)
    return found


def _points(
    writer: Writer,
    story: Story,
    articles: list[Article],
    sentences: list[list[Sentence]],
    claims: int,
) -> list[list[Claim]]:
    """Points of A_POINT claims, and in `LONE_EVERY` claims one that stands alone."""
    marked = []
    for at in range(claims):
        turn, place = divmod(at, len(articles))
        marked.append(_claim(writer, articles[place], sentences[place][turn]))
    joined = marked[: claims - claims // LONE_EVERY]
    points = [joined[at : at + A_POINT] for at in range(0, len(joined), A_POINT)]
    clusters = Cluster.objects.bulk_create(
        Cluster(story=story, number=number) for number in range(1, len(points) + 1)
    )
    for cluster, inside in zip(clusters, points, strict=True):
        for claim in inside:
            claim.cluster = cluster
    Claim.objects.bulk_create(marked)
    return points


def _claim(writer: Writer, article: Article, sentence: Sentence) -> Claim:
    return Claim(
        revision=sentence.revision,
        article=article,
        story=article.story,
        outlet=article.outlet,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.revision.text[sentence.start : sentence.end],
        attribution=" ".join(writer.some(3)) if writer.draw.random() < 1 / 3 else "",
        status=ClaimStatus.UNREVIEWED,
        waiting_since=article.imported_at,
        marked_at=article.imported_at,
        marked_by=article.imported_by,
    )


def _links(points: list[list[Claim]], by: User) -> list[Link]:
    """Each claim of a point with its first; the last one contradicts it in every second point."""
    return Link.objects.bulk_create(
        Link(
            a=inside[0],
            b=other,
            kind=LinkKind.CONTRADICTS if other is inside[-1] and at % 2 else LinkKind.SAME,
            state=LinkState.CONFIRMED,
            decided_at=LAST_DAY,
            decided_by=by,
        )
        for at, inside in enumerate(points)
        for other in inside[1:]
    )


def _disagree(links: Iterable[Link]) -> None:
    """A figure that nobody has settled on every link that contradicts."""
    Discrepancy.objects.bulk_create(
        Discrepancy(
            link=link,
            kind=DiscrepancyKind.COUNT,
            grade=DiscrepancyGrade.CONFLICT,
            subject="people on board",
            value_a=str(200 + at),
            value_b=str(300 + at),
            start_a=0,
            end_a=3,
            start_b=0,
            end_b=3,
            found_at=LAST_DAY,
        )
        for at, link in enumerate(links)
        if link.kind == LinkKind.CONTRADICTS
    )


def _mention(
    points: list[list[Claim]], articles: list[Article], sentences: list[list[Sentence]]
) -> None:
    """The articles after a point's last one say it too, if their outlets have no claim in it."""
    mentions: dict[tuple[int, int], Mention] = {}
    for at, inside in enumerate(points):
        taken = {claim.outlet_id for claim in inside}
        for step in range(1, MENTIONED_BY + 1):
            place = (inside[-1].article_id - 1 + step) % len(articles)
            outlet = articles[place].outlet
            if outlet.pk not in taken:
                mentions[inside[0].pk, outlet.pk] = Mention(
                    claim=inside[0],
                    outlet=outlet,
                    sentence=sentences[place][-1 - at % UNMARKED],
                    score=0.3 + 0.1 * step,
                )
    Mention.objects.bulk_create(mentions.values())
