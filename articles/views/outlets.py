"""Outlets: all of them, what the desk knows of one, and who changed that."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required, member_required
from articles import outlets as outlet_desk
from articles.errors import ArticleError
from articles.models import Outlet, OutletEvent
from articles.outlet_forms import OutletForm
from web import paging
from web.toasts import brief, toast

OUTLETS_A_PAGE = 50
EVENTS_A_PAGE = 50


@require_safe
@member_required
def outlets(request: DeskRequest) -> HttpResponse:
    page = paging.page(
        Outlet.objects.for_list(), order=["name", "pk"], size=OUTLETS_A_PAGE, params=request.GET
    )
    return render(request, "articles/outlets.html", {"page": page})


@require_safe
@member_required
def outlet_history(request: DeskRequest, slug: str) -> HttpResponse:
    outlet = get_object_or_404(Outlet, slug=slug)
    page = paging.page(
        OutletEvent.objects.of(outlet),
        order=["-at", "-pk"],
        size=EVENTS_A_PAGE,
        params=request.GET,
    )
    return render(request, "articles/outlet_history.html", {"outlet": outlet, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@desk_admin_required
def edit_outlet(request: DeskRequest, slug: str) -> HttpResponse:
    outlet = get_object_or_404(Outlet, slug=slug)
    form = OutletForm.of(outlet, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            outlet_desk.correct(outlet, by=request.user, **form.cleaned_data)
        except ArticleError as error:
            form.add_error(None, str(error))
        else:
            toast(request, f"Saved {brief(outlet.name)}.")
            return redirect(outlet)
    status = 422 if form.errors else 200
    return render(
        request, "articles/edit_outlet.html", {"outlet": outlet, "form": form}, status=status
    )
