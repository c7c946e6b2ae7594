"""A story in which many people do everything at once, and what must hold whatever they did."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import Count, F, Max, Q
from django.utils import timezone

from accounts.models import User
from articles import importing, origins
from articles.errors import ArticleError
from articles.models import Article, Origin, OriginEvent, Revision, Story
from articles.tests.factories import create_article, create_story
from articles.tests.test_importing import new_article
from claims import (
    assignments,
    clusters,
    corrections,
    discrepancies,
    evidence,
    highlights,
    links,
    opinions,
    pins,
    priorities,
    review,
    second_eyes,
    signs,
    verdicts,
)
from claims.assignments import Assignment
from claims.errors import ClaimError
from claims.evidence import NewEvidence
from claims.models import (
    Claim,
    Discrepancy,
    Event,
    Evidence,
    Link,
    Opinion,
    Relocation,
    Verdict,
)
from claims.states import EventKind, LinkKind, Resolution, VerdictStatus
from claims.tests import crowded_acts

SENTENCES = (
    "The ferry left Selwick at noon on Wednesday with 241 people on board.",
    "She lay on the bank for nearly six hours before the tide lifted her.",
    "All of them were taken to the harbour by boat, the coastguard said.",
    "The owners have opened an inquiry into the grounding.",
    "The ferry left Selwick at noon on Wednesday with 214 people on board.",
    "She lay on the bank for more than nine hours before the tide lifted her.",
)
ARTICLES = 5
Act = Callable[[random.Random, User], object]


def create_crowded_story() -> Story:
    story = create_story()
    for number in range(ARTICLES):
        create_article(story=story, text=text(random.Random(number)))  # noqa: S311
    return story


def text(draw: random.Random) -> str:
    return "\n\n".join(draw.sample(SENTENCES, draw.randint(3, len(SENTENCES))))


def any_of(rows, draw: random.Random):
    """One row, if there is any."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return rows.get(pk=draw.choice(keys)) if keys else None


def mark(draw: random.Random, by: User) -> None:
    article = any_of(Article.objects.all(), draw)
    revision = article.revisions.select_related("article").latest("number")
    words = draw.choice(revision.text.split("\n\n"))
    start = revision.text.index(words)
    end = start + draw.choice([len(words), words.index(" ", 12)])
    highlights.mark(revision, start=start, end=end, by=by)


def move(draw: random.Random, by: User) -> None:
    if claim := any_of(Claim.objects.all(), draw):
        end = claim.start + claim.quote.rindex(" ") if " " in claim.quote else claim.end
        highlights.move(claim, start=claim.start, end=end, by=by)


def remove_or_restore(draw: random.Random, by: User) -> None:
    if claim := any_of(Claim.objects.all(), draw):
        act = highlights.restore if claim.is_removed else highlights.remove
        act(claim, by=by)


def link(draw: random.Random, by: User) -> None:
    one, other = any_of(Claim.objects.all(), draw), any_of(Claim.objects.all(), draw)
    if one and one != other:
        confirm = partial(links.confirm, kind=draw.choice(list(LinkKind)))
        draw.choice([confirm, confirm, links.reject])(one, other, by=by)


def unlink(draw: random.Random, by: User) -> None:
    if one := any_of(Link.objects.confirmed().select_related("a", "b"), draw):
        links.unlink(one, by=by)


def take(draw: random.Random, by: User) -> None:
    if draw.random() < 0.5:
        review.take_next(Claim.objects.all(), by=by)
    elif claim := any_of(Claim.objects.all(), draw):
        draw.choice([review.take, review.release, review.skip])(claim, by=by)


def pin(draw: random.Random, by: User) -> None:
    if claim := any_of(Claim.objects.all(), draw):
        draw.choice([pins.pin, pins.unpin])(claim, by=by)


def assign(draw: random.Random, by: User) -> None:
    if claim := any_of(Claim.objects.all(), draw):
        due = timezone.now() + timedelta(hours=draw.randint(1, 3))
        whose = draw.choice([None, by])
        assignments.assign(claim, to=Assignment(person=whose, due_at=due), by=by)


