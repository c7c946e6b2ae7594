"""Assigning a claim to a person or a group, with the time by which it is due."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import assignments
from claims.assignment_forms import AssignForm
from claims.errors import ClaimError
from claims.filters import QueueFilter
from claims.models import Claim
from claims.views.pins import QUEUE
from web.toasts import brief, toast, warn


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_required
def assign(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.active().for_page(), pk=claim_id)
    sent = request.POST if request.method == "POST" else None
    form = AssignForm(sent, now=assignments.of(claim), reader=request.user)
    back = _back(request, claim)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"claim": claim, "form": form, "back": back}
        return render(request, "claims/assign.html", context, status=status)
    try:
        undo = assignments.assign(claim, to=form.assignment, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return redirect(back)
    if undo:
        way_back = reverse("claims:undo_assignment", args=[undo])
        whose = form.assignment.whose or "nobody"
        toast(request, f"Assigned {brief(str(claim))} to {whose}.", undo=way_back)
    return redirect(back)


@require_POST
@reviewer_required
def undo_assignment(request: DeskRequest, token: str) -> HttpResponse:
    try:
        claim = assignments.undo(token, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return redirect("claims:queue")
    whose = assignments.of(claim).whose or "nobody"
    toast(request, f"Undone. {brief(str(claim))} is assigned to {whose} again.")
    return redirect(claim)


def _back(request: DeskRequest, claim: Claim) -> str:
    """The row of the queue when the person came from there, else the claim's page."""
    chosen = QueueFilter(request.GET, person=request.user)
    if request.GET.get("from") == QUEUE:
        return f"{reverse('claims:queue')}{chosen.address}#claim-{claim.pk}"
    return claim.get_absolute_url() + chosen.queue_address
