"""Comments on a claim: their pages, writing, replying, changing, removing, resolving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import retarget

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from claims import comments as talk
from claims import threads
from claims.comment_forms import CommentForm
from claims.errors import ClaimError
from claims.models import Claim, Comment
from claims.views.lookups import claim_or_404
from web import paging
from web.fragments import fragment
from web.referrer import came_from
from web.sent_forms import digest
from web.toasts import brief, toast, warn

THREADS_A_PAGE = 20
REPLIES_A_PAGE = 50
PAGES = ("/review/", "/comments/")  # that show a claim's threads, by the end of their address


@require_safe
@member_required
def comments(request: DeskRequest, claim_id: int) -> HttpResponse:
    """All threads of a claim, newest first."""
    claim = claim_or_404(claim_id)
    return render(request, "claims/comments.html", _all_of(request, claim))


@require_safe
@member_required
def thread(request: DeskRequest, comment_id: int) -> HttpResponse:
    """One thread, its newest replies first to be had; one comment alone for htmx."""
    comment = _asked(comment_id)
    if request.htmx:
        return _thread_answer(request, comment, focus=comment.pk)
    if comment.thread_id:
        return redirect(comment)
    return render(request, "claims/thread.html", _thread_of(request, comment))


@require_POST
@reporter_required
def begin_thread(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = claim_or_404(claim_id)
    form = CommentForm(request.POST)
    if form.is_valid():
        try:
            begin = partial(talk.begin, claim, form.cleaned_data["text"], by=request.user)
            comment = _said_once(request, begin)
        except ClaimError as error:
            form.add_error("text", str(error))
        else:
            if not request.htmx:
                return _back(request, comment)
            return _section(request, claim, focus=comment.pk)
    if request.htmx:
        return _section(request, claim, comment_form=form, status=422)
    context = _all_of(request, claim) | {"comment_form": form}
    return render(request, "claims/comments.html", context, status=422)


@require_POST
@reporter_required
def reply(request: DeskRequest, comment_id: int) -> HttpResponse:
    comment = _asked(comment_id)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _refuse(request, comment, reply_form=form)
    try:
        answer = partial(talk.reply, comment, form.cleaned_data["text"], by=request.user)
        said = _said_once(request, answer)
    except ClaimError as error:
        form.add_error("text", str(error))
        return _refuse(request, comment, reply_form=form, status=409)
    return _answer(request, said)


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def edit_comment(request: DeskRequest, comment_id: int) -> HttpResponse:
    """Change one's own words, in their place; without htmx on a page of its own."""
    comment = _own(request, comment_id)
    form = CommentForm(request.POST or None, initial={"text": comment.text})
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            talk.edit(comment, form.cleaned_data["text"], by=request.user)
        except ClaimError as error:
            form.add_error("text", str(error))
            status = 409
        else:
            return _answer(request, comment)
    context = {"comment": comment, "claim": comment.claim, "form": form}
    if request.htmx:
        part = fragment(request, "claims/_comment_edit.html", context, status=status)
        return retarget(part, f"#comment-{comment.pk}")
    return render(request, "claims/edit_comment.html", context, status=status)


@require_POST
@reporter_required
def remove_comment(request: DeskRequest, comment_id: int) -> HttpResponse:
    comment = _own(request, comment_id)
    talk.remove(comment, by=request.user)
    undo = reverse("claims:restore_comment", args=[comment.pk])
    toast(request, f"Removed your comment {brief(comment.text)}.", undo=undo)
    return _answer(request, comment)


@require_POST
@reporter_required
def restore_comment(request: DeskRequest, comment_id: int) -> HttpResponse:
    comment = _own(request, comment_id)
    talk.restore(comment, by=request.user)
    toast(request, f"Undone. {brief(comment.text)} stands again.")
    return _answer(request, comment)


