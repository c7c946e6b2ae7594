"""Who says so for a claim: confirmed or changed in place, on the review and the reading page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import reswap, trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from claims import attributions, blind_review, permission, sentences
from claims.errors import ClaimError
from claims.marking_forms import AttributionForm
from claims.models import Claim
from claims.views.articles import place_of
from claims.views.lookups import standing_claim_or_404
from web.fragments import fragment
from web.toasts import toast, warn

ARTICLE = "article"  # `?at=` of an act on the reading page; without it on the review page


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def attribution(request: DeskRequest, claim_id: int) -> HttpResponse:
    """Say who says so; `?shown` gives what is said without the form."""
    claim = standing_claim_or_404(claim_id)
    if "shown" in request.GET and request.htmx:
        return fragment(request, "claims/_who_says.html", _context(request, claim))
    sent = request.POST if request.method == "POST" else None
    form = AttributionForm(sent, initial=attributions.as_asked(claim))
    if not form.is_valid():
        return _form(request, claim, form)
    try:
        undo = attributions.say(claim, **form.cleaned_data, by=request.user)
    except ClaimError as error:
        return _refused(request, claim, error)
    return _answer(request, claim.pk, undo)


@require_POST
@reporter_required
def confirm_attribution(request: DeskRequest, claim_id: int) -> HttpResponse:
    """Take the proposal as it was seen: its words come along."""
    claim = standing_claim_or_404(claim_id)
    try:
        seen = request.POST.get("seen", "")
        undo = attributions.confirm(claim, seen=seen, by=request.user)
    except ClaimError as error:
        return _refused(request, claim, error)
    return _answer(request, claim.pk, undo)


@require_POST
@reporter_required
def undo_attribution(request: DeskRequest, token: str) -> HttpResponse:
    try:
        claim = attributions.undo(token, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return redirect("claims:queue")
    toast(request, f"Undone. Who says so is {_as_told(claim)} again.")
    return redirect(_page(request, claim))


def _answer(request: DeskRequest, claim_id: int, undo: str) -> HttpResponse:
    """What is said now, with the focus on what changes it; beside it what it changed."""
    claim = standing_claim_or_404(claim_id)
    at = "?at=article" if _is_at_article(request) else ""
    way_back = reverse("claims:undo_attribution", args=[undo]) + at if undo else ""
    toast(request, f"Who says so: {_as_told(claim)}.", undo=way_back)
    if not request.htmx:
        return redirect(_page(request, claim))
    context = _context(request, claim) | {"takes_focus": True}
    if _is_at_article(request):
        return fragment(request, "claims/_who_says.html", context)
    newest, context["event_count"] = blind_review.newest_events(claim, reader=request.user)
    context["lines"] = sentences.lines(claim, newest, reader=request.user)
    response = fragment(request, "claims/_who_says_answer.html", context)
    return trigger_client_event(response, "claim-changed", {"claim": claim.pk})


def _form(request: DeskRequest, claim: Claim, form: AttributionForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = _context(request, claim) | {"form": form}
    if request.htmx:
        return fragment(request, "claims/_who_says_form.html", context, status=status)
    return render(request, "claims/attribution.html", context, status=status)


def _refused(request: DeskRequest, claim: Claim, error: ClaimError) -> HttpResponse:
    """Nothing changed: the page stays as it is and a message says why."""
    warn(request, str(error))
    if not request.htmx:
        return redirect(_page(request, claim))
    return reswap(fragment(request, "claims/_refused.html", status=409), "none")


def _context(request: DeskRequest, claim: Claim) -> dict[str, Any]:
    may_change = permission.may_change(claim, by=request.user)
    at = "?at=article" if _is_at_article(request) else ""
    return {"claim": claim, "may_change": may_change, "at": at}


def _is_at_article(request: DeskRequest) -> bool:
    return request.GET.get("at") == ARTICLE


def _page(request: DeskRequest, claim: Claim) -> str:
    return place_of(claim) if _is_at_article(request) else claim.get_absolute_url()


def _as_told(claim: Claim) -> str:
    return attributions.told(claim)
