"""What the desk calls its verdicts: a page for desk admins."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required
from claims import house_names
from claims.errors import ClaimError
from claims.house_forms import NamesForm, ReasonForm
from claims.models import SubReason
from claims.states import VerdictStatus
from web.sent_forms import digest
from web.toasts import brief, toast


@require_http_methods(["GET", "HEAD", "POST"])
@desk_admin_required
def verdict_names(request: DeskRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = NamesForm(sent, initial=house_names.given())
    if form.is_valid():
        try:
            house_names.call(form.names, by=request.user)
        except ClaimError as error:
            form.add_error(None, str(error))
        else:
            toast(request, "Saved what the desk calls its verdicts.")
            return redirect("claims:verdict_names")
    return _page(request, form=form)


@require_POST
@desk_admin_required
def add_reason(request: DeskRequest) -> HttpResponse:
    form = ReasonForm(request.POST)
    if form.is_valid():
        status, words = VerdictStatus(form.cleaned_data["status"]), form.cleaned_data["words"]
        try:
            add = partial(house_names.add_reason, status, words, by=request.user)
            offered = SubReason.objects.offered(status)
            sendings.once(digest(request), among=offered, by=request.user, make=add)
        except ClaimError as error:
            form.add_error("words", str(error))
        else:
            toast(request, f"Added {brief(words)} to {status.label.lower()}.")
            return redirect("claims:verdict_names")
    return _page(request, reason=form)


@require_POST
@desk_admin_required
def retire_reason(request: DeskRequest, reason_id: int) -> HttpResponse:
    """Offer it no more, or with `again` once more; pressed twice it is the same."""
    reason = get_object_or_404(SubReason, pk=reason_id)
    if "again" in request.POST:
        house_names.offer_again(reason, by=request.user)
        toast(request, f"{brief(reason.words)} can be chosen again.")
    else:
        house_names.retire(reason, by=request.user)
        toast(request, f"{brief(reason.words)} is offered no more. Verdicts keep it.")
    return redirect("claims:verdict_names")


def _page(
    request: DeskRequest, *, form: NamesForm | None = None, reason: ReasonForm | None = None
) -> HttpResponse:
    used = form if form is not None and form.errors else reason
    context: dict[str, Any] = {
        "form": form or NamesForm(initial=house_names.given()),
        "reason": reason or ReasonForm(auto_id="reason-%s"),
        "reasons": SubReason.objects.for_page(),
        "used": used,
    }
    status = 422 if used is not None and used.errors else 200
    return render(request, "claims/verdict_names.html", context, status=status)
