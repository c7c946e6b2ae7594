"""Check for changes: the button on an article."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles import fetch_batches
from articles.errors import ArticleError
from articles.models import Article
from web.toasts import warn


@require_POST
@reporter_required
def check(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    try:
        return redirect(fetch_batches.check(article, by=request.user))
    except ArticleError as error:
        warn(request, str(error))
        return redirect(article)
