"""Which articles of a story have one origin; written only here, under the story's lock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles import agency_credits, copies, lineage, passages
from articles.errors import ArticleError
from articles.lineage import Facts, Ruling
from articles.models import (
    Article,
    Credit,
    CreditKind,
    Origin,
    OriginEvent,
    OriginEventKind,
    OriginSide,
    Revision,
    SharedCopy,
    Story,
)
from articles.passages import Passages

if TYPE_CHECKING:
    from accounts.models import User


JOINED_FROM = 0.1
"""Share of one of the two texts that is the other's. A sentence that an own report has in common
(“ran aground on the Calder Bank”) is one in twelve of its grams or less; the loosest rewrites of a
wire text that were looked at kept one in eight."""


# Called inside the transaction with the keys of articles whose origin, or outlet, is another now;
# `claims.apps` fills it.
AFTER_ORIGINS: list[Callable[[Collection[int]], None]] = []


class OriginsMoved(ArticleError):
    """What is to be joined or split is not as the person saw it."""


def follow(revisions: Sequence[Revision], found: Passages) -> None:
    """New texts came in, with these passages: find copies and credits, and place their articles.

    The caller holds the stories.
    """
    copies.follow(revisions, found)
    agency_credits.store(revisions)
    for story_id in sorted({revision.article.story_id for revision in revisions}):
        inside = [one.article_id for one in revisions if one.article.story_id == story_id]
        if _may_belong(inside):
            regroup(story_id)


def follow_details(article_id: int, *, left: int) -> None:
    """Its credits may be others, or its story, which was `left`; the caller holds both stories."""
    newest = Revision.objects.newest_of(pk=article_id).select_related("article__outlet")
    for revision in newest:
        agency_credits.store([revision])
        for story_id in sorted({revision.article.story_id, left}):
            regroup(story_id)
    _tell_of([article_id])


@transaction.atomic
def read_anew(revision_id: int) -> None:
    """Read a newest text again: its passages, its copies so far, its credits, its origin."""
    revisions = Revision.objects.without_source().select_related("article__outlet")
    revision = revisions.get(pk=revision_id)
    Story.objects.hold([revision.article.story_id])
    follow([revision], passages.make_anew([revision]))


@transaction.atomic
def read_credits(story_id: int) -> None:
    """Find the credits of a story's newest texts anew: agencies are called otherwise now."""
    Story.objects.hold([story_id])
    newest = Revision.objects.newest_of(story=story_id).select_related("article__outlet")
    agency_credits.store(list(newest))
    regroup(story_id)


def regroup(story_id: int) -> None:
    """Bring the origins of a story up to date with what is known; the caller holds the story.

    The part with the oldest article keeps the origin; an article alone has none.
    """
    present = dict(Article.objects.filter(story=story_id).values_list("pk", "origin_id"))
    parts = lineage.parts(_facts(story_id, sorted(present)))
    changes = _changes(story_id, parts, present)
    for origin, members in changes.items():
        Article.objects.filter(pk__in=members).update(origin=origin)
    _tell_of([key for members in changes.values() for key in members])


def _tell_of(moved: Collection[int]) -> None:
    for one in AFTER_ORIGINS if moved else ():
        one(moved)


@transaction.atomic
def join(story: Story, articles: Collection[int], *, reason: str, by: User) -> OriginEvent:
    """Say that these articles of the story, with all of their origins, are one report.

    Raises OriginsMoved when they are one already or not in the story.
    """
    Story.objects.hold([story.pk])
    present = _present(story, articles)
    whole = _with_their_origins(present, articles)
    if len({_place(present, key) for key in whole}) < 2:
        raise OriginsMoved("These are one origin already. Nothing changed.")
    event = _tell(story, OriginEventKind.JOINED, together=whole, reason=reason, by=by)
    regroup(story.pk)
    return event


@transaction.atomic
def split(story: Story, articles: Collection[int], *, reason: str, by: User) -> OriginEvent:
    """Say that these articles are not the report of the others of their origin.

    Raises OriginsMoved when they are of several origins, or are all of one.
    """
    Story.objects.hold([story.pk])
    present = _present(story, articles)
    whole = _with_their_origins(present, articles)
    places = {_place(present, key) for key in articles}
    if len(places) > 1 or whole == set(articles):
        raise OriginsMoved("These are not part of one origin any more. Nothing changed.")
    event = _tell(
        story,
        OriginEventKind.SPLIT,
        together=whole - set(articles),
        apart=articles,
        reason=reason,
        by=by,
    )
    regroup(story.pk)
    return event


