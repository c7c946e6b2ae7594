"""What an open page hears of others' work: nothing at the cost of one query, else parts of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reviewer, create_user
from articles.tests.factories import create_article
from claims import comments, highlights, news, review
from claims.models import Claim, Event
from claims.states import EventKind, LinkKind
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_link,
    create_pair,
    create_verdict,
)
from claims.tests.test_leases import let_time_pass

pytestmark = pytest.mark.django_db
QUEUE = reverse("claims:queue_news")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


class Window:
    """An open page: it sends what it saw, and remembers what it is told of that."""

    def __init__(self, client, address: str, view: news.View = news.EVERYTHING) -> None:
        self.client, self.address = client, address
        self.seen = str(news.first_look(view))

    def ask(self, *claims: Claim, **said: object) -> str:
        """What is new as HTML; empty for 204. `claims` are those that the page shows."""
        shown = " ".join(str(claim.pk) for claim in claims)
        response = self.client.get(self.address, {"seen": self.seen, "shown": shown} | said)
        assert response.status_code == (200 if response.content else 204)
        self.seen = response["Desk-Seen"]
        return " ".join(response.content.decode().split())


def review_of(client, claim: Claim) -> Window:
    return Window(client, reverse("claims:review_news", args=[claim.pk]), news.of_claim(claim.pk))


def article_of(client, claim: Claim) -> Window:
    address = reverse("claims:article_news", args=[claim.article_id])
    return Window(client, address, news.of_article(claim.article_id))


def words_of_line(html: str) -> str:
    """The line's words without markup; empty where there is no line."""
    if "data-news" not in html:
        return ""
    line = html.split("data-news", 1)[1].split(">", 1)[1].split("<a ", 1)[0]
    return " ".join("".join(part.split(">", 1)[-1] for part in line.split("<")).split())


def test_what_is_unread_shows_though_nothing_happened_in_view(client, alice, bob):
    claim = create_claim(by=bob)
    windows = [Window(client, QUEUE), review_of(client, claim), article_of(client, claim)]
    windows.append(Window(client, reverse("factdesk:home_news")))
    comments.begin(claim, "What do you say, @alice?", by=bob)
    for window in windows:
        assert 'id="nav-unread">1<' in window.ask(claim, unread=0)
        assert window.ask(claim, unread=1) == window.ask(claim, unread="no") == ""


def test_nothing_new_is_one_query_that_writes_nothing_and_renews_no_hold(client, alice, bob):
    claim = review.take(create_claim(), by=alice)
    let_time_pass(claim, minutes=5)
    window, until = Window(client, QUEUE), Claim.objects.get(pk=claim.pk).leased_until
    session = Session.objects.get()
    with CaptureQueriesContext(connection) as queries:
        assert window.ask(claim) == ""
    told = [query["sql"] for query in queries if "claims_event" in query["sql"]]
    assert len(told) == 1
    assert len(queries) <= 5  # session, account, role, now and then the desk's words; the question
    assert all(query["sql"].startswith("SELECT") for query in queries)
    assert Claim.objects.get(pk=claim.pk).leased_until == until
    assert Session.objects.get().session_data == session.session_data


def test_any_other_request_still_renews_the_hold(client, alice):
    claim = review.take(create_claim(), by=alice)
    let_time_pass(claim, minutes=5)
    client.get(reverse("claims:queue"))
    assert Claim.objects.get(pk=claim.pk).leased_until > timezone.now() + timedelta(minutes=14)


@pytest.mark.parametrize("condition", ["", "story", "outlet"])
def test_a_question_reads_the_newest_events_from_their_key(alice, condition):
    claim = create_claim()
    view = news.of_queue({f"of_{condition}": str(getattr(claim, f"{condition}_id", ""))})
    seen = news.first_look(view)
    with connection.cursor() as cursor:  # a table as small as this is read whole
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        with CaptureQueriesContext(connection) as asked:
            news.hear(view, seen)
        cursor.execute(f"EXPLAIN {asked[0]['sql']}")
        plan = " ".join(line for (line,) in cursor.fetchall())
    assert len(asked) == 1
    assert "claims_event_pkey" in plan
    assert "Seq Scan" not in plan


