"""Bringing many articles onto the desk in one transaction, each wholly or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils import timezone

import matching
from articles import import_rows, importing, outlets, passages
from articles.copying import copy_in, copy_values, free_keys
from articles.errors import ArticleError, PerhapsKnown
from articles.importing import NewArticle, sha256_of
from articles.models import Article, ArticleEvent, Outlet, Revision, Sentence

if TYPE_CHECKING:
    from accounts.models import User


def save_each(news: Sequence[NewArticle], *, by: User) -> list[Revision | ArticleError]:
    """For each its revision, as `importing.receive` makes it, or the error that it raises.

    An outlet without a key is the one of its name, made when the desk knows none. Those that may be
    on the desk already are saved one by one; so are all when one of them cannot be kept.
    """
    perhaps = _perhaps_known(news)
    fresh = [at for at in range(len(news)) if at not in perhaps]
    saved = _save_together([news[at] for at in fresh], by)
    outcomes = dict(zip(fresh, saved, strict=True))
    for at in sorted(perhaps):
        outcomes[at] = _save_alone(news[at], by)
    return [outcomes[at] for at in range(len(news))]


def _save_together(news: Sequence[NewArticle], by: User) -> Sequence[Revision | ArticleError]:
    try:
        return _save_all(news, by) if news else []
    except (ArticleError, DatabaseError):
        return [_save_alone(new, by) for new in news]


def _save_alone(new: NewArticle, by: User) -> Revision | ArticleError:
    try:
        with transaction.atomic():
            outlet = new.outlet if new.outlet.pk else outlets.named(new.outlet.name)
            return importing.receive(replace(new, outlet=outlet), by=by)
    except ArticleError as error:
        return error
    except (DataError, IntegrityError) as error:
        return ArticleError(f"The database does not take it: {str(error).splitlines()[0]}.")


@transaction.atomic
def _save_all(news: Sequence[NewArticle], by: User) -> list[Revision]:
    """Save all of them, or raise and save none."""
    news = _with_outlets(news)
    if _perhaps_known(news):
        raise PerhapsKnown
    at = timezone.now()
    keys = zip(free_keys(Article, len(news)), free_keys(Revision, len(news)), strict=True)
    revisions: list[Revision] = []
    for new, (article_key, revision_key) in zip(news, keys, strict=True):
        article = import_rows.article_of(new, digest=sha256_of(new.text), at=at, by=by)
        article.pk = article_key
        revision = import_rows.first_revision_of(article, new)
        revision.pk = revision_key
        revisions.append(revision)
    _write(revisions)
    found = passages.read(revisions)
    passages.store(found)
    importing.follow(revisions, found)
    return revisions


def _with_outlets(news: Sequence[NewArticle]) -> list[NewArticle]:
    """The same with outlets that have keys, all locked so that nobody else saves the same words.

    First made by name, then locked by key: no two imports wait for each other in a circle.
    """
    made = outlets.named_all(new.outlet.name for new in news if not new.outlet.pk)
    held = [
        new if new.outlet.pk else replace(new, outlet=made[new.outlet.name.lower()]) for new in news
    ]
    Outlet.objects.hold(new.outlet.pk for new in held)
    return held


def _perhaps_known(news: Sequence[NewArticle]) -> set[int]:
    """Places of those whose address, guid or words the desk knows, or stand here before them."""
    digests = [sha256_of(new.text) for new in news]
    known: set[tuple[object, str]] = {
        *(("", url) for url in Article.objects.addresses_among({new.url for new in news})),
        *Article.objects.guids_among({new.guid for new in news}),
        *Revision.objects.words_among(digests),
    }
    perhaps = set()
    for at, (new, digest) in enumerate(zip(news, digests, strict=True)):
        keys: set[tuple[object, str]] = {("", new.url)} if new.url else set()
        outlet = new.outlet.pk or new.outlet.name.lower()
        keys |= {(outlet, digest), (outlet, new.guid or digest)}
        if keys & known:
            perhaps.add(at)
        known |= keys
    return perhaps


def _write(revisions: Sequence[Revision]) -> None:
    articles = [revision.article for revision in revisions]
    events = [import_rows.event_of(article) for article in articles]
    for event, key in zip(events, free_keys(ArticleEvent, len(events)), strict=True):
        event.pk = key
    copy_in(Article, articles)
    copy_in(Revision, revisions)
    copy_values(Sentence, ["revision", "position", "start", "end"], _sentences(revisions))
    copy_in(ArticleEvent, events)


def _sentences(revisions: Sequence[Revision]) -> Iterator[tuple[int, int, int, int]]:
    """Their values as `import_rows.sentences_of` has them, without a model for each."""
    for revision in revisions:
        for position, span in enumerate(matching.split(revision.text)):
            yield revision.pk, position, span.start, span.end
