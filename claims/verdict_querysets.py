"""Questions over verdicts, opinions, their evidence and the history of a claim."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Q,
)

from claims import natural_keys
from claims.states import LED_TO_A_VERDICT, EventKind, EvidenceKind, OpinionState, VerdictStatus
from web.prepared import prepared

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Story
    from claims.models import (
        Claim,
        Event,
        Evidence,
        Opinion,
        OpinionEvidence,
        Verdict,
        VerdictEvidence,
    )

LEASING = (EventKind.TAKEN, EventKind.RELEASED, EventKind.SKIPPED, EventKind.TAKEN_OVER)


class EventQuerySet(models.QuerySet["Event"]):
    def for_history(self) -> EventQuerySet:
        """Newest first, with all that its sentence names."""
        about = ("other__outlet", "verdict__decided_with", "opinion__by", "evidence", "act__person")
        return self.select_related("by", *about).order_by("-at", "-pk")

    def since(self, version: int) -> EventQuerySet:
        """What moved the claim beyond that version, oldest first."""
        return self.filter(version__gt=version).for_history().order_by("at", "pk")

    def for_desk(self) -> EventQuerySet:
        """As `for_history`, with the claims that the sentences are about."""
        vectors = [f"{one}__{name}" for one in ("claim", "other") for name in ("vector", "code")]
        named = self.for_history().select_related("claim__outlet", "claim__story", "claim__article")
        return named.defer(*vectors)

    def shown_to(self, reader: User) -> EventQuerySet:
        """Without what tells of a decision that is hidden from them."""
        if reader.is_desk_admin:
            return self
        from claims.models import Evidence, Opinion

        opinions = Opinion.objects.hidden_from(reader)
        pieces = Evidence.objects.hidden_from(reader)
        return self.exclude(opinion__in=opinions.values("pk")).exclude(
            evidence__in=pieces.values("pk")
        )

    def done_by(self, person: User, since: datetime, until: datetime) -> EventQuerySet:
        """From `since` to before `until`; taking a claim and letting it go change nothing."""
        rows = self.filter(by=person, at__gte=since, at__lt=until)
        return rows.exclude(kind__in=LEASING).order_by("-at", "-pk")

    def of_people(self) -> EventQuerySet:
        """Without what Fact Desk did, and who took which claim."""
        return self.filter(by__isnull=False).exclude(kind__in=LEASING)

    def version_of(self, verdict: Verdict) -> int:
        """The version that the claim had once it had this verdict; 0 when nothing tells of it."""
        told = self.filter(kind=EventKind.DECIDED, verdict=verdict)
        return told.values_list("version", flat=True).first() or 0

    def newest(self, count: int) -> EventQuerySet:
        return self.order_by("-pk")[:count]

    def beyond(self, number: int, *, at_most: int, view: Q | None = None) -> EventQuerySet:
        """The newest above that number, of the view when one is given."""
        rows = self.filter(pk__gt=number)
        return (rows.filter(view) if view else rows).order_by("-pk")[:at_most]

    def for_news(self) -> EventQuerySet:
        """With the claims and all that the sentences name."""
        about = ("other__outlet", "verdict__decided_with", "opinion__by", "evidence", "act")
        return self.select_related("by", "claim__outlet", "claim__reviewer", *about)

    def get_by_natural_key(self, *key: str | int) -> Event:
        *claim, kind, at = key
        condition = natural_keys.claim(claim, "claim__") & Q(kind=str(kind), at=str(at))
        return natural_keys.find(self, key, condition)


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def standing(self) -> EvidenceQuerySet:
        return self.filter(removed_at=None).select_related("added_by", "linked_claim__outlet")

    def of_kind(self, kind: EvidenceKind) -> EvidenceQuerySet:
        return self.filter(kind=kind)

    def hidden_from(self, reader: User) -> EvidenceQuerySet:
        """What somebody brought for a decision that is hidden from the reader."""
        from claims.models import Opinion

        return self.brought_for(Opinion.objects.hidden_from(reader).live())

    def brought_for(self, opinions: OpinionQuerySet) -> EvidenceQuerySet:
        """What these rest on and their own authors added."""
        return self.filter(opinions__in=opinions.values("pk"), added_by=F("opinions__by"))

    def seen(self) -> EvidenceQuerySet:
        """Without what is hidden from anybody: what a query finds is the same for all."""
        from claims.models import Opinion

        hidden = self.model.objects.brought_for(Opinion.objects.unseen().live())
        return self.exclude(pk__in=hidden.values("pk"))

    def known_to(self, reader: User) -> EvidenceQuerySet:
        """With its claim, what they may take away or put back."""
        return self.shown_to(reader).select_related("claim")

    def shown_to(self, reader: User) -> EvidenceQuerySet:
        return self.exclude(pk__in=self.model.objects.hidden_from(reader).values("pk"))

    def get_by_natural_key(self, *key: str | int) -> Evidence:
        *claim, added_at = key
        condition = natural_keys.claim(claim, "claim__") & Q(added_at=str(added_at))
        return natural_keys.find(self, key, condition)


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def for_page(self) -> VerdictQuerySet:
        return (
            self.select_related("claim", "decided_by", "decided_with", "replaces", "revision")
            .defer("revision__text", "revision__source")
            .prefetch_related("evidence")
        )

    def standing_for(self, claim: Claim) -> Verdict | None:
        """The claim's verdict with the evidence it rests on, pieces removed since included."""
        if claim.current_verdict_id is None:
            return None
        return _page_of(claim.current_verdict_id)[0]

    def decided_between(self, start: datetime, end: datetime) -> VerdictQuerySet:
        """Given at `start` or later, before `end`; those undone since included."""
        return self.filter(decided_at__gte=start, decided_at__lt=end).order_by()

    def newest_verified(self, count: int) -> VerdictQuerySet:
        return self.filter(status=VerdictStatus.VERIFIED).order_by("-decided_at", "-pk")[:count]

    def get_by_natural_key(self, *key: str | int) -> Verdict:
        *claim, decided_at = key
        condition = natural_keys.claim(claim, "claim__") & Q(decided_at=str(decided_at))
        return natural_keys.find(self, key, condition)


