"""Correcting an article's details, its history, and the source it came from."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from articles import details
from articles.errors import ArticleError
from articles.forms import DetailsForm
from articles.models import Article
from web import paging
from web.toasts import brief, toast

EVENTS_A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def edit_article(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    form = DetailsForm(request.POST or None, initial=details.as_typed(article), is_known=True)
    if request.method == "POST" and form.is_valid():
        try:
            details.correct_as_typed(
                article, by=request.user, details=form.cleaned_data, changed=form.changed_data
            )
        except ArticleError as error:
            form.add_error(None, str(error))
        else:
            toast(request, f"Saved {brief(form.cleaned_data['headline'])}.")
            return redirect(article)
    page = paging.page(
        article.events.for_history(), order=["-at", "-pk"], size=EVENTS_A_PAGE, params=request.GET
    )
    context = {"article": article, "form": form, "page": page}
    status = 422 if form.errors else 200
    return render(request, "articles/edit_article.html", context, status=status)


@require_safe
@member_required
def source(request: DeskRequest, article_id: int) -> FileResponse:
    """As plain text and a download: what was imported may hold scripts."""
    article = get_object_or_404(Article, pk=article_id)
    revision = article.revisions.with_source().latest("number")
    return FileResponse(
        BytesIO(revision.source),
        as_attachment=True,
        filename=revision.file_name,
        content_type="text/plain",
    )
