"""Figures that disagree in the demo newsroom, and those that somebody settled."""

from __future__ import annotations

from claims import comparisons, discrepancies, priorities
from claims.models import Discrepancy, Event, Link
from claims.states import EventKind, LinkState, Resolution
from factdesk.newsroom.sources import Newsroom


def compare(newsroom: Newsroom) -> None:
    """Compare the claims of every link, as of when it was made."""
    comparisons.follow(Link.objects.exclude(state=LinkState.REJECTED))
    for link in Link.objects.all():
        link.discrepancies.update(found_at=link.decided_at or link.suggested_at)
    _settle(newsroom)
    priorities.follow(claim.pk for claim in newsroom.claims.values())


def _settle(newsroom: Newsroom) -> None:
    """Each pair has one open conflict, or the fixture is not what it was written for."""
    for told in newsroom.rows("discrepancies", "settled"):
        a, b = newsroom.claims[told["a"]], newsroom.claims[told["b"]]
        row = Discrepancy.objects.open_conflicts().for_claim(a).for_claim(b).for_page().get()
        row.resolution, row.reason = Resolution(told["resolution"]), told["reason"]
        row.wrong = newsroom.claims[told["wrong"]] if "wrong" in told else None
        row.resolved_at, row.resolved_by = told["at"], newsroom.people[told["by"]]
        row.save(update_fields=discrepancies.RESOLUTION_COLUMNS)
        for claim, other in ((a, b), (b, a)):
            event = Event(
                claim=claim,
                kind=EventKind.SETTLED,
                at=row.resolved_at,
                by=row.resolved_by,
                other=other,
                field=discrepancies.side_of(row, claim),
                before=row.value_of(claim),
                after=row.value_of(other),
                reason=row.reason,
            )
            newsroom.events.append(event)