def test_a_row_tells_who_took_it_and_what_they_decided(client, alice, bob):
    claim, other = create_claims(2)
    window = Window(client, QUEUE)
    review.take(claim, by=bob)
    html = window.ask(claim, other)
    assert f'id="claim-{claim.pk}" data-held="{claim.pk}"' in html
    assert "<b>Bob Byrne</b> until <time" in html
    assert f'id="claim-{other.pk}"' not in html
    create_verdict(claim, by=bob)
    html = window.ask(claim, other)
    assert "Disputed</span>" in html
    assert "<span><b>Bob Byrne</b></span>" in html
    assert "<strong>1 claim</strong> waits" in html
    assert '<span class="n" id="tab-decided">1</span>' in html
    assert window.ask(claim, other) == ""


def test_a_hold_that_is_over_by_the_clock_is_told_when_the_page_asks(client, alice, bob):
    claim = review.take(create_claim(), by=bob)
    window = Window(client, QUEUE)
    let_time_pass(claim, minutes=16)
    assert window.ask(claim) == ""
    html = window.ask(claim, over=claim.pk)
    assert f'id="claim-{claim.pk}"' in html
    assert "data-held" not in html
    assert "Bob Byrne" not in html


def test_new_claims_are_counted_until_somebody_decides_them(client, alice, bob):
    (shown,) = create_claims(1)
    window = Window(client, QUEUE)
    new = [create_claim(), create_claim()]
    html = window.ask(shown)
    assert words_of_line(html) == "2 new claims"
    known = " ".join(str(claim.pk) for claim in new)
    assert f'data-news="{known}"' in html
    third = create_claim()
    assert words_of_line(window.ask(shown, known=known)) == "3 new claims"
    for claim in new:
        create_verdict(claim, by=bob)
    html = window.ask(shown, known=f"{known} {third.pk}")
    assert words_of_line(html) == "1 new claim"
    assert f'href="{reverse("claims:queue")}" hx-get' in html


def test_a_claim_that_comes_back_and_one_that_is_removed_are_told(client, alice, bob):
    claim = create_claim()
    window = Window(client, QUEUE)
    highlights.remove(claim, by=bob)
    assert "<b>Bob Byrne</b> removed it" in window.ask(claim)
    highlights.restore(claim, by=bob)
    assert words_of_line(window.ask()) == "1 new claim"


def test_what_one_does_on_the_page_itself_is_no_news_to_them(client, alice):
    window = Window(client, QUEUE)
    create_claim(by=alice)
    assert words_of_line(window.ask(acted="1")) == ""
    create_claim(by=alice)
    assert words_of_line(window.ask()) == "1 new claim"


def test_a_queue_of_a_story_hears_of_that_story_alone(client, alice, bob):
    claim, elsewhere = create_claim(), create_claim()
    query = {"q": f"story:{claim.story.slug}", "of_story": str(claim.story_id)}
    window = Window(client, QUEUE, news.of_queue(query))
    review.take(elsewhere, by=bob)
    assert window.ask(claim, **query) == ""
    review.take(claim, by=bob)
    assert f'id="claim-{claim.pk}"' in window.ask(claim, **query)


def test_another_claim_of_the_point_is_told_as_well(client, alice):
    claim, other = create_pair()
    window = Window(client, QUEUE)
    create_link(other, create_claim(article=create_article(story=claim.story)))
    assert "3 outlets" in window.ask(claim)


def test_an_event_that_comes_up_late_is_not_missed(client, alice, bob):
    claim = create_claim()
    with connection.cursor() as cursor:  # the number of an event whose transaction takes long
        cursor.execute("SELECT nextval('claims_event_id_seq')")
        number = cursor.fetchone()[0]
    create_claim()
    window = Window(client, QUEUE)
    Event.objects.create(
        pk=number, claim=claim, kind=EventKind.TAKEN, by=bob, at=timezone.now(), version=1
    )
    assert f'id="claim-{claim.pk}"' in window.ask(claim)
    assert window.ask(claim) == ""


def test_how_far_a_page_looks_back_moves_on(client, alice, bob):
    claim = create_claim()
    view = news.of_claim(claim.pk)
    elsewhere = create_claim()
    seen = news.first_look(view)
    for _ in range(3):
        Event.objects.bulk_create(
            Event(claim=elsewhere, kind="taken", by=bob, at=timezone.now(), version=1)
            for _ in range(news.LOOK_BACK)
        )
        heard = news.hear(view, seen)
        assert heard.since is None
        assert heard.seen.since > seen.since
        seen = heard.seen
    review.take(claim, by=bob)
    assert news.hear(view, seen).since == seen.newest


