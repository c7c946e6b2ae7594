"""Builds the demo newsroom from `fixtures/demo/`: rows as the desk's services would leave them.

The services stamp the present moment; the demo needs the days of its stories. So the rows are made
here with the times of the source files, and every constraint and trigger checks them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import models

from accounts.models import User
from accounts.roles import GROUPS
from articles.models import (
    Article,
    ArticleEvent,
    Feed,
    FeedItem,
    FeedRule,
    OriginEvent,
    OriginSide,
    Outlet,
    OutletDomain,
    OutletName,
    Revision,
    Sentence,
    Story,
)
from claims.models import (
    Attribution,
    Claim,
    Cluster,
    Comment,
    Discrepancy,
    Event,
    Evidence,
    Link,
    Notification,
    Opinion,
    Relocation,
    SavedView,
    Silence,
    SubReason,
    Verdict,
    VerdictEvidence,
)
from claims.states import ClaimStatus
from factdesk.newsroom import (
    corrections,
    coverage,
    feeds,
    figures,
    opinions,
    origins,
    review,
    silences,
    teamwork,
)
from factdesk.newsroom.sources import Newsroom

BEFORE_CLAIMS: tuple[type[models.Model], ...] = (
    User,
    Outlet,
    OutletDomain,
    OutletName,
    Story,
    Feed,
    FeedRule,
    FeedItem,
    Article,
    Revision,
    Sentence,
    ArticleEvent,
    OriginEvent,
    OriginSide,
    Cluster,
)
AFTER_CLAIMS: tuple[type[models.Model], ...] = (
    Attribution,
    Evidence,
    SubReason,
    Verdict,
    VerdictEvidence,
    Link,
    Discrepancy,
    Silence,
    Opinion,
    Event,
    Comment,
    Notification,
    SavedView,
)


def build(folder: Path) -> Newsroom:
    """Make every row of the demo; the caller holds the transaction."""
    newsroom = Newsroom(folder)
    coverage.hire(newsroom)
    coverage.found_outlets(newsroom)
    feeds.announce(newsroom)
    coverage.import_articles(newsroom)
    origins.rule(newsroom)
    review.mark(newsroom)
    review.link(newsroom)
    figures.compare(newsroom)
    review.decide(newsroom)
    silences.keep_silences(newsroom)
    teamwork.share_out(newsroom)
    opinions.opine(newsroom)
    review.write_history(newsroom)
    corrections.correct(newsroom)
    corrections.withdraw(newsroom)
    teamwork.talk(newsroom)
    teamwork.keep_views(newsroom)
    return newsroom


def rows() -> Iterator[models.Model]:
    """All rows in an order that `loaddata` can follow; the roles come with the desk.

    A decided claim and its verdict name each other, so each claim comes twice: first as it was
    marked, at the end as it is.
    """
    yield from Group.objects.exclude(name__in=GROUPS).order_by("pk")
    for model in BEFORE_CLAIMS:
        yield from model._default_manager.order_by("pk")
    for claim in Claim.objects.order_by("pk"):
        claim.status, claim.current_verdict = ClaimStatus.UNREVIEWED, None
        claim.waiting_since = claim.waiting_since or claim.marked_at
        yield claim
    for model in AFTER_CLAIMS:
        yield from model._default_manager.order_by("pk")
    yield from Claim.objects.order_by("pk")
    # The database has each claim point at what is open for it, once the claim is as it is.
    yield from Relocation.objects.order_by("pk")
