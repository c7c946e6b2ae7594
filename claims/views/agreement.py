"""How far two people who looked at the same claims agree."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from articles.models import Story
from claims import agreement as agreeing
from web import paging

STORIES_A_PAGE = 20


@require_safe
@reviewer_required
def agreement(request: DeskRequest) -> HttpResponse:
    page = paging.page(
        Story.objects.asking_for_two(),
        order=["-created_at", "-pk"],
        size=STORIES_A_PAGE,
        params=request.GET,
    )
    context = {
        "page": page,
        "overall": agreeing.overall(),
        "stories": agreeing.of_stories(page.rows),
    }
    return render(request, "claims/agreement.html", context)
