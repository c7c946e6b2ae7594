"""What other outlets say of a claim: the panel, linking, unlinking and undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from claims import candidates, clashes, corroboration, links, matches
from claims.candidates import SHOWN_AT_FIRST
from claims.clashes import Clash
from claims.errors import ClaimError
from claims.link_forms import SENTENCES, LinkForm
from claims.models import Claim, Link
from claims.phrases import LINKED_AS
from claims.states import LinkKind, LinkState, Mismatch
from claims.views.comparisons import comparison_context
from claims.views.lookups import claim_or_404, standing_claim_or_404
from web.fragments import fragment
from web.prepared import prepared
from web.referrer import came_from
from web.toasts import brief, toast, warn

if TYPE_CHECKING:
    from claims.link_querysets import LinkQuerySet

UNDONE = {
    LinkState.SUGGESTED: "Undone. {} is a suggestion again.",
    LinkState.CONFIRMED: "Undone. {} is linked again.",
    LinkState.REJECTED: "Undone. {} is not a match again.",
}
# Where a page without htmx comes up after linking. Not after Undo, which scripts send without htmx
# too: a browser that follows the fragment blurs what focus.js has given the focus back to.
PANEL = "#others"
GONE = "This suggestion is no longer there. Open the claim again to link it."


@dataclass(frozen=True)
class Linked:
    """A confirmed link as its claim sees it: the other end."""

    link: Link
    other: Claim
    clash: Clash | None = None


def linked_to(claim: Claim) -> list[Linked]:
    """The claim's confirmed links: contradictions first, then same, then related."""
    order = [LinkKind.CONTRADICTS, LinkKind.SAME, LinkKind.RELATED]
    rows = _confirmed_of(claim)
    clash = clashes.by_link(claim, rows)
    found = [replace(_seen_from(claim, link), clash=clash[link.pk]) for link in rows]
    corroboration.complete(one.other for one in found)
    return sorted(found, key=lambda one: order.index(LinkKind(one.link.kind)))


@prepared
def _confirmed_of(claim: Claim) -> LinkQuerySet:
    return Link.objects.of(claim).active().confirmed().for_page().order_by("decided_at", "pk")


def others_context(request: HttpRequest, claim: Claim) -> dict[str, Any]:
    """What the panel “In other outlets” shows for a claim; `?all` shows all its links."""
    is_all = "all" in request.GET
    cut = slice(None if is_all else SHOWN_AT_FIRST)
    compared = candidates.compare(claim)
    found = compared.candidates
    linked, rejected = linked_to(claim), _rejected(claim)
    dismissed = list(matches.dismissed(claim))
    return {
        "claim": claim,
        **comparison_context(compared.standing),
        "linked": linked[cut],
        "more_linked": len(linked) - len(linked[cut]),
        "candidates": clashes.with_clashes(claim, found[cut]),
        "more": len(found) - len(found[cut]),
        "first_new": SHOWN_AT_FIRST if is_all else None,
        "mismatches": Mismatch,
        "rejected": rejected[cut],
        "dismissed": dismissed[cut],
        "more_turned_down": sum(len(rows) - len(rows[cut]) for rows in (rejected, dismissed)),
    }


def _rejected(claim: Claim) -> list[Linked]:
    rows = Link.objects.of(claim).active().rejected().for_page().order_by("decided_at", "pk")
    return [_seen_from(claim, link) for link in rows]


