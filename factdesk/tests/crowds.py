"""A desk with any number of rows under each of its pages.

Rows are written past the services, in bulk, so that a thousand of each take seconds; triggers and
constraints look at them all the same.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import admin
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import importing, page_json, reads
from articles.extraction import Found, Line, Page
from articles.models import (
    Article,
    ArticleEvent,
    Batch,
    BatchItem,
    Draft,
    Feed,
    FeedItem,
    MediaType,
    Outlet,
    OutletDomain,
    Revision,
    Sentence,
    Story,
)
from articles.tests.factories import create_article, create_story
from articles.tests.test_importing import new_article
from claims import bulk, review
from claims.models import (
    BulkAct,
    Claim,
    Cluster,
    Comment,
    Dismissal,
    Event,
    Evidence,
    Link,
    Notification,
    SavedView,
    Verdict,
)
from claims.saved_views import VIEWS_A_PERSON
from claims.states import BulkKind, EventKind, LinkKind, LinkState, NotificationKind
from claims.tests.factories import create_claim

# Each is a sentence: the first is linked to the centre, the second turned down, the third and
# fourth nobody has marked, and the fourth is no match.
SENTENCES = (
    "There were 240 people on board.",
    "There were 241 boats at sea.",
    "People on board were 242 in all.",
    "There were seals on board.",
)
CHANGED_MOST = 120
_number = itertools.count(1)


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """The rows that the pages are about; under each stand `rows` others."""

    person: User
    rows: int
    centre: Claim  # linked, turned down, suggested, with history and evidence
    held: Claim
    long_article: Article  # a paragraph and a claim for each row
    draft: Draft
    batch: Batch
    revised: Article  # a revision for each row, and the first
    feed: Feed
    act: BulkAct  # a claim for each row


def create_crowd(rows: int, *, person: User) -> Crowd:
    centre = create_claim(article=create_article(), by=person)
    marked = max(rows, 2)  # one is decided, another held
    long_article = _long_article(marked, person)
    articles = _articles(rows, centre.story, person, in_outlet=None)
    _articles(rows, create_story(), person, in_outlet=centre.outlet)
    _count()
    _link(centre, articles, person)
    _accompany(centre, rows, person)
    _decide(list(long_article.claims.all()[: marked // 2]), person)
    _change(rows, person)
    for article in (long_article, centre.article):  # opened before: nothing is to be noted
        reads.note(article.revisions.get(), by=person)
    _save_views(rows, person)
    held = long_article.claims.order_by("pk").last()
    assert held
    _count()
    return Crowd(
        person=person,
        rows=rows,
        centre=centre,
        held=review.take(held, by=person),
        long_article=long_article,
        draft=_drafts(rows, person),
        batch=_batches(rows, person),
        revised=_revised(rows, person),
        feed=_feeds(rows, centre, person),
        act=_bulk(long_article, person),
    )


def _save_views(rows: int, person: User) -> None:
    """Their own, as many as one may have, and one for each row that others share."""
    other = create_reporter()
    at, query = timezone.now(), "has:link story:none decided-by:me"
    asked = {"made_at": at, "query": query, "is_shared": True}
    own = [
        SavedView(owner=person, name=f"{next(_number)}", position=n, **asked)
        for n in range(min(rows, VIEWS_A_PERSON // 2))
    ]
    shared = [
        SavedView(owner=other, name=f"{next(_number)}", position=n, **asked) for n in range(rows)
    ]
    SavedView.objects.bulk_create([*own, *shared])


def _count() -> None:
    """Tell the planner how many rows there are, as a server does by itself after a while.

    Without that it takes new tables for empty, and a join of ten thousand rows for one of none.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def addresses(crowd: Crowd) -> list[str]:
    """Every page with rows, in the order of the two crowds to compare."""
    queue, centre = reverse("claims:queue"), crowd.centre
    filters = ["", "?mine=1", "?view=decided", "?view=decided&mine=1", "?linked=1", "?q=people"]
    filters += ["?q=has:suggestion+origins:<3", "?q=held-by:me+age:<1w"]
    filters += [
        "?status=unreviewed",
        f"?story={centre.story.slug}",
        f"?outlet={centre.outlet.slug}",
    ]
    of_centre = [
        f"claims:{name}" for name in ("review", "history", "others", "note", "edit", "comments")
    ]
    lists = [
        "claims:corrections",
        "claims:followed",
        "claims:saved_views",
        "claims:view_tabs",
        "claims:queue_tabs",
        "claims:desk_history",
        "claims:stories",
        "claims:workload",
        "articles:outlets",
        "articles:draft_list",
        "articles:import",
        "claims:notifications",
        "accounts:people",
    ]
    story, outlet = [centre.story.slug], [centre.outlet.slug]
    return [
        reverse("factdesk:home"),
        *(queue + chosen for chosen in filters),
        *(reverse(name) for name in lists),
        *(reverse(name, args=[centre.pk]) for name in of_centre),
        reverse("claims:others", args=[centre.pk]) + "?all",
        reverse("claims:review", args=[crowd.held.pk]),
        reverse("claims:thread", args=[centre.comments.threads().order_by("-pk")[0].pk]),
        reverse("claims:story", args=story),
        reverse("claims:cluster", args=[centre.cluster_id]),
        reverse("claims:why_origins", args=[centre.cluster_id]),
        reverse("articles:origins", args=story),
        reverse("claims:article", args=[crowd.long_article.pk]) + f"?claim={crowd.held.pk}",
        reverse("claims:article", args=[crowd.long_article.pk]) + "?mark=sentences",
        reverse("claims:article", args=[centre.article_id]) + f"?claim={centre.pk}",
        reverse("claims:outlet", args=outlet),
        reverse("articles:outlet_history", args=outlet),
        reverse("articles:edit_outlet", args=outlet),
        reverse("articles:edit_article", args=[centre.article_id]),
        reverse("articles:revisions", args=[crowd.revised.pk]),
        reverse("articles:compare_revisions", args=[crowd.revised.pk, 1, 2]),
        *(reverse("claims:bulk", args=[crowd.act.pk]) + shown for shown in ("", "?left", "?edit")),
        reverse("articles:draft", args=[crowd.draft.pk]),
        reverse("articles:import_urls"),
        *(reverse("articles:inbox") + shown for shown in ("", f"?feed={crowd.feed.pk}")),
        reverse("articles:feeds"),
        reverse("articles:feed", args=[crowd.feed.pk]),
        reverse("articles:batch", args=[crowd.batch.pk]),
        *(
            reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            for model in sorted(admin.site._registry, key=lambda model: model._meta.label)
        ),
    ]


