"""Claims for tests, marked through the desk's own service."""

from __future__ import annotations

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles.models import Article
from articles.tests.factories import create_article
from claims import highlights
from claims.models import Claim

QUOTE = "There were 241 people on board"


def create_claim(
    *, quote: str = QUOTE, article: Article | None = None, by: User | None = None, **fields: str
) -> Claim:
    """A claim on the first place of `quote` in the article (a new one by default)."""
    article = article or create_article()
    revision = article.revisions.get()
    start = revision.text.index(quote)
    return highlights.mark(
        revision, start=start, end=start + len(quote), by=by or create_reporter(), **fields
    )
