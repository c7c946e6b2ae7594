"""Stories, and the points they are made of."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required, member_required, reporter_required
from articles import provenance
from articles import stories as story_desk
from articles.errors import ArticleError
from articles.models import OriginEvent, Story
from articles.story_forms import StoryForm, StoryRulesForm
from claims import points, progress, second_eyes
from claims.errors import ClaimError
from claims.models import Cluster
from web import paging
from web.sent_forms import digest
from web.toasts import brief, toast

STORIES_A_PAGE = 20
VOICES_A_PAGE = 50
RULES = "rules-%s"  # ids of the fields
CHANGES_SHOWN = 10  # of what a story asks of its reviewers, the newest


@require_safe
@member_required
def stories(request: DeskRequest) -> HttpResponse:
    page = paging.page(
        Story.objects.all(), order=["-created_at", "-pk"], size=STORIES_A_PAGE, params=request.GET
    )
    return render(
        request, "claims/stories.html", {"rows": progress.of_stories(page.rows), "page": page}
    )


@require_safe
@member_required
def cluster(request: DeskRequest, cluster_id: int) -> HttpResponse:
    cluster = get_object_or_404(Cluster.objects.select_related("story"), pk=cluster_id)
    point = points.point(cluster)
    page = paging.part(point.told, size=VOICES_A_PAGE, params=request.GET)
    context = {
        "point": point,
        "page": page,
        "versions": point.versions_of(page.rows),
        "links": point.links_of(page.rows),
    }
    return render(request, "claims/cluster.html", context)


@require_safe
@member_required
def why_origins(request: DeskRequest, cluster_id: int) -> HttpResponse:
    """Why the outlets of a point are so many origins: credits, shared copy and what people said."""
    cluster = get_object_or_404(Cluster.objects.select_related("story"), pk=cluster_id)
    point = points.point(cluster)
    articles = {claim.article_id: claim.article for claim in point.claims}
    lanes = provenance.lanes(list(articles.values()))
    told = [one for lane in lanes for one in lane.told]
    page = paging.part(told, size=VOICES_A_PAGE, params=request.GET)
    shown = [part for lane in lanes if (part := lane.with_only(page.rows)).told]
    events = OriginEvent.objects.for_page(cluster.story).standing(about=articles)
    context = {"point": point, "lanes": shown, "page": page, "events": events}
    return render(request, "claims/why_origins.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def new_story(request: DeskRequest) -> HttpResponse:
    form = StoryForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            begin = partial(story_desk.open_story, **form.cleaned_data, by=request.user)
            stories, sent = Story.objects.all(), digest(request)
            story = sendings.once(sent, among=stories, by=request.user, make=begin)
        except ArticleError as error:
            form.add_error("title", str(error))
        else:
            toast(request, f"Opened {brief(story.title)}. Import the first article.")
            return redirect(story)
    return _form(request, form, story=None)


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def edit_story(request: DeskRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    form = StoryForm(request.POST if request.method == "POST" else None, initial=_words(story))
    if form.is_valid():
        try:
            story_desk.rename(story, **form.cleaned_data)
        except ArticleError as error:
            form.add_error("title", str(error))
        else:
            toast(request, f"Saved {brief(story.title)}.")
            return redirect(story)
    return _form(request, form, story=story)


@require_POST
@desk_admin_required
def story_rules(request: DeskRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    form = StoryRulesForm(request.POST, auto_id=RULES)
    if form.is_valid():
        try:
            second_eyes.ask_for(story, by=request.user, **form.cleaned_data)
        except ClaimError as error:
            form.add_error("blind_share", str(error))
        else:
            toast(request, f"Saved what {brief(story.title)} asks of its reviewers.")
            return redirect("claims:edit_story", story.slug)
    return _form(request, StoryForm(initial=_words(story)), story=story, rules=form)


def _words(story: Story) -> dict[str, str]:
    return {"title": story.title, "summary": story.summary}


def _form(
    request: DeskRequest,
    form: StoryForm,
    *,
    story: Story | None,
    rules: StoryRulesForm | None = None,
) -> HttpResponse:
    status = 422 if form.errors or rules else 200
    context: dict[str, Any] = {"form": form, "story": story}
    if story:
        asked = {name: getattr(story, name) for name in StoryRulesForm.base_fields}
        context["rules"] = rules or StoryRulesForm(initial=asked, auto_id=RULES)
        context["changes"] = story.events.for_history()[:CHANGES_SHOWN]
    return render(request, "claims/story_form.html", context, status=status)