def _change(rows: int, person: User) -> None:
    """An article with newer words: for each row a claim that went along, and one that waits.

    No more than fill some pages, for each is looked for in the text.
    """
    rows = min(rows, CHANGED_MOST)
    said = [f"There were {number} boats." for number in range(2 * rows)]
    article = create_article(text="\n\n".join(said), by=person)
    revision = article.revisions.get()
    Claim.objects.bulk_create(_claim(revision, words, person) for words in said)
    newer = [*said[:rows], *(f"{words[:-1]} and a dog." for words in said[rows:])]
    importing.revise(article, new_article(text="\n\n".join(newer)), by=person)


def _articles(rows: int, story: Story, person: User, *, in_outlet: Outlet | None) -> list[Article]:
    """One for each row, of an outlet each or all of one."""
    at, numbers = timezone.now(), [next(_number) for _ in range(rows)]
    outlets = (
        [in_outlet] * rows
        if in_outlet
        else Outlet.objects.bulk_create(
            Outlet(name=f"Paper {number}", slug=f"paper-{number}") for number in numbers
        )
    )
    texts = [" ".join([*SENTENCES, f"Report {number}."]) for number in numbers]
    articles = Article.objects.bulk_create(
        Article(story=story, outlet=outlet, headline="Ferry aground", imported_at=at,
                published_at=at, imported_by=person, sha256=importing.sha256_of(text))
        for outlet, text in zip(outlets, texts, strict=True)
    )  # fmt: skip
    revisions = Revision.objects.bulk_create(
        Revision(article=article, number=1, text=text, sha256=article.sha256, source=b"",
                 media_type=MediaType.TEXT, imported_at=at, imported_by=person)
        for article, text in zip(articles, texts, strict=True)
    )  # fmt: skip
    starts = [0, *itertools.accumulate(len(one) + 1 for one in SENTENCES)][: len(SENTENCES)]
    Sentence.objects.bulk_create(
        Sentence(revision=revision, position=position, start=start, end=start + len(words))
        for revision in revisions
        for position, (start, words) in enumerate(zip(starts, SENTENCES, strict=True))
    )
    return articles


