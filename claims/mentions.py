"""Which unmarked sentence of each other outlet is most like a claim, kept for the story board.

A mention is worked out from the newest texts and the claims as they are: at once for a claim that
is marked, moved or put back and after a “not a match”; by `claims.jobs` for the whole story when a
new text has come in or marked words are free again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from claims import candidates, silences, story_texts
from claims.models import Claim, Dismissal, Link, Mention
from claims.rests import Rests
from matching import SUGGEST_FROM

if TYPE_CHECKING:
    from articles.models import Story
    from claims.story_rows import ClaimPlace
    from claims.story_texts import StoryTexts

KEPT_AT_ONCE = 1_000  # rows of one statement


def refresh(claim: Claim, *, texts: StoryTexts | None = None) -> None:
    """Bring the claim's mentions up to date; a removed claim has none.

    `texts` are the story's, for a caller that has read them as they are now.
    """
    _refresh(claim.story_id, {claim.pk}, texts)


def refresh_story(story: Story | int, *, texts: StoryTexts | None = None) -> None:
    """Bring the mentions of all claims of the story up to date; `texts` as in `refresh`.

    Compares each claim with every sentence: a millisecond for each claim.
    """
    story_id = story if isinstance(story, int) else story.pk
    _refresh(story_id, None, texts)


def follow_claim(claim: Claim, *, texts: StoryTexts | None = None) -> None:
    """The claim was marked, moved or put back: its own mentions, and those it stands on now.

    `texts` as in `refresh`.
    """
    standing_on = Mention.objects.of_words(claim.start, claim.end, revision=claim.revision_id)
    _refresh(claim.story_id, {claim.pk, *standing_on.values_list("claim", flat=True)}, texts)


def follow_removal(claim: Claim) -> None:
    """The claim was removed: those it was compared with may find its words again at once."""
    ends = Link.objects.of(claim).values_list("a_id", "b_id")
    _refresh(claim.story_id, {claim.pk, *(pk for pair in ends for pk in pair)})


def _refresh(story_id: int, only: Collection[int] | None, texts: StoryTexts | None = None) -> None:
    """Work out the mentions of the story's claims, or of those keys, and store what changed."""
    texts = texts or story_texts.read(story_id)
    rests = Rests(texts)
    chosen = set(_with_removed(story_id) if only is None else only)
    dismissed = _dismissed(chosen)
    wanted = [
        mention
        for claim in texts.claims
        if claim.pk in chosen
        for mention in _best(claim, texts, rests, passed_over=dismissed[claim.pk])
    ]
    _store(wanted, of=chosen)


def _with_removed(story_id: int) -> Iterable[int]:
    """Keys of all claims of the story; the mentions of removed ones go."""
    return Claim.objects.filter(story=story_id).values_list("pk", flat=True)


def _dismissed(claim_ids: Collection[int]) -> dict[int, set[int]]:
    """For each claim the sentences that are not a match for it."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = Dismissal.objects.filter(claim__in=claim_ids)
    for claim, sentence in rows.values_list("claim_id", "sentence_id"):
        found[claim].add(sentence)
    return found


def _best(
    claim: ClaimPlace, texts: StoryTexts, rests: Rests, *, passed_over: Collection[int]
) -> Iterable[Mention]:
    """For each other outlet its sentence that is most like the claim; the first among equals.

    One that claims cover in part is among them while its rest may say the same, as in the panel.
    """
    best: dict[int, Mention] = {}
    marked = rests.marked
    passed_over = (marked - rests.like(claim)) | set(passed_over)
    for sentence, score in zip(texts.sentences, candidates.scores(claim, texts), strict=True):
        if score < SUGGEST_FROM or sentence.pk in passed_over:
            continue
        outlet = texts.texts[sentence.revision_id].outlet_id
        if outlet != claim.outlet_id and (outlet not in best or best[outlet].score < score):
            best[outlet] = Mention(claim_id=claim.pk, outlet_id=outlet, score=score)
            best[outlet].sentence_id = sentence.pk
            best[outlet].is_beside_claim = sentence.pk in marked
    return best.values()


@transaction.atomic
def _store(wanted: Iterable[Mention], *, of: Collection[int]) -> None:
    """Make these the mentions of those claims, and write no row that stays as it is."""
    stored = {(one.claim_id, one.outlet_id): one for one in Mention.objects.filter(claim__in=of)}
    changed = []
    for mention in wanted:
        old = stored.pop((mention.claim_id, mention.outlet_id), None)
        if not old or not old.is_like(mention):
            changed.append(mention)
    Mention.objects.filter(pk__in=[one.pk for one in stored.values()]).delete()
    Mention.objects.bulk_create(
        changed,
        batch_size=KEPT_AT_ONCE,
        update_conflicts=True,
        unique_fields=["claim", "outlet"],
        update_fields=["sentence", "score", "is_beside_claim"],
    )
    silences.follow_mentions(of)
