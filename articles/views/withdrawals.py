"""Saying that an outlet no longer stands by an article, or that it does again."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reporter_required, reviewer_required
from articles import withdrawals
from articles.errors import ArticleError
from articles.models import Article
from web.toasts import brief, toast, warn


@require_POST
@reviewer_required
def withdraw(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=article_id)
    reason = request.POST.get("reason", "").replace("\0", "")
    try:
        withdrawals.withdraw(article, reason=reason, by=request.user)
    except ArticleError as error:
        warn(request, str(error))
    else:
        toast(request, f"Marked {brief(article.headline)} as withdrawn.")
    return redirect("articles:edit_article", article.pk)


@require_POST
@reporter_required
def restore(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=article_id)
    if article.is_withdrawn and not withdrawals.may_restore(article, by=request.user):
        raise PermissionDenied
    withdrawals.restore(article, by=request.user)
    toast(request, f"{brief(article.headline)} counts as published again.")
    return redirect(article)
