"""Bringing a new version of an article on the desk: into a draft first, like every import."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles import drafts, uploads
from articles.extraction import ExtractionError
from articles.formats.files import LISTED
from articles.models import Article, Draft
from web.sent_forms import digest


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def new_version(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    refusal = ""
    if request.method == "POST":
        try:
            return redirect(_draft(request, article))
        except ExtractionError as error:
            refusal = str(error)
    context = {
        "article": article,
        "text": request.POST.get("text", ""),
        "endings": LISTED,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return render(request, "articles/new_version.html", context, status=status)


def _draft(request: DeskRequest, article: Article) -> Draft:
    """Of the file, else of the pasted words."""
    about: dict[str, Any] = {"by": request.user, "at": timezone.now(), "revises": article}
    if file := request.FILES.get("file"):
        make = partial(uploads.draft_of, file, **about)
    else:
        make = partial(drafts.paste, request.POST.get("text", ""), **about)
    sent, by = digest(request), request.user
    return sendings.once(sent, among=Draft.objects.of(by), by=by, make=make)
