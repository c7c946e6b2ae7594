"""Import: text or files in, the drafts that wait, the preview of one."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles import batches, drafts, previews, uploads
from articles.errors import AlreadyImported, ArticleError, NewVersion
from articles.extraction import ExtractionError
from articles.formats.files import LISTED
from articles.models import Article, Draft, FeedItem, Revision, Story, Table
from articles.previews import Preview
from web import paging
from web.sent_forms import digest
from web.toasts import brief, toast

DRAFTS_A_PAGE = 100
TABLES_MOST = 20  # that wait, on one page
KEY_DIGITS = 18  # of a key in the database; Python reads no number of thousands
NO_FILES = "Choose at least one file."


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def import_(request: DeskRequest) -> HttpResponse:
    refusal, text = "", request.POST.get("text", "")
    if request.method == "POST":
        try:
            paste = partial(drafts.paste, text, at=timezone.now(), story=_story(request))
            waiting, by = Draft.objects.all(), request.user
            make = partial(paste, by=by)
            draft = sendings.once(digest(request), among=waiting, by=by, make=make)
        except ExtractionError as error:
            refusal = str(error)
        else:
            return redirect(draft)
    context = {"text": text, "refusal": refusal, **around(request)}
    return render(request, "articles/import.html", context, status=422 if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def import_files(request: DeskRequest) -> HttpResponse:
    refused: list[tuple[str, str]] = []
    if request.method == "POST":
        files = request.FILES.getlist("files")
        at = batches.moment(request.POST.get("batch", ""))
        sent, story = digest(request), _story(request)
        read, refused = uploads.read_once(files, sent=sent, by=request.user, at=at, story=story)
        batches.note_refused(request.session, at, refused)
        if read:
            is_alone = len(files) == len(read) == 1 and not refused
            return redirect(read[0]) if is_alone else redirect("articles:draft_list")
        refused = refused or [("", NO_FILES)]
    context = {
        "refused": refused,
        "batch": batches.stamp(timezone.now()),
        "endings": LISTED,
        **around(request),
    }
    return render(request, "articles/import_files.html", context, status=422 if refused else 200)


@require_safe
@reporter_required
def draft_list(request: DeskRequest) -> HttpResponse:
    page = paging.page(
        Draft.objects.open_for(request.user).for_list(),
        order=["created_at", "pk"],
        size=DRAFTS_A_PAGE,
        params=request.GET,
    )
    context = {
        "page": page,
        "tables": Table.objects.of(request.user).for_list()[:TABLES_MOST],
        "refused": batches.refused(request.session),
        **around(request),
    }
    return render(request, "articles/draft_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@reporter_required
def draft(request: DeskRequest, draft_id: int) -> HttpResponse:
    draft = get_object_or_404(Draft.objects.of(request.user), pk=draft_id)
    if request.method != "POST":
        return _preview(request, previews.of(draft, by=request.user))
    preview = previews.of(draft, by=request.user, posted=request.POST)
    if "keep_all" in request.POST:
        numbers = [line.number for line in preview.lines]
        drafts.remember(draft, fields=preview.form.typed(), kept=numbers)
        return redirect(draft)
    return _save(request, preview)


def _save(request: DeskRequest, preview: Preview) -> HttpResponse:
    draft, form = preview.draft, preview.form
    try:
        if form.is_valid():
            revision = drafts.save(
                draft,
                details=form.cleaned_data,
                kept=preview.kept_places,
                by=request.user,
                announced=_announced(request),
            )
            return _go_on(request, revision, preview.place.next_id)
    except NewVersion as error:
        return _preview(request, preview, refusal=str(error))
    except AlreadyImported as error:
        return _preview(request, preview, known_id=error.article_id, refusal=str(error))
    except ArticleError as error:
        form.add_error(None, str(error))
    drafts.remember(draft, fields=form.typed(), kept=preview.kept)
    return _preview(request, preview)


def _announced(request: DeskRequest) -> int | None:
    """Of which article the page said that this is a new version."""
    key = request.POST.get("version_of", "")
    return int(key) if key.isdecimal() and len(key) <= KEY_DIGITS else None


def _go_on(request: DeskRequest, revision: Revision, next_id: int | None) -> HttpResponse:
    """To the next draft of the batch, else to what was saved."""
    article, number = revision.article, revision.number
    saved = "Saved" if number == 1 else f"Saved revision {number} of"
    toast(request, f"{saved} {brief(article.headline)}.")
    return redirect("articles:draft", next_id) if next_id else redirect(article)


def _preview(
    request: DeskRequest, preview: Preview, *, known_id: int | None = None, refusal: str = ""
) -> HttpResponse:
    known_id = known_id or preview.draft.article_id
    context = {
        "preview": preview,
        "form": preview.form,
        "refusal": refusal,
        "known": Article.objects.for_list().get(pk=known_id) if known_id else None,
    }
    status = 409 if refusal else 422 if preview.form.errors else 200
    return render(request, "articles/draft.html", context, status=status)


@require_POST
@reporter_required
def discard(request: DeskRequest, draft_id: int) -> HttpResponse:
    draft = get_object_or_404(Draft.objects.of(request.user), pk=draft_id)
    next_id = previews.place_of(draft).next_id
    drafts.discard(draft)
    toast(request, f"Discarded {brief(str(draft))}. Nothing was saved.")
    if "from_list" in request.POST:
        return redirect("articles:draft_list")
    return redirect("articles:draft", next_id) if next_id else redirect("articles:import")


def _story(request: DeskRequest) -> Story | None:
    """The story one comes from, to import into it."""
    slug = request.POST.get("story", "") or request.GET.get("story", "")
    return Story.objects.at(slug)


def around(request: DeskRequest) -> dict[str, Any]:
    """What every page of the import shows beside its own."""
    waiting = Draft.objects.open_for(request.user).count() + Table.objects.of(request.user).count()
    return {"story": _story(request), "waiting": waiting, "new_items": FeedItem.objects.new_count()}
