"""What a search reads: texts that fit, and hardly any other, however many hold its words."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from articles import fulltext
from articles.tests.factories import create_article, create_story
from claims import search
from claims.search import Section
from claims.tests.factories import create_claim

ARTICLES, CLAIMS = Section
MANY = 12


@pytest.fixture
def crowd(db):
    """Articles with a claim that have the same words in no telling order."""
    story = create_story()
    for number in range(MANY):
        words = f"The harbour kept harrow, fog and the ferry for {number} hours"
        create_claim(quote=words, article=create_article(text=f"{words}.", story=story))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_article, claims_claim")


def rows(query: str, section: Section) -> QuerySet[Any]:
    return search.looked_up(search.ask(query), section)


def read_in_vain(asked: QuerySet[Any]) -> int:
    """How many texts the database read that do not fit, when it looks them up.

    Of so few rows it could as well read all, in the order of any index.
    """
    with search.in_time(20, seqscan=False, indexscan=False):
        (explained,) = json.loads(asked.explain(analyze=True, format="json"))
    return sum(
        node.get("Rows Removed by Index Recheck", 0)
        + (node.get("Rows Removed by Filter", 0) if "words" in node.get("Filter", "") else 0)
        for node in nodes(explained["Plan"])
    )


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", []):
        yield from nodes(part)


@pytest.mark.parametrize("section", Section)
def test_a_phrase_reads_no_text_that_has_its_words_in_another_order(crowd, section):
    for query in (
        '"ferry harbour fog"',
        '"fog harbour"',
        '"ferry in the harbour"',
        '"fog ferry" -x',
    ):
        assert read_in_vain(rows(query, section)) == 0
        assert not rows(query, section).exists()
    without_pairs = search.rows_of(search.ask('"ferry harbour fog"'), section)
    assert read_in_vain(without_pairs) == MANY
    for query in ('"harbour kept" "fog and the ferries"', "kept-harrow"):
        assert rows(query, section).count() == MANY


def test_an_author_reads_no_text_that_has_the_name_elsewhere(crowd):
    wanted = create_article(text="Snow.", byline="Ines Harrow")
    assert read_in_vain(rows("by:harrow", ARTICLES)) == 0
    assert list(rows("by:harrow", ARTICLES)) == [wanted]


def test_articles_without_a_word_are_found_without_reading_those_with_it(crowd):
    create_article(text="Snow and the ferry.", headline="Snow")
    wanted = create_article(text="Snow.", headline="Snow")
    for query in ("-fog -ferry", '-fog -ferry -"deep snow" -the', "the -fog -ferry"):
        assert read_in_vain(rows(query, ARTICLES)) == 0
        assert list(rows(query, ARTICLES)) == [wanted]
    assert not rows("-the", ARTICLES).exists()


def test_the_pairs_of_a_phrase_are_among_those_of_every_text_that_holds_it(db):
    draw = random.Random(7)  # noqa: S311
    some = ["fog", "fogs", "the", "of", "4-5", "sea.example/a", "Ørsund's", "lee", "\n", "and/or"]
    texts = [" ".join(draw.choices(some, k=40)) for _ in range(400)]
    phrases = [" ".join(draw.choices(some, k=draw.randint(1, 4))) for _ in texts]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(desk_pairs(words) @> desk_pairs(to_tsvector('desk', phrase)), true)"
            " FROM (SELECT to_tsvector('desk', text) words, phrase"
            " FROM unnest(%s::text[], %s::text[]) row (text, phrase)) one"
            " WHERE words @@ phraseto_tsquery('desk', phrase)",
            [texts, phrases],
        )
        held = [is_among for (is_among,) in cursor.fetchall()]
    assert len(held) > 100
    assert all(held)


def test_single_words_and_words_left_out_have_no_pairs(db, django_assert_num_queries):
    assert fulltext.pairs_of(["fog", "the ferry", ""]) == []
    assert len(fulltext.pairs_of(["thick fog", "thick-fog", "and the thick fogs"])) == 1
    with django_assert_num_queries(0):
        assert search.ask('-"thick fog"').pairs == []
