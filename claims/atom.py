"""Claims as an Atom feed, the newest first. Source: RFC 4287.

A claim that waits again, or has another verdict, is another entry: readers show it as new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from claims.models import Claim
from web.toasts import brief

MEDIA_TYPE = "application/atom+xml; charset=utf-8"


def write(
    claims: Iterable[Claim], *, title: str, page: str, feed: str, absolute: Callable[[str], str]
) -> str:
    """`page` and `feed` are whole addresses; `absolute` makes one of a path of the desk."""
    written = Atom1Feed(
        title=f"{title} · Fact Desk",
        link=page,
        description=title,
        feed_url=feed,
        feed_guid=page,
    )
    for claim in claims:
        address = absolute(claim.get_absolute_url())
        written.add_item(
            title=f"{claim.status_words}: {brief(claim.statement or claim.quote)}",
            link=address,
            description=_words(claim),
            unique_id=f"{address}#{int(_moved(claim).timestamp())}",
            updateddate=_moved(claim),
            pubdate=claim.marked_at,
            author_name=str(claim.outlet),
        )
    return written.writeString("utf-8")


def _moved(claim: Claim) -> datetime:
    """When it came to wait, or was decided, whichever is why it is listed."""
    if claim.waiting_since:
        return claim.waiting_since
    return claim.current_verdict.decided_at if claim.current_verdict else claim.marked_at


def _words(claim: Claim) -> str:
    """Readers take it for HTML, so the article's words are escaped once more than XML asks."""
    said = f" says {claim.attribution}," if claim.attribution else ""
    return escape(f"“{claim.quote}”{said} {claim.outlet}, in {claim.story}.")
