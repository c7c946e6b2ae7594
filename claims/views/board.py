"""The story board: the whole story as claims by outlets, and what a cell opens and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh, push_url

from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from articles import reads
from articles.models import Story
from claims import board as boards
from claims import board_csv as csv_file
from claims import board_pages, cells, matches, open_figures, progress, timeline
from claims.board import Board, Row
from claims.board_form import BoardForm
from claims.candidates import Candidate
from claims.cells import Cell
from claims.errors import ClaimError
from claims.link_forms import SENTENCES, LinkForm
from claims.models import Claim
from claims.phrases import LINKED_AS
from claims.views.links import GONE, undo_url
from claims.views.lookups import claim_or_404
from web.fragments import fragment
from web.referrer import came_from
from web.toasts import brief, toast, warn

# Two screens of rows; `./desk bench board` tells what a page of them costs.
ROWS_AT_FIRST = 25
ARTICLES_AT_FIRST = 40


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of the table as it is shown; `opened` is the cell whose quote stands below it."""

    row: Row
    cells: list[Cell]
    opened: Cell | None = None
    candidate: Candidate | None = None  # what the opened cell's mention is


@require_safe
@member_required
def story(request: DeskRequest, slug: str) -> HttpResponse:
    """The board; `?all` shows rows and articles beyond the first, `?open` a cell's quote.

    Of very many cells `?all` shows `?page`, so that no address keeps the server for minutes.
    """
    story = get_object_or_404(Story, slug=slug)
    board = boards.of_story(story, is_whole=_is_whole(request))
    form = BoardForm(request.GET, board)
    context = _matrix(request, form.arranged, form)
    if request.htmx:
        return push_url(
            fragment(request, "claims/_board_swap.html", context), request.get_full_path()
        )
    figures, articles = open_figures.of_story(story), board.articles
    shown = articles if _is_whole(request) else articles[:ARTICLES_AT_FIRST]
    return render(
        request,
        "claims/board.html",
        context
        | {"row": progress.of_board(board, disagreeing=len(figures)), "figures": figures}
        | {"timeline": timeline.draw(board.shown), "articles": shown}
        | {"corrected": reads.corrected_since(story, reader=request.user)}
        | {"more_articles": len(articles) - len(shown)},
    )


@require_safe
@member_required
def board_csv(request: DeskRequest, slug: str) -> StreamingHttpResponse:
    """All rows of the same choice as the screen's, in its order."""
    board = boards.of_story(get_object_or_404(Story, slug=slug), is_whole=True)
    form = BoardForm(request.GET, board)
    lines = csv_file.lines(form.arranged, form.rows())
    name = f'attachment; filename="{slug}.csv"'
    return StreamingHttpResponse(
        lines, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": name}
    )


@require_safe
@member_required
def cell(request: DeskRequest, claim_id: int, outlet_id: int) -> HttpResponse:
    """What an outlet says of a claim's point, below its row; without htmx the board with it."""
    claim = get_object_or_404(Claim.objects.active().select_related("story"), pk=claim_id)
    board, row = boards.row_of(claim, is_whole=_is_whole(request) or not request.htmx)
    (line,) = _lines(board, [row], opened=f"{row.key}-{outlet_id}")
    if line.opened is None:
        raise Http404("The outlet has no article in the story.")
    if request.htmx:
        return fragment(request, "claims/_opened.html", {"line": line, "board": board})
    key = line.opened.key
    return redirect(f"{claim.story.get_absolute_url()}?all&open={key}#cell-{key}")


@require_POST
@reporter_required
def link_cell(request: DeskRequest, claim_id: int, outlet_id: int) -> HttpResponse:
    """Mark the sentence that probably says it and link it, or say that it is not a match."""
    claim = claim_or_404(claim_id)
    form = LinkForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["sentence"]:
        warn(request, GONE)
        return row_answer(request, claim, outlet_id, status=422)
    try:
        has_merged = _settle(request, claim, form)
    except ClaimError as error:
        warn(request, str(error))
        return row_answer(request, claim, outlet_id, status=409)
    if has_merged and request.htmx:
        return HttpResponseClientRefresh()
    return row_answer(request, claim, outlet_id)


