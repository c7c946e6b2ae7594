"""An article's revisions, and two of them side by side."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required
from articles import comparisons
from articles.models import Article


@require_safe
@member_required
def revisions(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    page = comparisons.history(article, request.GET)
    return render(request, "articles/revisions.html", {"article": article, "page": page})


@require_safe
@member_required
def compare_revisions(request: DeskRequest, article_id: int, old: int, new: int) -> HttpResponse:
    """Of two revisions the earlier stands first."""
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    pair = article.revisions.pair(old, new)
    if pair is None:
        raise Http404
    older, newer = pair
    context = {
        "article": article,
        "old": older,
        "new": newer,
        "pair": pair,
        "latest": article.revisions.latest_number(),
        "comparison": comparisons.compare(older, newer),
    }
    return render(request, "articles/compare_revisions.html", context)
