"""Articles of the demo newsroom that came again with other words, or were taken back."""

from __future__ import annotations

from articles import importing
from articles.models import Article, ArticleEvent, ArticleEventKind, Revision
from claims import relocations
from factdesk.newsroom.sources import Newsroom


def correct(newsroom: Newsroom) -> None:
    """A second revision of each; its claims follow, or wait, as the desk's own service has them."""
    for row in newsroom.rows("corrections", "correction"):
        article = Article.objects.get(pk=newsroom.articles[row["article"]].pk)
        text, by, at = article.revisions.get().text, newsroom.people[row["by"]], row["at"]
        for change in row["change"]:
            text = text.replace(change["before"], change["after"])
        digest = importing.sha256_of(text)
        Article.objects.filter(pk=article.pk).update(sha256=digest)
        revision = Revision.objects.create(
            article=article,
            number=2,
            text=text,
            sha256=digest,
            source=text.encode(),
            source_name=f"{row['article']}.txt",
            media_type="text/plain",
            imported_at=at,
            imported_by=by,
        )
        importing.add_sentences(revision)
        ArticleEvent.objects.create(
            article=article, kind=ArticleEventKind.REVISED, at=at, by=by, after="2"
        )
        relocations.follow(revision)


def withdraw(newsroom: Newsroom) -> None:
    """Mark what its outlet no longer stands by, as `articles.withdrawals` does."""
    for row in newsroom.rows("corrections", "withdrawal"):
        article, by = newsroom.articles[row["article"]], newsroom.people[row["by"]]
        Article.objects.filter(pk=article.pk).update(
            withdrawn_at=row["at"], withdrawn_reason=row["reason"]
        )
        ArticleEvent.objects.create(
            article=article,
            kind=ArticleEventKind.WITHDRAWN,
            field="withdrawal",
            after=row["reason"],
            at=row["at"],
            by=by,
        )
