"""Articles that get other words, and what becomes of their claims."""

from __future__ import annotations

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import importing
from articles.models import Article, Revision
from articles.tests.factories import create_article
from articles.tests.test_importing import new_article
from claims.models import Claim, Relocation
from claims.tests.factories import create_claim

BEFORE = "The ferry left Selwick at noon on Wednesday with a full deck."
SAID = "She lay on the bank for nearly six hours before the tide lifted her."
AFTER = "All on board were taken to the harbour by boat."
CHANGED = SAID.replace("nearly six", "more than nine")
NEW = "The owners have opened an inquiry into the grounding."
TEXT = "\n\n".join((BEFORE, SAID, AFTER))


def said(*sentences: str) -> str:
    """A text with one sentence a paragraph."""
    return "\n\n".join(sentences)


def create_said(*, by: User | None = None, quote: str = SAID, text: str = TEXT) -> Claim:
    """A claim on the middle of a text of three sentences."""
    return create_claim(quote=quote, article=create_article(text=text), by=by)


def revise(article: Article, text: str, *, by: User | None = None) -> Revision:
    return importing.revise(article, new_article(text=text), by=by or create_reporter())


def change_source(claim: Claim, text: str = "") -> Relocation:
    """Other words for the claim's article, by default another value; what waits since then."""
    revise(claim.article, text or said(BEFORE, CHANGED, AFTER))
    claim.refresh_from_db()
    return Relocation.objects.for_page().get(pk=claim.open_relocation_id)
