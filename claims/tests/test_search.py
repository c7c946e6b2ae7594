"""The search page: what is found, in which order, and what is said when nothing is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles import fulltext
from articles.models import Article
from articles.tests.factories import create_article, create_outlet, create_story
from claims import highlights, joiners, search
from claims.errors import SearchTooLong
from claims.models import Claim
from claims.tests.factories import create_claim, create_claims, create_pair, create_verdict
from claims.views.search import FOUND_A_PAGE

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
URL = reverse("claims:search")
HOSTILE = 'It read <script>alert("fog")</script> & <b>fog</b> on the poster.'


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", zone="UTC")
    client.force_login(alice)
    return alice


def page(client, q: str, *, status: int = 200, headers=None, **params: str) -> str:
    response = client.get(URL, {"q": q, **params}, headers=headers)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def found(html: str) -> list[int]:
    """Keys of the rows, in order."""
    return [int(part.split('"')[0]) for part in html.split('class="row-link" id="open-')[1:]]


def published(day: int, **fields) -> Article:
    return create_article(published_at=datetime(2026, 11, day, 12, tzinfo=UTC), **fields)


def test_articles_are_found_newest_first_with_their_hits_marked(client, alice):
    old, new = (published(day, text=f"Thick fog lay off the bank, day {day}.") for day in (1, 2))
    create_article(text="A clear night.")
    html = page(client, "fogs")
    assert found(html) == [new.pk, old.pk]
    assert 'Thick <mark class="hit">fog</mark> lay off' in html
    assert f"<b>{new.outlet}</b>" in html
    assert "2 articles and 0 claims found" in html


def test_claims_are_found_by_quote_statement_and_attribution(client, alice):
    claim = create_claim(statement="Aboard were 241", attribution="the passenger list")
    for words in ("peoples", "aboard", '"passenger list"', "board aboard list"):
        assert found(page(client, words, **{"in": "claims"})) == [claim.pk]
    html = page(client, "passenger", **{"in": "claims"})
    assert 'says the <mark class="hit">passenger</mark> list' in html
    assert "is-unreviewed" in html


def test_a_removed_claim_is_found_no_more_until_it_is_put_back(client, alice):
    claim = create_claim(by=alice)
    highlights.remove(claim, by=alice)
    assert found(page(client, "people", **{"in": "claims"})) == []
    highlights.restore(claim, by=alice)
    assert found(page(client, "people", **{"in": "claims"})) == [claim.pk]


def test_an_edited_claim_is_found_by_its_new_words(client, alice):
    claim = create_claim(by=alice, statement="Aboard were 241")
    highlights.edit(claim, statement="Nobody drowned", attribution="", by=alice)
    assert found(page(client, "drowned", **{"in": "claims"})) == [claim.pk]
    assert found(page(client, "aboard", **{"in": "claims"})) == []


def test_phrases_and_words_left_out(client, alice):
    near, far = (
        create_article(text=text) for text in ("Thick fog, no wind.", "Fog so thick. Wind.")
    )
    assert found(page(client, '"thick fog"')) == [near.pk]
    assert found(page(client, "fog -no")) == [far.pk, near.pk]  # “no” is in every text
    assert found(page(client, 'fog -"thick fog"')) == [far.pk]
    assert found(page(client, "-thick")) == []


def test_conditions_narrow_articles_and_claims(client, alice):
    outlet, story = create_outlet(slug="northline"), create_story(slug="ferry")
    wanted = published(3, text="Fog one.", outlet=outlet, story=story, byline="Ines Harrow")
    published(5, text="Fog two.")
    claim = create_claim(quote="Fog one", article=wanted)
    create_verdict(claim, by=create_reviewer())
    for condition in ("outlet:northline", "story:ferry", "by:harrow", "before:2026-11-04",
                      "-after:2026-11-05", "status:disputed"):  # fmt: skip
        assert found(page(client, f"fog {condition}")) == [wanted.pk]
        assert found(page(client, condition, **{"in": "claims"})) == [claim.pk]
    assert found(page(client, "fog -by:harrow after:2026-11-05")) != [wanted.pk]
    assert found(page(client, "-by:harrow", **{"in": "claims"})) == []


def test_a_claim_follows_the_date_of_its_article(client, alice):
    claim = create_claim(article=published(3))
    assert found(page(client, "before:2026-11-04", **{"in": "claims"})) == [claim.pk]
    Article.objects.filter(pk=claim.article_id).update(
        published_at=datetime(2026, 11, 9, tzinfo=UTC)
    )
    claim.refresh_from_db()
    assert claim.dated_at == datetime(2026, 11, 9, tzinfo=UTC)
    Claim.objects.filter(pk=claim.pk).update(dated_at=claim.dated_at + timedelta(days=1))
    claim.refresh_from_db()
    assert claim.dated_at == datetime(2026, 11, 9, tzinfo=UTC)


def test_a_filter_that_means_nothing_is_told_and_the_rest_answered(client, alice):
    create_outlet(name="Northline", slug="northline")
    article = create_article(text="Fog.")
    html = page(client, "fog outlet:nortline")
    assert found(html) == [article.pk]
    assert "No outlet is called “nortline”; the filter was left out." in html
    assert f'href="{URL}?q=fog+outlet%3Anorthline"' in html
    assert 'value="fog outlet:nortline"' in html
    assert "0 claims found. No outlet is called “nortline”; the filter was left out." in html


def test_a_filter_that_means_nothing_and_no_more_finds_nothing(client, alice):
    create_article(text="Fog.")
    html = page(client, "colour:red")
    assert "“colour:” is not a filter" in html
    assert found(html) == []


def test_a_quotation_without_an_end_is_told(client, alice):
    told = "A quotation mark has no second one"
    assert told in page(client, '"car ferry')
    assert told not in page(client, '"car ferry"')


def test_or_and_not_are_told_to_join_nothing(client, alice):
    create_article(text="Ferry in fog.")
    html = page(client, "ferry NOT fog")
    assert "Write a minus before what is not wanted" in html
    assert f'href="{URL}?q=ferry+-fog"' in html
    assert "“OR” joins nothing." in page(client, "has:conflict OR has:link")
    assert f'href="{URL}?q=has%3Aconflict+fog"' in page(client, "(has:conflict fog)")
    for plain in ("ferry or fog", '"ferry OR fog"', "FERRY OR FOG", "ferry AND fog"):
        assert "joins nothing" not in page(client, plain)


def test_joiners_signs_and_small_words_are_not_searched_for_beside_conditions(client, alice):
    claim = create_claim()
    for typed in ("-has:link OR -has:comment", "NOT -has:link", "-has:link -", "& -has:link"):
        assert found(page(client, typed, **{"in": "claims"})) == [claim.pk]
    html = page(client, "the -has:link of", **{"in": "claims"})
    assert found(html) == [claim.pk]
    assert "“the”, “of”: nearly every text has this, so it is not searched for.<" in html


def test_small_words_are_those_that_no_text_is_found_by():
    assert fulltext.are_too_common(sorted(joiners.SMALL_WORDS))


def test_words_that_every_text_has_are_told(client, alice):
    create_article(text="The fog.")
    assert "nearly every text has this" in page(client, "the")


def test_imported_text_is_escaped_and_its_hits_marked(client, alice):
    create_claim(quote=HOSTILE.rstrip("."), article=create_article(text=HOSTILE, headline=HOSTILE))
    for section in ("articles", "claims"):
        html = page(client, "fog", **{"in": section})
        assert "<script>alert" not in html
        assert '&lt;b&gt;<mark class="hit">fog</mark>&lt;/b&gt;' in html


def test_nothing_found_says_so_and_leads_to_the_other_section(client, alice):
    create_claim(statement="Nobody drowned")
    html = page(client, "drowned")
    assert "No article on the desk says this." in html
    assert "1 claim does" in html
    assert f'href="{URL}?q=drowned&amp;in=claims"' in html


def test_without_words_the_page_explains_the_language(client, alice):
    html = page(client, "")
    assert '<details class="search-help" open>' in html
    assert "Find it wherever it was said." in html
    for name in search.conditions.NAMES:
        assert f"<code>{name}:" in html


def test_htmx_gets_what_was_found_the_count_and_the_address(client, alice):
    create_article(text="Fog.")
    response = client.get(URL, {"q": "fog"}, headers=HTMX)
    html = response.content.decode()
    assert "<html" not in html
    assert '<p id="search-count" hx-swap-oob="innerHTML">1 article and 0 claims found' in html
    assert response["HX-Push-Url"] == f"{URL}?q=fog"
    assert "HX-Request" in response["Vary"]
    assert found(html) == found(page(client, "fog"))


def test_pages_follow_each_other_and_lead_back(client, alice):
    keys = [published(1 + n, text=f"Fog {n}.").pk for n in range(FOUND_A_PAGE + 2)][::-1]
    first = client.get(URL, {"q": "fog"})
    assert found(first.content.decode()) == keys[:FOUND_A_PAGE]
    after = first.context["page"].next_cursor
    second = client.get(URL, {"q": "fog", "after": after}, headers=HTMX)
    assert found(second.content.decode()) == keys[FOUND_A_PAGE:]
    assert b"data-focus" in second.content
    before = second.context["page"].previous_cursor
    assert found(page(client, "fog", before=before)) == keys[:FOUND_A_PAGE]


def test_more_than_the_cap_is_still_shown_in_order(client, alice, monkeypatch):
    monkeypatch.setattr(search, "COUNT_CAP", 2)
    keys = [published(1 + n, text=f"Fog {n}.").pk for n in range(4)][::-1]
    assert found(page(client, "fog")) == keys
    monkeypatch.setattr(search, "IN_ORDER_SECONDS", 0)
    assert found(page(client, "fog")) == keys


def test_a_search_that_takes_too_long_is_stopped_and_keeps_what_was_typed(
    client, alice, monkeypatch
):
    monkeypatch.setattr(search, "BUDGET_SECONDS", 0)
    html = page(client, "harbour", status=422)
    assert "The search took too long and was stopped." in html
    assert 'value="harbour"' in html


def test_a_statement_ends_when_its_time_is_over_and_the_next_ones_do_not():
    with connection.cursor() as cursor:
        with pytest.raises(SearchTooLong), search.in_time(0.05):
            cursor.execute("SELECT pg_sleep(20)")
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


def test_many_rows_cost_as_many_queries_as_one(client, alice, django_assert_max_num_queries):
    create_pair()
    for section in ("articles", "claims"):
        with django_assert_max_num_queries(40) as one:
            page(client, "people", **{"in": section})
        create_claims(3)
        create_pair()
        with django_assert_max_num_queries(len(one)):
            page(client, "people or boats harbour", **{"in": section})


@pytest.mark.parametrize("query", ["?q=%00", "?after=x", "?in=all", "?q=fog&before=" + "x" * 50])
def test_bad_input_is_a_page(client, alice, query):
    assert client.get(URL + query).status_code == 200


def test_who_may_search(client):
    assert Client().get(URL).headers["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.get(URL).status_code == 403
    client.force_login(create_reporter())
    assert client.post(URL).status_code == 405