@require_POST
@reporter_required
def resolve_thread(request: DeskRequest, comment_id: int) -> HttpResponse:
    comment = _asked(comment_id)
    try:
        talk.resolve(comment, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return _answer(request, comment, status=409)
    undo = reverse("claims:reopen_thread", args=[comment.pk])
    toast(request, f"Resolved {brief(comment.text)}.", undo=undo)
    return _answer(request, comment)


@require_POST
@reporter_required
def reopen_thread(request: DeskRequest, comment_id: int) -> HttpResponse:
    comment = _asked(comment_id)
    try:
        talk.reopen(comment)
    except ClaimError as error:
        warn(request, str(error))
        return _answer(request, comment, status=409)
    toast(request, f"{brief(comment.text)} is open again.")
    return _answer(request, comment)


def _said_once(request: DeskRequest, say: Callable[[], Comment]) -> Comment:
    """However often the form comes; one that was removed since may be said again."""
    standing = Comment.objects.standing()
    return sendings.once(digest(request), among=standing, by=request.user, make=say)


def _asked(comment_id: int) -> Comment:
    return get_object_or_404(Comment.objects.for_page().with_claim(), pk=comment_id)


def _own(request: DeskRequest, comment_id: int) -> Comment:
    """Those of others are not there to be changed."""
    own = Comment.objects.said_by(request.user).for_page().with_claim()
    return get_object_or_404(own, pk=comment_id)


def _answer(request: DeskRequest, comment: Comment, *, status: int = 200) -> HttpResponse:
    """The thread as it is now, the focus on the comment."""
    if not request.htmx:
        return _back(request, comment)
    return _thread_answer(request, comment, focus=comment.pk, status=status)


def _back(request: DeskRequest, comment: Comment) -> HttpResponse:
    """To the comment on the page where the act was done, else on the page of its thread."""
    page = came_from(request)
    if page.partition("?")[0].endswith(PAGES):
        return redirect(f"{page}#comment-{comment.pk}")
    return redirect(comment)


def _refuse(
    request: DeskRequest, comment: Comment, *, reply_form: CommentForm, status: int = 422
) -> HttpResponse:
    if request.htmx:
        return _thread_answer(request, comment, reply_form=reply_form, status=status)
    start = _asked(comment.thread_key)
    context = _thread_of(request, start) | {"reply_form": reply_form}
    return render(request, "claims/thread.html", context, status=status)


def _thread_answer(
    request: DeskRequest, comment: Comment, *, status: int = 200, **shown: Any
) -> HttpResponse:
    start = _asked(comment.thread_key)
    [one] = threads.threads([start], reader=request.user)
    context = {"thread": one, "claim": start.claim, "is_swap": True, **shown}
    context["open_threads"] = start.claim.comments.open_threads().count()
    return fragment(request, "claims/_thread_swap.html", context, status=status)


def _section(
    request: DeskRequest, claim: Claim, *, status: int = 200, **shown: Any
) -> HttpResponse:
    talk_now = threads.of_claim(claim, reader=request.user)
    context = {"claim": claim_or_404(claim.pk), "talk": talk_now, **shown}
    return fragment(request, "claims/_comments.html", context, status=status)


def _all_of(request: DeskRequest, claim: Claim) -> dict[str, Any]:
    starts = claim.comments.threads().for_page()
    page = paging.page(starts, order=["-pk"], size=THREADS_A_PAGE, params=request.GET)
    shown = threads.threads(page.rows, reader=request.user)
    return {"claim": claim, "page": page, "talk": threads.Talk(threads=shown, has_more=False)}


def _thread_of(request: DeskRequest, start: Comment) -> dict[str, Any]:
    """The newest replies are the first page; on each the oldest stands on top."""
    replies = start.replies.for_page()
    page = paging.page(replies, order=["-pk"], size=REPLIES_A_PAGE, params=request.GET)
    first, *others = threads.said([start, *reversed(page.rows)], reader=request.user)
    shown = threads.Thread(start=first, replies=others, earlier=0)
    claim = claim_or_404(start.claim_id)
    return {"claim": claim, "thread": shown, "page": page, "is_whole": True}
