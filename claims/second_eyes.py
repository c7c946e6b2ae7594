"""A second pair of eyes: who may not decide a claim of a story that asks for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.models import StoryEvent
from claims import clusters, history
from claims.errors import NotAllowed
from claims.models import Link, Opinion

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Story
    from claims.models import Claim

MARKED = "You marked this claim. In this story somebody else decides it."
LINKED = "You confirmed a link of this claim. In this story somebody else decides it."
GIVEN = "You gave your opinion. Now it needs a second pair of eyes."
DIFFER = "Two opinions on this claim differ. A desk admin decides."
ONE_OF_TWO = "Yours is one of the two opinions. Another desk admin decides, or you take it back."
SWITCH = "needs_second_eyes"


@dataclass(frozen=True, kw_only=True)
class Look:
    """What stands between a person and the claim; `bar` is a sentence, empty when they decide."""

    opinions: Sequence[Opinion] = ()
    bar: str = ""

    @property
    def is_disagreement(self) -> bool:
        return any(opinion.is_in_disagreement for opinion in self.opinions)

    def of(self, person: User) -> Opinion | None:
        """Their own live opinion."""
        return next((one for one in self.opinions if one.by_id == person.pk), None)


def look(claim: Claim, *, by: User) -> Look:
    """The live opinions on the claim, and whether its story keeps `by` from deciding it.

    Nothing is asked where the story does not ask for a second pair of eyes; needs `story`.
    """
    if not claim.story.needs_second_eyes:
        return Look()
    opinions = opinions_on(claim)
    return Look(opinions=opinions, bar=_bar(claim, by, opinions))


def opinions_on(claim: Claim) -> list[Opinion]:
    """The live opinions with their evidence, where the claim's `story` asks for two."""
    if not claim.story.needs_second_eyes:
        return []
    live = Opinion.objects.live_on(claim)
    return list(live.prefetch_related("evidence__linked_claim"))


def behind(claim: Claim) -> list[Opinion]:
    """The opinions that its standing verdict was made from; needs `story` and `current_verdict`.

    Nothing is asked where neither tells of two people.
    """
    verdict = claim.current_verdict
    if verdict is None or not (verdict.decided_with_id or claim.story.needs_second_eyes):
        return []
    return list(Opinion.objects.behind(verdict))


def refuse_unless_fresh(claim: Claim, opinions: Sequence[Opinion], *, by: User) -> None:
    """Raises NotAllowed when the claim's story keeps `by` from deciding it."""
    if claim.story.needs_second_eyes and (bar := _bar(claim, by, opinions)):
        raise NotAllowed(bar)


def _bar(claim: Claim, by: User, opinions: Sequence[Opinion]) -> str:
    is_disagreement = any(opinion.is_in_disagreement for opinion in opinions)
    if any(opinion.by_id == by.pk for opinion in opinions):
        if not is_disagreement:
            return GIVEN
        return ONE_OF_TWO if by.is_desk_admin else DIFFER
    if is_disagreement and not by.is_desk_admin:
        return DIFFER
    if claim.marked_by_id == by.pk:
        return MARKED
    return LINKED if Link.objects.of(claim).confirmed().filter(decided_by=by).exists() else ""


@transaction.atomic
def ask_for(story: Story, *, by: User, needs_second_eyes: bool) -> StoryEvent | None:
    """Switch it on or off for a story; the event that tells of it, none when it was so already.

    Opinions that are live when it is switched off are set aside. Raises NotAllowed unless a desk
    admin does it.
    """
    if not by.is_desk_admin:
        raise NotAllowed("Only a desk admin says what a story asks of its reviewers.")
    held = clusters.lock({story.pk})[story.pk]
    if held.needs_second_eyes == needs_second_eyes:
        return None
    held.needs_second_eyes = story.needs_second_eyes = needs_second_eyes
    held.save(update_fields=[SWITCH])
    if not needs_second_eyes:
        live = Opinion.objects.live().filter(claim__story=held).select_related("claim", "by")
        history.set_aside(live, reason="its story no longer asks for two")
    before, after = ("no", "yes") if needs_second_eyes else ("yes", "no")
    return StoryEvent.objects.create(
        story=held, field=SWITCH, before=before, after=after, at=timezone.now(), by=by
    )
