"""Sources that changed under claims: what waits, a case side by side, what moved by itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import push_url

from accounts.requests import DeskRequest
from accounts.roles import member_required, reviewer_required
from claims import cases
from claims import corrections as settling
from claims.correction_forms import SettleForm
from claims.errors import ClaimError
from claims.models import Claim, Relocation
from web import paging
from web.counts import capped
from web.fragments import fragment
from web.toasts import brief, toast

CASES_A_PAGE = 25
FOLLOWED_A_PAGE = 50
ORDER = ["-found_at", "-pk"]
DONE = {
    SettleForm.ACCEPT: "Accepted the new place of {}.",
    SettleForm.KEEP: "Kept the old reading of {}.",
}


@require_safe
@member_required
def corrections(request: DeskRequest) -> HttpResponse:
    """What waits, the first of it side by side."""
    return render(request, "claims/corrections.html", _page_of(request))


@require_safe
@member_required
def correction(request: DeskRequest, relocation_id: int) -> HttpResponse:
    row = get_object_or_404(Relocation.objects.for_page(), pk=relocation_id)
    return render(request, "claims/corrections.html", _page_of(request, row))


@require_safe
@member_required
def followed(request: DeskRequest) -> HttpResponse:
    rows = Relocation.objects.followed().for_list()
    page = paging.page(rows, order=ORDER, size=FOLLOWED_A_PAGE, params=request.GET)
    return render(request, "claims/followed.html", {"page": page})


@require_POST
@reviewer_required
def settle_correction(request: DeskRequest, relocation_id: int) -> HttpResponse:
    """Accept the proposed place, or keep the old reading."""
    row = get_object_or_404(Relocation.objects.for_page(), pk=relocation_id)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return show(request, row, refusal="Choose what is to become of the claim.", status=422)
    outcome, note = form.cleaned_data["outcome"], form.cleaned_data["note"]
    act = settling.accept if outcome == SettleForm.ACCEPT else settling.keep
    try:
        claim = act(row, by=request.user, note=note)
    except ClaimError as error:
        return show(request, row, refusal=str(error), status=409)
    return go_on(request, row, DONE[outcome].format(brief(str(claim))))


@require_POST
@reviewer_required
def undo_correction(request: DeskRequest, relocation_id: int) -> HttpResponse:
    row = get_object_or_404(Relocation.objects.for_page(), pk=relocation_id)
    try:
        claim = settling.undo(row, by=request.user)
    except ClaimError as error:
        return show(request, row, refusal=str(error), status=409)
    toast(request, f"Undone. The source of {brief(str(claim))} waits again.")
    return show(request, row)


def go_on(request: DeskRequest, row: Relocation, done: str) -> HttpResponse:
    """Say what was done and show the next case; after the last the empty page."""
    toast(request, done, undo=reverse("claims:undo_correction", args=[row.pk]))
    if not request.htmx:
        return redirect("claims:corrections")
    context = _page_of(request) | {"focus": "case"}
    answer = fragment(request, "claims/_corrections.html", context)
    return push_url(answer, reverse("claims:corrections"))


def show(
    request: DeskRequest, row: Relocation, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    """The case as it is now, with why nothing was done to it."""
    address = reverse("claims:correction", args=[row.pk])
    if not request.htmx and status == 200:
        return redirect(address)
    now = Relocation.objects.for_page().get(pk=row.pk)
    focus = {"focus": "notice" if refusal else "case"}
    context = _page_of(request, now) | {"refusal": refusal} | focus
    if not request.htmx:
        return render(request, "claims/corrections.html", context, status=status)
    return push_url(fragment(request, "claims/_corrections.html", context, status=status), address)


def _page_of(request: DeskRequest, row: Relocation | None = None) -> dict[str, Any]:
    rows = Relocation.objects.open().for_list()
    page = paging.page(rows, order=ORDER, size=CASES_A_PAGE, params=request.GET)
    if row is None and page.rows:
        row = Relocation.objects.for_page().get(pk=page.rows[0].pk)
    case = cases.of(row) if row else None
    return {
        "page": page,
        "case": case,
        "next_id": _after(page.rows, row),
        "followed": capped(Relocation.objects.followed()).count(),
        "changed": capped(Claim.objects.changed()).count(),
        "may_undo": bool(
            row and row.is_decided_by_person and settling.may_undo(row, by=request.user)
        ),
    }


def _after(rows: list[Relocation], row: Relocation | None) -> int | None:
    """Which case Skip leads to: the next of the list, round the corner if need be."""
    others = [one.pk for one in rows if row is None or one.pk != row.pk]
    later = [pk for pk in others if row is not None and pk < row.pk]
    return next(iter(later or others), None)
