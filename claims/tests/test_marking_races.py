"""People who mark, move and remove at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from accounts.tests.factories import create_reporter
from articles.models import Revision
from articles.tests.factories import create_revision
from claims import highlights
from claims.errors import PlaceTaken
from claims.models import Claim
from claims.states import EventKind
from claims.tests.factories import create_claim, create_pair
from claims.tests.test_link_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "There were 241 people on board"


def test_eight_people_marking_the_same_words_make_one_claim():
    revision = create_revision()
    start = revision.text.index(WORDS)

    def mark(by) -> None:
        own = Revision.objects.select_related("article").get(pk=revision.pk)
        highlights.mark(own, start=start, end=start + len(WORDS), by=by)

    people = [create_reporter() for _ in range(8)]
    refusals = at_once(*(lambda by=by: mark(by) for by in people))
    claim = Claim.objects.get()
    assert refusals == []
    assert claim.events.filter(kind=EventKind.MARKED).count() == 1


def test_two_claims_moved_onto_the_same_words_leave_one_there():
    one = create_claim(quote="There were 241")
    two = create_claim(quote="people on board", article=one.article)
    alice = create_reporter()
    start, end = one.start, two.end
    refusals = at_once(
        *(lambda c=c: highlights.move(c, start=start, end=end, by=alice) for c in (one, two))
    )
    assert [type(error) for error in refusals] == [PlaceTaken]
    assert Claim.objects.filter(start=start, end=end).count() == 1


def test_removing_both_ends_of_a_link_at_once_locks_nobody_out():
    one, other = create_pair()
    alice = create_reporter()
    for change in (highlights.remove, highlights.restore, highlights.remove):
        assert at_once(*(partial(change, c, by=alice) for c in (one, other) * 2)) == []
    assert not Claim.objects.active().exists()
    kinds = list(one.events.order_by("pk").values_list("kind", flat=True))
    assert kinds[-3:] == [EventKind.REMOVED, EventKind.RESTORED, EventKind.REMOVED]
