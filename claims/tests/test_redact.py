"""A desk admin blanks a text: the words go everywhere, places and history hold."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, connection
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import create_desk_admin, create_reviewer
from articles import importing
from articles.errors import AlreadyImported
from articles.extraction import Found
from articles.fulltext import holding
from articles.models import Article, Credit, CreditKind, Draft, FeedItem, Revision
from articles.tests.factories import create_article, create_draft, create_feed_item
from articles.tests.test_importing import new_article
from claims import corrections, history, redactions
from claims.errors import NotAllowed
from claims.models import Claim, Relocation, Verdict
from claims.states import EventKind
from claims.tests.correcting import BEFORE, CHANGED, SAID, TEXT, change_source, create_said
from claims.tests.factories import create_claim, create_verdict
from claims.tests.stored_words import tables_with

pytestmark = pytest.mark.django_db

WHY = "Order of the Selwick court, 3 of 2026."
ADDRESS = "https://ledger.example/ferry"
WORDS = ("nearly six", "more than nine", "full deck")


@pytest.fixture
def boss() -> User:
    return create_desk_admin(name="boss")


@pytest.fixture
def claim() -> Claim:
    """With a verdict, an accepted correction and a draft of its article; with what else has words
    of it: a credit, an item of a feed, and a draft of its address that nobody has saved."""
    claim, alice = create_said(), create_reviewer(name="alice")
    create_verdict(claim, by=alice)
    corrections.accept(change_source(claim), by=alice)
    create_draft(article=claim.article, kept=[SAID])
    leave_copies(claim.article)
    claim.refresh_from_db()
    return claim


def leave_copies(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(url=ADDRESS)
    Credit.objects.create(
        article=article, agency="Northline", kind=CreditKind.CREDIT, field="text", words=BEFORE
    )
    create_feed_item(url=ADDRESS, summary=BEFORE)
    create_draft(kept=[BEFORE], url=Found(ADDRESS, "from the page"))


def test_the_words_are_nowhere_any_more(claim, boss):
    assert tables_with("nearly six") >= {"articles.Revision", "claims.Verdict", "claims.Event"}
    assert tables_with("full deck") >= {"articles.Credit", "articles.FeedItem", "articles.Draft"}
    redactions.redact(claim.article, reason=WHY, by=boss)
    assert [tables_with(words) for words in WORDS] == [set()] * 3
    assert {bytes(one.source) for one in Revision.objects.all()} == {b""}
    assert not Article.objects.found_by(holding("tide")).exists()
    assert not Claim.objects.found_by(holding("tide")).exists()


def test_what_is_of_another_address_stays(claim, boss):
    draft = create_draft(url=Found("https://ledger.example/other", "from the page"))
    item = create_feed_item(summary="The tide was late.")
    redactions.redact(claim.article, reason=WHY, by=boss)
    assert Draft.objects.get() == draft
    assert FeedItem.objects.get(summary="The tide was late.") == item
    assert Credit.objects.get().agency == "Northline"


def test_an_article_without_an_address_takes_no_others_drafts(claim, boss):
    Article.objects.filter(pk=claim.article_id).update(url="")
    pasted = create_draft()
    redactions.redact(Article.objects.get(pk=claim.article_id), reason=WHY, by=boss)
    assert pasted in Draft.objects.all()


def test_hash_places_and_history_stay(claim, boss):
    before = list(Revision.objects.values_list("pk", "sha256"))
    events = claim.events.count()
    redactions.redact(claim.article, reason=WHY, by=boss)
    again = Claim.objects.get(pk=claim.pk)
    assert list(Revision.objects.values_list("pk", "sha256")) == before
    assert (again.start, again.end, again.events.count()) == (claim.start, claim.end, events)
    assert again.quote == again.revision.text[again.start : again.end]
    assert len(again.quote) == len(CHANGED)
    assert again.quote.count(" ") == CHANGED.count(" ")
    assert len(Verdict.objects.get().quote) == len(Relocation.objects.get().old_quote) == len(SAID)


def test_one_revision_alone(claim, boss):
    (done,) = redactions.redact(claim.article, reason=WHY, by=boss, number=1)
    assert done.number == 1
    assert "Claim" not in " ".join(tables_with("nearly six"))
    assert "claims.Claim" in tables_with("more than nine")


def test_the_article_says_who_did_it_and_why(client, claim, boss):
    redactions.redact(claim.article, reason=WHY, by=boss)
    client.force_login(boss)
    page = client.get(claim.article.get_absolute_url()).content.decode()
    assert "The words of this text were blanked" in page
    history = client.get(reverse("articles:edit_article", args=[claim.article_id]))
    assert f"blanked the words of revision 2: “{WHY}”" in history.content.decode()


def test_the_same_text_does_not_come_back(claim, boss):
    redactions.redact(claim.article, reason=WHY, by=boss)
    text = TEXT.replace("nearly six", "more than nine")
    with pytest.raises(AlreadyImported):
        importing.revise(claim.article, new_article(text=text), by=boss)


def test_twice_changes_nothing(claim, boss):
    redactions.redact(claim.article, reason=WHY, by=boss)
    assert redactions.redact(claim.article, reason=WHY, by=boss) == []


@pytest.mark.parametrize(
    ("reason", "number", "sentence"),
    [(" ", None, "Say on whose demand"), (WHY, 7, "no revision 7")],
)
def test_it_needs_a_reason_and_a_revision_that_is_there(claim, boss, reason, number, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        redactions.redact(claim.article, reason=reason, by=boss, number=number)


def test_reviewers_may_not(claim):
    with pytest.raises(NotAllowed, match="Only a desk admin"):
        redactions.redact(claim.article, reason=WHY, by=create_reviewer())
    assert tables_with("nearly six")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("articles_revision", "text"),
        ("articles_revision", "redacted_at"),
        ("claims_verdict", "quote"),
        ("claims_event", "after"),
        ("claims_relocation", "old_quote"),
    ],
)
def test_without_it_the_triggers_refuse(claim, boss, table, column):
    redactions.redact(create_said().article, reason=WHY, by=boss)
    value = "now()" if column == "redacted_at" else "'█'"
    with pytest.raises(Error, match="Cannot update"), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = {value}")  # noqa: S608


def test_a_text_that_is_not_blanked_has_its_hash(claim):
    revision = claim.revision
    with pytest.raises(Error, match="revision_sha256_of_text"):
        Revision.objects.create(
            article=revision.article, number=9, text="Other.", sha256=revision.sha256, source=b"",
            media_type="text/plain", imported_at=revision.imported_at,
            imported_by=revision.imported_by,
        )  # fmt: skip


def test_the_command_blanks_and_says_what(claim, boss):
    out = io.StringIO()
    call_command("redact", claim.article_id, reason=WHY, by="boss", stdout=out)
    assert out.getvalue() == "Blanked revision 1, 2.\n"
    call_command("redact", claim.article_id, reason=WHY, by="boss", stdout=out)
    assert out.getvalue().endswith("Nothing was left to blank.\n")


@pytest.mark.parametrize(("article", "by"), [(999_999, "boss"), (None, "nobody"), (None, "alice")])
def test_the_command_refuses_in_a_sentence(claim, boss, article, by):
    with pytest.raises(CommandError):
        call_command("redact", article or claim.article_id, reason=WHY, by=by)


def test_words_of_an_earlier_revision_do_not_come_back_either(claim, boss):
    redactions.redact(claim.article, reason=WHY, number=1, by=boss)
    with pytest.raises(AlreadyImported, match="taken off the desk"):
        importing.revise(claim.article, new_article(text=TEXT), by=boss)


def test_the_history_of_other_outlets_claims_stays(claim, boss):
    other = create_claim(article=create_article(story=claim.story, text=TEXT), quote=SAID)
    history.record(other, EventKind.MOVED, by=boss, before=SAID, after=BEFORE)
    redactions.redact(claim.article, reason=WHY, by=boss)
    assert other.events.get(kind=EventKind.MOVED).before == SAID
