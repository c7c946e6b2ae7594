"""Suggestions: links that Fact Desk proposes, with a score and reasons. A person decides on each.

A suggestion nobody has decided on gets its score anew whenever its claims are compared again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims import candidates, clusters, comparisons, history, signs, story_texts
from claims.among import these
from claims.candidates import SHOWN_AT_FIRST, Like, Scored
from claims.models import Claim, Event, Link
from claims.states import EventKind, LinkKind, LinkState
from claims.story_texts import StoryTexts
from matching import SUGGEST_FROM

# As many as a panel shows at first. In a story of 100 outlets a claim that all of them make would
# otherwise bring two events for each; the panel itself compares with every one.
SUGGESTED_AT_ONCE = SHOWN_AT_FIRST
WRITTEN_AT_ONCE = 500  # links of one statement
NEW_WORDS = "one of the two has other words"

Pair = tuple[int, int]  # keys of two claims, the lower first
Links = Mapping[Pair, Link]


@dataclass(frozen=True)
class Scores:
    """A claim with the claims of other outlets and their scores, best first."""

    claim: Claim
    others: list[Scored]

    def worth_storing(self, linked: Mapping[int, Link]) -> Iterator[Scored]:
        """The best pairs that are not suggested yet, and those that had another score.

        `linked` has the claim's links by the key of the claim at the other end.
        """
        places_left = SUGGESTED_AT_ONCE
        for place, score in self.others:
            link = linked.get(place.pk)
            if link and link.state != LinkState.SUGGESTED:
                continue
            is_new = link is None and score >= SUGGEST_FROM and places_left > 0
            if is_new or (link and link.score != score):
                yield place, score
            places_left -= 1


def refresh(claim: Claim, *, texts: StoryTexts | None = None) -> list[Link]:
    """Suggest the claims of other outlets that may say the same; the new links, best first.

    Called when a claim is marked or gets other words, and when its vector has come; older claims
    see it as well. Of the pairs nobody has decided on, the best SUGGESTED_AT_ONCE are suggested.
    `texts` are the story's, for a caller that has read them as they are now.
    """
    texts = texts or story_texts.read(claim.story_id)
    return _store([Scores(claim, candidates.score_claims(claim, texts))], texts)


def refresh_story(story_id: int, *, texts: StoryTexts | None = None) -> list[Link]:
    """As `refresh` for every claim of the story. Compares before it takes the lock."""
    texts = texts or story_texts.read(story_id)
    claims = Claim.objects.active().filter(story=story_id, revision__in=these(texts.texts))
    return _store([Scores(one, candidates.score_claims(one, texts)) for one in claims], texts)


@transaction.atomic
def follow_words(claim: Claim) -> None:
    """The claim has other words: what was not a match for the old ones may be suggested again."""
    clusters.lock({claim.story_id})
    for link in Link.objects.of(claim).rejected().select_related("a", "b"):
        link.state, link.mismatch, link.score = LinkState.SUGGESTED, "", None
        link.decided_by = link.decided_at = None
        link.save()
        for one, other in ((link.a, link.b), (link.b, link.a)):
            history.record(one, EventKind.RESTORED, by=None, other=other, reason=NEW_WORDS)
    claim.dismissals.all().delete()
    refresh(claim)
    signs.follow_ends(Claim.objects.filter(pk=claim.pk))


def pair_of(claim: Claim, other: int) -> Pair:
    return min(claim.pk, other), max(claim.pk, other)


@transaction.atomic
def _store(scores: list[Scores], texts: StoryTexts) -> list[Link]:
    clusters.lock({one.claim.story_id for one in scores})
    touching = Link.objects.of_any([one.claim.pk for one in scores])
    links = {(link.a_id, link.b_id): link for link in touching}
    linked: dict[int, dict[int, Link]] = defaultdict(dict)
    for (a, b), link in links.items():
        linked[a][b] = linked[b][a] = link
    found: dict[Pair, Like] = {}
    for one in scores:
        worth_storing = list(one.worth_storing(linked[one.claim.pk]))
        for like in candidates.explain(one.claim, worth_storing, texts):
            found[pair_of(one.claim, like.place.pk)] = like
    _score_anew(links, found)
    at = timezone.now()
    new = [_suggestion(pair, like, at) for pair, like in found.items() if pair not in links]
    Link.objects.bulk_create(new, batch_size=WRITTEN_AT_ONCE)
    comparisons.follow(new)
    _tell(new, at)
    signs.follow_suggested([link.pk for link in new])
    signs.follow(pk for pair in found if pair in links for pk in pair)
    return new


def _score_anew(links: Links, found: Mapping[Pair, Like]) -> None:
    """Write score and reasons where they are others now."""
    changed = []
    for pair in links.keys() & found.keys():
        link, like = links[pair], found[pair]
        if (link.score, link.reasons) != (like.score, list(like.reasons)):
            link.score, link.reasons = like.score, list(like.reasons)
            link.shared = list(like.shared)
            changed.append(link)
    Link.objects.bulk_update(changed, ["score", "shared", "reasons"], batch_size=WRITTEN_AT_ONCE)


def _suggestion(pair: Pair, like: Like, at: datetime) -> Link:
    return Link(
        a_id=pair[0],
        b_id=pair[1],
        kind=LinkKind.SAME,
        state=LinkState.SUGGESTED,
        score=like.score,
        shared=list(like.shared),
        reasons=list(like.reasons),
        suggested_at=at,
    )


def _tell(links: list[Link], at: datetime) -> None:
    """Both histories say that it was suggested, and why."""
    ends = {pk for link in links for pk in (link.a_id, link.b_id)}
    versions = dict(Claim.objects.filter(pk__in=ends).values_list("pk", "version"))
    history.record_all(
        Event(
            claim_id=one,
            other_id=other,
            kind=EventKind.SUGGESTED,
            at=at,
            version=versions[one],
            reason="; ".join(link.reasons),
        )
        for link in links
        for one, other in ((link.a_id, link.b_id), (link.b_id, link.a_id))
    )
