"""Conditions that name something of the desk: an outlet, a story, a person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, Lower, Trim
from django.utils import timezone

from accounts import people as desk
from accounts.models import User
from articles.models import Outlet, Story
from claims.query import Condition, Query
from claims.states import HAS_VERDICT, ClaimStatus
from claims.understood import Known, Named, Understood, alternatives

NEAR_ENOUGH = 0.4  # of word similarity, 0 to 1: one letter wrong in six is above it
ME, NOBODY, NO_ONE = "me", "none", "nobody"  # the last two mean the same
PERSON, TEAM = "person", "team"
OF_PEOPLE = ("assigned", "decided-by", "marked-by", "held-by")


def things(found: Understood, asked: Sequence[Condition]) -> None:
    """Outlets or stories, as the condition is called."""
    name = asked[0].name
    known = _find(found, asked, name)
    wanted = [known.get(one.value.lower()) for one in asked if not one.is_left_out]
    found.named[name] = [one for one in dict.fromkeys(wanted) if one]
    keys = {called: one.pk for called, one in known.items()}
    found.where &= alternatives(asked, f"{name}__in", lambda one: keys.get(one.value.lower()))


def deciders(found: Understood, asked: Sequence[Condition]) -> None:
    """Whose verdict stands; `none`: undecided."""
    lookup = "current_verdict__decided_by"
    _people(found, asked, lookup, nobody=Q(status=ClaimStatus.UNREVIEWED), only=HAS_VERDICT)


def markers(found: Understood, asked: Sequence[Condition]) -> None:
    _people(found, asked, "marked_by", nobody=None)


def holders(found: Understood, asked: Sequence[Condition]) -> None:
    """Who holds it at this moment; `none`: free."""
    now = timezone.now()
    free = Q(reviewer=None) | Q(leased_until__lte=now)
    _people(found, asked, "reviewer", nobody=free, only=Q(leased_until__gt=now))


def assignees(found: Understood, asked: Sequence[Condition]) -> None:
    """A person or a team; `me`: to them or a group of theirs; `none`: to nobody."""
    nobody = Q(assignee=None, assigned_group=None)
    names = {one.value.lower() for one in asked}
    teams = _look_up(TEAM, names) if found.known is None else found.known[TEAM]
    own = {name: Q(assigned_group=team.pk) for name, team in teams.items()}
    if found.reader:
        groups = Q(assigned_group__in=list(found.reader.memberships))
        own[ME] = Q(assignee=found.reader.pk) | groups
    _people(found, asked, "assignee", nobody=nobody, own=own)


def called(rows: QuerySet[Any], label: str) -> QuerySet[Any]:
    """Outlets or stories with what they are typed as and what they are called."""
    slug, name = F("slug"), F(label)
    names = {"typed": slug, "label": name, "sounds": name, "lower_typed": slug}
    named: QuerySet[Any] = rows.annotate(**names, lower=Lower(label))
    return named


def people() -> QuerySet[Any]:
    """Accounts, by their name for signing in and by their full name."""
    words = TextField()
    full = Trim(
        Concat("first_name", Value(" "), "last_name", output_field=words), output_field=words
    )
    rows = User.objects.annotate(typed=Cast("username", words), label=full)
    return rows.annotate(
        sounds=Concat("typed", Value(" "), "label", output_field=words),
        lower_typed=Lower("typed"),
        lower=Lower("label"),
    )


def teams() -> QuerySet[Any]:
    """Groups that are no roles."""
    name = Cast("name", TextField())
    rows = desk.teams().annotate(typed=name, label=name, sounds=name)
    named: QuerySet[Any] = rows.annotate(lower_typed=Lower("typed"), lower=Lower("typed"))
    return named


def _people(
    found: Understood,
    asked: Sequence[Condition],
    lookup: str,
    *,
    nobody: Q | None,
    only: Q | None = None,
    own: Mapping[str, Q] | None = None,
) -> None:
    """`nobody` is what “none” means, if anything; `only` holds besides where a person is named;
    `own` are other words that this condition knows."""
    fitting = dict.fromkeys((NOBODY, NO_ONE), nobody) if nobody is not None else {}
    if found.reader:
        fitting[ME] = Q(**{lookup: found.reader.pk}) & (only or Q())
    fitting |= own or {}
    named = [one for one in asked if one.value.lower() not in fitting]
    for name, person in _find(found, named, PERSON).items():
        fitting.setdefault(name, Q(**{lookup: person.pk}) & (only or Q()))
    wanted, left_out = Q(), Q()
    for one in asked:
        fits = fitting.get(one.value.lower(), Q())
        if one.is_left_out:
            left_out |= fits
        else:
            wanted |= fits
    found.of_claims &= wanted & ~left_out if left_out else wanted


KINDS: Mapping[str, Callable[[], QuerySet[Any]]] = {
    "outlet": lambda: called(Outlet.objects.all(), "name"),
    "story": lambda: called(Story.objects.all(), "title"),
    PERSON: people,
    TEAM: teams,
}


def read(queries: Iterable[Query]) -> Known:
    """What the queries name, looked up together: a query each for outlets, stories, people and
    teams."""
    values: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for one in (one for query in queries for one in query.conditions):
        kind = PERSON if one.name in OF_PEOPLE else one.name
        if kind in values:
            values[kind].add(one.value.lower())
        if one.name == "assigned":
            values[TEAM].add(one.value.lower())
    return {kind: _look_up(kind, some) for kind, some in values.items()}


def _look_up(kind: str, values: Collection[str]) -> dict[str, Named]:
    """By either name in lower case. One query, none without values."""
    known: dict[str, Named] = {}
    fitting = Q(lower_typed__in=values) | Q(lower__in=values)
    for row in KINDS[kind]().filter(fitting) if values else ():
        one = Named(pk=row.pk, slug=row.typed, label=row.label or row.typed)
        known |= dict.fromkeys((row.lower_typed, row.lower), one)
    return known


def _find(found: Understood, asked: Sequence[Condition], kind: str) -> Mapping[str, Named]:
    """What is named; complains of what nothing is called. At most two queries."""
    values = {one.value.lower() for one in asked}
    known = _look_up(kind, values) if found.known is None else found.known[kind]
    missing = [one for one in asked if one.value.lower() not in known]
    for at, one in enumerate(missing):
        is_asked_for = found.known is None and not at  # the first tells enough
        near = _nearest(KINDS[kind](), one.value) if is_asked_for else None
        who = "Nobody" if kind == PERSON else f"No {kind}"
        sentence = f"{who} is called “{one.value}”; the filter was left out."
        found.complain(sentence, one, value=near or "")
    return known


def _nearest(rows: QuerySet[Any], value: str) -> str | None:
    near = rows.annotate(nearness=TrigramWordSimilarity(value, "sounds"))
    best = near.filter(nearness__gte=NEAR_ENOUGH).order_by("-nearness", "pk")
    typed: str | None = best.values_list("typed", flat=True).first()
    return typed
