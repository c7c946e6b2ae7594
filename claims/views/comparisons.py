"""Whether a claim's suggestions are final, asked by the panel that shows them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import encoding, story_texts
from claims.models import Claim
from claims.story_texts import Standing
from web.fragments import asked_too_late

# The panel asks once a second, 20 times: a worker that lives has done the claim in one or two.
TRIES = 20


def comparison_context(standing: Standing, *, tries: int = 0) -> dict[str, Any]:
    """What `_comparison.html` shows; `tries` is how often the panel has asked already."""
    may_come = not encoding.absence() and tries < TRIES
    return {
        "standing": standing,
        "next_try": tries + 1 if may_come and not standing.is_final else None,
        "absence": encoding.absence(),
        "has_asked": tries > 0,
    }


@require_safe
@member_required
def comparison(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    if claim.is_removed:
        return asked_too_late(request)
    if not request.htmx:
        return redirect("claims:others", claim.pk)
    standing = story_texts.read(claim.story_id).standing_of(claim)
    context = {"claim": claim} | comparison_context(standing, tries=_tries(request))
    return render(request, "claims/_comparison.html", context)


def _tries(request: DeskRequest) -> int:
    """How often the panel has asked; what is no number ends the asking."""
    try:
        return max(1, int(request.GET.get("tries", "")))
    except ValueError:
        return TRIES
