"""What other outlets say of a claim: the panel, linking, unlinking and undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from articles.models import Sentence
from claims import candidates, links, matches
from claims.candidates import SHOWN_AT_FIRST
from claims.errors import ClaimError
from claims.link_forms import LinkForm
from claims.models import Claim, Dismissal, Link
from claims.states import LinkKind
from web.fragments import fragment
from web.toasts import brief, toast, warn

DONE = {
    LinkKind.SAME: "Linked as the same claim: {}.",
    LinkKind.CONTRADICTS: "Linked as contradicting: {}.",
    LinkKind.RELATED: "Linked as related: {}.",
}


@dataclass(frozen=True)
class Linked:
    """A confirmed link as its claim sees it: the other end."""

    link: Link
    other: Claim


def linked_to(claim: Claim) -> list[Linked]:
    """The claim's confirmed links: contradictions first, then same, then related."""
    order = [LinkKind.CONTRADICTS, LinkKind.SAME, LinkKind.RELATED]
    rows = Link.objects.of(claim).active().confirmed().for_page().order_by("decided_at", "pk")
    found = [_seen_from(claim, link) for link in rows]
    return sorted(found, key=lambda one: order.index(LinkKind(one.link.kind)))


def others_context(request: HttpRequest, claim: Claim) -> dict[str, Any]:
    """What the panel “In other outlets” shows for a claim."""
    found = candidates.for_claim(claim)
    shown = len(found) if "all" in request.GET else SHOWN_AT_FIRST
    return {
        "claim": claim,
        "linked": linked_to(claim),
        "candidates": found[:shown],
        "more": max(0, len(found) - shown),
        "rejected": Link.objects.of(claim).active().rejected().for_page(),
    }


@require_safe
@member_required
def others(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.active().for_page(), pk=claim_id)
    template = "claims/_others.html" if request.htmx else "claims/others.html"
    return render(request, template, others_context(request, claim))


@require_POST
@reporter_required
def link(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.for_page(), pk=claim_id)
    form = LinkForm(request.POST)
    answer: dict[str, Any] = {"claim": claim}
    status = 200
    if not form.is_valid():
        warn(request, "This suggestion is no longer there. Open the claim again to link it.")
        status = 422
    else:
        try:
            answer |= _settle(request, claim, form)
        except ClaimError as error:
            warn(request, str(error))
            answer["refused"] = str(error)
            status = 409
    if not request.htmx:
        return redirect(_back(request, claim.pk))
    response = fragment(request, "claims/_settled.html", answer, status=status)
    return trigger_client_event(response, "claim-changed", {"claim": claim.pk})


def _settle(request: DeskRequest, claim: Claim, form: LinkForm) -> dict[str, Any]:
    """Do what the form says; what the settled row shows."""
    other, sentence = form.cleaned_data["other"], form.cleaned_data["sentence"]
    if form.link_kind is None:
        return _turn_down(request, claim, other, sentence)
    marked = None
    if sentence:
        act, marked = matches.mark_and_link(claim, sentence, kind=form.link_kind, by=request.user)
    else:
        act = links.confirm(claim, other, kind=form.link_kind, by=request.user)
    one = _seen_from(claim, act.link)
    undo = _undo_url(act, marked=marked)
    toast(request, DONE[form.link_kind].format(brief(one.other.quote)), undo=undo)
    return {"one": one}


def _turn_down(
    request: DeskRequest, claim: Claim, other: Claim, sentence: Sentence | None
) -> dict[str, Any]:
    if sentence:
        dismissal = matches.dismiss(claim, sentence, by=request.user)
        words, undo = sentence.words, reverse("claims:undo_dismissal", args=[dismissal.pk])
    else:
        act = links.reject(claim, other, by=request.user)
        words, undo = other.quote, _undo_url(act)
    toast(request, f"Not a match: {brief(words)}.", undo=undo)
    return {"words": words, "undo": undo}


@require_POST
@reporter_required
def unlink(request: DeskRequest, link_id: int) -> HttpResponse:
    link = get_object_or_404(Link.objects.for_page(), pk=link_id)
    claim = link.b if request.POST.get("from") == str(link.b_id) else link.a
    status = 200
    try:
        act = links.unlink(link, by=request.user)
        undo = _undo_url(act)
        words = brief(_seen_from(claim, link).other.quote)
        toast(request, f"Unlinked {words}.", undo=undo)
    except ClaimError as error:
        warn(request, str(error))
        status = 409
    return _panel(request, claim.pk, status=status)


@require_POST
@reporter_required
def undo_link(request: DeskRequest, token: str) -> HttpResponse:
    status, claim_id = 200, None
    try:
        link = matches.undo(token, by=request.user)
        toast(request, f"Undone. The link to {brief(link.b.quote)} is as it was.")
        claim_id = link.a_id
    except ClaimError as error:
        warn(request, str(error))
        status = 409
    return _panel(request, claim_id, status=status)


@require_POST
@reporter_required
def undo_dismissal(request: DeskRequest, dismissal_id: int) -> HttpResponse:
    dismissal = get_object_or_404(
        Dismissal.objects.select_related("claim", "sentence__revision"), pk=dismissal_id
    )
    matches.undo_dismissal(dismissal, by=request.user)
    toast(request, f"Undone. {brief(dismissal.sentence.words)} may match again.")
    return _panel(request, dismissal.claim_id)


def _undo_url(act: links.Act, *, marked: Claim | None = None) -> str:
    return reverse("claims:undo_link", args=[matches.undo_token(act, marked=marked)])


def _seen_from(claim: Claim, link: Link) -> Linked:
    return Linked(link, link.b if link.a_id == claim.pk else link.a)


def _panel(request: DeskRequest, claim_id: int | None, *, status: int = 200) -> HttpResponse:
    """Where an act on links leads: the panel again, or back to the page it came from."""
    if not request.htmx or claim_id is None:
        return redirect(_back(request, claim_id))
    claim = get_object_or_404(Claim.objects.for_page(), pk=claim_id)
    response = fragment(
        request, "claims/_others.html", others_context(request, claim), status=status
    )
    return trigger_client_event(response, "claim-changed", {"claim": claim.pk})


def _back(request: DeskRequest, claim_id: int | None) -> str:
    """The page the form was on, when it is ours; else the claim's links; else home."""
    page = request.headers.get("Referer", "")
    if page and url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return page
    if claim_id:
        return reverse("claims:others", args=[claim_id])
    return reverse("factdesk:home")
