"""Conditions of claims alone: what they have, how far they are spread, how long they wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from django.db.models import Exists, Expression, OuterRef, Q
from django.utils import timezone

from claims import ends, measures
from claims.models import Claim, Comment, Evidence, Opinion
from claims.query import Condition
from claims.querysets import ClaimQuerySet
from claims.understood import LEFT_OUT, Understood

NEVER = "none"  # of a due time
Meaning = Callable[[], Q]
Counting = Callable[[ClaimQuerySet], Expression]


def _has_link() -> Q:
    return Q(Exists(ends.links("a", "b"))) | Q(Exists(ends.links("b", "a")))


def _has_conflict() -> Q:
    return Q(Exists(ends.open_conflicts("a"))) | Q(Exists(ends.open_conflicts("b")))


def _has_suggestion() -> Q:
    return Q(Exists(ends.suggestions("a", "b"))) | Q(Exists(ends.suggestions("b", "a")))


def _has_evidence() -> Q:
    return Q(Exists(Evidence.objects.filter(claim=OuterRef("pk"), removed_at=None)))


def _has_comment() -> Q:
    return Q(Exists(Comment.objects.open_threads().filter(claim=OuterRef("pk"))))


def _has_opinion() -> Q:
    return Q(pk__in=Opinion.objects.live().values("claim"))


def _has_disagreement() -> Q:
    return Q(pk__in=Opinion.objects.in_disagreement().values("claim"))


HAS: Mapping[str, Meaning] = {
    "comment": _has_comment,
    "conflict": _has_conflict,
    "disagreement": _has_disagreement,
    "evidence": _has_evidence,
    "link": _has_link,
    "opinion": _has_opinion,
    "suggestion": _has_suggestion,
}
IS: Mapping[str, Meaning] = {
    "decided": lambda: Q(current_verdict__isnull=False),
    "held": lambda: Q(leased_until__gt=timezone.now()),
    "overdue": lambda: Q(due_at__lt=timezone.now(), waiting_since__isnull=False),
    "pinned": lambda: Q(pinned_at__isnull=False),
    "waiting": lambda: Q(waiting_since__isnull=False),
}
CHANGED: Mapping[str, Meaning] = {"source": lambda: Q(open_relocation__isnull=False)}


def _one_of(meanings: Mapping[str, Meaning], found: Understood, asked: Sequence[Condition]) -> None:
    for one in asked:
        if meaning := meanings.get(one.value.lower()):
            found.hold(one, meaning())
            continue
        *most, last = (f"{one.name}:{value}" for value in meanings)
        known = f"{', '.join(most)} and {last}" if most else last
        near = get_close_matches(one.value.lower(), meanings, n=1)
        found.complain(
            f"“{one.name}:{one.value}” is not a filter {LEFT_OUT}. There {'are' if most else 'is'}"
            f" {known}.",
            one,
            value="".join(near),
        )


def _spread(number: Counting, found: Understood, asked: Sequence[Condition]) -> None:
    """A claim without a point is one outlet's, of one origin."""
    of_point = Claim.objects.active().filter(cluster=OuterRef("cluster"))
    for one in asked:
        compared = measures.count(one.value)
        if compared is None:
            found.complain(
                f"“{one.value}” is not a number {LEFT_OUT}. Write {one.name}:2,"
                f" {one.name}:<2 or {one.name}:>=3."
            )
            continue
        fits = Q(compared.lookup(number(of_point), compared.number), cluster__isnull=False)
        found.hold(one, fits | Q(cluster=None) if compared.holds_for(1) else fits)


def _age(found: Understood, asked: Sequence[Condition]) -> None:
    for one in asked:
        age = measures.age(one.value)
        if age is None:
            found.complain(
                f"“{one.value}” is not an age {LEFT_OUT}. Write {one.name}:>2d or"
                f" {one.name}:<90min; the units are {', '.join(measures.UNITS)}."
            )
            continue
        found.hold(one, Q(**{f"waiting_since__{age.began}": timezone.now() - age.ago}))


def due(found: Understood, asked: Sequence[Condition]) -> None:
    """Within that time, or later; a time without a sign is at most that."""
    for one in asked:
        has_sign = one.value[0] in measures.SIGNS
        left = measures.age(one.value if has_sign else f"<={one.value}")
        if one.value.lower() == NEVER:
            found.hold(one, Q(due_at=None))
        elif left is None:
            found.complain(
                f"“{one.value}” is not a time {LEFT_OUT}. Write {one.name}:<2d or {one.name}:none;"
                f" the units are {', '.join(measures.UNITS)}."
            )
        else:
            found.hold(one, Q(**{f"due_at__{left.ends}": timezone.now() + left.ago}))


has = partial(_one_of, HAS)
states = partial(_one_of, IS)
changed = partial(_one_of, CHANGED)
outlets = partial(_spread, ends.outlets_of)
origins = partial(_spread, ends.origins_of)
age = _age
