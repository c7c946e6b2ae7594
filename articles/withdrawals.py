"""Articles that their outlet no longer stands by: marked, never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.errors import ArticleError
from articles.models import Article, ArticleEvent, ArticleEventKind, Outlet

if TYPE_CHECKING:
    from accounts.models import User
    from articles.formats import Reading
    from articles.formats.files import Withdrawal

BY_ITS_SENDER = "Its sender has taken the item back."
BY_CHECK = "Its address answers {}."  # with what a site says of a page that is not there


@transaction.atomic
def withdraw(article: Article, *, reason: str, by: User) -> bool:
    """Mark the article as withdrawn by its outlet; false when it was so already.

    Words and claims stay. `reason` is how the desk knows, as in “The address answers 410.”;
    raises ArticleError without one.
    """
    reason = reason.strip()
    if not reason:
        raise ArticleError("Say how the desk knows that it was withdrawn.")
    return _mark(article, ArticleEventKind.WITHDRAWN, reason=reason, by=by)


def follow(
    reading: Reading, *, by: User, outlet: Outlet | None = None
) -> tuple[Article | None, str]:
    """Mark the article that its sender takes back; none when there is none on the desk.

    With it what to say, which is why the reading was refused when there is none. `outlet` is the
    one whose items these are, where that is known better than from the item.
    """
    known = _named(reading.withdraws, outlet) if reading.withdraws else None
    if known is None:
        return None, reading.refusal
    if withdraw(known, reason=BY_ITS_SENDER, by=by):
        sentence = f"“{known.headline}” is now marked as withdrawn: its sender has taken it back."
    else:
        sentence = f"“{known.headline}” was marked as withdrawn before. Nothing changed."
    return known, sentence


def _named(withdrawal: Withdrawal, outlet: Outlet | None) -> Article | None:
    if known := Article.objects.for_list().at_any(withdrawal.addresses).first():
        return known
    sender = outlet or Outlet.objects.called(withdrawal.outlet)
    return Article.objects.item(withdrawal.guid, outlet=sender)


def is_by_check(article: Article) -> bool:
    """Nobody says that it was withdrawn, but its address held no page when it was looked at."""
    return article.withdrawn_reason.startswith(BY_CHECK.partition("{")[0])


def may_restore(article: Article, *, by: User) -> bool:
    """What a check has marked is taken back by whoever may check, all else by a reviewer."""
    return article.is_withdrawn and (by.is_reviewer or is_by_check(article))


@transaction.atomic
def restore(article: Article, *, by: User) -> bool:
    """The outlet publishes it again, or never took it back; false when it was not withdrawn."""
    return _mark(article, ArticleEventKind.RESTORED, reason="", by=by)


def _mark(article: Article, kind: ArticleEventKind, *, reason: str, by: User) -> bool:
    row = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if row.is_withdrawn == (kind == ArticleEventKind.WITHDRAWN):
        return False
    at, before = timezone.now(), row.withdrawn_reason
    row.withdrawn_at, row.withdrawn_reason = (at if reason else None), reason
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    ArticleEvent.objects.create(
        article=row, kind=kind, at=at, by=by, field="withdrawal", before=before, after=reason
    )
    article.withdrawn_at, article.withdrawn_reason = row.withdrawn_at, row.withdrawn_reason
    return True