def decide(draw: random.Random, by: User) -> None:
    claim = any_of(Claim.objects.held_by(by), draw) or any_of(Claim.objects.waiting(), draw)
    if claim:
        how = {"rationale": "As logged.", "seen_version": claim.version, "by": by}
        how["reason"] = "The log was found since."
        log = NewEvidence(citation="Harbour log")
        verdicts.decide(claim, status=draw.choice(list(VerdictStatus)), evidence=log, **how)


def undo_verdict(draw: random.Random, by: User) -> None:
    if verdict := any_of(Verdict.objects.all(), draw):
        verdicts.undo(verdict, by=by, reason="The log was found since.")


def take_back_opinion(draw: random.Random, by: User) -> None:
    if opinion := any_of(Opinion.objects.live().filter(by=by), draw):
        opinions.withdraw(opinion, by=by)


def ask_for_second_eyes(draw: random.Random, by: User) -> None:
    asked, share = draw.random() < 0.7, draw.choice([0, 50, 100])
    story = Story.objects.get()
    second_eyes.ask_for(story, by=by, needs_second_eyes=asked, blind_share=share if asked else 0)


def change_evidence(draw: random.Random, by: User) -> None:
    if draw.random() < 0.5 and (piece := any_of(Evidence.objects.all(), draw)):
        draw.choice([evidence.remove, evidence.restore])(piece, by=by)
    elif claim := any_of(Claim.objects.all(), draw):
        evidence.add(claim, NewEvidence(citation="Passenger list"), by=by)


def revise(draw: random.Random, by: User) -> None:
    article = any_of(Article.objects.all(), draw)
    new = new_article(text=text(draw), outlet=article.outlet, story=article.story)
    importing.revise(article, new, by=by)


def settle_place(draw: random.Random, by: User) -> None:
    if row := any_of(Relocation.objects.for_page(), draw):
        draw.choice([corrections.accept, corrections.keep, corrections.undo])(row, by=by)


def settle_figure(draw: random.Random, by: User) -> None:
    if row := any_of(Discrepancy.objects.for_page(), draw):
        if row.is_settled:
            discrepancies.reopen(row, by=by, seen=row.resolved_at)
        else:
            why = {"resolution": Resolution.COMPATIBLE, "reason": "Rounded."}
            discrepancies.settle(row, by=by, **why)


def change_origins(draw: random.Random, by: User) -> None:
    story = Story.objects.get()
    if draw.random() < 0.3 and (event := any_of(OriginEvent.objects.all(), draw)):
        origins.undo(event, by=by)
        return
    keys = list(Article.objects.values_list("pk", flat=True))
    act = draw.choice([origins.join, origins.split])
    act(story, draw.sample(keys, 2), reason="One wrote for both.", by=by)


ACTS: tuple[Act, ...] = (
    mark, mark, move, remove_or_restore, link, link, unlink, take, take, decide, decide,
    pin, assign, decide, take_back_opinion, ask_for_second_eyes, undo_verdict, change_evidence,
    revise, settle_place, settle_figure, change_origins,
    crowded_acts.change_many, crowded_acts.undo_many, crowded_acts.take_one_back,
    crowded_acts.take_over,
)  # fmt: skip


def act_until(moment: float, *, seed: int, by: User) -> Counter[str]:
    """Do whatever comes to mind until then; what a person is told is no fault. How often what."""
    draw, done = random.Random(seed), Counter[str]()  # noqa: S311
    while time.monotonic() < moment:
        act = draw.choice(ACTS)
        try:
            act(draw, by)
            done[act.__name__] += 1
        except (ClaimError, ArticleError, Claim.DoesNotExist):
            done["refused"] += 1
    return done