def _revised(rows: int, person: User) -> Article:
    article, at = create_article(), timezone.now()
    texts = {number: f"{SENTENCES[0]} Version {number}." for number in range(2, rows + 2)}
    Revision.objects.bulk_create(
        Revision(article=article, number=number, text=text, sha256=importing.sha256_of(text),
                 source=b"", media_type=MediaType.TEXT, imported_at=at, imported_by=person)
        for number, text in texts.items()
    )  # fmt: skip
    return article


def _claim(revision: Revision, words: str, person: User, **fields: object) -> Claim:
    start, at, article = revision.text.index(words), timezone.now(), revision.article
    return Claim(
        revision=revision, article=article, story_id=article.story_id, outlet_id=article.outlet_id,
        start=start, end=start + len(words), quote=words, waiting_since=at, marked_at=at,
        marked_by=person, **fields,
    )  # fmt: skip


def _link(centre: Claim, articles: list[Article], person: User) -> None:
    """The centre with each article: one claim contradicts it, one is no match."""
    cluster = Cluster.objects.create(story=centre.story, number=1)
    revisions = Revision.objects.filter(article__in=articles).select_related("article")
    said = Claim.objects.bulk_create(
        _claim(revision, SENTENCES[0], person, cluster=cluster) for revision in revisions
    )
    no_match = Claim.objects.bulk_create(
        _claim(revision, SENTENCES[1], person) for revision in revisions
    )
    Claim.objects.filter(pk=centre.pk).update(cluster=cluster)
    centre.refresh_from_db()
    at = timezone.now()
    Link.objects.bulk_create(
        Link(a=centre, b=other, kind=kind, state=state, decided_at=at, decided_by=person)
        for others, kind, state in (
            (said, LinkKind.CONTRADICTS, LinkState.CONFIRMED),
            (no_match, LinkKind.SAME, LinkState.REJECTED),
        )
        for other in others
    )
    sentences = Sentence.objects.filter(revision__in=revisions, position=3)
    Dismissal.objects.bulk_create(
        Dismissal(claim=centre, sentence=sentence, at=at, by=person) for sentence in sentences
    )


def _accompany(centre: Claim, rows: int, person: User) -> None:
    """History, evidence, domains, corrections of its article, stories and accounts."""
    moments = [timezone.now() + timedelta(seconds=number) for number in range(rows)]
    numbers = [next(_number) for _ in moments]
    Event.objects.bulk_create(
        Event(claim=centre, kind=EventKind.EDITED, at=at, by=person, version=1, after="Words")
        for at in moments
    )
    Evidence.objects.bulk_create(
        Evidence(claim=centre, title="Log", citation="Log", added_at=at, added_by=person)
        for at in moments
    )
    ArticleEvent.objects.bulk_create(
        ArticleEvent(article=centre.article, kind="edited", field="byline", after="A", at=at,
                     by=person)
        for at in moments
    )  # fmt: skip
    OutletDomain.objects.bulk_create(
        OutletDomain(outlet=centre.outlet, domain=f"paper{number}.example") for number in numbers
    )
    Story.objects.bulk_create(
        Story(title=f"Tale {number}", slug=f"tale-{number}", created_at=at, created_by=person)
        for number, at in zip(numbers, moments, strict=True)
    )
    members = User.objects.bulk_create(User(username=f"member{number}") for number in numbers)
    _talk(centre, members, moments, person)


