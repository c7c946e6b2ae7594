"""What stands of the claims that events are about, and what would once these are taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from claims.models import Claim, Event, Evidence, Link, Verdict, VerdictEvidence
from claims.states import EventKind, LinkKind, LinkState

Pair = tuple[int, int]  # keys of two claims, the lower first

# What the history of two claims tells of the link between them.
LINKING = frozenset(
    {
        EventKind.SUGGESTED,
        EventKind.LINKED,
        EventKind.UNLINKED,
        EventKind.REJECTED,
        EventKind.RESTORED,
    }
)
_STATE_AFTER = {
    EventKind.SUGGESTED: LinkState.SUGGESTED,
    EventKind.RESTORED: LinkState.SUGGESTED,
    EventKind.LINKED: LinkState.CONFIRMED,
    EventKind.UNLINKED: LinkState.REJECTED,
    EventKind.REJECTED: LinkState.REJECTED,
}


@dataclass(frozen=True)
class Standing:
    """A link as an event left it."""

    at: datetime
    state: LinkState
    kind: LinkKind


def pair_of(event: Event) -> Pair:
    other = event.other_id or 0
    return min(event.claim_id, other), max(event.claim_id, other)


class Now:
    """Verdicts, removals, wording, pins, links and evidence of claims; four queries for any number.

    The dictionaries are by the claim's key. Who takes an event back says so, and the next, older
    one finds the desk as it will be.
    """

    def __init__(self, events: Collection[Event], *, reason: str = "") -> None:
        self.reason = reason  # why what others did is taken back
        self.reversed: list[Verdict] = []  # of others; who gave them are told together
        claims = {event.claim_id for event in events}
        claims |= {event.other_id for event in events if event.other_id}
        rows = Claim.objects.filter(pk__in=claims).values_list(
            "pk", "current_verdict", "removed_at", "statement", "quote", "pinned_at"
        )
        self.verdict: dict[int, int | None] = {}
        self.is_removed: dict[int, bool] = {}
        self.statement: dict[int, str] = {}
        self.quote: dict[int, str] = {}
        self.is_pinned: dict[int, bool] = {}
        for pk, verdict, removed_at, statement, quote, pinned_at in rows:
            self.verdict[pk], self.statement[pk], self.quote[pk] = verdict, statement, quote
            self.is_removed[pk] = removed_at is not None
            self.is_pinned[pk] = pinned_at is not None
        self._read_links(claims)
        self._read_evidence(claims)

    def _read_links(self, claims: Collection[int]) -> None:
        self._told: dict[Pair, list[Standing]] = defaultdict(list)
        told = Event.objects.filter(kind__in=LINKING, claim__in=claims, other__isnull=False)
        for event in told.order_by("at", "pk"):
            standing = Standing(
                event.at,
                _STATE_AFTER[EventKind(event.kind)],
                LinkKind(event.link_kind or LinkKind.SAME),
            )
            history = self._told[pair_of(event)]
            if not history or history[-1].at != event.at:  # both ends tell the same
                history.append(standing)

    def _read_evidence(self, claims: Collection[int]) -> None:
        standing = Evidence.objects.filter(claim__in=claims, removed_at=None)
        self._pieces: dict[int, set[int]] = defaultdict(set)
        self._of_links: set[Pair] = set()
        for pk, claim, linked in standing.values_list("pk", "claim", "linked_claim"):
            self._pieces[claim].add(pk)
            if linked:
                self._of_links.add((min(claim, linked), max(claim, linked)))
        resting = VerdictEvidence.objects.filter(verdict__claim__in=claims)
        self._rests: dict[int, set[int]] = defaultdict(set)
        for verdict, piece in resting.values_list("verdict", "evidence"):
            self._rests[verdict].add(piece)

    def link(self, pair: Pair) -> Link:
        return Link.objects.select_related("a", "b").get(a=pair[0], b=pair[1])

    def last_at(self, pair: Pair) -> datetime | None:
        """When somebody last said something of the link."""
        return self._told[pair][-1].at if self._told[pair] else None

    def before(self, event: Event) -> Standing:
        """The link as it was before the event, which is the last one told."""
        told = self._told[pair_of(event)]
        kind = told[-1].kind
        return told[-2] if len(told) > 1 else Standing(event.at, LinkState.SUGGESTED, kind)

    def forget_last(self, pair: Pair) -> None:
        self._told[pair].pop()

    def is_linked(self, claim: int) -> bool:
        """A confirmed link joins it to a claim that stands."""
        return any(
            told and told[-1].state == LinkState.CONFIRMED
            for pair, told in self._told.items()
            if claim in pair and not any(self.is_removed.get(end) for end in pair)
        )

    def is_link_evidence(self, pair: Pair) -> bool:
        return pair in self._of_links

    def stands(self, piece: int | None) -> bool:
        return any(piece in pieces for pieces in self._pieces.values())

    def has_evidence(self, claim: int) -> bool:
        return bool(self._pieces[claim])

    def rests_on(self, claim: int, piece: int | None) -> bool:
        """The claim's verdict that stands cites the piece."""
        verdict = self.verdict[claim]
        return verdict is not None and piece in self._rests[verdict]

    def note_piece(self, event: Event, *, stands: bool) -> None:
        """The event's evidence stands from now on, or does not."""
        pieces = self._pieces[event.claim_id]
        if event.evidence_id and stands:
            pieces.add(event.evidence_id)
        elif event.evidence_id:
            pieces.discard(event.evidence_id)
            linked = event.evidence.linked_claim_id if event.evidence else None
            if linked:
                self._of_links.discard((min(event.claim_id, linked), max(event.claim_id, linked)))
