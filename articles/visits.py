"""Visits of the worker to the web, as the settings say. Nothing that answers a page calls this."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings

from articles.fetching import FEED_TYPES, FILE_TYPES, Fetched, Limits, Reach, fetch


def visit(url: str) -> Fetched:
    """The page at the address, or a file of a kind that articles come in; raises FetchError."""
    return fetch(
        url,
        reach=reach(),
        limits=Limits(seconds=settings.FETCH_SECONDS),
        also=FILE_TYPES,
        user_agent=settings.FETCH_USER_AGENT,
    )


def visit_feed(url: str, *, etag: str, last_modified: str) -> Fetched:
    """What is at the address, of any kind, if it is not what it was; raises FetchError."""
    return fetch(
        url,
        reach=reach(),
        limits=Limits(seconds=settings.FETCH_SECONDS),
        types=FEED_TYPES,
        user_agent=settings.FETCH_USER_AGENT,
        etag=etag,
        last_modified=last_modified,
    )


def refuse(url: str) -> None:
    """Raise FetchError for an address that is never visited. Looks nothing up."""
    reach().target(url)


def reach() -> Reach:
    return Reach(
        ports=frozenset(settings.FETCH_PORTS),
        also=frozenset(map(ip_address, settings.FETCH_ALSO)),
    )