def check_clusters() -> None:
    """Clusters are the connected parts of the links that join."""
    parts = clusters.components([], Link.objects.clustering().values_list("a_id", "b_id"))
    members = defaultdict(set)
    for pk, cluster in Claim.objects.filter(cluster__isnull=False).values_list("pk", "cluster"):
        members[cluster].add(pk)
    assert {frozenset(group) for group in members.values()} == {frozenset(part) for part in parts}


def check_priorities() -> None:
    """Counting how pressing each claim is comes to what is stored."""
    assert priorities.differences() == []
    assert list(signs.differing(Claim.objects.all())) == []


def check_verdicts() -> None:
    """The verdict that stands is the one that the history ends with, told and given once each."""
    standing = {}
    for event in (
        Event.objects.filter(verdict__isnull=False).select_related("verdict").order_by("pk")
    ):
        undone = event.kind == EventKind.UNDONE
        standing[event.claim_id] = event.verdict.replaces_id if undone else event.verdict_id
    verdict_of = dict(Claim.objects.values_list("pk", "current_verdict"))
    assert {pk: verdict for pk, verdict in verdict_of.items() if verdict} == {
        pk: verdict for pk, verdict in standing.items() if verdict
    }
    told = Event.objects.filter(kind=EventKind.DECIDED).values_list("verdict", flat=True)
    assert sorted(told) == sorted(Verdict.objects.values_list("pk", flat=True))
    decided = Claim.objects.filter(current_verdict__isnull=False)
    assert not decided.exclude(status=F("current_verdict__status")).exists()


def check_opinions() -> None:
    """One opinion waits for another person, or two differ; agreement is a verdict by two."""
    live = defaultdict(list)
    for opinion in Opinion.objects.live().order_by("pk"):
        live[opinion.claim_id].append(opinion.state)
    assert all(states in (["open"], ["in disagreement"] * 2) for states in live.values())
    waiting = set(Claim.objects.filter(waiting_since__isnull=False).values_list("pk", flat=True))
    assert live.keys() <= waiting
    agreed = Opinion.objects.filter(state="agreed").values("verdict").annotate(n=Count("pk"))
    by_two = Verdict.objects.filter(decided_with__isnull=False)
    assert {row["verdict"] for row in agreed} <= set(by_two.values_list("pk", flat=True))
    assert {row["n"] for row in agreed} <= {2}
    if not Story.objects.get().needs_second_eyes:
        assert not live


def check_versions() -> None:
    """A claim's version is the last one that its history names."""
    claims = Claim.objects.annotate(last=Max("events__version"))
    assert not claims.exclude(version=F("last")).exists()


def check_leases() -> None:
    """Nobody holds two claims, and nobody one that was removed."""
    held = Claim.objects.exclude(reviewer=None)
    assert not held.values("reviewer").annotate(n=Count("pk")).filter(n__gt=1).exists()
    assert not held.exclude(removed_at=None).exists()


def check_places() -> None:
    """Each claim stands in the newest words, waits for a person, or was kept by one."""
    newest = dict(
        Revision.objects.values("article").annotate(n=Max("number")).values_list("article", "n")
    )
    for claim in Claim.objects.active().select_related("revision"):
        is_behind = claim.revision.number < newest[claim.article_id]
        kept = claim.relocations.filter(from_revision=claim.revision, state="kept").exists()
        assert claim.open_relocation_id or not is_behind or kept
        assert not claim.open_relocation_id or claim.open_relocation.state == "open"
    assert not Claim.objects.filter(Q(current_verdict=None) & Q(waiting_since=None)).exists()


def check_origins() -> None:
    """Bringing the origins up to date changes nothing."""
    before = dict(Article.objects.values_list("pk", "origin"))
    with transaction.atomic():
        origins.regroup(Story.objects.get().pk)
    assert dict(Article.objects.values_list("pk", "origin")) == before
    assert not Origin.objects.annotate(n=Count("articles")).filter(n=1).exists()


CHECKS = (
    check_clusters, check_priorities, check_verdicts, check_opinions, check_versions, check_leases,
    check_places, check_origins,
)  # fmt: skip
