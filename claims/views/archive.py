"""Whether the desk has checked a claim before, in another story."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import archive
from claims.models import Claim
from web.fragments import asked_too_late


@require_safe
@member_required
def checked_before(request: DeskRequest, claim_id: int) -> HttpResponse:
    claims = Claim.objects.all() if request.htmx else Claim.objects.for_page()
    claim = get_object_or_404(claims, pk=claim_id)
    if claim.is_removed:
        return asked_too_late(request)
    template = "claims/_checked_before.html" if request.htmx else "claims/checked_before.html"
    return render(request, template, {"claim": claim, "earlier": archive.like(claim)})