@prepared
def _page_of(verdict: int) -> VerdictQuerySet:
    from claims.models import Verdict

    return Verdict.objects.for_page().filter(pk=verdict)


class VerdictEvidenceQuerySet(models.QuerySet["VerdictEvidence"]):
    def get_by_natural_key(self, *key: str | int) -> VerdictEvidence:
        *claim, decided_at, added_at = key
        times = Q(verdict__decided_at=str(decided_at), evidence__added_at=str(added_at))
        return natural_keys.find(self, key, natural_keys.claim(claim, "verdict__claim__") & times)


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def live(self) -> OpinionQuerySet:
        """Neither over nor taken back: one waits for another person, two differ."""
        return self.filter(ended_at=None)

    def in_disagreement(self) -> OpinionQuerySet:
        return self.filter(state=OpinionState.DISAGREED)

    def for_page(self) -> OpinionQuerySet:
        return self.select_related("by", "claim")

    def live_on(self, claim: Claim) -> OpinionQuerySet:
        """With who gave them, the first first."""
        return self.live().filter(claim=claim).select_related("by").order_by("at", "pk")

    def live_of(self, claim: Claim | int, user: User) -> OpinionQuerySet:
        return self.live().filter(claim=claim, by=user)

    def hidden_from(self, reader: User) -> OpinionQuerySet:
        """As `unseen`, but not their own; nothing is hidden from desk admins."""
        return self.none() if reader.is_desk_admin else self.unseen().exclude(by=reader)

    def unseen(self) -> OpinionQuerySet:
        """Blind ones, while no second person has decided.

        One that was taken back or set aside comes up with the next verdict on the claim.
        """
        blind = self.filter(is_blind=True, answers=None, claim__story__needs_second_eyes=True)
        unanswered = ~Exists(self.model.objects.filter(answers=OuterRef("pk")))
        is_over = Q(ended_at__isnull=False, claim__current_verdict__decided_at__gt=F("at"))
        return blind.filter(unanswered).exclude(is_over)

    def of_stories(self, stories: Iterable[Story]) -> OpinionQuerySet:
        return self.filter(claim__story__in=stories)

    def given_between(self, start: datetime, end: datetime) -> OpinionQuerySet:
        """At `start` or later, before `end`."""
        return self.filter(at__gte=start, at__lt=end)

    def waiting_blind(self) -> OpinionQuerySet:
        """Whose author keeps it to themselves until a second person has decided."""
        return self.filter(state=OpinionState.OPEN, is_blind=True, answers=None)

    def pairs(self) -> models.QuerySet[Opinion, tuple[int, bool, str, str, int]]:
        """Story, whether the second had not seen the first, status of the first and of the second,
        how often; of those that count."""
        counted = (OpinionState.DISAGREED, *LED_TO_A_VERDICT)
        both = self.filter(state__in=counted, answers__state__in=counted).order_by()
        told = both.values_list("claim__story", "is_blind", "answers__status", "status")
        return told.annotate(n=Count("pk"))

    def behind(self, verdict: Verdict) -> OpinionQuerySet:
        """Those that made or led to it, the first first."""
        return self.filter(verdict=verdict).select_related("by").order_by("at", "pk")

    def get_by_natural_key(self, *key: str | int) -> Opinion:
        *claim, at = key
        condition = natural_keys.claim(claim, "claim__") & Q(at=str(at))
        return natural_keys.find(self, key, condition)


class OpinionEvidenceQuerySet(models.QuerySet["OpinionEvidence"]):
    def get_by_natural_key(self, *key: str | int) -> OpinionEvidence:
        *claim, at, added_at = key
        times = Q(opinion__at=str(at), evidence__added_at=str(added_at))
        return natural_keys.find(self, key, natural_keys.claim(claim, "opinion__claim__") & times)
