"""Check for changes: what the article's address says now, against what the desk has."""

from __future__ import annotations

import pgtrigger
import pytest
from django.utils import timezone

from accounts.tests.factories import create_reporter
from articles import checks, fetch_batches, fetches, redactions, withdrawals
from articles.errors import ArticleError
from articles.models import Article, BatchItem, Draft, ItemState, MediaType
from articles.tests import pages
from articles.tests import site as sites
from articles.tests.factories import create_article

pytestmark = pytest.mark.django_db
CORRECTED = pages.HTML.replace("Twelve passengers", "Fourteen passengers")


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        site.answers["/ferry"] = sites.page(pages.HTML)
        yield site


@pytest.fixture
def article(site) -> Article:
    """As it was imported from its page."""
    return imported(site)


def imported(site, *, text: str = pages.TEXT) -> Article:
    more = {"source": pages.HTML.encode(), "media_type": MediaType.HTML}
    return create_article(url=f"{site.url}/ferry", text=text, **more)


def checked(article: Article) -> BatchItem:
    batch = fetch_batches.check(article, by=create_reporter())
    fetches.fetch(batch.items.get().pk)
    article.refresh_from_db()
    return batch.items.get()


def blank(article: Article) -> None:
    with pgtrigger.ignore(*redactions.THROUGH):
        redactions.blank(
            article.revisions.get(), reason="An order.", by=create_reporter(), at=timezone.now()
        )


def test_an_unchanged_page_leaves_the_article_as_it_is(article):
    item = checked(article)
    assert (item.state, item.article) == (ItemState.IMPORTED, article)
    assert item.sentence == checks.UNCHANGED
    assert article.revisions.count() == 1


def test_changed_words_become_the_next_revision(site, article):
    site.answers["/ferry"] = sites.page(CORRECTED)
    item = checked(article)
    assert item.sentence == "Its words have changed. They are revision 2."
    newest = article.revisions.get(number=2)
    assert "Fourteen passengers" in newest.text
    assert bytes(newest.source) == CORRECTED.encode()
    assert newest.imported_by == item.batch.owner


def test_lines_that_a_person_left_out_are_no_change(site):
    article = imported(site, text="\n\n".join(pages.BODY[:2]))
    assert checked(article).sentence == checks.UNCHANGED
    assert article.revisions.count() == 1


def test_new_words_of_an_article_chosen_by_hand_are_looked_over(site):
    article = imported(site, text="\n\n".join(pages.BODY[:2]))
    site.answers["/ferry"] = sites.page(CORRECTED)
    item = checked(article)
    assert (item.state, item.sentence) == (ItemState.READY, checks.BY_HAND)
    assert item.draft.revises == article
    assert article.revisions.count() == 1


def test_an_article_that_was_pasted_is_compared_by_its_words(site):
    article = create_article(url=f"{site.url}/ferry", text=pages.TEXT)
    assert checked(article).sentence == checks.UNCHANGED
    site.answers["/ferry"] = sites.page(CORRECTED)
    item = checked(article)
    assert (item.state, item.sentence) == (ItemState.READY, checks.NOT_FROM_PAGE)


@pytest.mark.parametrize("code", [404, 410])
def test_a_page_that_is_gone_marks_the_article_as_withdrawn(site, article, code):
    site.answers["/ferry"] = sites.status(code)
    item = checked(article)
    assert f"The address answers {code}. The article is marked as withdrawn" in item.sentence
    assert article.withdrawn_reason == f"Its address answers {code}."
    assert article.revisions.count() == 1


def test_a_page_that_comes_back_is_withdrawn_no_more(article):
    withdrawals.withdraw(article, reason="Its address answers 404.", by=create_reporter())
    assert checked(article).sentence == checks.BACK + checks.UNCHANGED
    assert not article.is_withdrawn


def test_what_others_have_withdrawn_stays_so(site, article):
    withdrawals.withdraw(article, reason="Its sender took it back.", by=create_reporter())
    assert checked(article).sentence == checks.STILL_WITHDRAWN + checks.UNCHANGED
    site.answers["/ferry"] = sites.page(CORRECTED)
    assert checked(article).sentence == checks.STILL_WITHDRAWN + checks.REVISED.format(2)
    assert article.withdrawn_reason == "Its sender took it back."


def test_blanked_words_are_not_looked_at_again(client, site, article):
    blank(article)
    with pytest.raises(ArticleError, match="were blanked"):
        checked(article)
    client.force_login(create_reporter())
    page = client.get(article.get_absolute_url()).content.decode()
    assert "Check for changes" not in page
    answer = client.post(f"/articles/{article.pk}/check/", follow=True)
    assert checks.BLANKED in answer.content.decode()
    assert site.paths == []


@pytest.mark.parametrize(
    ("html", "state", "sentence"),
    [
        (pages.HTML, ItemState.IMPORTED, checks.UNCHANGED),
        (CORRECTED, ItemState.REFUSED, checks.BLANKED),
    ],
)
def test_words_blanked_while_they_are_fetched_do_not_come_back(
    site, article, html, state, sentence
):
    site.answers["/ferry"] = sites.page(html)
    item = fetch_batches.check(article, by=create_reporter()).items.get()
    blank(article)
    fetches.fetch(item.pk)
    item.refresh_from_db()
    assert (item.state, item.sentence) == (state, sentence)
    assert article.revisions.count() == 1
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "answer", [sites.status(503), sites.status(403), sites.page("<p>Menu</p>"), sites.broken_off]
)
def test_a_site_in_trouble_changes_nothing(site, article, answer):
    site.answers["/ferry"] = answer
    item = checked(article)
    assert item.state == ItemState.REFUSED
    assert not article.is_withdrawn
    assert article.revisions.count() == 1


def test_a_check_done_twice_makes_one_revision(site, article):
    site.answers["/ferry"] = sites.page(CORRECTED)
    item = checked(article)
    BatchItem.objects.filter(pk=item.pk).update(state=ItemState.FETCHING, article=None)
    fetches.fetch(item.pk)
    assert article.revisions.count() == 2
    assert not Draft.objects.exists()


def test_the_button_leads_to_the_progress_and_back_to_the_article(client, site, article):
    client.force_login(create_reporter(name="alice"))
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'action="/articles/{article.pk}/check/"' in page
    answer = client.post(f"/articles/{article.pk}/check/")
    item = BatchItem.objects.get()
    assert answer.url == item.batch.get_absolute_url()
    fetches.fetch(item.pk)
    answer = client.get(answer.url, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == article.get_absolute_url()
    assert checks.UNCHANGED in client.get(article.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [("", "has no address to look at"), ("http://10.0.0.1/", "leads into a private network")],
)
def test_an_article_that_cannot_be_looked_at_says_why(client, url, sentence):
    client.force_login(create_reporter())
    article = create_article(url=url)
    answer = client.post(f"/articles/{article.pk}/check/", follow=True)
    assert sentence in answer.content.decode()
    assert not BatchItem.objects.exists()
