"""A claim on the reading page: its note, words and ends, taking it off and putting it back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from articles.models import Revision
from claims import highlights, places
from claims.errors import BadSpan, ClaimError, OtherWords
from claims.marking_forms import ClaimForm, SpanForm
from claims.models import Claim
from claims.places import Step
from claims.views.articles import NOT_IN_TEXT, page_of, paragraph_answer, place_of, refused
from claims.views.lookups import claim_or_404, standing_claim_or_404
from matching import Span
from web.fragments import fragment
from web.toasts import brief, toast


@require_safe
@member_required
def note(request: DeskRequest, claim_id: int) -> HttpResponse:
    """The claim's note alone, for a page on which the claim has changed."""
    claim = standing_claim_or_404(claim_id)
    if not request.htmx:
        return redirect(place_of(claim))
    return note_answer(request, claim)


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def edit(request: DeskRequest, claim_id: int) -> HttpResponse:
    """Word the claim: in its note, without htmx on a page of its own."""
    claim = standing_claim_or_404(claim_id)
    form = ClaimForm(request.POST if request.method == "POST" else None, claim=claim)
    if not form.is_valid():
        return form_answer(request, claim, form)
    try:
        highlights.edit(claim, **form.words, by=request.user)
    except OtherWords as error:
        form.meet(error)
        return form_answer(request, claim, form)
    except ClaimError as error:
        return refused(request, claim.article, error)
    toast(request, f"Saved the words for {brief(claim.quote)}.")
    if not request.htmx:
        return redirect(place_of(claim))
    response = note_answer(request, claim, focus="note")
    return trigger_client_event(response, "claim-focused", {"claim": claim.pk}, after="settle")


@require_POST
@reporter_required
def move(request: DeskRequest, claim_id: int) -> HttpResponse:
    """Move the claim's ends to a selection, or one of them by one word."""
    claim = standing_claim_or_404(claim_id)
    try:
        span = _wanted_ends(request, claim)
        moved = highlights.move(claim, start=span.start, end=span.end, by=request.user)
    except ClaimError as error:
        return refused(request, claim.article, error)
    if "step" in request.POST:
        if not request.htmx:
            return redirect("claims:edit", claim.pk)
        form = ClaimForm(claim=moved, initial=request.POST.dict())
        return paragraph_answer(request, moved, current=claim.pk, form=form)
    toast(request, f"Moved the ends. The claim is now {brief(moved.quote)}.")
    return paragraph_answer(request, moved, current=claim.pk, focus="mark")


@require_POST
@reporter_required
def remove(request: DeskRequest, claim_id: int) -> HttpResponse:
    """Take the claim off; `?undo` when that undoes marking it, which has no undo of its own."""
    claim = claim_or_404(claim_id)
    try:
        highlights.remove(claim, by=request.user)
    except ClaimError as error:
        return refused(request, claim.article, error)
    if "undo" in request.GET:
        toast(request, f"Undone. {brief(claim.quote)} is no longer marked.")
    else:
        undo = reverse("claims:restore", args=[claim.pk])
        toast(request, f"Removed {brief(claim.quote)}.", undo=undo)
    return paragraph_answer(request, claim, current=None, focus="paragraph")


@require_POST
@reporter_required
def restore(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = claim_or_404(claim_id)
    try:
        highlights.restore(claim, by=request.user)
    except ClaimError as error:
        return refused(request, claim.article, error)
    toast(request, f"Undone. {brief(claim.quote)} is marked again.")
    return paragraph_answer(request, claim, current=claim.pk, focus="mark")


def note_answer(request: DeskRequest, claim: Claim, **shown: Any) -> HttpResponse:
    """The note of the claim, in focus."""
    page = page_of(request, claim.article, current=claim.pk)
    if page.current is None:
        raise Http404("The claim stands in older words of the article.")
    context = page.context | shown | {"note": page.current}
    status = 422 if shown.get("form") and shown["form"].errors else 200
    return fragment(request, "claims/_note.html", context, status=status)


def form_answer(request: DeskRequest, claim: Claim, form: ClaimForm) -> HttpResponse:
    if request.htmx:
        if not form.is_bound:
            form.fields["statement"].widget.attrs["data-focus"] = "true"
        return note_answer(request, claim, form=form)
    around = places.paragraph_around(claim.revision.text, Span(claim.start, claim.end))
    page = page_of(
        request, claim.article, current=claim.pk, only=around.start, revision=claim.revision
    )
    status = 422 if form.errors else 200
    return render(request, "claims/edit.html", page.context | {"form": form}, status=status)


def _wanted_ends(request: DeskRequest, claim: Claim) -> Span:
    """Where the ends are to be, by a selection or one step. Raises BadSpan."""
    text = Revision.objects.without_source().get(pk=claim.revision_id).text
    if "step" in request.POST:
        if request.POST["step"] not in Step.values:
            raise BadSpan("Choose which end to move.")
        return places.step(text, Span(claim.start, claim.end), Step(request.POST["step"]))
    form = SpanForm(request.POST)
    if not form.is_valid() or form.cleaned_data["revision"] != claim.revision_id:
        raise BadSpan(NOT_IN_TEXT)
    asked = form.cleaned_data
    return places.from_browser(
        text, paragraph=asked["paragraph"], start=asked["start"], end=asked["end"]
    )
