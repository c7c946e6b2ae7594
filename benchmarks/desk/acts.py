"""Writing: marking a claim, and a verdict with the claim that comes next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from procrastinate.contrib.django.models import ProcrastinateJob

from articles.models import Revision
from benchmarks.desk.comparing import Ask, Bench
from benchmarks.desk.servers import Answer, Unexpected, Visitor
from benchmarks.desk.texts import SENTENCES
from benchmarks.figures import Figure
from claims.models import Attribution, Claim, Link, Mention

A_TEXT = 4  # claims that a reporter marks before going on to the next article
SHORTEST_WORDS = 3  # of a claim; each next one in a sentence is a word longer
IN_PARAGRAPH = 3  # sentences
VERSION = re.compile(r'name="version" value="(\d+)"')
DECISION = {"status": "verified", "rationale": "The log says so.", "source": "Log, page 4"}
NOTE = {"title": "", "note": ""}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Words of a text as a browser selects them: counted from where their paragraph begins."""

    revision: int
    paragraph: int
    start: int
    end: int


def mark(bench: Bench, times: int) -> Figure:
    """Some words of sentences nobody has marked, A_TEXT times in each of several stories."""
    asked = []
    known = Claim.objects.filter(pk__gt=bench.claims).values("revision")  # of a run before
    texts = Revision.objects.exclude(article__revisions__number__gt=1).exclude(pk__in=known)
    one_a_story = texts.order_by("article__story_id", "pk").distinct("article__story_id")
    for revision in one_a_story[: -(-(times + 1) // A_TEXT)]:
        for at in range(A_TEXT):
            mine, theirs = (_place(revision, SENTENCES - back, at) for back in (2, 1))
            asked.append(Ask(desk=partial(_mark, place=mine), floor=partial(_floor_mark, theirs)))
    return bench.compared("mark a claim", asked[: times + 1])


def _place(revision: Revision, position: int, longer: int) -> Place:
    sentences = list(revision.sentences.order_by("position"))
    first = sentences[position - position % IN_PARAGRAPH].start
    own = sentences[position]
    words = revision.text[own.start : own.end].split(" ")[: SHORTEST_WORDS + longer]
    start = own.start - first
    return Place(
        revision=revision.pk, paragraph=first, start=start, end=start + len(" ".join(words))
    )


def _mark(visitor: Visitor, *, place: Place) -> Answer:
    article = Revision.objects.only("article").get(pk=place.revision).article_id
    return visitor.post(f"/articles/{article}/mark/", vars(place))


def _floor_mark(place: Place, visitor: Visitor, answer: Answer) -> Answer:
    """As many rows of each kind as the desk has just written."""
    claim = Claim.objects.filter(revision=place.revision).latest("pk")
    suggested = list(Link.objects.of(claim).values_list("a_id", "b_id"))
    others = {pk for pair in suggested for pk in pair} - {claim.pk}
    first = (pk for pk in others if Link.objects.of_any([pk]).filter(state="suggested").count() < 2)
    written = {
        "links": len(suggested),
        "signed": bool(suggested) + len(list(first)),  # claims that had no suggestion before
        "attributions": Attribution.objects.filter(claim=claim).count(),
        "mentions": Mention.objects.filter(claim=claim).count(),
        "jobs": ProcrastinateJob.objects.filter(args__claim_id=claim.pk).count(),
    }
    span = {"start": place.paragraph + place.start, "end": place.paragraph + place.end}
    path = f"/mark/?size={len(answer.body)}"
    return visitor.post(path, {"revision": place.revision, **span, **written})


def decide(bench: Bench, times: int) -> Figure:
    """Verified with a piece of evidence; the answer is the page of the next claim."""
    mine, theirs = Reviewing(visitor=bench.desk), FloorReviewing(visitor=bench.floor)
    ask = Ask(desk=lambda _: mine.decide(), floor=lambda _, answer: theirs.decide(answer))
    return bench.compared("verdict with the next claim", [ask] * (times + 1))


def page_size(visitor: Visitor) -> int:
    """Bytes of the page that a verdict brings."""
    return len(Reviewing(visitor=visitor).decide().body)


@dataclass(kw_only=True)
class Reviewing:
    """A person who decides claim after claim; each answer brings the next one."""

    visitor: Visitor
    claim: int | None = None
    version: int = 0
    decided: list[int] = field(default_factory=list)  # that were answered well

    def decide(self) -> Answer:
        """Give the claim they hold its verdict; without one take the next before."""
        if self.claim is None:
            self._see(self.visitor.post("/queue/next/", {}))
        decision = {**DECISION, **NOTE, "version": self.version}
        answer = self.visitor.post(f"/claims/{self.claim}/decide/", decision)
        self.decided.append(self.claim or 0)
        self._see(answer)
        return answer

    def _see(self, answer: Answer) -> None:
        version = VERSION.search(answer.text)
        if answer.claim is None or version is None:
            raise Unexpected("there is no next claim to decide")
        self.claim, self.version = answer.claim, int(version[1])


@dataclass(kw_only=True)
class FloorReviewing:
    """The same person at the floor."""

    visitor: Visitor
    size: int = 0
    claim: str = ""
    decided: list[int] = field(default_factory=list)

    def decide(self, like: Answer | None = None) -> Answer:
        """The page is as long as that answer of the desk's, or as the last was."""
        self.size = len(like.body) if like else self.size
        answer = self.visitor.post(f"/decide/?size={self.size}", {"claim": self.claim})
        if self.claim:
            self.decided.append(int(self.claim))
        self.claim = answer.headers["X-Claim"]
        return answer
