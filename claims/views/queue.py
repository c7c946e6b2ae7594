"""The queue: its list, and taking the next claim of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import push_url

from accounts.requests import DeskRequest
from accounts.roles import member_required, reviewer_required
from claims import review
from claims.errors import NothingWaits
from claims.filters import QueueFilter, View
from claims.models import Claim
from claims.views.review import show
from web import paging
from web.fragments import fragment
from web.toasts import warn

CLAIMS_A_PAGE = 25
COUNT_CAP = 1_000  # counts above it read "over 1,000"; counting stops there


@require_safe
@member_required
def queue(request: DeskRequest) -> HttpResponse:
    chosen = QueueFilter(request.GET, person=request.user)
    context = _list_of(chosen)
    if request.htmx:
        response = fragment(request, "claims/_queue_swap.html", context)
        return push_url(response, _address(request, chosen))
    return render(request, "claims/queue.html", context | _tabs(request))


@require_POST
@reviewer_required
def review_next(request: DeskRequest) -> HttpResponse:
    return bring_next(request, QueueFilter(request.GET or request.POST, person=request.user))


def bring_next(request: DeskRequest, chosen: QueueFilter) -> HttpResponse:
    """The review page of the next claim of that queue; the queue's page when nothing is free."""
    try:
        claim = review.take_next(chosen.queue, by=request.user)
    except NothingWaits as nothing:
        if chosen.queue.waiting().exists():
            warn(request, str(nothing))
        return _show_queue(request, chosen)
    return show(request, claim.pk, chosen)


def _show_queue(request: DeskRequest, chosen: QueueFilter) -> HttpResponse:
    address = reverse("claims:queue") + chosen.queue_address
    if not request.htmx:
        return redirect(address)
    waiting = QueueFilter(QueryDict(chosen.queue_address.removeprefix("?")), person=request.user)
    context = _list_of(waiting) | _tabs(request) | {"focus": "queue"}
    return push_url(fragment(request, "claims/_queue.html", context), address)


def _list_of(chosen: QueueFilter) -> dict[str, Any]:
    page = paging.page(
        chosen.claims.for_list(), order=chosen.order, size=CLAIMS_A_PAGE, params=chosen.data
    )
    return {
        "chosen": chosen,
        "page": page,
        "count": _up_to_cap(chosen.claims),
        "is_paged": paging.AFTER in chosen.data or paging.BEFORE in chosen.data,
    }


def _tabs(request: DeskRequest) -> dict[str, Any]:
    """How many claims each tab has, without a filter."""
    return {
        "tabs": [
            ("", View.WAITING, "Waiting", _up_to_cap(Claim.objects.waiting())),
            ("?mine=1", View.MINE, "Mine", _up_to_cap(Claim.objects.held_by(request.user))),
            ("?view=decided", View.DECIDED, "Decided", _up_to_cap(Claim.objects.decided())),
        ]
    }


def _up_to_cap(claims: Any) -> int:
    return int(claims.order_by()[: COUNT_CAP + 1].count())


def _address(request: DeskRequest, chosen: QueueFilter) -> str:
    """Where the list stands: the choice, and the page's cursor when there is one."""
    address = request.path + chosen.address
    for name in (paging.AFTER, paging.BEFORE):
        if cursor := request.GET.get(name):
            address += f"{'&' if '?' in address else '?'}{name}={cursor}"
    return address
