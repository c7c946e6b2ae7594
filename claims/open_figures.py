"""Figures that disagree and are not settled: each pair of values once, and who says which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max

from articles.models import Story
from claims import clusters
from claims.models import Claim, Discrepancy, Link
from claims.states import LinkKind
from web.counts import capped

PAIR = ("kind", "point", "low", "high")
# Kind, point of the story, and the two values in the order of their letters.
Key = tuple[str, int | None, str, str]
# By claim: each claim that says the same, with its outlet's name.
Alike = dict[int, list[tuple[int, str]]]


@dataclass(frozen=True, kw_only=True)
class Stand:
    """One of the two values: the first claim that has it, and the outlets behind it."""

    value: str
    claim: Claim
    outlets: list[str]  # by name, that of the claim first

    @property
    def voices(self) -> str:
        """“Selwick Courier and 2 more”, “Northline and Capital Evening”."""
        if len(self.outlets) > 2:
            return f"{self.outlets[0]} and {len(self.outlets) - 1} more"
        return " and ".join(self.outlets)


@dataclass(frozen=True, kw_only=True)
class OpenFigure:
    """Two values that cannot both hold; `newer` was published last. `row` is one that says so."""

    row: Discrepancy
    newer: Stand
    older: Stand

    @property
    def subject(self) -> str:
        return self.row.subject or (self.newer.claim.statement or self.newer.claim.quote)

    @property
    def url(self) -> str:
        """The card on the review page of the newer claim."""
        return f"{self.newer.claim.get_absolute_url()}#discrepancy-{self.row.pk}"


def of_story(story: Story) -> list[OpenFigure]:
    """All of the story, found first first. Two queries."""
    rows = Discrepancy.objects.open_conflicts().for_story(story)
    return _figures(rows.for_figures().order_by("pk"))


def newest(count: int) -> list[OpenFigure]:
    """The newest of the whole desk. Three queries, however many there are."""
    groups = (
        Discrepancy.objects.open_conflicts()
        .pairs()
        .annotate(newest=Max("pk"))
        .order_by("-newest")[:count]
    )
    keys = {(g["kind"], g["point"], g["low"], g["high"]): g["newest"] for g in groups}
    points = {point for _, point, _, _ in keys}
    rows = Discrepancy.objects.open_conflicts().filter(link__a__cluster__in=points).for_figures()
    wanted = [row for row in rows.order_by("pk") if _key(row) in keys]
    return sorted(_figures(wanted), key=lambda figure: -keys[_key(figure.row)])


def count() -> int:
    """How many pairs of values are open on the desk, up to the cap and one more."""
    return capped(Discrepancy.objects.open_conflicts().pairs().distinct()).count()


def count_by_story(stories: Iterable[Story]) -> Counter[int]:
    """How many pairs of values are open in each story, by its key; one query."""
    rows = Discrepancy.objects.open_conflicts().filter(link__a__story__in=list(stories)).pairs()
    return Counter(row["link__a__story"] for row in rows.values(*PAIR, "link__a__story").distinct())


def _key(row: Discrepancy) -> Key:
    low, high = sorted((row.value_a, row.value_b))
    return row.kind, row.link.a.cluster_id, low, high


def _figures(rows: Iterable[Discrepancy]) -> list[OpenFigure]:
    groups: dict[Key, list[Discrepancy]] = defaultdict(list)
    for row in rows:
        groups[_key(row)].append(row)
    same = _said_alike(groups)
    return [_figure(group, same) for group in groups.values()]


def _said_alike(groups: dict[Key, list[Discrepancy]]) -> Alike:
    """The claims joined by *same* links that are not in conflict."""
    points = {point for _, point, _, _ in groups}
    in_conflict = {row.link_id for group in groups.values() for row in group}
    links = Link.objects.clustering().filter(kind=LinkKind.SAME, a__cluster__in=points)
    ends = links.values_list("pk", "a_id", "b_id", "a__outlet__name", "b__outlet__name")
    agreeing = [end for end in ends if end[0] not in in_conflict]
    names = {pk: name for _, a, b, *both in agreeing for pk, name in zip((a, b), both, strict=True)}
    parts = clusters.components([], [(a, b) for _, a, b, *_ in agreeing])
    return {pk: [(one, names[one]) for one in part] for part in parts for pk in part}


def _figure(rows: list[Discrepancy], same: Alike) -> OpenFigure:
    said: dict[str, dict[int, Claim]] = defaultdict(dict)
    for row in rows:
        for claim in (row.link.a, row.link.b):
            said[row.value_of(claim)][claim.pk] = claim
    stands = []
    for value, claims in said.items():
        others = {pk for other, ones in said.items() if other != value for pk in ones}
        stands.append(_stand(value, list(claims.values()), same, others))
    older, newer = sorted(stands, key=lambda stand: _moment(stand.claim))
    return OpenFigure(row=_row_of(rows, newer.claim), newer=newer, older=older)


def _row_of(rows: list[Discrepancy], claim: Claim) -> Discrepancy:
    return next(row for row in rows if claim.pk in (row.link.a_id, row.link.b_id))


def _stand(value: str, claims: list[Claim], same: Alike, others: set[int]) -> Stand:
    first = min(claims, key=_moment)
    own = [claim.outlet.name for claim in (first, *claims)]
    alike = [name for one in claims for pk, name in same.get(one.pk, []) if pk not in others]
    outlets = [*own, *alike]
    return Stand(value=value, claim=first, outlets=list(dict.fromkeys(outlets)))


def _moment(claim: Claim) -> tuple[float, int]:
    at = claim.article.published_at
    return at.timestamp() if at else float("inf"), claim.pk
