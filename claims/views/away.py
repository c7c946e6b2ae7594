"""Leaving and coming back, for oneself or, by a desk admin, for others."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required, reviewer_required
from claims import handing_over
from claims.assignment_forms import HandOverForm
from claims.errors import ClaimError
from web import paging
from web.toasts import toast, warn

CLAIMS_SHOWN = 10  # of those that would move
PEOPLE_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_required
def away(request: DeskRequest) -> HttpResponse:
    return _leave(request, request.user)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_admin_required
def away_for(request: DeskRequest, person_id: int) -> HttpResponse:
    return _leave(request, get_object_or_404(handing_over.people_with_work(), pk=person_id))


@require_POST
@reviewer_required
def back(request: DeskRequest, person_id: int) -> HttpResponse:
    person = get_object_or_404(handing_over.people_with_work(), pk=person_id)
    try:
        handing_over.come_back(person, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
    else:
        toast(request, f"{_name(request, person)} back. What was handed over stays where it is.")
    return redirect(_page(request, person))


@require_POST
@reviewer_required
def undo_away(request: DeskRequest, token: str) -> HttpResponse:
    try:
        person, count = handing_over.undo(token, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return redirect("claims:queue")
    toast(request, f"Undone. {_name(request, person)} back, with {_claims(count)}.")
    return redirect(_page(request, person))


@require_safe
@desk_admin_required
def desk_people(request: DeskRequest) -> HttpResponse:
    """Who works on the desk or has left work behind, what is assigned to them, who is away."""
    rows = handing_over.people_with_work()
    page = paging.page(rows, order=["username", "pk"], size=PEOPLE_A_PAGE, params=request.GET)
    context = {"page": page, "rows": handing_over.loads(page.rows)}
    return render(request, "claims/desk_people.html", context)


def _leave(request: DeskRequest, person: User) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = HandOverForm(sent, leaving=person, reader=request.user)
    if form.is_valid():
        try:
            token, count = handing_over.leave(person, to=form.assignment, by=request.user)
        except ClaimError as error:
            form.add_error("to", str(error))
        else:
            undo = reverse("claims:undo_away", args=[token])
            gone = f" {_claims(count).capitalize()} went to {form.assignment.whose or 'nobody'}."
            toast(request, f"{_name(request, person)} away.{gone if count else ''}", undo=undo)
            return redirect(_page(request, person))
    claims = handing_over.open_of(person)
    context = {
        "person": person,
        "form": form,
        "claims": claims.for_list()[:CLAIMS_SHOWN],
        "count": claims.count(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "claims/away.html", context, status=status)


def _page(request: DeskRequest, person: User) -> str:
    if person == request.user:
        return reverse("claims:away")
    return reverse("claims:desk_people")


def _name(request: DeskRequest, person: User) -> str:
    return "You are" if person == request.user else f"{person} is"


def _claims(count: int) -> str:
    return f"{count:,} claim{'' if count == 1 else 's'}"
