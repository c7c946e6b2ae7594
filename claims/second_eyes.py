"""A second pair of eyes: who may not decide a claim of a story that asks for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.models import StoryEvent
from claims import blind_review, clusters, history
from claims.errors import NotAllowed, NotEnough
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
SWITCH, SHARE = "needs_second_eyes", "blind_share"
ALONE = "Blind review is part of a second pair of eyes. Ask for that too, or give 0."


@dataclass(frozen=True, kw_only=True)
class Look:
    """What stands between a person and the claim; `bar` is a sentence, empty when they decide.

    `opinions` are those of the `live` ones that they may see.
    """

    live: Sequence[Opinion] = ()
    unseen: Collection[int] = ()
    bar: str = ""

    @property
    def opinions(self) -> list[Opinion]:
        return [one for one in self.live if one.pk not in self.unseen]

    @property
    def is_blind(self) -> bool:
        """Somebody decided, and what is hidden from this person until they have."""
        return bool(self.unseen)

    @property
    def is_disagreement(self) -> bool:
        return any(opinion.is_in_disagreement for opinion in self.opinions)

    @property
    def waits_blind(self) -> bool:
        """One decided, which is hidden from whoever comes second."""
        return any(one.is_blind and one.answers_id is None for one in self.live[:1]) and (
            not self.is_disagreement
        )

    @property
    def was_blind(self) -> bool:
        """Two decided, the second without having seen the first."""
        return were_blind(self.live)

    def of(self, person: User) -> Opinion | None:
        """Their own live opinion."""
        return next((one for one in self.opinions if one.by_id == person.pk), None)


def look(claim: Claim, *, by: User) -> Look:
    """The live opinions on the claim, and whether its story keeps `by` from deciding it.

    Nothing is asked where the story does not ask for a second pair of eyes; needs `story`.
    """
    if not claim.story.needs_second_eyes:
        return Look()
    live = opinions_on(claim)
    unseen = blind_review.unseen(live, by=by)
    return Look(live=live, unseen=unseen, bar=_bar(claim, by, live))


def opinions_on(claim: Claim) -> list[Opinion]:
    """The live opinions with their evidence, where the claim's `story` asks for two."""
    if not claim.story.needs_second_eyes:
        return []
    live = Opinion.objects.live_on(claim)
    return list(live.prefetch_related("evidence__linked_claim"))


def were_blind(opinions: Iterable[Opinion]) -> bool:
    """Of two opinions, the second was given without having seen the first."""
    return any(one.is_blind and one.answers_id is not None for one in opinions)


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
def ask_for(
    story: Story, *, by: User, needs_second_eyes: bool, blind_share: int = 0
) -> list[StoryEvent]:
    """Say whether a story asks for two, and of how many in a hundred claims the second decides
    blind; the events that tell of it, none when it was so already.

    Opinions that are live when it is switched off are set aside. Raises NotAllowed unless a desk
    admin does it, and NotEnough naming `blind_share` when only that is asked for.
    """
    if not by.is_desk_admin:
        raise NotAllowed("Only a desk admin says what a story asks of its reviewers.")
    if blind_share and not needs_second_eyes:
        raise NotEnough(ALONE, [SHARE])
    held = clusters.lock({story.pk})[story.pk]
    asked: dict[str, int] = {SWITCH: needs_second_eyes, SHARE: blind_share}
    before = {name: getattr(held, name) for name in asked}
    changed = [name for name in asked if asked[name] != before[name]]
    for name in changed:
        setattr(held, name, asked[name])
        setattr(story, name, asked[name])
    held.save(update_fields=changed)
    if SWITCH in changed and not needs_second_eyes:
        live = Opinion.objects.live().filter(claim__story=held).select_related("claim", "by")
        history.set_aside(live, reason="its story no longer asks for two")
    about = {"story": held, "at": timezone.now(), "by": by}
    return [
        StoryEvent.objects.create(
            field=name, before=_told(before[name]), after=_told(asked[name]), **about
        )
        for name in changed
    ]


def _told(value: int) -> str:
    """As the history of the story keeps it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
