"""Import by address: the list that is given, and what becomes of each address."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles import fetch_batches
from articles.errors import ArticleError
from articles.models import Batch
from articles.views.imports import around
from web import paging
from web.fragments import fragment
from web.sent_forms import digest
from web.toasts import toast

BATCHES_A_PAGE = 20
ITEMS_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def import_urls(request: DeskRequest) -> HttpResponse:
    refusal, written, surroundings = "", request.POST.get("urls", ""), around(request)
    if request.method == "POST":
        try:
            given = fetch_batches.read_list(written)
        except ArticleError as error:
            refusal = str(error)
        else:
            story, mine = surroundings["story"], Batch.objects.of(request.user)
            start = partial(fetch_batches.start, given, by=request.user, story=story)
            sent = digest(request)
            return redirect(sendings.once(sent, among=mine, by=request.user, make=start))
    page = paging.page(
        Batch.objects.of(request.user).with_counts(),
        order=["-created_at", "-pk"],
        size=BATCHES_A_PAGE,
        params=request.GET,
    )
    context = {"urls": written, "refusal": refusal, "page": page, **surroundings}
    context["most"] = fetch_batches.ADDRESSES_MOST
    return render(request, "articles/import_urls.html", context, status=422 if refusal else 200)


@require_safe
@reporter_required
def batch(request: DeskRequest, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Batch.objects.of(request.user).with_counts(), pk=batch_id)
    context = _progress(request, batch)
    if not request.htmx:
        return render(request, "articles/batch.html", context)
    if context["is_single"] and (end := _end_of_single(request, context)):
        return HttpResponseClientRedirect(end)
    return fragment(request, "articles/_batch.html", context)


def _end_of_single(request: DeskRequest, context: dict[str, Any]) -> str:
    """Where a person who waited for one address goes on; empty while there is nothing to see."""
    if context["draft"]:
        return str(context["draft"].get_absolute_url())
    item = context["page"].rows[0]
    if item.checks_id and item.article:
        toast(request, item.sentence)
        return str(item.article.get_absolute_url())
    return ""


def _progress(request: DeskRequest, batch: Any) -> dict[str, Any]:
    """The batch with a page of its items; once all are fetched, the first draft to look over."""
    page = paging.page(
        batch.items.for_list(), order=["position", "pk"], size=ITEMS_A_PAGE, params=request.GET
    )
    ready = None if batch.open else batch.items.first_ready()
    return {
        "batch": batch,
        "page": page,
        "is_single": batch.total == 1,
        "done": batch.total - batch.open,
        "draft": ready and ready.draft,
        "again": 0 if batch.open else batch.items.to_try_again().count(),
    }


@require_POST
@reporter_required
def cancel_batch(request: DeskRequest, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Batch.objects.of(request.user), pk=batch_id)
    count = fetch_batches.cancel(batch)
    toast(request, f"Cancelled. {count} {_addresses(count)} left out.")
    return redirect(batch)


@require_POST
@reporter_required
def retry_batch(request: DeskRequest, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Batch.objects.of(request.user), pk=batch_id)
    count = fetch_batches.try_again(batch)
    toast(request, f"Fetching {count} {'address' if count == 1 else 'addresses'} again.")
    return redirect(batch)


def _addresses(count: int) -> str:
    return "address is" if count == 1 else "addresses are"
