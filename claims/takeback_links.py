"""Taking back what was said of links and other outlets: links, figures settled, silences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import clusters, discrepancies, links, silences
from claims.models import Discrepancy, Silence
from claims.standing import pair_of
from claims.states import EventKind
from claims.takeback_way import Way, fresh, nothing

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.standing import Now


def _link_stays(event: Event, now: Now) -> str:
    pair = pair_of(event)
    if any(now.is_removed.get(claim) for claim in pair):
        return "One of the two claims was removed since."
    if now.last_at(pair) != event.at:
        return "The link was decided on again since."
    is_needed = event.kind == EventKind.LINKED and now.is_link_evidence(pair)
    return "One of the two claims is evidence for the other." if is_needed else ""


def _undo_link(event: Event, now: Now, by: User) -> None:
    before = now.before(event)
    link = now.link(pair_of(event))
    clusters.lock({link.a.story_id, link.b.story_id})
    links.restore(link, state=before.state, kind=before.kind, by=by)


def _note_link(event: Event, now: Now) -> None:
    now.forget_last(pair_of(event))


def _settling_stays(event: Event, now: Now) -> str:
    rows = Discrepancy.objects.settled_by(event.by, at=event.at)
    return "" if rows.for_claim(event.claim).exists() else "The figure was decided on again since."


def _open_figure(event: Event, now: Now, by: User) -> None:
    row = Discrepancy.objects.settled_by(event.by, at=event.at).for_page().first()
    if row:  # with the first of its events all that one act settled is open again
        discrepancies.reopen(row, by=by, seen=event.at)


def _silence_of(event: Event) -> Silence | None:
    said = Silence.objects.filter(claim=event.claim_id, outlet__name=event.after, by=event.by)
    return said.select_related("outlet").first()


def _silence_stays(event: Event, now: Now) -> str:
    return "" if _silence_of(event) else "This was withdrawn already."


def _take_silence_back(event: Event, now: Now, by: User) -> None:
    if said := _silence_of(event):  # one act says it of every claim of a point
        silences.take_back(fresh(event), said.outlet, by=by)


LINK = Way(_link_stays, _undo_link, _note_link)
WAYS = {
    EventKind.SETTLED: Way(_settling_stays, _open_figure, nothing),
    EventKind.SILENT: Way(_silence_stays, _take_silence_back, nothing),
}