@require_safe
@member_required
def others(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = standing_claim_or_404(claim_id)
    template = "claims/_others.html" if request.htmx else "claims/others.html"
    return render(request, template, others_context(request, claim))


@require_POST
@reporter_required
def link(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = claim_or_404(claim_id)
    form = LinkForm(request.POST)
    answer: dict[str, Any] = {"claim": claim}
    status = 200
    if not form.is_valid():
        warn(request, GONE)
        answer["refused"], status = GONE, 422
    else:
        try:
            answer |= _settle(request, claim, form)
        except ClaimError as error:
            warn(request, str(error))
            answer["refused"], status = str(error), 409
    if not request.htmx:
        return redirect(_back(request, claim.pk) + PANEL)
    response = fragment(request, "claims/_settled.html", answer, status=status)
    return trigger_client_event(response, "claim-changed", {"claim": claim.pk})


def _settle(request: DeskRequest, claim: Claim, form: LinkForm) -> dict[str, Any]:
    """Do what the form says; what the settled row shows."""
    other, sentence = form.cleaned_data["other"], form.cleaned_data["sentence"]
    if form.link_kind is None:
        return _turn_down(request, claim, form)
    marked = None
    if sentence:
        act, marked = matches.mark_and_link(claim, sentence, kind=form.link_kind, by=request.user)
    else:
        act = links.confirm(claim, other, kind=form.link_kind, by=request.user)
    one = _with_clash(claim, act.link)
    done = f"Linked {LINKED_AS[form.link_kind]}: {brief(one.other.quote)}."
    toast(request, done, undo=undo_url(act, claim, marked=marked))
    return {"one": one}


def _turn_down(request: DeskRequest, claim: Claim, form: LinkForm) -> dict[str, Any]:
    why, sentence = form.cleaned_data["mismatch"], form.cleaned_data["sentence"]
    if sentence:
        matches.dismiss(claim, sentence, by=request.user, mismatch=why)
        words = sentence.words
        undo = reverse("claims:undo_dismissal", args=[claim.pk, sentence.pk])
    else:
        act = links.reject(claim, form.cleaned_data["other"], by=request.user, mismatch=why)
        words, undo = form.cleaned_data["other"].quote, undo_url(act, claim)
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
        words = brief(_seen_from(claim, link).other.quote)
        toast(request, f"Unlinked {words}.", undo=undo_url(act, claim))
    except ClaimError as error:
        warn(request, str(error))
        status = 409
    if not request.htmx:
        return redirect(_back(request, claim.pk) + PANEL)
    return _panel(request, claim.pk, status=status)


@require_POST
@reporter_required
def undo_link(request: DeskRequest, token: str) -> HttpResponse:
    try:
        undone = matches.undo(token, by=request.user)
    except ClaimError as error:
        return _refused(request, error)
    toast(request, UNDONE[undone.state].format(brief(undone.other.quote)))
    if not request.htmx:
        return redirect(_back(request, undone.claim.pk))
    return _panel(request, undone.claim.pk)


@require_POST
@reporter_required
def undo_dismissal(request: DeskRequest, claim_id: int, sentence_id: int) -> HttpResponse:
    claim = claim_or_404(claim_id)
    sentence = get_object_or_404(SENTENCES, pk=sentence_id)
    try:
        matches.undo_dismissal(claim, sentence, by=request.user)
    except ClaimError as error:
        return _refused(request, error)
    toast(request, UNDONE[LinkState.SUGGESTED].format(brief(sentence.words)))
    if not request.htmx:
        return redirect(_back(request, claim.pk))
    return _panel(request, claim.pk)


def undo_url(act: links.Act, claim: Claim, *, marked: Claim | None = None) -> str:
    """None when the act changed nothing: then there is nothing to take back."""
    if not act.has_changed:
        return ""
    return reverse("claims:undo_link", args=[matches.undo_token(act, claim=claim, marked=marked)])


def _seen_from(claim: Claim, link: Link) -> Linked:
    return Linked(link, link.b if link.a_id == claim.pk else link.a)


def _with_clash(claim: Claim, link: Link) -> Linked:
    return replace(_seen_from(claim, link), clash=clashes.by_link(claim, [link])[link.pk])


def _panel(request: DeskRequest, claim_id: int, *, status: int = 200) -> HttpResponse:
    """The panel as it is after an act on links, with the focus on its heading."""
    claim = claim_or_404(claim_id)
    context = others_context(request, claim) | {"takes_focus": True}
    response = fragment(request, "claims/_others.html", context, status=status)
    return trigger_client_event(response, "claim-changed", {"claim": claim.pk})


def _refused(request: DeskRequest, error: ClaimError) -> HttpResponse:
    """Nothing changed: the page stays as it is and a message says why."""
    warn(request, str(error))
    if not request.htmx:
        return redirect(_back(request, None))
    return reswap(fragment(request, "claims/_refused.html", status=409), "none")


def _back(request: DeskRequest, claim_id: int | None) -> str:
    """The page the form was on, when it is ours; else the claim's links; else home."""
    if page := came_from(request):
        return page
    if claim_id:
        return reverse("claims:others", args=[claim_id])
    return reverse("factdesk:home")
