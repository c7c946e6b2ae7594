"""What narrows the queue, and how the choice stands in an address."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from accounts.tests.factories import create_reviewer
from articles.tests.factories import create_article, create_outlet, create_story
from claims import reopening, review
from claims.filters import QueueFilter
from claims.models import Claim, Link
from claims.states import LinkKind, VerdictStatus, View
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_discrepancy,
    create_pair,
    create_verdict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return create_reviewer(name="alice")


def choose(query: str, *, person) -> QueueFilter:
    return QueueFilter(QueryDict(query), person=person)


def test_by_story_and_outlet(alice):
    story, outlet = create_story(), create_outlet()
    claim = create_claim(article=create_article(story=story, outlet=outlet))
    create_claim(article=create_article(story=story))
    create_claim(article=create_article(outlet=outlet))
    chosen = choose(f"story={story.slug}&outlet={outlet.slug}", person=alice)
    assert list(chosen.claims) == [claim]


def test_by_words_of_the_quote_or_the_statement_in_any_form(alice):
    quoted = create_claim(quote="nine of them crew")
    stated = create_claim(statement="The CREWS were small")
    create_claim()
    assert set(choose("q=crew", person=alice).claims) == {quoted, stated}
    assert set(choose("q=crew+-small", person=alice).claims) == {quoted}


def test_by_links(alice):
    create_claim()
    pair = create_pair()
    assert set(choose("linked=1", person=alice).claims) == set(pair)


def test_by_figures_that_disagree_and_are_not_settled(alice):
    create_pair()
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    create_discrepancy(Link.objects.of(one).get())
    assert set(choose("conflict=1", person=alice).claims) == {one, other}
    assert choose("conflict=1", person=alice).queue_address == "?q=has%3Aconflict"


def test_by_status_among_what_waits_and_what_is_decided(alice):
    unreviewed, unresolved, disputed = create_claims(3)
    create_verdict(unresolved, by=alice, status=VerdictStatus.UNRESOLVED)
    reopening.reopen(Claim.objects.get(pk=unresolved.pk))
    create_verdict(disputed, by=alice)
    assert list(choose("status=unreviewed", person=alice).claims) == [unreviewed]
    assert list(choose("status=unresolved", person=alice).claims) == [unresolved]
    assert list(choose("view=decided&status=disputed", person=alice).claims) == [disputed]


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ("", View.WAITING),
        ("mine=1", View.MINE),
        ("view=decided", View.DECIDED),
        ("view=decided&mine=1", View.DECIDED),
        ("view=other", View.WAITING),
    ],
)
def test_the_tabs_are_views_of_one_list(alice, query, view):
    assert choose(query, person=alice).view == view


def test_mine_is_what_i_hold_whether_it_waits_or_not(alice):
    waits, decided = create_claims(2)
    create_verdict(decided, by=alice)
    review.take(decided, by=alice)
    assert list(choose("mine=1", person=alice).claims) == [decided]
    review.take(waits, by=alice)
    assert list(choose("mine=1", person=alice).claims) == [waits]


def test_the_address_holds_the_query_and_the_tab_and_nothing_else(alice):
    story = create_story(slug="ferry")
    query = f"q=Crew+list&story={story.slug}&outlet=&status=none&linked=1&mine=1&page=4"
    chosen = choose(query, person=alice)
    assert chosen.text == "Crew list story:ferry has:link"
    assert chosen.address == "?q=Crew+list+story%3Aferry+has%3Alink&mine=1"
    assert chosen.queue_address == "?q=Crew+list+story%3Aferry+has%3Alink"
    assert choose(chosen.address[1:], person=alice).text == chosen.text
    assert choose("", person=alice).address == ""


def test_the_fields_show_what_the_bar_says(alice):
    create_story(slug="ferry", title="Ferry aground")
    chosen = choose('q=story:"ferry+aground"+has:link+STATUS:Unreviewed', person=alice)
    shown = {"story": "ferry", "outlet": "", "status": "unreviewed", "linked": "1", "conflict": ""}
    assert chosen.fields == shown
    assert chosen.shown == "story=ferry&status=unreviewed&linked=1"
    assert chosen.text == 'story:"ferry aground" has:link STATUS:Unreviewed'


@pytest.mark.parametrize(
    "query",
    ["story:a story:b", "-story:a", "status:disputed status:verified", "-has:link", "story:c"],
)
def test_a_field_that_cannot_say_it_is_empty_and_leaves_it_as_it_is(alice, query):
    create_story(slug="a")
    create_story(slug="b")
    chosen = choose(f"q={query}&was=&story=&status=&linked=", person=alice)
    assert not any(chosen.fields.values())
    assert chosen.text == query


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("q=fog+story:a&was=story=a&story=b", "fog story:b"),
        ("q=fog+story:a&was=story=a&story=", "fog"),
        ("q=fog+story:b&was=story=a&story=a", "fog story:b"),
        ("q=-story:a+fog&was=&story=b", "fog story:b"),
        ("q=fog&was=linked=1&linked=1", "fog"),
        ("q=HAS:Link+fog&was=linked=1", "fog"),
        ("q=-has:link&was=&linked=1", "has:link"),
        ("q=has:conflict&was=conflict=1&conflict=1&linked=1", "has:conflict has:link"),
        ("q=fog&story=no+slug&status=odd&linked=yes", "fog"),
    ],
)
def test_what_was_changed_last_wins(alice, sent, text):
    create_story(slug="a")
    create_story(slug="b")
    assert choose(sent, person=alice).text == text


def test_review_next_takes_from_the_waiting_claims_of_the_choice(alice):
    story = create_story()
    wanted = create_claim(article=create_article(story=story))
    create_claim()
    chosen = choose(f"view=decided&status=verified&mine=1&story={story.slug}", person=alice)
    assert list(chosen.queue.waiting()) == [wanted]
    assert chosen.queue_address == f"?q=story%3A{story.slug}"


def test_only_a_real_choice_narrows(alice):
    assert not choose("mine=1&story=none", person=alice).narrows
    assert choose("linked=1", person=alice).narrows
