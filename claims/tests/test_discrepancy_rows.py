"""Rows of discrepancies: what the database refuses, and which of them count."""

from __future__ import annotations

import pytest
from django.core import serializers
from django.db import Error, IntegrityError, connection, transaction
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article, create_story
from claims import highlights, links
from claims.models import Discrepancy, Link
from claims.states import DiscrepancyGrade, LinkKind, Resolution
from claims.tests.factories import create_claim, create_discrepancy, create_link, create_pair

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> Link:
    create_pair(kind=LinkKind.CONTRADICTS)
    return Link.objects.select_related("a", "b").get()


def settled(link: Link, **fields: object) -> dict[str, object]:
    """The columns of a row that somebody has settled: the claim at `a` is wrong."""
    return {
        "resolution": Resolution.ONE_IS_WRONG,
        "wrong": link.a,
        "reason": "The list has names.",
        "resolved_at": timezone.now(),
        "resolved_by": create_reviewer(),
        **fields,
    }


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("discrepancy_kind_known", {"kind": "guess"}),
        ("discrepancy_grade_known", {"grade": "doubt"}),
        ("discrepancy_spans_forward", {"start_a": 15}),
        ("discrepancy_spans_forward", {"end_b": 2}),
        ("discrepancy_resolver_iff_resolved", {"resolved_at": timezone.now()}),
        ("discrepancy_resolver_iff_resolved", {"reason": "Because."}),
        ("discrepancy_wrong_iff_one_is_wrong", {"wrong_id": 0}),
    ],
)
def test_an_open_row_is_refused(link, constraint, fields):
    fields = fields | ({"wrong": link.a} if fields.pop("wrong_id", None) == 0 else {})
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        create_discrepancy(link, **fields)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("discrepancy_resolution_known", {"resolution": "whatever", "wrong": None}),
        ("discrepancy_resolver_iff_resolved", {"resolved_by": None}),
        ("discrepancy_resolved_with_a_reason", {"reason": " "}),
        ("discrepancy_wrong_iff_one_is_wrong", {"wrong": None}),
        ("discrepancy_wrong_iff_one_is_wrong", {"resolution": Resolution.COMPATIBLE}),
    ],
)
def test_a_settled_row_is_refused(link, constraint, fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        create_discrepancy(link, **settled(link, **fields))


def test_the_wrong_claim_is_one_of_the_two(link):
    with pytest.raises(IntegrityError, match="discrepancy_wrong_is_an_end"), transaction.atomic():
        create_discrepancy(link, **settled(link, wrong=create_claim()))
    assert create_discrepancy(link, **settled(link)).wrong == link.a


def test_a_pair_of_values_is_stored_once_for_each_kind_and_subject(link):
    create_discrepancy(link)
    create_discrepancy(link, subject="crew")
    with pytest.raises(IntegrityError, match="discrepancy_stored_once"), transaction.atomic():
        create_discrepancy(link, start_a=20, end_a=23)


@pytest.mark.parametrize(
    "sql", ["UPDATE claims_discrepancy SET value_a = '7'", "DELETE FROM claims_discrepancy"]
)
def test_its_values_stay_and_it_is_kept(link, sql):
    create_discrepancy(link)
    with pytest.raises(Error, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "fields",
    [
        {"is_current": False},
        {"grade": DiscrepancyGrade.NOTE},
        {"resolution": Resolution.COMPATIBLE},
    ],
)
def test_a_row_that_is_over_or_only_a_note_is_no_open_conflict(link, fields):
    if "resolution" in fields:
        fields = settled(link, wrong=None, **fields)
    create_discrepancy(link, **fields)
    assert not Discrepancy.objects.open_conflicts().exists()


def test_a_conflict_is_open_for_both_claims_and_their_story_while_they_are_linked(link):
    row = create_discrepancy(link)
    conflicts = Discrepancy.objects.open_conflicts()
    assert list(conflicts.for_claim(link.a)) == list(conflicts.for_claim(link.b)) == [row]
    assert list(conflicts.for_story(link.a.story)) == [row]
    assert not conflicts.for_story(create_story()).exists()
    links.unlink(link, by=create_reporter())
    assert not conflicts.all().exists()


def test_a_removed_claim_takes_its_conflicts_along(link):
    create_discrepancy(link)
    highlights.remove(link.a, by=create_reviewer())
    assert not Discrepancy.objects.open_conflicts().exists()


def test_related_claims_are_of_two_things_and_never_in_conflict():
    story = create_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    create_discrepancy(create_link(one, other, kind=LinkKind.RELATED))
    assert Discrepancy.objects.standing().exists()
    assert not Discrepancy.objects.open_conflicts().exists()


def test_a_row_is_found_again_by_its_natural_key(link):
    row = create_discrepancy(link)
    text = serializers.serialize("json", [row], use_natural_primary_keys=True)
    (loaded,) = serializers.deserialize("json", text)
    assert loaded.object.pk == row.pk
