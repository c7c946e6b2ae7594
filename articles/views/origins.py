"""Whose reports a story is made of: the picture, why, and joining and splitting."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import DeskRequest
from accounts.roles import Role, member_required, reviewer_required
from articles import origin_outcomes, provenance, provenance_picture
from articles import origins as origin_desk
from articles.errors import ArticleError
from articles.models import Article, OriginEvent, Story
from articles.origin_forms import OriginForm
from articles.origin_outcomes import Outcome, Rule
from web.fragments import fragment
from web.toasts import toast, warn

ARTICLES_AT_FIRST = 60
EVENTS_SHOWN = 20
RULES: dict[str, Rule] = {"join": origin_desk.join, "split": origin_desk.split}
DONE = {"join": "Joined into one origin.", "split": "Split off as a report of its own."}


@require_safe
@member_required
def origins(request: DeskRequest, slug: str) -> HttpResponse:
    """Who published when and who printed whose text; `?all` shows articles beyond the first."""
    story = get_object_or_404(Story, slug=slug)
    return render(request, "articles/origins.html", _context(request, story, OriginForm()))


@require_POST
@reviewer_required
def rule_origins(request: DeskRequest, slug: str) -> HttpResponse:
    """Join the origins of the chosen articles, or split these off; first tell what it does."""
    story = get_object_or_404(Story, slug=slug)
    form = OriginForm(request.POST)
    if not form.is_valid():
        context = _context(request, story, form)
        return render(request, "articles/origins.html", context, status=422)
    given = form.cleaned_data
    try:
        event, outcome = origin_outcomes.carry_out(
            RULES[given["act"]],
            story,
            given["article"],
            reason=given["reason"],
            seal=given["seal"],
            by=request.user,
        )
    except ArticleError as error:
        warn(request, str(error))
        return render(request, "articles/origins.html", _context(request, story, form), status=409)
    if event is None:
        return _ask(request, story, form, outcome)
    toast(request, DONE[given["act"]], undo=reverse("articles:undo_origins", args=[event.pk]))
    return _go_on(request, story, given["article"][0])


@require_POST
@reviewer_required
def undo_origins(request: DeskRequest, event_id: int) -> HttpResponse:
    event = get_object_or_404(OriginEvent.objects.select_related("story"), pk=event_id)
    try:
        origin_desk.undo(event, by=request.user)
        toast(request, "Undone. The origins are as they were before.")
    except ArticleError as error:
        warn(request, str(error))
    sides = sorted(event.sides.all(), key=lambda side: (not side.is_apart, side.article_id))
    return _go_on(request, event.story, sides[0].article_id if sides else 0)


@require_safe
@member_required
def shared_copy(request: DeskRequest, article_id: int, other_id: int) -> HttpResponse:
    """The passages that two articles share, side by side."""
    one, other = (
        get_object_or_404(Article.objects.for_list(), pk=key) for key in (article_id, other_id)
    )
    context = {
        "one": one,
        "other": other,
        "passages": provenance.side_by_side(one, other),
        "shares": provenance.shares(one, other),
    }
    if request.htmx:
        return fragment(request, "articles/_shared_copy.html", context)
    return render(request, "articles/shared_copy.html", context)


def _ask(request: DeskRequest, story: Story, form: OriginForm, outcome: Outcome) -> HttpResponse:
    """What it would do, to agree to; 409 when that is not what was agreed to."""
    has_moved = bool(form.cleaned_data["seal"])
    context = {"story": story, "form": form, "outcome": outcome, "has_moved": has_moved}
    return render(request, "articles/rule_origins.html", context, status=409 if has_moved else 200)


def _go_on(request: DeskRequest, story: Story, article: int) -> HttpResponse:
    """The page again, read from the origin that the article is of now."""
    shown = "all&" if "all" in request.GET else ""
    return redirect(f"{reverse('articles:origins', args=[story.slug])}?{shown}at={article}")


def _context(request: DeskRequest, story: Story, form: OriginForm) -> dict[str, Any]:
    articles = list(Article.objects.in_story(story).order_by("published_at", "pk"))
    shown = articles if "all" in request.GET else articles[:ARTICLES_AT_FIRST]
    lanes = provenance.lanes(shown)
    at = request.GET.get("at", "")
    return {
        "story": story,
        "form": form,
        "articles": len(articles),
        "shown": len(shown),
        "more": len(articles) - len(shown),
        "lanes": lanes,
        "landing": next((lane.number for lane in lanes if lane.holds(at)), 0),
        "picture": provenance_picture.draw(lanes),
        "events": OriginEvent.objects.for_page(story)[:EVENTS_SHOWN],
        "may_rule": request.user.role >= Role.REVIEWER,
    }
