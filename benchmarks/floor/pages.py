"""Pages of the floor: rows by their keys, and bytes without meaning up to the number asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import Group
from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from articles.models import Article, Outlet, ReadMark, Revision, Story
from claims.models import Claim, Comment, Discrepancy, Event, Link, Notification, Opinion, SavedView

COUNT_CAP = 1_001  # as far as the desk counts
LEASE, RENEWED_AFTER = timedelta(minutes=15), timedelta(minutes=1)
NEWEST = 100  # events that a page looks through, to tell later what is new


def who_asks(request: HttpRequest) -> list[Any]:
    """Their groups, which say what they may do; their lease, which every request renews."""
    end = timezone.now() + LEASE
    held = Claim.objects.filter(reviewer=request.user.pk, leased_until__gt=end - LEASE)
    held.filter(leased_until__lt=end - RENEWED_AFTER).update(leased_until=end)
    return list(Group.objects.filter(user=request.user.pk))


def newest(of_view: Q) -> list[Any]:
    """The newest events, counted, and those of the view among them."""
    events = Event.objects.order_by("-pk")[:NEWEST]
    told = events.aggregate(Max("pk"), Min("pk"), Count("pk"), view=Count("pk", filter=of_view))
    return list(told.values())


def counted(*questions: QuerySet[Any, Any]) -> list[int]:
    return [rows.order_by()[:COUNT_CAP].count() for rows in questions]


def unread(request: HttpRequest) -> QuerySet[Notification, Notification]:
    return Notification.objects.filter(person=request.user.pk, is_shown=True, read_at=None)


@login_required
def queue(request: HttpRequest) -> HttpResponse:
    """Claims with what stands on their rows, the numbers beside the tabs, the filters' choices."""
    keys = [int(key) for key in request.GET["keys"].split(",") if key]
    read = [*who_asks(request), *newest(Q(pk__gt=0)), *ties(keys), *said(keys)]
    read += SavedView.objects.filter(Q(owner=request.user.pk) | Q(is_shared=True), removed_at=None)
    claims = Claim.objects.filter(pk__in=keys).select_related(
        "article", "outlet", "story", "reviewer", "current_verdict__decided_by"
    )
    rows: list[Any] = _counts(request)
    rows += Story.objects.order_by("-created_at")[: int(request.GET["stories"])]
    rows += Outlet.objects.all()
    return answer(request, claims=list(claims), rows=rows, read=read)


def _counts(request: HttpRequest) -> list[int]:
    standing = Claim.objects.filter(removed_at=None)
    waiting = standing.filter(waiting_since__isnull=False)
    held = standing.filter(reviewer=request.user.pk)
    decided = standing.filter(current_verdict__isnull=False)
    changed = standing.filter(open_relocation__isnull=False)
    return counted(waiting, held, decided, changed, unread(request))


def said(keys: Iterable[int]) -> list[Any]:
    """What people said of these claims: opinions that are live, threads that are open."""
    keys = list(keys)
    threads = Comment.objects.filter(thread=None, removed_at=None, resolved_at=None)
    return [
        *Opinion.objects.filter(claim__in=keys, ended_at=None).values_list("claim_id"),
        *threads.filter(claim__in=keys).values_list("claim_id"),
    ]


def _masthead(request: HttpRequest) -> list[int]:
    standing = Claim.objects.filter(removed_at=None)
    waiting = standing.filter(waiting_since__isnull=False)
    return counted(waiting, standing.filter(open_relocation__isnull=False), unread(request))


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
    key = int(request.GET["article"])
    read = [*who_asks(request), *newest(Q(claim__article=key))]
    one = Article.objects.select_related("outlet", "story", "imported_by").get(pk=key)
    revision = Revision.objects.defer("source").filter(article=one).latest("number")
    claims = list(
        Claim.objects.filter(revision=revision, removed_at=None)
        .select_related("article", "outlet", "attributed")
        .order_by("start")
    )
    places = list(revision.sentences.values_list("start", "end"))
    keys = [claim.pk for claim in claims]
    read += [*ties(keys), *said(keys), *_masthead(request), places]
    read += Claim.objects.filter(article=one, removed_at=None).exclude(revision=revision)
    read += ReadMark.objects.filter(reader=request.user.pk, article=one)
    return answer(request, claims=claims, text=revision.text, read=read)


def answer(
    request: HttpRequest, *, claims: list[Claim], read: object = None, **shown: Any
) -> HttpResponse:
    """The page, as long as `size` says in bytes. What was `read` beside the claims is not shown."""
    html = render_to_string("floor/claims.html", {"claims": claims, **shown}, request)
    missing = int(request.GET["size"]) - len(html.encode())
    return HttpResponse(html + "." * missing)
