"""Conditions of claims alone: what they have, how far they are spread, how long they wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims import measures
from claims.models import Comment, Evidence, Opinion
from claims.query import Condition
from claims.states import HAS_VERDICT, EvidenceKind
from claims.understood import LEFT_OUT, Understood

NEVER = "none"  # of a due time
Meaning = Callable[[], Q]


def _has_comment() -> Q:
    return Q(Exists(Comment.objects.open_threads().filter(claim=OuterRef("pk"))))


def _has_opinion() -> Q:
    return Q(pk__in=Opinion.objects.live().values("claim"))


def _has_disagreement() -> Q:
    return Q(pk__in=Opinion.objects.in_disagreement().values("claim"))


def _has_evidence() -> Q:
    """But not where all of it is hidden: what a query finds is the same for all."""
    seen = Evidence.objects.standing().seen().filter(claim=OuterRef("claim"))
    hidden = Opinion.objects.unseen().live().exclude(Exists(seen))
    return Q(is_evidenced=True) & ~Q(pk__in=hidden.values("claim"))


def _evidence_of(kind: EvidenceKind) -> Q:
    return Q(pk__in=Evidence.objects.standing().of_kind(kind).seen().values("claim"))


HAS: Mapping[str, Meaning] = {
    "comment": _has_comment,
    "conflict": lambda: Q(is_in_open_conflict=True),
    "disagreement": _has_disagreement,
    "evidence": _has_evidence,
    "link": lambda: Q(is_linked=True),
    "opinion": _has_opinion,
    "suggestion": lambda: Q(is_suggested=True),
}
IS: Mapping[str, Meaning] = {
    "decided": lambda: HAS_VERDICT,
    "held": lambda: Q(leased_until__gt=timezone.now()),
    "overdue": lambda: Q(due_at__lt=timezone.now(), waiting_since__isnull=False),
    "pinned": lambda: Q(pinned_at__isnull=False),
    "waiting": lambda: Q(waiting_since__isnull=False),
}
EVIDENCE: Mapping[str, Meaning] = {
    kind.name.lower(): partial(_evidence_of, kind) for kind in EvidenceKind
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


def _spread(column: str, found: Understood, asked: Sequence[Condition]) -> None:
    for one in asked:
        compared = measures.count(one.value)
        if compared is None:
            found.complain(
                f"“{one.value}” is not a number {LEFT_OUT}. Write {one.name}:2,"
                f" {one.name}:<2 or {one.name}:>=3."
            )
            continue
        fits = Q(**{f"{column}__{compared.lookup.lookup_name}": compared.number})
        if not compared.holds_for(1):
            fits &= Q(point_outlets__gt=1)  # said again for the index of those
        found.hold(one, fits)


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
evidence = partial(_one_of, EVIDENCE)
changed = partial(_one_of, CHANGED)
outlets = partial(_spread, "point_outlets")
origins = partial(_spread, "point_origins")
age = _age
