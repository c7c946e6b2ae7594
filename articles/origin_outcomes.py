"""What joining or splitting origins does, told before it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.db import transaction

from articles.models import Article, OriginEvent, Story

if TYPE_CHECKING:
    from accounts.models import User


class Rule(Protocol):
    """`origins.join` or `origins.split`."""

    def __call__(
        self, story: Story, articles: Collection[int], *, reason: str, by: User
    ) -> OriginEvent: ...


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How many origins the story had and has then, and those that the chosen articles are of."""

    before: int
    after: int
    parts: list[list[Article]]  # each one report, first published first

    @property
    def articles(self) -> int:
        return sum(map(len, self.parts))

    @property
    def seal(self) -> str:
        """Names the parts: what a person has seen and agreed to."""
        return ";".join(",".join(str(one.pk) for one in part) for part in self.parts)


@transaction.atomic
def carry_out(
    rule: Rule, story: Story, articles: Collection[int], *, reason: str, seal: str, by: User
) -> tuple[OriginEvent | None, Outcome]:
    """Do it if it does what `seal` names; else nothing is done, and there is no event.

    Raises OriginsMoved as the rule does.
    """
    before = len(_places(story))
    event = rule(story, articles, reason=reason, by=by)
    touched = set(event.sides.values_list("article", flat=True))
    places = _places(story)
    parts = [part for part in places if touched & {article.pk for article in part}]
    outcome = Outcome(before=before, after=len(places), parts=parts)
    if outcome.seal != seal:
        transaction.set_rollback(True)
        return None, outcome
    return event, outcome


def _places(story: Story) -> list[list[Article]]:
    """The articles of the story, each origin together."""
    together: dict[int, list[Article]] = defaultdict(list)
    for article in Article.objects.in_story(story).order_by("published_at", "pk"):
        together[article.origin_id or -article.pk].append(article)
    return list(together.values())