@transaction.atomic
def undo(event: OriginEvent, *, by: User) -> None:
    """Take back what was said; what was said before holds again. Raises OriginsMoved if it was."""
    Story.objects.hold([event.story_id])
    is_standing = OriginEvent.objects.filter(pk=event.pk, undone_by=None, undoes=None).exists()
    if not is_standing:
        raise OriginsMoved("This was undone already. Nothing changed.")
    OriginEvent.objects.create(
        story_id=event.story_id,
        kind=OriginEventKind.UNDONE,
        undoes=event,
        at=timezone.now(),
        by=by,
    )
    regroup(event.story_id)


def _may_belong(articles: Collection[int]) -> bool:
    """One of these new articles shares copy, credits an agency or is one's own."""
    return (
        SharedCopy.objects.of_any(articles).exists()
        or Credit.objects.filter(article__in=articles).exists()
        or Article.objects.filter(pk__in=articles, outlet__is_agency=True).exists()
        or Article.objects.filter(pk__in=articles, origin__isnull=False).exists()
    )


def _facts(story_id: int, articles: Sequence[int]) -> Facts:
    own = Article.objects.filter(story=story_id, outlet__is_agency=True)
    credited = Credit.objects.filter(article__story=story_id, kind=CreditKind.CREDIT)
    # The first one credited: a text of two agencies must not make them one report.
    first = credited.order_by("-pk").values_list("article", "agency")
    agencies = dict([*own.values_list("pk", "outlet__name"), *first])
    return Facts(
        articles=articles,
        agencies=agencies,
        copies=SharedCopy.objects.in_story(story_id)
        .sharing_from(JOINED_FROM)
        .values_list("grams", "a", "b"),
        rulings=_rulings(story_id),
    )


def _rulings(story_id: int) -> list[Ruling]:
    """What people said and nobody took back, newest first."""
    standing = OriginEvent.objects.filter(story=story_id, undone_by=None, undoes=None)
    found = []
    for event in standing.prefetch_related("sides"):
        apart = frozenset(side.article_id for side in event.sides.all() if side.is_apart)
        together = frozenset(side.article_id for side in event.sides.all() if not side.is_apart)
        found.append(Ruling(together, apart))
    return found


def _changes(
    story_id: int, parts: Iterable[Sequence[int]], present: Mapping[int, int | None]
) -> dict[int | None, list[int]]:
    """Which articles are to change to which origin; None gathers those that leave theirs."""
    changes: dict[int | None, list[int]] = {}
    used: set[int | None] = {None}
    for part in parts:
        origin = None
        if len(part) > 1:
            origin = next((present[key] for key in part if present[key] not in used), None)
            origin = origin or _new_origin(story_id).pk
            used.add(origin)
        moved = [key for key in part if present[key] != origin]
        changes.setdefault(origin, []).extend(moved)
    return {origin: members for origin, members in changes.items() if members}


def _new_origin(story_id: int) -> Origin:
    last = Origin.objects.filter(story=story_id).aggregate(last=Max("number"))["last"]
    return Origin.objects.create(story_id=story_id, number=(last or 0) + 1)


def _present(story: Story, articles: Collection[int]) -> Mapping[int, int | None]:
    present = dict(Article.objects.filter(story=story).values_list("pk", "origin_id"))
    if not articles or not set(articles) <= present.keys():
        raise OriginsMoved("An article is not in this story any more. Nothing changed.")
    return present


def _place(present: Mapping[int, int | None], key: int) -> tuple[str, int]:
    origin = present[key]
    return ("article", key) if origin is None else ("origin", origin)


def _with_their_origins(present: Mapping[int, int | None], articles: Collection[int]) -> set[int]:
    origins = {present[key] for key in articles} - {None}
    return set(articles) | {key for key, origin in present.items() if origin in origins}


def _tell(
    story: Story,
    kind: OriginEventKind,
    *,
    together: Collection[int],
    apart: Collection[int] = (),
    reason: str,
    by: User,
) -> OriginEvent:
    event = OriginEvent.objects.create(
        story=story, kind=kind, reason=reason, at=timezone.now(), by=by
    )
    OriginSide.objects.bulk_create(
        OriginSide(event=event, article_id=key, is_apart=key in set(apart))
        for key in sorted({*together, *apart})
    )
    return event
