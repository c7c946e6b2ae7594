"""Settling a figure on the review page of a claim, and opening it again."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import cards, discrepancies
from claims.errors import ClaimError, NotEnough
from claims.filters import QueueFilter
from claims.models import Claim, Discrepancy
from claims.settling_forms import SeenForm, SettleForm
from claims.views.lookups import claim_or_404
from claims.views.review import page_of, show
from web.fragments import fragment
from web.toasts import toast


@require_POST
@reviewer_required
def settle_figure(request: DeskRequest, claim_id: int, discrepancy_id: int) -> HttpResponse:
    claim, row = _asked(claim_id, discrepancy_id)
    form = SettleForm(request.POST, row=row)
    if not form.is_valid():
        return _refuse(request, claim, row, form)
    try:
        settled = discrepancies.settle(row, **form.act, by=request.user)
    except ClaimError as error:
        return _refuse(request, claim, row, form, error)
    how = discrepancies.outcome(settled[0])
    undo = _undo_address(request, claim, settled[0])
    toast(request, f"Settled {row.seen_from(claim)}: {how}.", undo=undo)
    return _answer(request, claim, row)


@require_POST
@reviewer_required
def reopen_figure(request: DeskRequest, claim_id: int, discrepancy_id: int) -> HttpResponse:
    """`?settled=` says which settling is taken back."""
    claim, row = _asked(claim_id, discrepancy_id)
    form = SeenForm(request.GET)
    form.is_valid()
    try:
        discrepancies.reopen(row, by=request.user, seen=form.cleaned_data.get("settled"))
    except ClaimError as error:
        return _refuse(request, claim, row, None, error)
    toast(request, f"Undone. {row.seen_from(claim)} is open again.")
    return _answer(request, claim, row)


def _asked(claim_id: int, discrepancy_id: int) -> tuple[Claim, Discrepancy]:
    claim = get_object_or_404(Claim, pk=claim_id)
    rows = Discrepancy.objects.for_claim(claim).for_page()
    return claim, get_object_or_404(rows, pk=discrepancy_id)


def _undo_address(request: DeskRequest, claim: Claim, row: Discrepancy) -> str:
    chosen = QueueFilter(request.GET, person=request.user).queue_address
    settled = urlencode({"settled": row.resolved_at.isoformat() if row.resolved_at else ""})
    address = reverse("claims:reopen_figure", args=[claim.pk, row.pk])
    return f"{address}{chosen}{'&' if chosen else '?'}{settled}"


def _answer(request: DeskRequest, claim: Claim, row: Discrepancy) -> HttpResponse:
    """The card as it is now, with the focus on its heading; beside it what it changed."""
    chosen = QueueFilter(request.GET, person=request.user)
    claim = claim_or_404(claim.pk)
    if not request.htmx:
        return redirect(f"{claim.get_absolute_url()}{chosen.queue_address}#discrepancy-{row.pk}")
    context = page_of(request, claim, chosen) | {"card": _card(claim, row)}
    return fragment(request, "claims/_figure_answer.html", context)


def _refuse(
    request: DeskRequest,
    claim: Claim,
    row: Discrepancy,
    form: SettleForm | None,
    error: ClaimError | None = None,
) -> HttpResponse:
    """The card as it is with what was typed: 422 when that lacks something, 409 when it moved."""
    if form and isinstance(error, NotEnough):
        form.lack(error)
    status = 422 if error is None or isinstance(error, NotEnough) else 409
    claim = claim_or_404(claim.pk)
    card = _card(claim, row)
    typed: dict[str, Any] = {
        "card": card,
        "settling": form,
        "figure_refusal": str(error) if status == 409 else "",
    }
    chosen = QueueFilter(request.GET, person=request.user)
    if not request.htmx:
        return show(request, claim.pk, chosen, focus="", status=status, **typed)
    context = {"claim": claim, "chosen": chosen, **typed}
    return fragment(request, "claims/_discrepancy.html", context, status=status)


def _card(claim: Claim, row: Discrepancy) -> cards.Card:
    fresh = get_object_or_404(Discrepancy.objects.for_page(), pk=row.pk)
    return cards.card(fresh, claim)
