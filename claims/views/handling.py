"""Answers to what is done to a claim's place in the queue, where the person did it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.requests import DeskRequest
from claims.errors import ClaimError
from claims.filters import QueueFilter
from claims.models import Claim
from claims.queue_address import QUEUE
from web.fragments import fragment
from web.toasts import warn


def is_from_queue(request: DeskRequest) -> bool:
    return QUEUE in (request.POST.get("back"), request.GET.get("from"))


def way_back(request: DeskRequest, claim: Claim) -> str:
    """The row of the queue when the person came from there, else the claim’s page.

    Its link is named, since it takes the focus: of a name that cannot, Chromium takes it away.
    """
    chosen = QueueFilter(request.GET, person=request.user)
    if is_from_queue(request):
        return f"{reverse('claims:queue')}{chosen.address}#open-{claim.pk}"
    return claim.get_absolute_url() + chosen.queue_address


def undo_address(request: DeskRequest, name: str, key: object) -> str:
    """Of the view that takes an act back, which leads to where the person is now."""
    chosen = QueueFilter(request.GET, person=request.user)
    undo = reverse(name, args=[key])
    if is_from_queue(request):
        return undo + chosen.address_with(**{"from": QUEUE})
    return undo + chosen.queue_address


def row(request: DeskRequest, claim: Claim, *, status: int = 200) -> HttpResponse:
    """The row as it is now, where it stands; without htmx the queue at that row."""
    if not request.htmx:
        return redirect(way_back(request, claim))
    chosen = QueueFilter(request.GET, person=request.user)
    shown = Claim.objects.for_list().get(pk=claim.pk)
    context = {"claim": shown, "chosen": chosen}
    return fragment(request, "claims/_queue_row.html", context, status=status)


def refused_row(request: DeskRequest, claim: Claim, error: ClaimError) -> HttpResponse:
    warn(request, str(error))
    return row(request, claim, status=409)
