"""Choosing by hand where a claim stands in the new words of its article."""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, reswap

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import corrections, places, reading
from claims.correction_forms import NoteForm, PlaceForm
from claims.errors import BadSpan, ClaimError, StaleClaim
from claims.highlights import NEWER_WORDS
from claims.marking_forms import SentenceForm, SpanForm
from claims.models import Relocation
from claims.views.articles import NOT_IN_TEXT
from matching import Span
from web.fragments import fragment
from web.toasts import brief, toast, warn


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_required
def choose(request: DeskRequest, relocation_id: int) -> HttpResponse:
    """The new words to select from; a post puts the claim where it says."""
    row = get_object_or_404(Relocation.objects.for_page(), pk=relocation_id)
    if request.method != "POST":
        return _page(request, row)
    try:
        span = _wanted(row, request.POST)
        note = NoteForm(request.POST)
        words = note.cleaned_data["note"] if note.is_valid() else ""
        claim = corrections.choose(row, start=span.start, end=span.end, by=request.user, note=words)
    except ClaimError as error:
        return _refused(request, row, error)
    undo = reverse("claims:undo_correction", args=[row.pk])
    toast(request, f"Placed the claim at {brief(claim.quote)}.", undo=undo)
    address = reverse("claims:corrections")
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _page(request: DeskRequest, row: Relocation, *, status: int = 200) -> HttpResponse:
    if not row.is_open:
        return redirect("claims:correction", row.pk)
    revision = row.to_revision
    sentences = list(revision.sentences.order_by("position"))
    context = {
        "relocation": row,
        "article": row.claim.article,
        "revision": revision,
        "paragraphs": reading.paragraphs(revision.text, [], sentences),
    }
    return render(request, "claims/choose.html", context, status=status)


def _refused(request: DeskRequest, row: Relocation, error: ClaimError) -> HttpResponse:
    """Nothing changed: the page stays as it is and says why."""
    warn(request, str(error))
    if request.htmx:
        return reswap(fragment(request, "claims/_refused.html", status=409), "none")
    now = Relocation.objects.for_page().get(pk=row.pk)
    return _page(request, now, status=409)


def _wanted(row: Relocation, sent: QueryDict) -> Span:
    """The place that was sent: an offered one, a sentence, or a selection. Raises BadSpan."""
    if "sentence" not in sent and "paragraph" not in sent:
        offered = PlaceForm(sent)
        if offered.is_valid():
            return Span(offered.cleaned_data["start"], offered.cleaned_data["end"])
        raise BadSpan(NOT_IN_TEXT)
    form = SentenceForm(sent) if "sentence" in sent else SpanForm(sent)
    if not form.is_valid():
        raise BadSpan(NOT_IN_TEXT)
    asked = form.cleaned_data
    if asked["revision"] != row.to_revision_id:
        raise StaleClaim(NEWER_WORDS)
    if isinstance(form, SpanForm):
        at = {name: asked[name] for name in ("paragraph", "start", "end")}
        return places.from_browser(row.to_revision.text, **at)
    return places.of_sentence(row.to_revision, asked["sentence"])
