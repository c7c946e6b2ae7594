"""The queue's page: tabs, filter, paging, and what each row shows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article, create_story
from claims import review
from claims.models import Claim
from claims.states import LinkKind, VerdictStatus
from claims.tests.factories import create_claim, create_claims, create_pair, create_verdict
from claims.views.queue import CLAIMS_A_PAGE

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
URL = reverse("claims:queue")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


def page(client, query: str = "", **headers: str) -> str:
    response = client.get(URL + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def listed(html: str) -> list[int]:
    """The claims of the rows, in order."""
    return [int(part.split('"')[0]) for part in html.split('class="queue-row')[1:]
            for part in [part.split('id="claim-')[1]]]  # fmt: skip


def test_what_waits_is_listed_most_pressing_first(client, alice):
    old, new = create_claims(2)
    pair = create_pair(kind=LinkKind.CONTRADICTS)
    html = page(client)
    assert listed(html) == [*(claim.pk for claim in pair), old.pk, new.pk]
    assert "<strong>4 claims</strong> wait" in html
    assert "Contradicted by 1" in html


def test_a_row_shows_the_claim_and_where_it_comes_from(client, alice):
    claim = create_claim(attribution="the passenger list")
    html = page(client)
    assert f"“{claim.quote}”" in html
    assert f"<b>{claim.outlet}</b>" in html
    assert "says the passenger list" in html
    assert claim.get_absolute_url() in html


def test_a_row_that_another_holds_says_who_and_until_when(client, alice):
    bob = create_reviewer(first_name="Bob", last_name="Byrne")
    claim = review.take(create_claim(), by=bob)
    html = page(client)
    assert f'<li class="queue-row held" id="claim-{claim.pk}"' in html
    assert "<b>Bob Byrne</b> until <time" in html
    assert f">{claim.leased_until:%H:%M}</time>" in html


def test_my_own_row_says_that_it_is_mine(client, alice):
    claim = review.take(create_claim(), by=alice)
    html = page(client)
    assert f'id="claim-{claim.pk}" data-current' in html
    assert "<b>yours</b> until" in html


def test_words_of_articles_are_escaped(client, alice):
    quote = "<script>alert(1)</script> was on the poster"
    create_claim(article=create_article(text=f"It read {quote} that day."), quote=quote)
    html = page(client)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_tab_mine_lists_what_i_hold(client, alice):
    held, other = create_claims(2)
    review.take(held, by=alice)
    review.take(other, by=create_reviewer())
    html = page(client, "?mine=1")
    assert listed(html) == [held.pk]
    assert "You hold <strong>1 claim</strong>" in html
    assert 'id="queue-mine" aria-current="page"' in html


def test_the_tab_decided_lists_verdicts_newest_first(client, alice):
    first, second, _waits = create_claims(3)
    create_verdict(first, by=create_reviewer())
    create_verdict(second, by=alice)
    html = page(client, "?view=decided")
    assert listed(html) == [second.pk, first.pk]
    assert "<strong>2 claims</strong> have a verdict" in html
    assert listed(page(client, "?view=decided&mine=1")) == [second.pk]


def test_a_skipped_or_removed_claim(client, alice):
    skipped, removed = create_claims(2)
    review.skip(skipped, by=alice)
    Claim.objects.filter(pk=removed.pk).update(removed_at=timezone.now(), removed_by=alice)
    assert listed(page(client)) == [skipped.pk]


def test_htmx_gets_the_list_the_count_and_the_address(client, alice):
    story = create_story(title="Ferry aground")
    wanted = create_claim(article=create_article(story=story))
    create_claim()
    response = client.get(f"{URL}?q=&story={story.slug}&outlet=", headers=HTMX)
    html = response.content.decode()
    assert listed(html) == [wanted.pk]
    assert "<html" not in html
    assert '<p id="queue-count" hx-swap-oob="innerHTML"><strong>1 claim</strong> waits' in html
    assert "in Ferry aground" in html
    assert response["HX-Push-Url"] == f"{URL}?q=story%3A{story.slug}"
    assert "HX-Request" in response["Vary"]


def test_the_same_list_with_and_without_htmx(client, alice):
    create_claims(3)
    assert listed(page(client)) == listed(page(client, **HTMX))


@pytest.mark.parametrize(
    "query",
    [
        "?story=nowhere",
        "?status=settled",
        "?view=all",
        "?q=%00",
        "?after=x",
        "?x=1",
    ],
)
def test_unknown_names_and_values_are_ignored(client, alice, query):
    claims = create_claims(2)
    assert listed(page(client, query)) == [claim.pk for claim in claims]


def test_what_was_chosen_comes_into_the_bar_and_what_was_typed_into_the_fields(client, alice):
    story = create_story(slug="ferry")
    chosen = page(client, f"?q=&was=&story={story.slug}", **HTMX)
    assert 'name="q" type="search" value="story:ferry"' in chosen
    assert '<input type="hidden" name="was" id="queue-was" value="story=ferry"' in chosen
    assert 'id="queue-fields"' not in chosen
    typed = page(client, "?q=story:ferry+&was=&story=", **HTMX)
    assert '<option value="ferry" selected>' in typed
    assert 'id="queue-words"' not in typed


def test_without_htmx_the_form_comes_to_the_address_of_its_choice(client, alice):
    create_story(slug="ferry")
    sent = client.get(f"{URL}?view=decided&was=&q=fog&story=ferry&outlet=&status=&mine=1")
    wanted = "?q=fog+story%3Aferry+decided-by%3Ame&view=decided"
    assert sent["Location"] == f"{URL}{wanted}"
    html = page(client, wanted)
    assert 'value="fog story:ferry decided-by:me"' in html
    assert 'id="queue-by-me" checked' in html


def test_what_is_not_understood_is_said_with_what_was_perhaps_meant(client, alice):
    create_story(slug="ferry", title="Ferry aground")
    html = page(client, "?q=story:fery+has:wings&view=decided")
    assert "No story is called “fery”; the filter was left out." in html
    assert '<div id="queue-told" role="status">' in html
    meant = "?q=story%3Aferry+has%3Awings&amp;view=decided"
    assert f'Did you mean <a href="{URL}{meant}">story:ferry has:wings</a>?' in html
    assert "There are has:comment, has:conflict" in html
    assert "nearly every text has this" in page(client, "?q=the")


def test_a_question_that_takes_too_long_is_stopped_and_said(client, alice, monkeypatch):
    create_claim()
    monkeypatch.setattr("claims.queue_pages.BUDGET_SECONDS", 0)
    response = client.get(f"{URL}?q=boats")
    assert response.status_code == 422
    assert "The search took too long and was stopped." in response.content.decode()


def test_what_is_frequent_is_found_in_order_or_gathered(client, alice, monkeypatch):
    claims = [claim.pk for claim in create_queue(4)]
    monkeypatch.setattr("claims.queue_pages.COUNT_CAP", 2)
    assert listed(page(client, "?q=is:waiting")) == claims
    monkeypatch.setattr("claims.queue_pages.IN_ORDER_SECONDS", 0)
    assert listed(page(client, "?q=is:waiting")) == claims
    assert listed(page(client, "?q=age:<1h+held-by:none")) == claims


def create_queue(count: int) -> list[Claim]:
    """Waiting claims without an article each: the same one, at other places."""
    article = create_article(text="one two three four five six seven eight nine ten " * 9)
    text = article.revisions.get().text
    words = text.split(" ")
    starts = [len(" ".join(words[:n])) + bool(n) for n in range(count)]
    template = create_claim(article=article, quote=words[0])
    rows = []
    for n, start in enumerate(starts[1:], start=1):
        row = Claim.objects.defer(None).get(pk=template.pk)
        row.pk = None
        row.start, row.end, row.quote = start, start + len(words[n]), words[n]
        row.waiting_since = template.waiting_since + timedelta(seconds=n)
        rows.append(row)
    return [template, *Claim.objects.bulk_create(rows)]


def test_pages_follow_each_other_and_lead_back(client, alice):
    claims = [claim.pk for claim in create_queue(CLAIMS_A_PAGE + 2)]
    first = client.get(URL)
    address = URL + first.context["next_page"]
    second = client.get(address, headers=HTMX)
    html = second.content.decode()
    assert listed(html) == claims[CLAIMS_A_PAGE:]
    assert second["HX-Push-Url"] == address
    assert f'id="open-{claims[CLAIMS_A_PAGE]}"' in html.split("data-focus")[0]
    before = page(client, f"?before={second.context['page'].previous_cursor}")
    assert listed(before) == claims[:CLAIMS_A_PAGE]


def test_many_rows_cost_as_many_queries_as_one(client, alice, django_assert_max_num_queries):
    review.take(create_pair(kind=LinkKind.CONTRADICTS)[0], by=create_reviewer())
    client.get(URL)
    with django_assert_max_num_queries(23) as one:
        page(client)
    create_queue(20)
    for claim in Claim.objects.filter(reviewer=None)[:3]:
        review.take(claim, by=create_reviewer())
    with django_assert_max_num_queries(len(one)):
        page(client)


def test_decided_rows_cost_as_many_queries_as_one(client, alice, django_assert_max_num_queries):
    create_verdict(create_claim(), by=alice)
    with django_assert_max_num_queries(20) as one:
        page(client, "?view=decided")
    for claim in create_claims(5):
        create_verdict(claim, by=create_reviewer(), status=VerdictStatus.UNRESOLVED)
    with django_assert_max_num_queries(len(one)):
        page(client, "?view=decided")


def test_counting_stops_at_the_cap(client, alice, monkeypatch):
    monkeypatch.setattr("claims.queue_pages.COUNT_CAP", 2)
    monkeypatch.setattr("web.templatetags.desk.COUNT_CAP", 2)
    create_queue(5)
    response = client.get(f"{URL}?q=is:waiting")
    assert response.context["count"] == 3
    assert "<strong>over 2 claims</strong> wait" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Nothing waits.</strong> Every claim here has a verdict."),
        ("?q=nobody-wrote-this", "No claim fits this filter."),
        ("?mine=1", "You hold no claim."),
        ("?view=decided", "Nothing is decided yet."),
        ("?view=decided&mine=1", "Nothing is decided by you yet."),
    ],
)
def test_an_empty_list_says_what_to_do(client, alice, query, words):
    assert words in page(client, query)


def test_a_reporter_reads_the_queue_but_takes_nothing_from_it(client):
    client.force_login(create_reporter())
    create_claim()
    html = page(client)
    assert "Review next" not in html
    assert "Has links" in html


def test_an_anonymous_person_signs_in_first(client):
    assert client.get(URL)["Location"] == f"{reverse('accounts:login')}?next={URL}"


def test_a_stranger_to_the_desk_sees_nothing(client):
    client.force_login(create_user(name="charlie"))
    assert client.get(URL).status_code == 403


def test_the_queue_is_only_read(client, alice):
    assert client.post(URL).status_code == 405
