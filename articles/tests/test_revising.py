"""Other words of an article on the desk become its next revision, whole or not at all."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter
from articles import details, guesses, importing
from articles.errors import AlreadyImported, ArticleError
from articles.models import Article, Revision
from articles.tests.factories import TEXT, create_article, create_outlet
from articles.tests.test_importing import ADDRESS, new_article, save_at_once

pytestmark = pytest.mark.django_db

NEWER = TEXT.replace("241", "214")


def texts(article: Article) -> list[tuple[int, str]]:
    return list(article.revisions.order_by("number").values_list("number", "text"))


def told(article: Article) -> list[tuple[str, str, str, str]]:
    events = article.events.exclude(kind="imported").order_by("pk")
    return list(events.values_list("kind", "field", "before", "after"))


def test_other_words_from_its_address_are_its_next_revision():
    known = create_article(text=TEXT, url=ADDRESS)
    revision = importing.receive(new_article(text=NEWER, url=ADDRESS), by=create_reporter())
    known.refresh_from_db()
    assert (revision.article, revision.number, known.sha256) == (known, 2, revision.sha256)
    assert texts(known) == [(1, TEXT), (2, NEWER)]
    assert [one.words for one in revision.sentences.all()][1].startswith("There were 214 people")


def test_it_stays_in_its_story_and_outlet_and_takes_the_details_it_gives():
    known = create_article(text=TEXT, url=ADDRESS, headline="241 aboard", byline="Ada Quell")
    new = new_article(text=NEWER, url=ADDRESS, headline="214 aboard", credit="(AP)")
    importing.revise(known, new, by=create_reporter())
    now = Article.objects.get()
    assert (now.story, now.outlet) == (known.story, known.outlet)
    assert (now.headline, now.byline, now.credit) == ("214 aboard", "Ada Quell", "(AP)")
    assert told(now) == [
        ("revised", "", "", "2"),
        ("revised", "headline", "241 aboard", "214 aboard"),
        ("revised", "credit", "", "(AP)"),
    ]


def test_what_a_person_corrected_stays_until_the_outlet_says_something_new():
    known = create_article(text=TEXT, url=ADDRESS, headline="Fery aground")
    alice = create_reporter()
    details.correct(known, by=alice, headline="Ferry aground")
    importing.revise(known, new_article(text=NEWER, headline="Fery aground"), by=alice)
    assert Article.objects.get().headline == "Ferry aground"
    importing.revise(known, new_article(text=TEXT, headline="Ferry freed"), by=alice)
    assert Article.objects.get().headline == "Ferry freed"


def test_the_first_words_of_a_text_without_a_headline_are_none():
    known = create_article(text=TEXT, url=ADDRESS, headline="Ferry aground")
    new = new_article(text=NEWER, headline=guesses.first_words(NEWER).value)
    importing.revise(known, new, by=create_reporter())
    assert Article.objects.get().headline == "Ferry aground"


def test_the_words_it_has_change_nothing():
    known = create_article(text=TEXT, url=ADDRESS)
    with pytest.raises(AlreadyImported, match="has these very words"):
        importing.revise(known, new_article(text=TEXT, headline="Another"), by=create_reporter())
    assert texts(known) == [(1, TEXT)]
    assert told(known) == []


def test_going_back_to_an_earlier_text_is_a_revision_too():
    known, alice = create_article(text=TEXT, url=ADDRESS), create_reporter()
    for text in (NEWER, TEXT):
        importing.receive(new_article(text=text, url=ADDRESS), by=alice)
    assert texts(known) == [(1, TEXT), (2, NEWER), (3, TEXT)]


def test_words_of_an_earlier_revision_without_an_address_make_no_second_article():
    known, alice = create_article(text=TEXT), create_reporter()
    importing.revise(known, new_article(text=NEWER), by=alice)
    with pytest.raises(AlreadyImported, match="on the desk already, with newer words"):
        importing.receive(new_article(text=TEXT, outlet=known.outlet), by=alice)
    assert Article.objects.count() == 1


def test_an_address_is_taken_over_only_where_there_was_none():
    one, other = create_article(text=TEXT), create_article(url=ADDRESS)
    new = new_article(text=NEWER, url="https://ledger.example/again")
    alice = create_reporter()
    importing.revise(one, new, by=alice)
    importing.revise(other, new, by=alice)
    addresses = Article.objects.order_by("pk").values_list("url", flat=True)
    assert list(addresses) == ["https://ledger.example/again", ADDRESS]


@pytest.mark.parametrize(
    ("taken", "sentence"), [(ADDRESS, "has this address"), ("", "article of the same words")]
)
def test_what_another_article_has_is_refused_and_nothing_of_it_stays(taken, sentence):
    outlet = create_outlet()
    known = create_article(text=TEXT, outlet=outlet)
    create_article(text=NEWER, outlet=outlet, url=taken)
    with pytest.raises(ArticleError, match=sentence):
        importing.revise(known, new_article(text=NEWER, url=taken), by=create_reporter())
    assert texts(known) == [(1, TEXT)]
    assert told(known) == []


def test_what_follows_a_revision_follows_the_next_one_too(monkeypatch):
    followed = []
    monkeypatch.setattr(importing, "AFTER_REVISION", [followed.extend])
    known = create_article(text=TEXT, url=ADDRESS)
    revision = importing.revise(known, new_article(text=NEWER), by=create_reporter())
    assert followed == [known.revisions.get(number=1), revision]


def test_the_article_is_found_by_its_newest_words():
    known = create_article(text=TEXT, url=ADDRESS)
    importing.revise(known, new_article(text="A quiet morning at sea."), by=create_reporter())
    from articles.fulltext import holding

    assert not Article.objects.found_by(holding("passenger list")).exists()
    assert Article.objects.found_by(holding("quiet morning")).get() == known


@pytest.mark.django_db(transaction=True)
def test_of_the_same_new_words_at_once_one_revision_comes():
    known = create_article(text=TEXT, url=ADDRESS)
    news = [new_article(text=NEWER, url=ADDRESS, outlet=known.outlet) for _ in range(4)]
    outcomes = save_at_once(*news)
    assert sum(isinstance(outcome, AlreadyImported) for outcome in outcomes) == 3
    assert texts(known) == [(1, TEXT), (2, NEWER)]


@pytest.mark.django_db(transaction=True)
def test_of_different_new_words_at_once_each_is_a_revision():
    known = create_article(text=TEXT, url=ADDRESS)
    words = [f"{NEWER} Update {number}." for number in range(3)]
    save_at_once(*[new_article(text=text, url=ADDRESS) for text in words])
    assert [number for number, _ in texts(known)] == [1, 2, 3, 4]
    assert {text for _, text in texts(known)} == {TEXT, *words}
    assert Revision.objects.count() == 4
