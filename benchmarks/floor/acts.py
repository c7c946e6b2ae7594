"""Acts of the floor: the rows that the desk writes, by the ORM, in one transaction each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST
from procrastinate.contrib.django import app

from accounts.models import User
from accounts.requests import DeskRequest
from articles.models import Outlet, Revision, Sentence, Story
from benchmarks.floor.pages import answer, counted, newest, said, ties, unread, who_asks
from claims.models import (
    Attribution,
    Claim,
    Discrepancy,
    Event,
    Evidence,
    Link,
    Mention,
    RationaleDraft,
    Skip,
    Verdict,
    VerdictEvidence,
)

LEASE = timedelta(minutes=15)


@require_POST
@login_required
@transaction.atomic
def mark(request: DeskRequest) -> HttpResponse:
    """A claim with its event, and as many links, events and mentions as the desk has written."""
    asked = {name: int(str(value)) for name, value in request.POST.items()}
    who_asks(request)
    revision = Revision.objects.select_related("article__outlet").get(pk=asked["revision"])
    article = revision.article
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    at, start, end = timezone.now(), asked["start"], asked["end"]
    claim = Claim.objects.create(
        revision=revision,
        article=article,
        story_id=article.story_id,
        outlet_id=article.outlet_id,
        start=start,
        end=end,
        quote=revision.text[start:end],
        prefix=revision.text[max(0, start - 32) : start],
        suffix=revision.text[end : end + 32],
        waiting_since=at,
        marked_at=at,
        marked_by_id=request.user.pk,
    )
    _record(claim, "marked", by=request.user.pk)
    read = _story(article.story_id)
    _tie(claim, asked, [one for one in read["claims"] if one.article_id != article.pk])
    places = list(revision.sentences.values_list("start", "end"))
    beside = list(Claim.objects.filter(revision=revision, start__lt=end + 200, end__gt=start))
    keys = [one.pk for one in beside]
    shown = [*ties(keys), *said(keys)]
    return answer(request, claims=beside, read=[read, places, shown], text="")


def _story(story_id: int) -> dict[str, list[Any]]:
    """The newest texts of the story, their sentences, and its claims."""
    newest = Revision.objects.filter(article__story=story_id).order_by("article_id", "-number")
    texts = newest.distinct("article_id").select_related("article").defer("source")
    sentences = Sentence.objects.filter(revision__in=[one.pk for one in texts])
    return {
        "texts": list(texts),
        "sentences": list(sentences),
        "claims": list(Claim.objects.filter(story=story_id, removed_at=None)),
        "outlets": list(Outlet.objects.filter(articles__story=story_id).distinct()),
    }


def _tie(claim: Claim, asked: dict[str, int], others: list[Claim]) -> None:
    at = timezone.now()
    linked = others[: asked["links"]]
    Link.objects.bulk_create(
        Link(
            a_id=min(claim.pk, one.pk),
            b_id=max(claim.pk, one.pk),
            kind="same",
            state="suggested",
            score=0.5,
            suggested_at=at,
        )
        for one in linked
    )
    Event.objects.bulk_create(
        Event(claim=one, other=other, kind="suggested", at=at, version=one.version)
        for first in linked
        for one, other in ((claim, first), (first, claim))
    )
    signed = [claim.pk, *(one.pk for one in linked)][: asked["signed"]]
    Claim.objects.filter(pk__in=signed).update(is_suggested=True)
    if asked["attributions"]:
        Attribution.objects.create(
            claim=claim, state="proposed", strength="stated", is_named=False, proposed_at=at
        )
    outlets = list({one.outlet_id: one for one in others if one.outlet_id != claim.outlet_id})
    sentence = Sentence.objects.filter(revision=claim.revision_id).first()
    Mention.objects.bulk_create(
        Mention(claim=claim, outlet_id=outlet, sentence=sentence, score=0.5)
        for outlet in outlets[: asked["mentions"]]
    )
    for _ in range(asked["jobs"]):
        app.configure_task("vector_of_claim", allow_unknown=True).defer(claim_id=claim.pk)


@require_POST
@login_required
def decide(request: DeskRequest) -> HttpResponse:
    """Verdict, evidence and history of the claim that is held; then the next one that is free."""
    person = request.user.pk
    who_asks(request)
    if request.POST.get("claim"):
        _give_verdict(int(request.POST["claim"]), by=person)
    claim = _take_next(by=person)
    waiting = Claim.objects.filter(removed_at=None, waiting_since__isnull=False)
    read = [*_read(claim, person), *counted(waiting, unread(request))]
    response = answer(request, claims=[claim], read=read, text=claim.revision.text)
    response["X-Claim"] = str(claim.pk)
    return response


@transaction.atomic
def _give_verdict(key: int, *, by: int) -> None:
    claim = Claim.objects.select_for_update(no_key=True).get(pk=key)
    Story.objects.select_for_update(no_key=True).get(pk=claim.story_id)
    at = timezone.now()
    list(claim.evidence.filter(removed_at=None))
    piece = Evidence.objects.create(
        claim=claim, citation="Log, page 4", title="Log", added_at=at, added_by_id=by
    )
    verdict = Verdict.objects.create(
        claim=claim,
        status="verified",
        rationale="The log says so, and two people read it.",
        revision_id=claim.revision_id,
        quote=claim.quote,
        waited_since=claim.waiting_since,
        decided_at=at,
        decided_by_id=by,
    )
    VerdictEvidence.objects.create(verdict=verdict, evidence=piece)
    claim.status, claim.current_verdict, claim.waiting_since = "verified", verdict, None
    claim.reviewer = claim.leased_until = None
    claim.save(
        update_fields=[
            *("status", "current_verdict", "waiting_since"),
            *("reviewer", "leased_until"),
        ]
    )
    _record(claim, "evidence added", by=by, evidence=piece)
    _record(claim, "decided", by=by, verdict=verdict)
    RationaleDraft.objects.filter(claim=claim, reviewer=by).delete()


@transaction.atomic
def _take_next(*, by: int) -> Claim:
    User.objects.select_for_update(no_key=True).get(pk=by)
    at = timezone.now()
    free = Q(reviewer=None) | Q(leased_until__lte=at)
    skipped = Skip.objects.filter(claim=OuterRef("pk"), reviewer=by, until__gt=at)
    waiting = Claim.objects.filter(
        ~Exists(skipped), free, waiting_since__isnull=False, removed_at=None, open_relocation=None
    )
    first = waiting.order_by("priority", "due_order", "waiting_since", "pk").select_for_update(
        skip_locked=True, no_key=True
    )[:1]
    key = first.values_list("pk", flat=True)[0]
    Claim.objects.filter(pk=key).update(reviewer=by, leased_until=at + LEASE)
    around = ("article", "story", "outlet", "revision", "reviewer", "cluster", "marked_by")
    claim = Claim.objects.select_related(*around, "attributed").defer("revision__source")
    found = claim.get(pk=key)
    Event.objects.create(claim=found, kind="taken", at=at, by_id=by, version=found.version)
    return found


def _read(claim: Claim, person: int) -> list[Any]:
    """What the page of a claim shows beside it."""
    ends = ("a__outlet", "a__article", "b__outlet", "b__article")
    links = Link.objects.filter(Q(a=claim) | Q(b=claim)).select_related(*ends)
    figures = Discrepancy.objects.filter(Q(link__a=claim) | Q(link__b=claim))
    point = Claim.objects.filter(cluster=claim.cluster_id or 0)
    view = Q(claim=claim) | Q(claim__cluster=claim.cluster_id or 0)
    threads = claim.comments.filter(thread=None).select_related("by", "resolved_by")
    return [
        *links,
        *figures.select_related("link__a__outlet", "link__b__outlet"),
        *point.select_related("article__outlet", "outlet", "attributed"),
        *Outlet.objects.filter(articles__story=claim.story_id).distinct(),
        *claim.events.select_related("by", "other__outlet")[:10],
        *claim.evidence.filter(removed_at=None),
        *claim.revision.sentences.filter(start__lt=claim.end + 100, end__gt=claim.start - 100),
        *RationaleDraft.objects.filter(claim=claim, reviewer=person),
        *Link.objects.filter(state="confirmed", a__cluster=claim.cluster_id or 0),
        *newest(view),
        *said([claim.pk]),
        *threads[:11],
        claim.events.count(),
    ]


def _record(claim: Claim, kind: str, *, by: int, **about: Any) -> None:
    Claim.objects.filter(pk=claim.pk).update(version=F("version") + 1)
    claim.refresh_from_db(fields=["version"])
    Event.objects.create(
        claim=claim, kind=kind, at=timezone.now(), by_id=by, version=claim.version, **about
    )
