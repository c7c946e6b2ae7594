"""Two people at one figure at the same moment: one is told, and the row is of one of them."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter, create_reviewer
from claims import discrepancies, links
from claims.errors import StaleFigure
from claims.models import Discrepancy, Link
from claims.states import EventKind, LinkKind, LinkState, Resolution
from claims.tests.factories import create_discrepancy, create_pair
from claims.tests.test_link_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def row() -> Discrepancy:
    create_pair(kind=LinkKind.CONTRADICTS)
    create_discrepancy(Link.objects.get())
    return Discrepancy.objects.for_page().get()


def settling(row: Discrepancy, resolution: Resolution):
    by = create_reviewer()
    return lambda: discrepancies.settle(row, resolution=resolution, reason="Counted.", by=by)


def test_of_two_who_settle_at_once_one_is_told_what_the_other_said(row):
    refusals = at_once(*(settling(row, how) for how in (Resolution.COMPATIBLE, "updated later")))
    assert [type(refusal) for refusal in refusals] == [StaleFigure]
    assert "settled this meanwhile" in str(refusals[0])
    assert row.link.a.events.filter(kind=EventKind.SETTLED).count() == 1


def test_settling_and_unlinking_that_cross_leave_a_row_that_says_what_happened(row):
    link, by = row.link, create_reporter()
    at_once(settling(row, Resolution.COMPATIBLE), lambda: links.unlink(link, by=by))
    assert Link.objects.get().state == LinkState.REJECTED
    told = row.link.a.events.filter(kind=EventKind.SETTLED).exists()
    assert Discrepancy.objects.get().is_settled == told
    assert not Discrepancy.objects.standing().exists()
