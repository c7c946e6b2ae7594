"""Merging two outlets: all that one has goes to the other, and its name and address lead there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, OperationalError, models, transaction
from django.db.models import Q
from django.utils import timezone

from articles import drafts
from articles import jobs as article_jobs
from articles.models import (
    Article,
    Feed,
    Outlet,
    OutletDomain,
    OutletEvent,
    OutletEventKind,
    OutletName,
    Story,
)
from claims import jobs, priorities, silences
from claims.errors import CannotMerge
from claims.models import Claim, Mention

if TYPE_CHECKING:
    from accounts.models import User

# What goes over as it is. A test knows how all else moves that has an outlet.
MOVED: tuple[type[models.Model], ...] = (Feed, OutletDomain, OutletEvent, OutletName)

CLASHES_NAMED = 3  # articles in a sentence


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What `merge` would do."""

    gone: Outlet
    kept: Outlet
    articles: int
    claims: int
    stories: int
    domains: list[str]
    names: list[str]  # by which the kept outlet is found as well
    refusal: str  # why it cannot be done; empty when it can


def preview(gone: Outlet, *, into: Outlet) -> Preview:
    articles = Article.objects.filter(outlet=gone)
    return Preview(
        gone=gone,
        kept=into,
        articles=articles.count(),
        claims=Claim.objects.filter(outlet=gone).count(),
        stories=articles.order_by().values("story").distinct().count(),
        domains=list(gone.domains.values_list("domain", flat=True)),
        names=[gone.name, *gone.names.values_list("name", flat=True)],
        refusal=_refusal(gone, into),
    )


def merge(gone: Outlet, *, into: Outlet, reason: str, by: User) -> Outlet:
    """Move everything of `gone` to the other outlet, in one transaction; it cannot be undone.

    Raises CannotMerge when both have an article of the same words without an address, or when one
    of them is not there any more.
    """
    try:
        with transaction.atomic():
            return _merge(gone, into, reason, by)
    # Two waited for each other and one had to give way, or new rows pointed to the one that goes.
    except (OperationalError, IntegrityError) as error:
        raise CannotMerge("Others are working on these outlets. Merge them again.") from error


def _merge(gone: Outlet, kept: Outlet, reason: str, by: User) -> Outlet:
    Outlet.objects.hold([gone.pk, kept.pk])
    # Before anything waits for the outlet that goes: whoever marks there has the story.
    Story.objects.hold(_stories_of(gone, kept))
    Outlet.objects.hold_to_delete(gone.pk)
    rows = Outlet.objects.in_bulk([gone.pk, kept.pk])
    if len(rows) < len({gone.pk, kept.pk}):
        raise CannotMerge("One of the two outlets was merged already. Nothing changed.")
    gone, kept = rows[gone.pk], rows[kept.pk]
    if refusal := _refusal(gone, kept):
        raise CannotMerge(refusal)
    stories = _stories_of(gone)
    both = (gone, kept)
    silences.follow_merge(gone, into=kept)
    Mention.objects.filter(Q(outlet=gone) | Q(outlet=kept, claim__outlet__in=both)).delete()
    Article.objects.filter(outlet=gone).update(outlet=kept)
    for model in MOVED:
        model._default_manager.filter(outlet=gone).update(outlet=kept)
    priorities.follow_outlet(kept)
    drafts.follow_merge(gone, into=kept)
    OutletName.objects.get_or_create(name=gone.name, defaults={"outlet": kept})
    OutletEvent.objects.create(
        outlet=kept,
        kind=OutletEventKind.MERGED,
        before=gone.slug,
        after=gone.name,
        reason=reason,
        at=timezone.now(),
        by=by,
    )
    if gone.is_agency or kept.is_agency:
        article_jobs.read_credits_later(kept, names={gone.name, kept.name})
    gone.delete()
    jobs.compare_all_later(stories)
    return kept


def _stories_of(*outlets: Outlet) -> set[int]:
    return set(Article.objects.filter(outlet__in=outlets).values_list("story", flat=True))


def _refusal(gone: Outlet, kept: Outlet) -> str:
    """Why the two cannot be one; empty when they can."""
    if gone == kept:
        return "Choose another outlet: this one cannot be merged into itself."
    words = Article.objects.filter(outlet=kept, url="").values("sha256")
    if named := _named(gone, url="", sha256__in=words):
        return (
            f"Both outlets have articles of the same words without an address: {named}. "
            "Give one of each pair its address first."
        )
    guids = Article.objects.filter(outlet=kept).exclude(guid="").values("guid")
    if named := _named(gone, guid__in=guids):
        return f"Both outlets have items of the same identifier: {named}. They cannot be merged."
    return ""


def _named(outlet: Outlet, **alike: object) -> str:
    """The first headlines of its articles that are so."""
    rows = Article.objects.filter(outlet=outlet, **alike).order_by("pk")
    headlines = list(rows.values_list("headline", flat=True)[: CLASHES_NAMED + 1])
    named = ", ".join(f"“{headline}”" for headline in headlines[:CLASHES_NAMED])
    return f"{named} and more" if len(headlines) > CLASHES_NAMED else named