def _talk(centre: Claim, members: list[User], moments: list[datetime], person: User) -> None:
    """A thread of each member, one with a reply for each row, and as many notifications."""
    threads = Comment.objects.bulk_create(
        Comment(claim=centre, text="Which list?", at=at, by=member)
        for member, at in zip(members, moments, strict=True)
    )
    Comment.objects.bulk_create(
        Comment(claim=centre, thread=threads[-1], text="The port's.", at=at, by=person)
        for at in moments
    )
    Notification.objects.bulk_create(
        Notification(person=person, kind=NotificationKind.REPLIED, claim=centre, at=at, by=member)
        for member, at in zip(members, moments, strict=True)
    )


def _long_article(rows: int, person: User) -> Article:
    paragraphs = [f"There were {number} people on board." for number in range(100, 100 + rows)]
    article = create_article(text="\n\n".join(paragraphs), by=person)
    revision = article.revisions.get()
    Claim.objects.bulk_create(_claim(revision, words, person) for words in paragraphs)
    return article


def _bulk(article: Article, person: User) -> BulkAct:
    """To decide all claims of the article, of which the first half is decided already."""
    keys = list(article.claims.order_by("pk").values_list("pk", flat=True))
    act = bulk.choose(keys, kind=BulkKind.UNRESOLVED, by=person)
    return bulk.preview(act, rationale="The log is not here.", by=person)


def _decide(claims: list[Claim], person: User) -> None:
    """A verdict for each, which leaves it unresolved."""
    verdicts = Verdict.objects.bulk_create(
        Verdict(claim=claim, status="unresolved", rationale="The log is not here.", quote="Words",
                revision_id=claim.revision_id, decided_at=timezone.now(), decided_by=person)
        for claim in claims
    )  # fmt: skip
    for claim, verdict in zip(claims, verdicts, strict=True):
        claim.current_verdict, claim.status, claim.waiting_since = verdict, verdict.status, None
    Claim.objects.bulk_update(claims, ["current_verdict", "status", "waiting_since"])


def _drafts(rows: int, person: User) -> Draft:
    """Drafts of one batch; the first has a line for each row."""
    lines = [Line(f"There were {number} people on board.", kept=True) for number in range(rows)]
    at = timezone.now()
    drafts = Draft.objects.bulk_create(
        Draft(owner=person, created_at=at, media_type=MediaType.TEXT, source=b"Words",
              page=page_json.dump(Page(tuple(kept), headline=Found("Ferry aground", "title"))))
        for kept in [lines, *[lines[:1]] * (rows - 1)]
    )  # fmt: skip
    return drafts[0]


def _batches(rows: int, person: User) -> Batch:
    """Batches of an address each, but the first: it has an address for each row."""
    at = timezone.now()
    batches = Batch.objects.bulk_create(Batch(owner=person, created_at=at) for _ in range(rows))
    BatchItem.objects.bulk_create(
        BatchItem(batch=batch, position=position, url=f"https://ledger.example/{position}")
        for batch, position in [
            *((batches[0], position) for position in range(rows)),
            *((batch, 1) for batch in batches[1:]),
        ]
    )
    return batches[0]


def _feeds(rows: int, centre: Claim, person: User) -> Feed:
    """Feeds of the outlet; the first has an item for each row."""
    at, numbers = timezone.now(), [next(_number) for _ in range(rows)]
    feeds = Feed.objects.bulk_create(
        Feed(outlet=centre.outlet, url=f"https://ledger.example/feed/{number}", added_at=at,
             added_by=person, next_poll_at=at)
        for number in numbers
    )  # fmt: skip
    FeedItem.objects.bulk_create(
        FeedItem(feed=feeds[0], guid=str(number), url=f"https://ledger.example/{number}",
                 title="Ferry aground", seen_at=at, dated_at=at)
        for number in numbers
    )  # fmt: skip
    return feeds[0]
