"""The inbox: what feeds announced, accepted into a story or ignored, one by one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles import inbox as inbox_desk
from articles.errors import ArticleError
from articles.inbox_filters import InboxFilter
from articles.models import FeedItem, Story
from articles.views.imports import around
from web import paging
from web.fragments import fragment
from web.toasts import brief, toast, warn

ITEMS_A_PAGE = 50
STORIES_SHOWN = 100  # to accept into, the newest
CHOSEN = "chosen"


@require_safe
@reporter_required
def inbox(request: DeskRequest) -> HttpResponse:
    context = _list_of(request)
    if request.htmx:
        return fragment(request, "articles/_inbox.html", context)
    return render(request, "articles/inbox.html", context | around(request))


@require_POST
@reporter_required
def decide(request: DeskRequest) -> HttpResponse:
    """`accept` or `ignore` is an item's key, or CHOSEN for those that are ticked."""
    act = "ignore" if "ignore" in request.POST else "accept"
    keys = _keys(request, act)
    status = 200
    try:
        _do(request, act, keys)
    except ArticleError as error:
        warn(request, str(error))
        status = 409
    if not request.htmx:
        return redirect(_address(request))
    context = _list_of(request, after=keys)
    return fragment(request, "articles/_inbox.html", context, status=status)


def _keys(request: DeskRequest, act: str) -> list[int]:
    one = request.POST.get(act, "")
    given = request.POST.getlist("item") if one == CHOSEN else [one]
    return [int(key) for key in given if key.isdecimal() and len(key) < 10]


def _do(request: DeskRequest, act: str, keys: Sequence[int]) -> None:
    if not keys:
        raise ArticleError("Tick at least one item first.")
    if act == "ignore":
        items = inbox_desk.ignore(keys, by=request.user)
        said = "Ignored"
    else:
        story = Story.objects.at(request.POST.get("story", ""))
        if story is None:
            raise ArticleError("Choose the story first, above the list.")
        items = inbox_desk.accept(keys, story=story, by=request.user)
        said = f"Accepted into {brief(story.title)}:"
    words = brief(items[0].title) if len(items) == 1 else f"{len(items)} items"
    undo = reverse("articles:inbox_undo", args=["-".join(str(item.pk) for item in items)])
    toast(request, f"{said} {words}.", undo=undo)


@require_POST
@reporter_required
def inbox_undo(request: DeskRequest, keys: str) -> HttpResponse:
    numbers = [int(key) for key in keys.split("-") if key.isdecimal() and len(key) < 10]
    count = inbox_desk.undo(numbers, by=request.user)
    if count:
        toast(request, f"Undone. {'It is' if count == 1 else f'{count} items are'} new again.")
    else:
        warn(request, "It has been fetched already, and stays where it is.")
    return redirect("articles:inbox")


def _list_of(request: DeskRequest, *, after: Sequence[int] = ()) -> dict[str, Any]:
    """A page of the list. `after` are items that have left it: the focus goes to the next."""
    chosen = InboxFilter(request.GET)
    page = paging.page(
        chosen.items, order=["-dated_at", "-pk"], size=ITEMS_A_PAGE, params=request.GET
    )
    gone = FeedItem.objects.last_of(after) if after else None
    later = [row for row in page.rows if gone and (row.dated_at, row.pk) < (gone.dated_at, gone.pk)]
    focused = (later or page.rows[-1:] or [None])[0] if after else None
    return {
        "chosen": chosen,
        "page": page,
        "stories": Story.objects.newest(STORIES_SHOWN),
        "story_slug": request.POST.get("story") or request.GET.get("story", ""),
        "focus": focused.pk if focused else None,
        "has_acted": bool(after),
    }


def _address(request: DeskRequest) -> str:
    """The list as it was, with the story that was chosen."""
    query = request.GET.copy()
    if story := request.POST.get("story"):
        query["story"] = story
    return f"{reverse('articles:inbox')}{'?' if query else ''}{query.urlencode()}"
