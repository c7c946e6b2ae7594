"""An outlet with what the desk made of it, and merging two."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required, member_required
from articles.models import Article, Outlet
from claims import merging, outlet_record
from claims.errors import ClaimError
from claims.merging_forms import MergeForm, ReasonForm
from web import paging
from web.toasts import brief, toast

ARTICLES_A_PAGE = 50


@require_safe
@member_required
def outlet(request: DeskRequest, slug: str) -> HttpResponse:
    if kept := Outlet.objects.merged_from(slug):
        return redirect(kept)
    outlet = get_object_or_404(Outlet.objects.for_list(), slug=slug)
    page = paging.page(
        Article.objects.published_by(outlet),
        order=["-imported_at", "-pk"],
        size=ARTICLES_A_PAGE,
        params=request.GET,
    )
    context = {"outlet": outlet, "page": page, "record": outlet_record.of(outlet)}
    return render(request, "claims/outlet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_admin_required
def merge_outlet(request: DeskRequest, slug: str) -> HttpResponse:
    """The address says which two, and which of them stays; the form says why."""
    outlet = get_object_or_404(Outlet, slug=slug)
    chosen = MergeForm(request.GET or None, outlet=outlet)
    form = ReasonForm(request.POST or None)
    preview = merging.preview(chosen.gone, into=chosen.kept) if chosen.is_valid() else None
    if request.method == "POST" and preview and form.is_valid():
        try:
            merging.merge(chosen.gone, into=chosen.kept, by=request.user, **form.cleaned_data)
        except ClaimError as error:
            form.add_error(None, str(error))
        else:
            toast(request, f"Merged {brief(chosen.gone.name)} into {brief(chosen.kept.name)}.")
            return redirect(chosen.kept)
    status = 422 if form.errors or chosen.errors else 200
    context = {"outlet": outlet, "chosen": chosen, "form": form, "preview": preview}
    return render(request, "claims/merge_outlet.html", context, status=status)