@pytest.mark.parametrize("seen", ["", "1.2.3", "a.b.c.d", "1.2.3.4.5", "9" * 40])
def test_a_page_that_cannot_say_what_it_saw_is_told_where_to_begin(client, alice, seen):
    claim = create_claim()
    response = client.get(QUEUE, {"seen": seen, "shown": f"x {claim.pk} {'9' * 30}", "over": "-1"})
    assert response.status_code == 204
    assert news.read(response["Desk-Seen"]) == news.first_look(news.EVERYTHING)


def test_under_review_one_sentence_tells_and_the_hold_is_shown(client, alice, bob):
    claim = review.take(create_claim(), by=alice)
    window = review_of(client, claim)
    review.release(claim, by=alice)
    review.take(claim, by=bob)
    html = window.ask()
    assert "Bob Byrne holds it until" in html
    assert words_of_line(html).startswith("Bob Byrne took this claim.")
    assert "more</span>" not in html
    assert f'hx-get="{claim.get_absolute_url()}"' in html
    assert "verdict-form" not in html


def test_under_review_a_verdict_elsewhere_on_the_point_is_told(client, alice, bob):
    claim, other = create_pair()
    window = review_of(client, claim)
    review.take(other, by=bob)
    assert words_of_line(window.ask()) == ""
    create_verdict(other, by=bob)
    told = words_of_line(window.ask())
    assert told.startswith(f"The {other.outlet} claim: Bob Byrne disputed it")


def test_a_link_that_comes_meanwhile_is_told(client, alice, bob):
    claim = create_claim()
    window = review_of(client, claim)
    other = create_claim(article=create_article(story=claim.story))
    create_link(claim, other, kind=LinkKind.CONTRADICTS, by=bob)
    assert words_of_line(window.ask()).startswith(f"Bob Byrne linked it to {other.outlet}")


def test_two_windows_of_one_person_hear_of_each_other(client, alice):
    claim = create_claim()
    one, other = review_of(client, claim), review_of(client, claim)
    create_verdict(claim, by=alice)
    assert words_of_line(one.ask(acted="1")) == ""
    assert words_of_line(other.ask()).startswith("You disputed it")


def test_what_only_suggests_is_not_told_under_review(client, alice):
    claim = create_claim()
    window = review_of(client, claim)
    Event.objects.create(claim=claim, kind="suggested", at=timezone.now(), version=1)
    assert words_of_line(window.ask()) == ""


def test_on_an_article_notes_change_and_a_line_tells_what_was_placed(client, alice, bob):
    claim = create_claim()
    window = article_of(client, claim)
    create_verdict(claim, by=bob)
    html = window.ask()
    assert f'class="note is-disputed" id="claim-{claim.pk}"' in html
    assert words_of_line(html) == ""
    new = create_claim(quote="nine of them crew", article=claim.article, by=bob)
    html = window.ask()
    assert words_of_line(html) == "1 claim here is new, moved or removed"
    highlights.remove(claim, by=bob)
    assert words_of_line(window.ask(known=new.pk)).startswith("2 claims here are")


def test_on_an_article_others_articles_are_no_news(client, alice, bob):
    window = article_of(client, create_claim())
    review.take(create_claim(), by=bob)
    assert window.ask() == ""


PAGES = ["claims:queue_news", "claims:review_news", "claims:article_news"]


def address(name: str) -> str:
    claim = create_claim()
    args = {"claims:review_news": [claim.pk], "claims:article_news": [claim.article_id]}
    return reverse(name, args=args.get(name))


@pytest.mark.parametrize("name", PAGES)
def test_only_members_are_told_and_only_by_get(client, name):
    url = address(name)
    assert client.get(url).headers["Location"].startswith("/login/")
    asked = client.get(url, headers={"hx-request": "true", "hx-current-url": "http://x/queue/"})
    assert asked["HX-Redirect"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.get(url).status_code == 403
    client.force_login(create_reviewer())
    assert client.get(url).status_code == 204
    assert client.post(url).status_code == 405


def test_a_claim_or_article_that_is_not_there_has_no_news(client, alice):
    for name in PAGES[1:]:
        assert client.get(reverse(name, args=[999_999])).status_code == 204
