"""Pages of the floor: rows by their keys, and bytes without meaning up to the number asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles.models import Article, Outlet, ReadMark, Revision, Story
from claims.models import Claim, Discrepancy, Link

COUNT_CAP = 1_001  # as far as the desk counts


@login_required
def queue(request: HttpRequest) -> HttpResponse:
    """Claims with what stands on their rows, the numbers beside the tabs, the filters' choices."""
    keys = [int(key) for key in request.GET["keys"].split(",") if key]
    claims = Claim.objects.filter(pk__in=keys).select_related(
        "article", "outlet", "story", "reviewer", "current_verdict__decided_by"
    )
    rows: list[Any] = _counts(request)
    rows += Story.objects.order_by("-created_at")[: int(request.GET["stories"])]
    rows += Outlet.objects.all()
    return answer(request, claims=list(claims), rows=rows, read=ties(keys))


def _counts(request: HttpRequest) -> list[int]:
    standing = Claim.objects.filter(removed_at=None)
    waiting = standing.filter(waiting_since__isnull=False)
    held = standing.filter(reviewer=request.user.pk)
    decided = standing.filter(current_verdict__isnull=False)
    changed = standing.filter(open_relocation__isnull=False)
    counted = (waiting, waiting, held, decided, changed)
    return [rows[:COUNT_CAP].count() for rows in counted]


def ties(keys: Iterable[int]) -> list[tuple[Any, ...]]:
    """Links, figures and points of these claims, as the signs on a row say them."""
    keys = list(keys)
    links = Link.objects.filter(Q(a__in=keys) | Q(b__in=keys))
    ends = ("a_id", "b_id", "kind", "state", "score", "a__removed_at", "b__removed_at")
    figures = Discrepancy.objects.filter(Q(link__a__in=keys) | Q(link__b__in=keys))
    points = Claim.objects.filter(pk__in=keys, cluster__isnull=False).values("cluster")
    beside = Claim.objects.filter(cluster__in=points, removed_at=None)
    return [
        *links.values_list(*ends),
        *figures.values_list("link_id", "value_a", "value_b", "resolution"),
        *beside.values_list("cluster_id", "outlet_id", "article__origin_id"),
    ]


@login_required
def article(request: HttpRequest) -> HttpResponse:
    """An article's text with its sentences and its claims."""
    one = Article.objects.select_related("outlet", "story").get(pk=request.GET["article"])
    revision = Revision.objects.defer("source").filter(article=one).latest("number")
    claims = list(
        Claim.objects.filter(revision=revision, removed_at=None)
        .select_related("article", "outlet", "attributed")
        .order_by("start")
    )
    places = list(revision.sentences.values_list("start", "end"))
    read = [*ties(claim.pk for claim in claims), *_counts(request)[3:], places]
    ReadMark.objects.filter(reader=request.user.pk, article=one).first()
    return answer(request, claims=claims, text=revision.text, read=read)


def answer(
    request: HttpRequest, *, claims: list[Claim], read: object = None, **shown: Any
) -> HttpResponse:
    """The page, as long as `size` says in bytes. What was `read` beside the claims is not shown."""
    html = render_to_string("floor/claims.html", {"claims": claims, **shown}, request)
    missing = int(request.GET["size"]) - len(html.encode())
    return HttpResponse(html + "." * missing)
