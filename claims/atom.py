"""Claims as an Atom feed, the newest first. Source: RFC 4287.

A claim that waits again, or has another verdict, is another entry: readers show it as new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from claims.models import Claim
from web.toasts import brief

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
# What no XML may hold, as texts made of old files do. Source: XML 1.0, section 2.2.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Head:
    """Whole addresses: of the page, of the feed, and `identity`, which no change of either moves.

    `since` is when the feed was last another while nothing is in it; `told` is what a reader should
    know of it.
    """

    title: str
    told: str
    page: str
    feed: str
    identity: str
    since: datetime


class _Feed(Atom1Feed):
    """An empty one is as old as it is, so that who has it need not get it again."""

    since: datetime

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else self.since


def write(claims: Iterable[Claim], head: Head, *, absolute: Callable[[str], str]) -> str:
    """`absolute` makes a whole address of a path of the desk."""
    written = _Feed(
        title=_readable(f"{head.title} · Fact Desk"),
        link=head.page,
        description=None,
        subtitle=_readable(head.told),
        feed_url=head.feed,
        feed_guid=head.identity,
    )
    written.since = head.since
    for claim in claims:
        address = absolute(claim.get_absolute_url())
        written.add_item(
            title=_readable(f"{claim.status_words}: {brief(claim.statement or claim.quote)}"),
            link=address,
            description=_readable(_words(claim)),
            unique_id=f"{address}#{int(_moved(claim).timestamp())}",
            updateddate=_moved(claim),
            pubdate=claim.marked_at,
            author_name=_readable(str(claim.outlet)),
        )
    return written.writeString("utf-8")


def _readable(words: str) -> str:
    return _NO_CHARACTER.sub(" ", words)


def _moved(claim: Claim) -> datetime:
    """When it came to wait, or was decided, whichever is why it is listed."""
    if claim.waiting_since:
        return claim.waiting_since
    return claim.current_verdict.decided_at if claim.current_verdict else claim.marked_at


def _words(claim: Claim) -> str:
    """Readers take it for HTML, so the article's words are escaped once more than XML asks."""
    said = f" says {claim.attribution}," if claim.attribution else ""
    return escape(f"“{claim.quote}”{said} {claim.outlet}, in {claim.story}.")
