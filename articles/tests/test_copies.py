"""Which articles share copy is found when they come in, and only where it says something."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

import matching
from articles import copies, passages
from articles.models import Passage, SharedCopy
from articles.tests.copied import BACKGROUND, EDITED, OWN, WIRE
from articles.tests.factories import create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db


def pairs() -> set[tuple[int, int]]:
    return set(SharedCopy.objects.values_list("a", "b"))


def test_an_import_stores_the_passages_of_its_text():
    revision = create_article(text=f"Ferry aground\n\n{WIRE}").revisions.get()
    stored = list(revision.copy_passages.values_list("position", "start", "end"))
    expected = matching.passages(revision.text)
    assert stored == [(one.position, one.start, one.end) for one in expected]
    grams = [tuple(one.grams) for one in revision.copy_passages.all()]
    assert grams == [one.grams for one in expected]


def test_a_lightly_edited_copy_is_found_and_an_own_report_is_not():
    story = create_story()
    wire, edited, own = (create_article(text=text, story=story) for text in (WIRE, EDITED, OWN))
    assert pairs() == {(wire.pk, edited.pk)}
    found = SharedCopy.objects.get()
    assert 0 < found.share_a < found.share_b <= 1
    assert SharedCopy.objects.between(edited, wire) == found
    assert SharedCopy.objects.between(own, wire) is None


def test_copy_is_found_in_another_story_too():
    wire = create_article(text=WIRE)
    copy = create_article(text=f"{OWN}\n\n{WIRE}")
    assert pairs() == {(wire.pk, copy.pk)}
    assert not SharedCopy.objects.in_story(copy.story).exists()


def test_a_paragraph_that_stands_in_many_stories_is_no_copy():
    for _ in range(copies.COMMON_STORIES):
        create_article(text=f"{create_story()} has nothing to do with it.\n\n{BACKGROUND}")
    SharedCopy.objects.all().delete()
    story = create_story()
    create_article(text=f"{OWN}\n\n{BACKGROUND}", story=story)
    create_article(text=f"{WIRE}\n\n{BACKGROUND}", story=story)
    assert pairs() == set()


def test_a_wire_story_of_very_many_is_joined_by_some_of_them():
    story = create_story()
    outlets = [create_outlet() for _ in range(copies.INSIDE_TRIED + 6)]
    for outlet in outlets:
        create_article(text=WIRE, story=story, outlet=outlet)
    last = create_article(text=EDITED, story=story)
    assert SharedCopy.objects.of_any([last.pk]).count() == copies.INSIDE_TRIED


def test_finding_costs_as_many_queries_for_many_texts_as_for_one():
    story = create_story()
    revisions = [create_article(text=WIRE, story=story).revisions.get() for _ in range(5)]
    for revision in revisions:
        assert revision.article.story == story
    counts = []
    for some in (revisions[:1], revisions):
        with CaptureQueriesContext(connection) as queries:
            copies.follow(some, passages.read(some))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert len(pairs()) == 10


def test_the_command_reads_what_came_before():
    story = create_story()
    wire, edited = (create_article(text=text, story=story) for text in (WIRE, EDITED))
    Passage.objects.all().delete()
    SharedCopy.objects.all().delete()
    call_command("find_origins", verbosity=0)
    assert pairs() == {(wire.pk, edited.pk)}
    assert copies.texts_to_read() == []
    call_command("find_origins", "--afresh", verbosity=0)
    assert pairs() == {(wire.pk, edited.pk)}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("passage_position_unique", {}),
        ("passage_not_empty", {"position": 9, "start": 4, "end": 4}),
        ("passage_has_grams", {"position": 9, "grams": []}),
    ],
)
def test_the_database_refuses_a_passage_that_cannot_be(name, fields):
    known = create_article(text=WIRE).revisions.get().copy_passages.values().first()
    del known["id"]
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Passage.objects.create(**known | fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("shared_copy_once", {}),
        ("shared_copy_in_order", {"swap": True}),
        ("shared_copy_shares_in_range", {"swap": None, "share_a": 0.0}),
    ],
)
def test_the_database_refuses_a_pair_that_cannot_be(name, fields):
    one, other = (create_article(text=text).pk for text in (WIRE, OWN))
    row = {"a_id": one, "b_id": other, "grams": 4, "share_a": 0.5, "share_b": 0.5}
    if fields.pop("swap", False):
        row |= {"a_id": other, "b_id": one}
    elif name == "shared_copy_once":
        SharedCopy.objects.create(**row)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        SharedCopy.objects.create(**row | fields)
