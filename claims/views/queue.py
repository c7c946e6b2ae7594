"""The queue: its list, and taking the next claim of it."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import push_url, trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import member_required, reviewer_required
from claims import bulk, news, queue_changes, queue_pages, review, tabs
from claims import completions as completing
from claims import queue_csv as csv_file
from claims.errors import ClaimError, NothingWaits
from claims.filters import QueueFilter
from claims.queue_pages import Listed
from claims.views.review import show
from claims.views.saved_views import tabs_for
from web import paging
from web.fragments import fragment
from web.toasts import warn

CLAIMS_A_PAGE = 25
FILE_WORDS_LENGTH = 60  # characters of the query in a file's name


@require_safe
@member_required
def queue(request: DeskRequest) -> HttpResponse:
    """The list, and what is asked of it. Sent without htmx, the form comes to its own address."""
    chosen = QueueFilter(request.GET, person=request.user)
    if "was" in request.GET and not request.htmx:
        return redirect(request.path + chosen.address)
    context, status = _list_of(chosen), 200
    if "refusal" in context:
        status = 422
    if request.htmx:
        response = fragment(request, "claims/_queue_swap.html", context, status=status)
        if not context.get("is_paged"):
            trigger_client_event(response, "queue-listed", after="swap")
        return push_url(response, _address(request, chosen))
    return render(request, "claims/queue.html", context | tabs_of(request, chosen), status=status)


@require_safe
@member_required
def queue_tabs(request: DeskRequest) -> HttpResponse:
    """The tabs with how many claims each has of what the form asks."""
    chosen = QueueFilter(request.GET, person=request.user)
    context = {"tabs": tabs.counted(chosen), "chosen": chosen}
    return fragment(request, "claims/_queue_tabs.html", context)


@require_safe
@member_required
def completions(request: DeskRequest) -> HttpResponse:
    """How the query typed so far may go on, for the list below the bar."""
    found = completing.complete(request.GET.get("q", ""))
    return fragment(request, "claims/_completions.html", {"completions": found})


@require_safe
@member_required
def queue_csv(request: DeskRequest) -> StreamingHttpResponse:
    """All claims of the choice, in the order of the screen."""
    chosen = QueueFilter(request.GET, person=request.user)
    before, after = request.build_absolute_uri(reverse("claims:review", args=[0])).rsplit("0", 1)
    parts = csv_file.parts(
        chosen.claims,
        order=chosen.order,
        zone=timezone.get_current_timezone_name(),  # while it streams, it is the desk's
        page=(before, after),
    )
    return StreamingHttpResponse(
        parts,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{_file_name(chosen)}"'},
    )


def _file_name(chosen: QueueFilter) -> str:
    """Of the tab and what is asked of it, so that several files can be told apart."""
    words = re.sub(r"[^a-z0-9]+", "-", chosen.text.lower())[:FILE_WORDS_LENGTH]
    return f"{f'{chosen.view}-{words}'.strip('-')}.csv"


@require_POST
@reviewer_required
def review_next(request: DeskRequest) -> HttpResponse:
    """The form that is sent along knows better than the address, which may be of an older list."""
    asked = request.POST if "q" in request.POST else request.GET
    return bring_next(request, QueueFilter(asked, person=request.user))


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
    place = reverse("claims:queue") + chosen.queue_address
    if not request.htmx:
        return redirect(place)
    waiting = QueueFilter(QueryDict(chosen.queue_address.removeprefix("?")), person=request.user)
    context = _list_of(waiting) | tabs_of(request, waiting) | {"focus": "queue"}
    return push_url(fragment(request, "claims/_queue.html", context), place)


def _list_of(chosen: QueueFilter) -> dict[str, Any]:
    data, view = chosen.data, queue_changes.view_of(chosen)
    seen = news.first_look(news.of_queue(view))
    try:
        found = queue_pages.listed(chosen, size=CLAIMS_A_PAGE, params=data)
    except ClaimError as error:
        found = queue_pages.nothing(chosen)
        return {"chosen": chosen, "refusal": str(error)} | _told(chosen, found)
    page = found.page
    return {
        "chosen": chosen,
        "seen": seen,
        "watch": chosen.address_with(**view),
        "next_page": chosen.address_with(after=page.next_cursor),
        "previous_page": chosen.address_with(before=page.previous_cursor),
        "most": bulk.MOST,
        "is_paged": paging.AFTER in data or paging.BEFORE in data,
    } | _told(chosen, found)


def _told(chosen: QueueFilter, found: Listed) -> dict[str, Any]:
    """Each complaint with where the query leads that was perhaps meant."""
    meant = ((one, chosen.address_with(q=one.instead)) for one in found.complaints)
    return {"page": found.page, "count": found.count, "complaints": list(meant)}


def tabs_of(request: DeskRequest, chosen: QueueFilter) -> dict[str, Any]:
    """Counts of a narrowed list, and of views, come by requests of their own."""
    held = tabs.of(chosen) if chosen.narrows else tabs.counted(chosen)
    context = {"tabs": held, "views": tabs_for(request.user), "is_counted_later": True}
    if held[0].count is not None and not chosen.narrows:  # all that waits, as the masthead says
        context["waiting_count"] = held[0].count
    return context


def _address(request: DeskRequest, chosen: QueueFilter) -> str:
    """Where the list stands: the choice, and the page's cursor when there is one."""
    cursors = {name: request.GET.get(name) for name in (paging.AFTER, paging.BEFORE)}
    return request.path + chosen.address_with(**cursors)
