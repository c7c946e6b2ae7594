"""Feeds of the queue, by an address that says whose they are."""

from __future__ import annotations

import hashlib
import zoneinfo
from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import atom, feeds, house_names, queue_pages, view_counts
from claims.errors import NoFeed, SearchTooLong, TooManyFeeds
from claims.filters import NEWEST, QueueFilter
from claims.models import SavedView
from web.toasts import toast

ENTRIES = 50  # as many as a reader shows at once; the next are there when it asks again
WAIT_SECONDS = 60

Feed = Callable[..., HttpResponse]


def _for_their_reader(view: Feed) -> Callable[..., HttpResponse]:
    """Find who the token is of and answer in their zone; others learn nothing."""

    @wraps(view)
    def answered(request: HttpRequest, token: str, **keys: int) -> HttpResponse:
        try:
            person = feeds.person_of(token)
            house_names.refresh_if_old()  # nobody is signed in for whom it were done
            with timezone.override(zoneinfo.ZoneInfo(person.zone or settings.DESK_TIME_ZONE)):
                return view(request, person, **keys)
        except NoFeed as error:
            raise Http404("Nothing has this address.") from error
        except (TooManyFeeds, SearchTooLong) as error:
            status = 429 if isinstance(error, TooManyFeeds) else 503
            headers = {"Retry-After": str(WAIT_SECONDS)}
            return HttpResponse(str(error), "text/plain", status, headers=headers)

    return login_not_required(answered)


@require_safe
@_for_their_reader
def queue_feed(request: HttpRequest, person: User) -> HttpResponse:
    """What a query finds, which stands in the address as it does in that of the queue."""
    chosen = QueueFilter(request.GET, person=person)
    title, page = chosen.text or chosen.view.capitalize(), reverse("claims:queue") + chosen.address
    return _answer(request, chosen, title=title, identity=page, since=person.date_joined)


@require_safe
@_for_their_reader
def view_feed(request: HttpRequest, person: User, view_id: int) -> HttpResponse:
    """A saved view that they see: their own, or shared."""
    view = get_object_or_404(SavedView.objects.seen_by(person), pk=view_id)
    chosen = view_counts.choice(view, reader=person)
    place = f"{reverse('claims:saved_views')}#view-{view.pk}"
    return _answer(request, chosen, title=view.name, identity=place, since=view.made_at)


@require_safe
@member_required
def my_feed(request: DeskRequest) -> HttpResponse:
    """To the feed of the same query, by the address that lets a reader in."""
    chosen = QueueFilter(request.GET, person=request.user)
    feed = reverse("claims:queue_feed", args=[feeds.token_of(request.user)])
    return redirect(feed + chosen.address)


@require_POST
@member_required
def renew_feeds(request: DeskRequest) -> HttpResponse:
    feeds.renew(by=request.user)
    toast(
        request, "All old addresses of your feeds are closed. The new ones stand beside each view."
    )
    return redirect("claims:saved_views")


def _answer(
    request: HttpRequest, chosen: QueueFilter, *, title: str, identity: str, since: datetime
) -> HttpResponse:
    found = queue_pages.listed(chosen, size=ENTRIES, params={}, order=NEWEST[chosen.view])
    head = atom.Head(
        title=title,
        told=" ".join([f"{title}.", *(one.sentence for one in found.complaints)]),
        page=request.build_absolute_uri(reverse("claims:queue") + chosen.address),
        feed=request.build_absolute_uri(),
        identity=request.build_absolute_uri(identity),
        since=since,
    )
    written = atom.write(found.page.rows, head, absolute=request.build_absolute_uri)
    response = HttpResponse(written, content_type=atom.MEDIA_TYPE)
    patch_cache_control(response, private=True, max_age=WAIT_SECONDS)
    etag = f'"{hashlib.sha256(written.encode()).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
