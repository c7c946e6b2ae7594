"""Claims for tests, marked through the desk's own service."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles.models import Article, Story
from articles.tests.factories import create_article, create_story
from claims import bulk, evidence, highlights, links, saved_views, signs, verdicts
from claims.evidence import NewEvidence
from claims.models import BulkAct, Claim, Discrepancy, Evidence, Link, Opinion, SavedView, Verdict
from claims.states import BulkKind, DiscrepancyGrade, LinkKind, VerdictStatus, View

QUOTE = "There were 241 people on board"
WORDS = (
    "The harbour office counted the boats twice that night and wrote both figures down in the"
    " same book with the same pen before the fog had lifted from the outer quay of the town"
)
_number = itertools.count(1)


def create_claim(
    *, quote: str = QUOTE, article: Article | None = None, by: User | None = None, **fields: str
) -> Claim:
    """A claim on the first place of `quote` in the article (a new one by default)."""
    article = article or create_article()
    revision = article.revisions.get()
    start = revision.text.index(quote)
    return highlights.mark(
        revision, start=start, end=start + len(quote), by=by or create_reporter(), **fields
    )


def create_claims(count: int, *, story: Story | None = None, by: User | None = None) -> list[Claim]:
    """Claims on the first words of one article, marked in the order of their length."""
    article = create_article(text=f"{WORDS}. Report {next(_number)}.", story=story)
    words = WORDS.split()
    return [
        create_claim(quote=" ".join(words[: n + 1]), article=article, by=by) for n in range(count)
    ]


def create_link(
    one: Claim, other: Claim, *, kind: LinkKind = LinkKind.SAME, by: User | None = None
) -> Link:
    """A confirmed link between claims of two articles."""
    return links.confirm(one, other, kind=kind, by=by or create_reporter()).link


def create_pair(*, kind: LinkKind = LinkKind.SAME) -> tuple[Claim, Claim]:
    """Two linked claims of two outlets in one story."""
    story = create_story()
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    create_link(one, other, kind=kind)
    return Claim.objects.get(pk=one.pk), Claim.objects.get(pk=other.pk)


def create_discrepancy(link: Link, **fields: object) -> Discrepancy:
    """A row as it stands when nobody has settled it: 241 against 214 people on board."""
    row = {
        "kind": "count",
        "grade": DiscrepancyGrade.CONFLICT,
        "subject": "people on board",
        "value_a": "241",
        "value_b": "214",
        "start_a": 11,
        "end_a": 14,
        "start_b": 11,
        "end_b": 14,
        "found_at": timezone.now(),
    }
    with transaction.atomic():
        made = Discrepancy.objects.create(link=link, **row | fields)
        signs.follow([link.a_id, link.b_id])
    return made


def create_evidence(claim: Claim, *, by: User, title: str = "Passenger list") -> Evidence:
    new = NewEvidence(url="https://port.example/list", title=title)
    return evidence.add(claim, new, by=by)


def create_verdict(
    claim: Claim,
    *,
    by: User,
    status: VerdictStatus = VerdictStatus.DISPUTED,
    rationale: str = "The harbour log names another figure.",
) -> Verdict:
    """A verdict on the claim as it is now; verified brings its evidence along."""
    verdict = decide(claim, by=by, status=status, rationale=rationale)
    assert isinstance(verdict, Verdict)
    return verdict


def create_opinion(
    claim: Claim,
    *,
    by: User,
    status: VerdictStatus = VerdictStatus.DISPUTED,
    rationale: str = "The harbour log names another figure.",
) -> Opinion:
    """As `create_verdict`, of a claim that needs two."""
    opinion = decide(claim, by=by, status=status, rationale=rationale)
    assert isinstance(opinion, Opinion)
    return opinion


def decide(claim: Claim, *, by: User, status: VerdictStatus, rationale: str) -> Verdict | Opinion:
    new = NewEvidence(citation="Harbour log, 18 November") if status == "verified" else None
    return verdicts.decide(
        claim,
        status=status,
        rationale=rationale,
        seen_version=Claim.objects.get(pk=claim.pk).version,
        by=by,
        evidence=new,
        reason="The log was found since.",
    )


def create_bulk_act(
    claims: Sequence[Claim],
    *,
    by: User,
    kind: BulkKind = BulkKind.DISPUTED,
    rationale: str = "The harbour log names another figure.",
    evidence: NewEvidence | None = None,
) -> BulkAct:
    """An act on the claims, previewed: `bulk.start` does it."""
    act = bulk.choose([claim.pk for claim in claims], kind=kind, by=by)
    return bulk.preview(act, rationale=rationale, evidence=evidence, by=by)


def create_saved_view(
    name: str = "Conflicts", *, by: User, query: str = "has:conflict", **more: Any
) -> SavedView:
    asked = {"tab": View.WAITING, "is_shared": False} | more
    return saved_views.save(name=name, query=query, by=by, **asked)


def create_strict_story(**fields: object) -> Story:
    """One that asks for a second pair of eyes."""
    return create_story(needs_second_eyes=True, **fields)  # type: ignore[arg-type]


def create_strict_claim(**fields: Any) -> Claim:
    """A claim of such a story."""
    return create_claim(article=create_article(story=create_strict_story()), **fields)


def create_blind_claim(*, share: int = 100, **fields: Any) -> Claim:
    """A claim of a story of which so many in a hundred are reviewed blind; all of them."""
    story = create_strict_story(blind_share=share)
    return create_claim(article=create_article(story=story), **fields)
