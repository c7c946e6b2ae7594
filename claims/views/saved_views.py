"""Views of the queue under a name: their page, saving and changing them, and their counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import sendings
from accounts.models import User
from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import feeds, view_counts
from claims import saved_views as desk
from claims.errors import BadView
from claims.filters import QueueFilter
from claims.models import SavedView
from claims.saved_view_forms import SavedViewForm
from web import paging
from web.fragments import fragment
from web.prepared import prepared
from web.sent_forms import digest
from web.toasts import brief, toast, warn

if TYPE_CHECKING:
    from claims.saved_view_querysets import SavedViewQuerySet

SHARED_A_PAGE = 30
TABS_SHOWN = 12  # as many are read at a glance; the page has all


@require_safe
@member_required
def saved_views(request: DeskRequest) -> HttpResponse:
    """One's own in their order, then what others share, the newest first."""
    person = request.user
    own = list(SavedView.objects.own(person))
    shared = paging.page(
        SavedView.objects.shared_with(person),
        order=["-pk"],
        size=SHARED_A_PAGE,
        params=request.GET,
    )
    counted = view_counts.count([*own, *shared.rows], reader=person)
    context = {
        "own": counted[: len(own)],
        "shared": counted[len(own) :],
        "page": shared,
        "feeds": feeds.token_of(person),
    }
    return render(request, "claims/saved_views.html", context)


@require_safe
@member_required
def view_tabs(request: DeskRequest) -> HttpResponse:
    """The views as tabs of the queue, now with their counts; the form says what it shows."""
    views = tabs_for(request.user)
    counted = view_counts.count(views, reader=request.user)
    chosen = QueueFilter(request.GET, person=request.user)
    return fragment(request, "claims/_view_tabs.html", {"views": counted, "chosen": chosen})


def tabs_for(person: User) -> list[SavedView]:
    """Their own and, in the places that are left, what others share."""
    return _tabs_for(person)


@prepared
def _tabs_for(person: User) -> SavedViewQuerySet:
    return SavedView.objects.as_tabs_for(person)[:TABS_SHOWN]


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def new_view(request: DeskRequest) -> HttpResponse:
    """Save what the queue shows; its query and tab come in the address."""
    chosen = QueueFilter(request.GET, person=request.user)
    asked = {"query": chosen.text, "tab": chosen.view.value}
    form = SavedViewForm(request.POST or None, initial=asked, may_share=request.user.is_reviewer)
    if form.is_valid():
        try:
            save, sent = partial(desk.save, **form.cleaned_data, by=request.user), digest(request)
            views = SavedView.objects.standing()
            view = sendings.once(sent, among=views, by=request.user, make=save)
        except BadView as error:
            form.add_error("name", str(error))
        else:
            toast(request, f"Saved {brief(view.name)}.")
            return redirect(reverse("claims:queue") + view.address)
    return _form(request, form, view=None)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit_view(request: DeskRequest, view_id: int) -> HttpResponse:
    view = _changeable(request, view_id)
    asked = {name: getattr(view, name) for name in SavedViewForm.base_fields}
    may_share = request.user.is_reviewer or view.is_shared
    form = SavedViewForm(request.POST or None, initial=asked, may_share=may_share)
    if form.is_valid():
        try:
            desk.change(view, **form.cleaned_data, by=request.user)
        except BadView as error:
            form.add_error("name", str(error))
        else:
            toast(request, f"Changed {brief(view.name)}.")
            return redirect("claims:saved_views")
    return _form(request, form, view=view)


@require_POST
@member_required
def move_view(request: DeskRequest, view_id: int) -> HttpResponse:
    view = get_object_or_404(SavedView.objects.own(request.user), pk=view_id)
    desk.move(view, is_up=bool(request.POST.get("up")))
    return redirect(_at(view))


@require_POST
@member_required
def remove_view(request: DeskRequest, view_id: int) -> HttpResponse:
    view = _changeable(request, view_id)
    desk.remove(view)
    undo = reverse("claims:restore_view", args=[view.pk])
    toast(request, f"Deleted the view {brief(view.name)}.", undo=undo)
    return redirect("claims:saved_views")


@require_POST
@member_required
def restore_view(request: DeskRequest, view_id: int) -> HttpResponse:
    view = get_object_or_404(SavedView.objects.changeable_by(request.user).removed(), pk=view_id)
    try:
        desk.restore(view)
    except BadView as error:
        warn(request, str(error))
    else:
        toast(request, f"{brief(view.name)} is back.")
    return redirect(_at(view))


def _at(view: SavedView) -> str:
    """The page of all views at this one, whose link takes the focus."""
    return f"{reverse('claims:saved_views')}#open-view-{view.pk}"


def _changeable(request: DeskRequest, view_id: int) -> SavedView:
    views = SavedView.objects.changeable_by(request.user).standing()
    return get_object_or_404(views, pk=view_id)


def _form(request: DeskRequest, form: SavedViewForm, *, view: SavedView | None) -> HttpResponse:
    status = 422 if form.errors else 200
    context: dict[str, Any] = {"form": form, "view": view}
    return render(request, "claims/saved_view_form.html", context, status=status)
