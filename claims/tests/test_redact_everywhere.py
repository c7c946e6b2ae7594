"""A blanked text is nowhere any more, whoever quoted it, and does not come back by itself."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_desk_admin
from articles import checks, details, fetches, importing, polling
from articles.errors import Blanked
from articles.extraction import Found, Line, Page
from articles.feed_reading import Entry
from articles.fetching import Fetched
from articles.models import Article, BatchItem, ItemState
from articles.quoting import Quoting
from articles.tests.factories import (
    create_batch_item,
    create_draft,
    create_feed,
    create_feed_item,
    create_feed_rule,
)
from articles.tests.test_columns import create_table
from articles.tests.test_importing import new_article
from claims import comments, corrections, highlights, history, redactions
from claims.evidence import NewEvidence
from claims.models import Claim, RationaleDraft, SavedView, Verdict
from claims.models.saved_view import NAME_LENGTH
from claims.states import EventKind
from claims.tests.correcting import BEFORE, CHANGED, SAID, change_source, create_said
from claims.tests.factories import (
    create_bulk_act,
    create_evidence,
    create_saved_view,
    create_verdict,
)
from claims.tests.stored_words import tables_with
from claims.tests.test_redact import ADDRESS, WHY

pytestmark = pytest.mark.django_db

QUOTING = f"It says: “{BEFORE}” That is all."


@pytest.fixture
def boss() -> User:
    return create_desk_admin(name="boss")


@pytest.fixture
def claim(boss) -> Claim:
    """With a verdict and an accepted correction."""
    claim = create_said()
    create_verdict(claim, by=boss)
    corrections.accept(change_source(claim), by=boss)
    Article.objects.filter(pk=claim.article_id).update(url=ADDRESS)
    return Claim.objects.get(pk=claim.pk)


def quote_everywhere(claim: Claim, *, by: User) -> None:
    """In whatever a person or a feed can put words into."""
    article = claim.article
    details.correct(article, by=by, headline=BEFORE, standfirst=QUOTING)
    details.correct(article, by=by, standfirst=BEFORE)
    create_feed_item(feed=create_feed(outlet=article.outlet), title=BEFORE, summary=QUOTING)
    create_batch_item(checks=article, state=ItemState.REFUSED, sentence=QUOTING)
    create_draft(kept=[QUOTING])
    create_table(by=by, source=f"Headline,Text\r\nFerry,{QUOTING}\r\n".encode())
    highlights.edit(claim, statement=QUOTING, attribution="", by=by)
    create_evidence(claim, by=by, title=QUOTING)
    comments.begin(claim, QUOTING, by=by)
    create_verdict(claim, by=by, rationale=QUOTING)
    history.record(claim, EventKind.EDITED, by=by, before=QUOTING, after=BEFORE)
    history.record(claim, EventKind.REJECTED, by=by, reason=QUOTING)
    create_bulk_act([claim], by=by, rationale=QUOTING, evidence=NewEvidence(citation=QUOTING))
    for name in (BEFORE[:NAME_LENGTH], BEFORE[:NAME_LENGTH].upper()):
        create_saved_view(name, by=by, query=f'status:disputed "{BEFORE}"')
    RationaleDraft.objects.create(
        claim=claim, reviewer=by, rationale=QUOTING, saved_at=timezone.now()
    )


def test_no_sentence_is_left_in_any_column_of_any_table(claim, boss):
    quote_everywhere(claim, by=boss)
    assert len(tables_with(BEFORE)) > 10
    redactions.redact(claim.article, reason=WHY, by=boss)
    assert tables_with(BEFORE) == tables_with(SAID) == tables_with(CHANGED) == set()
    assert Verdict.objects.latest("pk").rationale.endswith("█.” That is all.")
    view = SavedView.objects.first()
    assert view.name == f"Blanked {view.pk}"
    assert view.query.startswith('status:disputed "███ █████')


def test_an_announcement_of_a_blanked_article_brings_no_words_back(claim, boss):
    redactions.redact(claim.article, reason=WHY, by=boss)
    feed = create_feed(outlet=claim.article.outlet)
    create_feed_rule(feed=feed, words="ferry")
    entry = Entry(guid="new", url=ADDRESS, title="Ferry", summary=BEFORE)
    polling._keep(feed, Fetched(url=feed.url), [entry])
    assert tables_with(BEFORE) == set()
    row = BatchItem.objects.get(url=ADDRESS)
    page = Page((Line(BEFORE, kept=True), Line("And more.", kept=True)), url=Found(ADDRESS, "x"))
    fetches._keep(row, Fetched(url=ADDRESS), page)
    row.refresh_from_db()
    assert (row.state, row.sentence) == (ItemState.REFUSED, checks.BLANKED)
    assert tables_with(BEFORE) == set()


def test_an_import_by_itself_brings_no_words_back_and_a_person_may(claim, boss):
    redactions.redact(claim.article, reason=WHY, by=boss)
    new = new_article(text="Other words.", url=ADDRESS)
    with pytest.raises(Blanked, match="were blanked"):
        importing.receive(new, by=boss)
    assert importing.revise(claim.article, new, by=boss).number == 3


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (BEFORE, "███ █████ ████ ███████ ██ ████ ██ █████████ ████ █ ████ ████."),
        ("THE FERRY left Selwick at — noon!", "███ █████ ████ ███████ ██ █ ████!"),
        ("The ferry left Selwick late.", "The ferry left Selwick late."),
        ("", ""),
    ],
)
def test_five_words_in_a_row_are_a_quotation_and_four_are_anybodys(words, left):
    assert Quoting(BEFORE).blanked(words) == left
    assert Quoting(BEFORE).is_in(words) == (left != words)
