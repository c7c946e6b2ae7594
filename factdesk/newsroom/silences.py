"""What outlets of the demo newsroom do not mention, as somebody said who had looked."""

from __future__ import annotations

from claims.models import Claim, Event, Silence
from claims.states import EventKind
from factdesk.newsroom.sources import Newsroom


def keep_silences(newsroom: Newsroom) -> None:
    """One silence for each claim of the point, as `claims.silences` keeps them."""
    for row in newsroom.rows("silences", "silence"):
        outlet, by = newsroom.outlets[row["outlet"]], newsroom.people[row["by"]]
        for claim in Claim.objects.sharing_point_with(newsroom.claims[row["claim"]]):
            Silence.objects.create(claim=claim, outlet=outlet, at=row["at"], by=by)
            newsroom.events.append(
                Event(claim=claim, kind=EventKind.SILENT, at=row["at"], by=by, after=str(outlet))
            )
