"""Correcting what the desk knows of an article; each change is a row of its history."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, cast

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import origins
from articles import published as times
from articles.choice_fields import outlet_of, story_of
from articles.constraints import broken_by
from articles.errors import ArticleError, ArticleHasLinks
from articles.models import Article, ArticleEvent, ArticleEventKind, Outlet, Precision, Story
from articles.published import Published

if TYPE_CHECKING:
    from accounts.models import User

REFUSALS = {
    "claim_leaves_no_linked_story": (
        "Claims of this article are linked to others of its story. "
        "Unlink them first, then move the article."
    ),
    "article_url_unique": "Another article on the desk has this address.",
    "article_guid_unique": "The outlet has another article of this item identifier on the desk.",
    "article_text_unique": "The outlet has an article of the same words on the desk already.",
}


# What an origin may follow from.
OF_ORIGINS = frozenset({"byline", "credit", "dateline", "info_sources", "outlet", "story"})


class Corrections(TypedDict, total=False):
    """What can be corrected; what is left out stays as it is."""

    headline: str
    standfirst: str
    byline: str
    dateline: str
    credit: str
    url: str
    language: str
    info_sources: list[str]
    published: Published | None
    outlet: Outlet
    story: Story


@transaction.atomic
def correct(article: Article, *, by: User, **changes: Unpack[Corrections]) -> list[ArticleEvent]:
    """Change the named details; one event for each that is really another. The text stays.

    Raises ArticleHasLinks when claims hold the article in its story, ArticleError when another
    article has the address or, without one, the outlet and words.
    """
    story = changes.get("story", article.story)
    _hold_stories(article.story_id, story.pk)
    row = Article.objects.for_list().select_for_update(of=("self",), no_key=True).get(pk=article.pk)
    events = take(row, changes, kind=ArticleEventKind.EDITED, by=by)
    if not OF_ORIGINS.isdisjoint(event.field for event in events):
        origins.follow_details(row.pk, left=row.story_id)
    return events


def take(
    row: Article, changes: Mapping[str, object], *, kind: ArticleEventKind, by: User
) -> list[ArticleEvent]:
    """Write what is really another and tell it; the caller holds the row. Raises as `correct`."""
    moved = {
        name: (before, after)
        for name, after in changes.items()
        if (before := of(row, name)) != after
    }
    write(row, **{name: after for name, (_, after) in moved.items()})
    at = timezone.now()
    return ArticleEvent.objects.bulk_create(
        ArticleEvent(
            article=row,
            kind=kind,
            field=name,
            before=words(before),
            after=words(after),
            at=at,
            by=by,
        )
        for name, (before, after) in moved.items()
    )


def as_typed(article: Article) -> dict[str, Any]:
    """The details as `forms.DetailsForm` takes them."""
    plain = ("headline", "standfirst", "byline", "dateline", "credit", "url", "language")
    return {
        **{name: getattr(article, name) for name in plain},
        "published": words(times.of(article)),
        "info_sources": article.sources_listed,
        "outlet": article.outlet_id,
        "story": article.story_id,
    }


@transaction.atomic
def correct_as_typed(
    article: Article, *, by: User, details: Mapping[str, Any], changed: Collection[str]
) -> list[ArticleEvent]:
    """Correct what was changed in a cleaned `forms.DetailsForm`; raises as `correct` does."""
    changes = {name: details[name] for name in changed if name in Corrections.__annotations__}
    if "outlet" in changes or "new_outlet" in changed:
        changes["outlet"] = outlet_of(details)
    if "story" in changes or "new_story" in changed:
        changes["story"] = story_of(details, by=by)
    return correct(article, by=by, **cast("Corrections", changes))


def _hold_stories(*ids: int) -> None:
    """Wait for links being made in either story, in the order in which links wait for stories."""
    list(Story.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk"))


def of(article: times.Dated, name: str) -> object:
    """A detail of an article, or of one that is on its way, as `correct` takes it."""
    return times.of(article) if name == "published" else getattr(article, name)


def words(detail: object) -> str:
    """A detail as the history tells it."""
    if isinstance(detail, list):
        return "; ".join(detail)
    return "" if detail is None else str(detail)


def write(article: Article, **details: Any) -> None:
    """Write details, and columns that are none, where the database lets them; says why if not."""
    if not details:
        return
    if "published" in details:
        details |= _columns(details.pop("published"))
    if "story" in details:
        details["origin"] = None  # which is of the story it leaves
    try:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).update(**details)
    except IntegrityError as error:
        name = broken_by(error, *REFUSALS)
        refusal = ArticleHasLinks if name == "claim_leaves_no_linked_story" else ArticleError
        raise refusal(REFUSALS[name]) from error


def _columns(published: Published | None) -> dict[str, Any]:
    if published:
        return published.columns()
    return {"published_at": None, "published_zone": "", "published_precision": Precision.MINUTE}