def _settle(request: DeskRequest, claim: Claim, form: LinkForm) -> bool:
    """Do what the form says; whether the claim's row has taken in another one on the board."""
    sentence, by = form.cleaned_data["sentence"], request.user
    if form.link_kind is None:
        matches.dismiss_at_point(claim, sentence, by=by)
        undo = reverse("claims:undo_cell", args=[claim.pk, sentence.pk])
        toast(request, f"Not a match: {brief(sentence.words)}.", undo=undo)
        return False
    before = Claim.objects.sharing_point_with(claim).count()
    act, marked = matches.mark_and_link(claim, sentence, kind=form.link_kind, by=by)
    undo = undo_url(act, claim, marked=marked)
    toast(request, f"Linked {LINKED_AS[form.link_kind]}: {brief(sentence.words)}.", undo=undo)
    claim.refresh_from_db(fields=["cluster"])
    return Claim.objects.sharing_point_with(claim).count() > before + 1


@require_POST
@reporter_required
def undo_cell(request: DeskRequest, claim_id: int, sentence_id: int) -> HttpResponse:
    """The sentence may be found again for every claim of the point."""
    claim = claim_or_404(claim_id)
    sentence = get_object_or_404(SENTENCES, pk=sentence_id)
    try:
        matches.undo_dismissal_at_point(claim, sentence, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
    else:
        toast(request, f"Undone. {brief(sentence.words)} may be found again.")
    return row_answer(request, claim, sentence.revision.article.outlet_id)


def row_answer(
    request: DeskRequest, claim: Claim, outlet_id: int, *, status: int = 200
) -> HttpResponse:
    """The claim's row as it is now, with the focus on the outlet's cell; where somebody removed the
    claim, the page anew."""
    if not request.htmx:
        return redirect(came_from(request) or claim.story)
    claim.refresh_from_db(fields=["cluster", "removed_at"])
    if claim.is_removed:
        return HttpResponseClientRefresh()
    board, row = boards.row_of(claim, is_whole=_is_whole(request))
    board = BoardForm(_of_page(request), board).arranged
    (line,) = _lines(board, [row])
    focus = next((one.key for one in line.cells if one.outlet.pk == outlet_id), "")
    context = {"line": line, "focus": focus, "board": board, "open_from": "?"}
    return fragment(request, "claims/_board_row.html", context, status=status)


def _matrix(request: DeskRequest, board: Board, form: BoardForm) -> dict[str, Any]:
    rows, opened = form.rows(), request.GET.get("open", "")
    number = request.GET.get("page", "")
    page = board_pages.page(rows, outlets=len(board.shown), asked=number, opened=opened)
    shown = page.rows if _is_whole(request) else rows[:ROWS_AT_FIRST]
    return {
        "board": board,
        "story": board.story,
        "form": form,
        "lines": _lines(board, shown, opened=opened),
        "page": page if _is_whole(request) else None,
        "count": len(rows),
        "open_from": _open_from(request),
        "more": 0 if _is_whole(request) else len(rows) - len(shown),
    }


def _is_whole(request: DeskRequest) -> bool:
    """All rows, columns and articles are asked for, here or by the page that asks for a part."""
    return "all" in request.GET or "all" in _of_page(request)


def _of_page(request: DeskRequest) -> QueryDict:
    """What the address of the page says that asks for a part of itself."""
    return QueryDict(urlsplit(request.htmx.current_url or "").query)


def _open_from(request: DeskRequest) -> str:
    """The page's address up to where a cell's key goes, so that an opened quote keeps the rest."""
    kept = request.GET.copy()
    kept.pop("open", None)
    return f"?{kept.urlencode()}&" if kept else "?"


def _lines(board: Board, rows: list[Row], *, opened: str = "") -> list[Line]:
    lines = []
    for row, found in zip(rows, cells.fill(board, rows), strict=True):
        chosen = next((cell for cell in found if cell.key == opened), None)
        candidate = cells.candidate(chosen) if chosen else None
        lines.append(Line(row=row, cells=found, opened=chosen, candidate=candidate))
    return lines
