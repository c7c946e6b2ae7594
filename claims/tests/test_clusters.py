"""Clusters are the connected parts of the confirmed links that join, whatever was done before."""

from __future__ import annotations

import itertools
from collections import defaultdict

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from accounts.tests.factories import create_desk_admin
from articles.tests.factories import create_article, create_story
from claims import clusters, highlights, links
from claims.models import Claim, Link
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_link

pytestmark = pytest.mark.django_db
CLAIMS = 5
PAIRS = list(itertools.combinations(range(CLAIMS), 2))
ACTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(list(LinkKind)), st.sampled_from(PAIRS)),
        st.tuples(st.just("unlink"), st.sampled_from(PAIRS)),
        st.tuples(st.sampled_from(["remove", "restore"]), st.integers(0, CLAIMS - 1)),
    ),
    max_size=14,
)


def make_claims(count: int = CLAIMS) -> list[Claim]:
    story = create_story()
    return [create_claim(article=create_article(story=story)) for _ in range(count)]


def act(claims: list[Claim], what: str, where: object, *, by: User) -> None:
    if what in ("remove", "restore"):
        claim = Claim.objects.get(pk=claims[where].pk)
        if claim.is_removed == (what == "restore"):
            getattr(highlights, what)(claim, by=by)
        return
    one, other = (Claim.objects.get(pk=claims[at].pk) for at in where)
    link = Link.objects.between(one, other).confirmed().select_related("a", "b").first()
    if what == "unlink" and link:
        links.unlink(link, by=by)
    elif what != "unlink" and not (one.is_removed or other.is_removed):
        links.confirm(one, other, kind=LinkKind(what), by=by)


def groups() -> set[frozenset[int]]:
    members = defaultdict(set)
    for pk, cluster in Claim.objects.filter(cluster__isnull=False).values_list("pk", "cluster"):
        members[cluster].add(pk)
    return {frozenset(group) for group in members.values()}


@pytest.fixture
def unlinked() -> list[Claim]:
    return make_claims()


@pytest.fixture
def boss() -> User:
    return create_desk_admin()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_clusters_equal_the_connected_parts_after_any_acts(unlinked, boss, acts):
    claims, by = unlinked, boss
    with transaction.atomic():
        for what, where in acts:
            act(claims, what, where, by=by)
        pairs = list(Link.objects.clustering().values_list("a_id", "b_id"))
        parts = clusters.components([], pairs)
        assert groups() == {frozenset(part) for part in parts}
        transaction.set_rollback(True)


def test_the_part_with_the_oldest_claim_keeps_the_cluster():
    first, second, third, fourth = make_claims(4)
    for one, other in ((first, second), (second, third), (third, fourth)):
        create_link(one, other)
    old = Claim.objects.get(pk=first.pk).cluster
    middle = Link.objects.between(second, third).select_related("a", "b").get()
    links.unlink(middle, by=create_desk_admin())
    now = dict(Claim.objects.values_list("pk", "cluster"))
    assert now[first.pk] == now[second.pk] == old.pk
    assert now[third.pk] == now[fourth.pk] not in (None, old.pk)


def test_joining_two_clusters_keeps_the_older_one():
    first, second, third, fourth = make_claims(4)
    create_link(first, second)
    create_link(third, fourth)
    old = Claim.objects.get(pk=first.pk).cluster_id
    create_link(second, third)
    assert set(Claim.objects.values_list("cluster", flat=True)) == {old}
    create_link(first, fourth)
    assert set(Claim.objects.values_list("cluster", flat=True)) == {old}


def test_points_are_numbered_within_their_story():
    numbers = []
    for _ in range(2):
        one, other = make_claims(2)
        create_link(one, other)
        numbers.append(Claim.objects.get(pk=one.pk).cluster.number)
    assert numbers == [1, 1]


def test_removing_a_claim_splits_its_cluster_and_restoring_joins_it():
    first, second, third = make_claims(3)
    create_link(first, second)
    create_link(second, third)
    by = create_desk_admin()
    highlights.remove(Claim.objects.get(pk=second.pk), by=by)
    assert groups() == set()
    highlights.restore(Claim.objects.get(pk=second.pk), by=by)
    assert groups() == {frozenset({first.pk, second.pk, third.pk})}


def test_a_link_to_another_story_leaves_its_points_alone():
    here, there = create_claim(), make_claims(2)
    for claim in there:
        links.reject(here, claim, by=create_desk_admin())
    create_link(*there)
    Claim.objects.filter(pk__in=[one.pk for one in there]).update(cluster=None)
    beside = create_claim(article=create_article(story=here.story))
    create_link(here, beside)
    clusters.regroup(here.story, {here.pk, *(one.pk for one in there)})
    assert groups() == {frozenset({here.pk, beside.pk})}
