"""What is new in the view of an open page; a script asks every few seconds, others never come here.

The answer is 204 where nothing is, and says with Desk-Seen what the next question starts from.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required
from articles.models import Article
from claims import article_changes, news, notifications, queue_changes, review_changes, tabs
from claims.filters import QueueFilter
from claims.middleware import no_activity
from claims.news import Heard, Seen, View
from claims.queue_changes import Asked
from claims.views.articles import page_of
from claims.views.lookups import claim_or_404
from web.counts import COUNT_CAP

SEEN = "Desk-Seen"  # the header


@no_activity
@require_safe
@member_required
def queue_news(request: DeskRequest) -> HttpResponse:
    view, asked = news.of_queue(request.GET), asked_by(request)
    heard = hear(request, view)
    if heard.since is None and not asked.over:
        return nothing_new(request, heard.seen)
    chosen = QueueFilter(request.GET, person=request.user)
    told = news.events(view, heard)
    found = queue_changes.of(chosen, told, asked, is_late=heard.is_late, reader=request.user)
    if found.is_empty:
        return nothing_new(request, heard.seen)
    context = {"news": found, "chosen": chosen, "count": found.count}
    if found.is_counted:
        context["tabs"] = tabs.counted(chosen, seconds=queue_changes.COUNT_SECONDS)
    return answer(heard.seen, request, "claims/_queue_news.html", context)


@no_activity
@require_safe
@member_required
def review_news(request: DeskRequest, claim_id: int) -> HttpResponse:
    view, asked = news.of_claim(claim_id), asked_by(request)
    heard = hear(request, view)
    if heard.since is None and not asked.over:
        return nothing_new(request, heard.seen)
    claim = claim_or_404(claim_id)
    told = news.events(view, heard, reader=request.user)
    line = review_changes.line(claim, told, reader=request.user, has_acted=asked.has_acted)
    chosen = QueueFilter(request.GET, person=request.user)
    context = {"claim": claim, "chosen": chosen, "line": line}
    return answer(heard.seen, request, "claims/_review_news.html", context)


@no_activity
@require_safe
@member_required
def article_news(request: DeskRequest, article_id: int) -> HttpResponse:
    view, asked = news.of_article(article_id), asked_by(request)
    heard = hear(request, view)
    if heard.since is None:
        return nothing_new(request, heard.seen)
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    page = page_of(request, article, current=None)
    told = news.events(view, heard)
    found = article_changes.of(page.notes, told, asked, reader=request.user)
    context = page.context | {"news": found}
    return answer(heard.seen, request, "claims/_article_news.html", context)


def hear(request: DeskRequest, view: View) -> Heard:
    """What is new since what the page has seen; nothing where it does not say, or not clearly."""
    seen = news.read(request.GET.get("seen", ""))
    return news.hear(view, seen) if seen else Heard(seen=news.first_look(view))


def asked_by(request: DeskRequest) -> Asked:
    """What the page says of itself; what is no number is left out."""
    return Asked(
        shown=news.numbers(request.GET.get("shown", "")),
        over=news.numbers(request.GET.get("over", "")),
        known=news.numbers(request.GET.get("known", "")),
        has_acted="acted" in request.GET,
    )


def nothing_new(request: DeskRequest, seen: Seen) -> HttpResponse:
    """204, or how much the reader has not read where that is other than the page says: what they
    are told of, as a comment, may be no event of its view."""
    said = request.GET.get("unread", "")
    if said.isdecimal() and said != str(min(notifications.unread_count(request.user), COUNT_CAP)):
        return answer(seen, request, "web/_unread_count.html", {})
    return answer(seen)


def answer(
    seen: Seen,
    request: DeskRequest | None = None,
    template: str = "",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """The template's parts, or 204. Messages that wait for the next page stay where they are."""
    response = HttpResponse(status=204)
    if template:
        response = HttpResponse(render_to_string(template, context, request))
    response[SEEN] = str(seen)
    response["Cache-Control"] = "no-store"
    return response
