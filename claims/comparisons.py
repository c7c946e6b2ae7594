"""What the two quotes of a link disagree on, found when it is made and anew when a text changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

import matching
from articles import published
from articles.models import Article, Story
from articles.published import zone_of
from claims import clusters, priorities
from claims.models import Claim, Discrepancy, Link
from claims.states import LinkKind, LinkState
from matching import DiscrepancyKind, Strength

# Languages whose figures are read; an article that does not say its own is tried as well.
LANGUAGES_READ = ("", "en")
PLACE = ("start_a", "end_a", "start_b", "end_b")

Key = tuple[str, ...]
Comparing = Callable[..., list[matching.Discrepancy]]


def between(link: Link) -> list[matching.Discrepancy]:
    """Where the two quotes differ in fact; needs both articles.

    A person who says that two claims contradict has said that their figures are of one thing.
    """
    is_said = (link.state, link.kind) == (LinkState.CONFIRMED, LinkKind.CONTRADICTS)
    by = matching.contradictions if is_said else matching.discrepancies
    ends = (link.a.quote, link.a.article, link.b.quote, link.b.article)
    return differ(*ends, by=partial(by, said_a=_said(link.a), said_b=_said(link.b)))


def _said(claim: Claim) -> tuple[str, ...] | None:
    """Who answers for the claim by a person's word, root first; none where nobody has said so.

    What somebody believes or alleges is many people's.
    """
    said = claim.who_says
    if said is None or not said.is_confirmed:
        return None
    return tuple(said.chain) if Strength(said.strength).is_answered_for else ()


def differ(
    a: str, in_a: Article, b: str, in_b: Article, *, by: Comparing = matching.discrepancies
) -> list[matching.Discrepancy]:
    """Where words of one article differ in fact from words of another."""
    if not (_is_read(in_a) and _is_read(in_b)):
        return []
    return by(a, b, published_a=clock_of(in_a), published_b=clock_of(in_b))


def clock_of(article: Article) -> datetime | None:
    """When it was published, on the clock of its own zone: what its “Wednesday” is said by."""
    known = published.of(article)
    return known.at.astimezone(zone_of(known.zone)) if known else None


def follow(links: Iterable[Link]) -> None:
    """Bring the links' discrepancies up to date; what was settled is kept with its values.

    The caller holds the stories. Three queries for all links, and one for each row that changes.
    """
    keys = [link.pk for link in links]
    rows: dict[int, list[Discrepancy]] = defaultdict(list)
    for row in Discrepancy.objects.filter(link__in=keys).order_by("pk"):
        rows[row.link_id].append(row)
    at = timezone.now()
    new = [
        row
        for link in Link.objects.filter(pk__in=keys).with_articles().order_by("pk")
        for row in _reconcile(link, rows[link.pk], at=at)
    ]
    if new:
        Discrepancy.objects.bulk_create(new)


def follow_claim(claim: Claim) -> None:
    """Its words changed, or who says so: so may what it disagrees on with all that it is linked to,
    and their urgency."""
    links = list(Link.objects.of(claim))
    follow(links)
    priorities.follow(pk for link in links for pk in (link.a_id, link.b_id))


@transaction.atomic
def follow_story(story: Story) -> int:
    """Compare the claims of all its links, as after a change of how figures are read; how many."""
    clusters.lock({story.pk})
    links = list(Link.objects.within(story).exclude(state=LinkState.REJECTED))
    follow(links)
    priorities.follow(pk for link in links for pk in (link.a_id, link.b_id))
    return len(links)


def conflicts_of(link: Link) -> list[Discrepancy]:
    """The values of a link that cannot both hold, as its history tells them."""
    return list(Discrepancy.objects.filter(link=link).standing().conflicts().for_page())


def _is_read(article: Article) -> bool:
    return article.language.partition("-")[0].lower() in LANGUAGES_READ


def _reconcile(link: Link, rows: list[Discrepancy], *, at: datetime) -> list[Discrepancy]:
    """Update the link's rows to what its quotes say now; the rows that are to be added."""
    found: dict[Key, matching.Discrepancy] = {}
    for one in between(link):
        if one.kind != DiscrepancyKind.WEEKDAY or link.state == LinkState.CONFIRMED:
            found.setdefault((one.kind, one.value_a, one.value_b, one.subject), one)
    pairs = _matched(rows, found)
    for row in rows:
        _update(row, pairs.get(row.pk))
    kept = list(pairs.values())
    return [_row(link, one, at=at) for one in found.values() if one not in kept]


def _matched(
    rows: list[Discrepancy], found: dict[Key, matching.Discrepancy]
) -> dict[int, matching.Discrepancy]:
    """Which row says what was found: first by subject and values, then by the values alone."""
    left = dict(found)
    pairs = {}
    for length in (4, 3):
        for row in rows:
            key = (row.kind, row.value_a, row.value_b, row.subject)[:length]
            fitting = next((one for one in left if one[:length] == key), None)
            if row.pk not in pairs and fitting:
                pairs[row.pk] = left.pop(fitting)
    return pairs


def _update(row: Discrepancy, one: matching.Discrepancy | None) -> None:
    wanted = _columns(one) | {"is_current": True} if one else {"is_current": False}
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
    if changed:
        row.save(update_fields=changed)


def _row(link: Link, one: matching.Discrepancy, *, at: datetime) -> Discrepancy:
    values = {"kind": one.kind.value, "value_a": one.value_a, "value_b": one.value_b}
    return Discrepancy(link=link, found_at=at, **values, **_columns(one))


def _columns(one: matching.Discrepancy) -> dict[str, object]:
    spans = (one.span_a.start, one.span_a.end, one.span_b.start, one.span_b.end)
    words = {"grade": one.grade.value, "subject": one.subject}
    return words | dict(zip(PLACE, spans, strict=True))
