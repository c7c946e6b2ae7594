"""Acts on many claims: choosing them, the words, the preview, what was done, undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import member_required, reviewer_required
from claims import bulk as acts
from claims import bulk_progress, bulk_turns, bulk_undo, bulk_words, jobs, queue_pages, sentences
from claims.assignment_forms import AssignForm
from claims.bulk_forms import BulkForm, ChosenForm
from claims.errors import ClaimError, NotEnough
from claims.filters import QueueFilter
from claims.models import BulkAct, BulkPart, Verdict
from claims.review_forms import UndoForm
from claims.sentences import Line
from claims.states import BulkKind, BulkState
from web import paging
from web.fragments import fragment
from web.sent_forms import digest
from web.toasts import toast, warn

PARTS_A_PAGE = 50
REASONS_SHOWN = 8
NOTHING_CHOSEN = "Choose what to do with the claims."


@require_POST
@reviewer_required
def select(request: DeskRequest) -> HttpResponse:
    """From the queue: the ticked claims, or all that fit its filter."""
    chosen, form = QueueFilter(request.GET, person=request.user), ChosenForm(request.POST)
    back = reverse("claims:queue") + chosen.address
    if not form.is_valid():
        warn(request, NOTHING_CHOSEN)
        return redirect(back)
    try:
        claims = queue_pages.first_keys(chosen, acts.MOST) if form.wants_all else form.ticked
        choose = partial(acts.choose, claims, kind=form.kind, query=chosen.address)
        act = chosen_once(request, partial(choose, by=request.user))
    except ClaimError as error:
        warn(request, str(error))
        return redirect(back)
    return redirect(act)


@require_POST
@reviewer_required
def apply_verdict(request: DeskRequest, verdict_id: int) -> HttpResponse:
    """From a claim: its verdict for the claims that say the same, as one act with a preview."""
    verdict = get_object_or_404(Verdict.objects.for_page(), pk=verdict_id)
    try:
        act = chosen_once(request, partial(acts.choose_same, verdict, by=request.user))
    except ClaimError as error:
        warn(request, str(error))
        return redirect(verdict.claim)
    return redirect(act)


@require_safe
@member_required
def bulk(request: DeskRequest, act_id: int) -> HttpResponse:
    """The act as far as it has come: its words, its preview, its progress, what it did."""
    rows = BulkAct.objects.visible_to(request.user).for_page()
    act = get_object_or_404(rows, pk=act_id)
    context = _page_of(request, act)
    if request.htmx:
        return fragment(request, "claims/_bulk.html", context)
    return render(request, "claims/bulk.html", context)


@require_POST
@reviewer_required
def preview_bulk(request: DeskRequest, act_id: int) -> HttpResponse:
    """The words are there: say what they will change."""
    act = get_object_or_404(BulkAct.objects.of(request.user).for_page(), pk=act_id)
    form = _form(request, act, request.POST)
    if not form.is_valid():
        return _ask_again(request, act, form)
    try:
        acts.preview(act, **_said(form), by=request.user)
    except NotEnough as error:
        form.add_error("rationale", str(error))
        return _ask_again(request, act, form)
    except ClaimError as error:
        warn(request, str(error))
    return redirect(act)


@require_POST
@reviewer_required
def apply_bulk(request: DeskRequest, act_id: int) -> HttpResponse:
    """Do what the preview shows; back to the queue when all of it was done at once."""
    act = get_object_or_404(BulkAct.objects.of(request.user), pk=act_id)
    was_open, promised = act.is_open, act.parts.to_change().count()
    try:
        act = acts.start(act, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return redirect(act)
    if not was_open or not act.is_applied or act.changed < promised:
        return redirect(act)
    undo = reverse("claims:undo_bulk", args=[act.pk])
    toast(request, f"{bulk_words.done(act)}.", undo=undo)
    return redirect(act.back)


@require_POST
@reviewer_required
def undo_bulk(request: DeskRequest, act_id: int) -> HttpResponse:
    act = get_object_or_404(BulkAct.objects.visible_to(request.user), pk=act_id)
    form = UndoForm(request.POST)
    form.is_valid()
    try:
        why = form.cleaned_data.get("reason", "")
        act = bulk_undo.begin(act, by=request.user, reason=why)
    except ClaimError as error:
        warn(request, str(error))
    else:
        if act.undone_at:
            toast(request, f"Undone for {bulk_words.what(act, act.taken_back)}.")
    return redirect(act)


def chosen_once(request: DeskRequest, choose: Callable[[], BulkAct]) -> BulkAct:
    """However often the form comes, until the act is done; then it may be chosen anew."""
    open_acts = BulkAct.objects.open()
    return sendings.once(digest(request), among=open_acts, by=request.user, make=choose)


def _form(request: DeskRequest, act: BulkAct, data: Any = None) -> BulkForm | AssignForm:
    """What the act asks for: the words of a verdict, or to whom the claims are assigned."""
    if act.kind == BulkKind.ASSIGNED:
        return AssignForm(data, now=bulk_turns.wanted(act), reader=request.user)
    return BulkForm(data, initial=_words(act))


def _said(form: BulkForm | AssignForm) -> dict[str, Any]:
    if isinstance(form, AssignForm):
        return {"to": form.assignment}
    return {"rationale": form.cleaned_data["rationale"], "evidence": form.evidence}


def _ask_again(request: DeskRequest, act: BulkAct, form: BulkForm | AssignForm) -> HttpResponse:
    context = _page_of(request, act, form=form)
    return render(request, "claims/bulk.html", context, status=422)


def _page_of(
    request: DeskRequest, act: BulkAct, form: BulkForm | AssignForm | None = None
) -> dict[str, Any]:
    """The act with one of its lists: what it changes, or with `?left` what it leaves alone."""
    parts = act.parts.shown_to(request.user) if act.is_reversal else act.parts.all()
    left, touched = parts.not_touched(), parts.touched()
    counts = {"touched": touched.count(), "left": left.count()}
    shows_left = "left" in request.GET or not counts["touched"]
    page = paging.page(
        (left if shows_left else touched).for_list(),
        order=["position", "pk"],
        size=PARTS_A_PAGE,
        params=request.GET,
    )
    is_going_back = act.is_reversal and not act.undone_at and jobs.undoes_bulk_act(act.pk)
    done = bulk_progress.of(act) if act.is_under_way or is_going_back else None
    return {
        "act": act,
        "form": form or _form(request, act),
        "asks": act.needs_words and act.is_open and _asks(request, act, form),
        "page": page,
        "rows": [(part, _line(part, request)) for part in page.rows],
        "shows_left": shows_left,
        **counts,
        "why": act.parts.why()[:REASONS_SHOWN],
        "title": bulk_words.done(act) if act.is_applied else _to_do(act, counts),
        "to_do": bulk_words.to_do(act, counts["touched"]),
        "undone_words": bulk_words.what(act, act.taken_back),
        "key": bulk_words.KEYS[BulkKind(act.kind)],
        "is_working": act.is_under_way or is_going_back,
        "progress": done,
        "is_lost": act.is_under_way and not done and not jobs.does_bulk_act(act.pk),
        "may_undo": bulk_undo.may_undo(act, by=request.user) and not is_going_back,
    }


def _line(part: BulkPart, request: DeskRequest) -> Line | None:
    """Of a reversal, what the part takes back."""
    return sentences.line(part.event, reader=request.user) if part.event else None


def _asks(request: DeskRequest, act: BulkAct, form: object) -> bool:
    """Its words are to be typed: there are none, one of them is wrong, or they are to be others."""
    return bool(form) or act.state == BulkState.CHOSEN or "edit" in request.GET


def _to_do(act: BulkAct, counts: dict[str, int]) -> str:
    return bulk_words.to_do(act, counts["touched"] or counts["left"])


def _words(act: BulkAct) -> dict[str, str]:
    source = act.url or act.citation
    more = {"title": act.title, "note": act.note}
    more |= {"kind": act.evidence_kind, "archive": act.archive_url}
    return {"rationale": act.rationale, "source": source, **more}
