"""What an article is found by, and how hits are marked."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Value
from hypothesis import given
from hypothesis import strategies as st

from accounts.tests.factories import create_reporter
from articles import details, fulltext
from articles.fulltext import Piece, holding, pieces
from articles.models import Article, Revision
from articles.tests.factories import create_article, create_story

TEXT = "The Élodie’s coast-guards waited 4-5 hours in 2020-2021, and/or longer, off Ørsund."


@pytest.fixture
def article(db) -> Article:
    return create_article(
        text=TEXT, headline="Ferries stranded", byline="Ines Harrow", credit="Estuary Wire"
    )


def found(words: str) -> list[Article]:
    return list(Article.objects.found_by(holding(words)))


@pytest.mark.parametrize(
    "words",
    ["waiting", "ferry", "elodie", "ÉLODIE", "coast guard", "coast-guards",
     "4-5 hours", "5 hours", "2021", "longer", "orsund", "Harrow", "estuary wires"],
)  # fmt: skip
def test_any_form_of_a_word_finds_it_with_accents_or_without(article, words):
    assert found(words) == [article]


@pytest.mark.parametrize("words", ["guard coast", "lifeboat", "5 longer", "-2021 hours"])
def test_other_words_and_other_orders_do_not(article, words):
    assert found(words) == []


def test_words_of_the_headline_and_of_the_text_together_find_it(article):
    assert list(Article.objects.found_by(holding("stranded") & holding("hours"))) == [article]
    assert list(Article.objects.found_by(holding("stranded") & ~holding("hours"))) == []


def test_an_author_is_looked_for_in_byline_and_credit_alone(article):
    create_article(text="Ines Harrow was seen in Estuary with a wire.")
    assert list(Article.objects.written_by(["ines harrow"])) == [article]
    assert list(Article.objects.written_by(["nobody", "estuary"])) == [article]
    assert list(Article.objects.written_by(["o'brien\\ & | !", "':*'"])) == []


def test_corrected_details_and_a_newer_text_are_what_counts(article):
    by = create_reporter()
    details.correct(article, by=by, headline="Ships afloat", byline="")
    assert (found("afloat"), found("stranded"), found("harrow")) == ([article], [], [])
    first = Revision.objects.get(article=article)
    newer = "Nobody waited."
    digest = "6f9b1d43b4b5ff4a1b4cbd9c1cf2d9a3b6f0e7d2d6a6d5c4b3a29180ffeeddcc"
    with connection.cursor() as cursor:
        cursor.execute("SELECT encode(sha256(convert_to(%s, 'UTF8')), 'hex')", [newer])
        (digest,) = cursor.fetchone()
    Revision.objects.create(
        article=article, number=2, text=newer, sha256=digest, source=b"", media_type="text/plain",
        imported_at=first.imported_at, imported_by=by,
    )  # fmt: skip
    assert (found("nobody"), found("hours"), found("afloat")) == ([article], [], [article])


def test_an_article_of_very_many_words_is_imported_and_found_by_the_first(db):
    """More than a megabyte of different words, which PostgreSQL refuses to keep of one text."""
    words = [f"word{n:0>100x}" for n in range(12_000)]
    article = create_article(text=" ".join(words))
    assert found(words[0]) == [article]
    assert found(words[-1]) == []


def test_its_date_is_that_of_publishing_else_of_the_import(article):
    article.refresh_from_db()
    assert article.dated_at == article.imported_at
    moment = article.imported_at.replace(year=2020)
    Article.objects.filter(pk=article.pk).update(published_at=moment)
    article.refresh_from_db()
    assert article.dated_at == moment


def test_words_that_every_text_has_are_known(db):
    assert fulltext.are_too_common(["the", "of"])
    assert not fulltext.are_too_common(["the", "ferry"])


def marked(text: str, words: str, **choice: int) -> list[tuple[str, bool]]:
    row = Article.objects.annotate(
        shown=fulltext.marked(Value(text), fulltext.any_of([words]), **choice)
    )
    return [(piece.text, piece.is_hit) for piece in pieces(row.get().shown)]


def test_hits_are_marked_and_the_words_of_the_text_stay_as_they_are(article):
    assert marked("Le café, the cafe-bar", "cafés") == [
        ("Le ", False), ("café", True), (", the ", False), ("cafe", True), ("-bar", False),
    ]  # fmt: skip
    assert marked("an <b>ill fog</b> &lt; AT&T", "fog") == [
        ("an <b>ill ", False), ("fog", True), ("</b> &lt; AT&T", False),
    ]  # fmt: skip
    assert marked("From 2020-2021 and/or\n\nlater", "2021") == [
        ("From 2020-", False), ("2021", True), (" and/or later", False),
    ]  # fmt: skip


def test_a_long_text_is_cut_to_what_is_around_the_hits(article):
    text = "before " * 200 + "the ferry sank here " + "after " * 200
    shown = "".join(text for text, _ in marked(text, "ferry", max_fragments=2, max_words=20))
    assert "ferry sank" in shown
    assert len(shown.split()) <= 20


def test_signs_of_ours_in_a_text_are_not_taken_for_hits():
    assert pieces("a \ufdd2b\ufdd3 \ufdd3c\ufdd2 d") == (
        Piece(text="a ", is_hit=False), Piece(text="b", is_hit=True),
        Piece(text=" c d", is_hit=False),
    )  # fmt: skip


@given(st.text(st.sampled_from("ab \n<&-/\ufdd0\ufdd1\ufdd2\ufdd3")))
def test_pieces_hold_every_letter_of_any_text_in_order(text):
    letters = "".join(piece.text for piece in pieces(text) if piece.text.strip())
    assert [c for c in letters if c in "ab<&"] == [c for c in text if c in "ab<&"]


def test_moving_an_article_keeps_it_found(article):
    story = create_story()
    details.correct(article, by=create_reporter(), story=story)
    assert found("hours") == [article]
