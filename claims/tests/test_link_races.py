"""Two people linking at the same moment leave one link and whole clusters."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article, create_story
from claims import clusters, links
from claims.errors import ClaimError
from claims.models import Claim, Link
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_link

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[Exception]:
    """Run the acts in threads that start together; the desk's refusals they met."""
    start, refusals = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait(timeout=10)
            act()
        except ClaimError as error:
            refusals.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return refusals


def make_claims(count: int) -> list[Claim]:
    story = create_story()
    return [create_claim(article=create_article(story=story)) for _ in range(count)]


def test_the_same_pair_linked_by_eight_people_is_one_link():
    one, other = make_claims(2)
    people = [create_reporter() for _ in range(8)]
    refusals = at_once(
        *(
            lambda by=by: links.confirm(
                Claim.objects.get(pk=one.pk),
                Claim.objects.get(pk=other.pk),
                kind=LinkKind.SAME,
                by=by,
            )
            for by in people
        )
    )
    assert refusals == []
    assert Link.objects.confirmed().count() == 1


def test_a_chain_linked_at_once_is_one_cluster():
    claims = make_claims(6)
    by = create_reporter()
    at_once(
        *(
            lambda one=one, other=other: links.confirm(one, other, kind=LinkKind.SAME, by=by)
            for one, other in itertools.pairwise(claims)
        )
    )
    assert Claim.objects.values("cluster").distinct().count() == 1
    assert Claim.objects.filter(cluster=None).count() == 0


def test_linking_and_unlinking_that_cross_leave_clusters_that_fit_the_links():
    first, second, third = make_claims(3)
    create_link(first, second)
    by = create_reporter()
    link = Link.objects.between(first, second).select_related("a", "b").get()
    at_once(
        lambda: links.unlink(link, by=by),
        lambda: links.confirm(second, third, kind=LinkKind.SAME, by=by),
    )
    parts = clusters.components([], Link.objects.clustering().values_list("a_id", "b_id"))
    members = Claim.objects.filter(cluster__isnull=False).values_list("pk", flat=True)
    assert sorted(members) == sorted(pk for part in parts for pk in part)
