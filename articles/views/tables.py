"""Saying which column of a table is what, before its rows become drafts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles import batches, table_imports
from articles.column_forms import ColumnsForm
from articles.extraction import ExtractionError
from articles.models import Table
from web.toasts import brief, toast, warn


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def columns(request: DeskRequest, table_id: int) -> HttpResponse:
    table = get_object_or_404(Table.objects.of(request.user), pk=table_id)
    if "discard" in request.POST:
        table_imports.discard(table)
        toast(request, f"Discarded {brief(str(table))}. Nothing was saved.")
        return redirect("articles:draft_list")
    try:
        shown = table_imports.columns_of(table)
    except ExtractionError as error:
        table_imports.discard(table)
        warn(request, str(error))
        return redirect("articles:draft_list")
    form = ColumnsForm(request.POST or None, titles=shown.titles, guessed=shown.guessed)
    refused: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        taken, refused = table_imports.read(table, columns=form.chosen(), by=request.user)
        batches.note_refused(request.session, table.created_at, refused)
        if taken:
            return redirect("articles:draft_list")
    context = {"table": table, "shown": shown, "form": form, "refused": refused}
    status = 422 if form.errors or refused else 200
    return render(request, "articles/columns.html", context, status=status)
