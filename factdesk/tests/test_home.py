"""The home page: what is next, what waits by story, what one holds, what is new."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article, create_story
from claims import highlights, news, review
from claims.models import Claim
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_claims, create_pair, create_verdict
from factdesk.overview import ARTICLES_SHOWN, for_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


def home(client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_fresh_desk_asks_for_the_first_article(client, alice):
    page = home(client)
    assert "An empty desk." in page
    assert "Import the first article" in page
    assert "Review next" not in page


def test_a_desk_where_all_is_decided_says_so(client, alice):
    create_verdict(create_claim(), by=alice)
    page = home(client)
    assert "Nothing waits." in page
    assert "What waits, by story" not in page


def test_the_most_pressing_claim_leads(client, alice):
    create_claim()
    contradicted, _ = create_pair(kind=LinkKind.CONTRADICTS)
    assert for_person(alice).next_claim == contradicted
    page = home(client)
    assert "Next for you" in page
    assert "Contradicted by 1" in page


def test_the_claim_one_holds_leads_before_a_more_pressing_one(client, alice):
    held = review.take(create_claim(), by=alice)
    create_pair(kind=LinkKind.CONTRADICTS)
    assert for_person(alice).next_claim == held
    page = home(client)
    assert "Go on reviewing" in page
    assert "yours until" in page


def test_what_another_holds_or_oneself_skipped_is_not_next(client, alice):
    review.take(create_claim(), by=create_reviewer())
    skipped = review.take(create_claim(), by=alice)
    review.skip(skipped, by=alice)
    assert for_person(alice).next_claim is None
    assert "Nothing is free." in home(client)


def test_a_reporter_reads_but_is_not_asked_to_review(client):
    client.force_login(create_reporter())
    create_claim()
    page = home(client)
    assert "Most pressing" in page
    assert "Open the queue" in page
    assert "Review next" not in page


def test_stories_stand_by_what_waits_in_them(alice):
    few, many = create_story(title="Few"), create_story(title="Many")
    create_claims(1, story=few)
    create_claims(3, story=many)
    assert [row.story for row in for_person(alice).stories] == [many, few]


def test_a_removed_claim_is_neither_next_nor_counted(client, alice):
    claim = create_claim()
    highlights.remove(claim, by=alice)
    assert for_person(alice).next_claim is None
    assert "no claims marked yet" in home(client)


def test_the_newest_articles_come_first_with_their_claims(client, alice):
    articles = [create_article(headline=f"Report {n}") for n in range(ARTICLES_SHOWN + 1)]
    create_claim(article=articles[-1])
    newest = for_person(alice).newest
    assert [new.article for new in newest] == articles[:0:-1]
    assert [new.claims for new in newest] == [1, 0, 0, 0, 0]


def test_words_of_newspapers_are_only_words(client, alice):
    create_article(headline="<script>alert(1)</script>")
    claim = create_claim(
        article=create_article(text="<b>There were 241 people on board</b> of it."),
        quote="<b>There were 241",
    )
    page = home(client)
    assert "<script>alert" not in page
    assert f"“{claim.quote}”" not in page


def test_the_page_costs_the_same_for_one_row_and_many(client, alice):
    def queries() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            home(client)
        return len(captured)

    review.take(create_claim(), by=alice)
    one = queries()
    for _ in range(10):
        create_pair()
    assert Claim.objects.waiting().count() == 21
    assert queries() == one


def test_the_page_is_only_read(client, alice):
    assert client.post("/").status_code == 405


def ask_for_news(client, seen, **said) -> tuple[int, str]:
    response = client.get("/news/", {"seen": str(seen)} | said)
    return response.status_code, " ".join(response.content.decode().split())


def test_what_is_new_is_counts_stories_and_a_line(client, alice):
    claim = create_claim()
    seen = news.first_look(news.EVERYTHING)
    assert ask_for_news(client, seen) == (204, "")
    bob = create_reviewer(first_name="Bob", last_name="Byrne")
    review.take(claim, by=bob)
    assert "Bob Byrne has the claim that was next." in ask_for_news(client, seen, shown=claim.pk)[1]
    assert ask_for_news(client, seen)[0] == 204
    new = create_claims(2, story=claim.story)
    html = ask_for_news(client, seen)[1]
    assert f'data-news="{new[0].pk} {new[1].pk}">2 new claims.' in html
    assert 'id="desk-counts">3 claims wait</span>' in html
    assert f'<tr role="row" id="story-{claim.story.slug}">' in html
    create_verdict(new[0], by=alice)
    assert "1 new claim." in ask_for_news(client, seen, known=f"{new[0].pk} {new[1].pk}")[1]


def test_the_news_of_the_desk_are_for_members(client):
    assert client.get("/news/")["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.get("/news/").status_code == 403
    client.force_login(create_reporter())
    assert client.get("/news/", {"seen": "x"}).status_code == 204
    assert client.post("/news/").status_code == 405
