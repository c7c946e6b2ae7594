"""Reading a feed: RSS, Atom or JSON Feed. What its clock says is believed only where it can be."""

from __future__ import annotations

import html
import json
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import feedparser
from django.core.exceptions import SuspiciousOperation
from django.utils.dateparse import parse_datetime
from django.utils.html import strip_tags

from articles import addresses
from articles.addresses import BadAddress
from articles.errors import ArticleError
from articles.fetching import Fetched

ENTRIES_MOST = 500  # of one poll, from the top, where feeds have their newest
GUID_LENGTH, TITLE_LENGTH, SUMMARY_LENGTH, NAME_LENGTH = 500, 500, 1_000, 200  # code points
AHEAD = timedelta(minutes=10)  # by which a feed's clock may be fast; more is a mistake
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)  # no feed is older; 1970 is a clock that was never set

TAG = re.compile(r"<[^<>]*>")


class NoFeed(ArticleError):
    """It is neither RSS nor Atom nor JSON Feed."""

    def __init__(self) -> None:
        super().__init__("This is no feed: look for its address on the outlet’s pages.")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An article that a feed points to. `guid` tells it from all others of the feed."""

    guid: str
    url: str
    title: str
    summary: str = ""
    source_name: str = ""  # whom the feed names as the one it has it from
    published_at: datetime | None = None  # None when it says nothing, or nothing that can be


def read(body: bytes, *, now: datetime, at: str = "") -> list[Entry]:
    """The entries with an address and a title, each guid once, as the feed has them. Raises NoFeed.

    `at` is its address, from which its short ones lead on. Times before OLDEST or more than AHEAD
    after `now` are dropped.
    """
    found = _of_json(body) if body.lstrip()[:1] == b"{" else _of_xml(body, at)
    entries: dict[str, Entry] = {}
    for one in found:
        entry = _entry(one, now)
        if entry and len(entries) < ENTRIES_MOST:
            entries.setdefault(entry.guid, entry)
    return list(entries.values())


def of(fetched: Fetched, *, now: datetime) -> list[Entry]:
    """The entries of what was fetched; raises as `read` does."""
    return read(fetched.body, now=now, at=fetched.url)


def _of_xml(body: bytes, at: str) -> Iterator[dict[str, Any]]:
    """In the words of JSON Feed."""
    # As a stream: bytes alone would be tried as the name of a file first.
    feed = feedparser.parse(
        BytesIO(body), response_headers={"content-location": at}, sanitize_html=False
    )
    if not feed.get("version"):
        raise NoFeed
    for entry in feed.entries:
        moment = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
        yield {
            "id": entry.get("id"),
            "url": entry.get("link"),
            "title": entry.get("title"),
            "summary": entry.get("summary"),
            "source": (entry.get("source") or {}).get("title"),
            "date_published": _moment(moment) if moment else None,
        }


def _of_json(body: bytes) -> Iterator[dict[str, Any]]:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NoFeed from error
    is_feed = str(feed.get("version", "")).startswith("https://jsonfeed.org/version/")
    items = feed.get("items")
    if not is_feed or not isinstance(items, list):
        raise NoFeed
    for item in items:
        if isinstance(item, Mapping):
            plain = item.get("summary") or item.get("content_text") or item.get("content_html")
            published = item.get("date_published") or item.get("date_modified")
            yield {
                "id": item.get("id"),
                "url": item.get("url") or item.get("external_url"),
                "title": item.get("title"),
                "summary": plain,
                "date_published": _written(published),
            }


def _entry(one: dict[str, Any], now: datetime) -> Entry | None:
    title = _words(one["title"], TITLE_LENGTH) or _words(one["summary"], TITLE_LENGTH)
    try:
        url = addresses.canonical(str(one["url"] or ""))
    except BadAddress:
        return None
    published = one["date_published"]
    if published and not OLDEST <= published <= now + AHEAD:
        published = None
    if not title:
        return None
    return Entry(
        guid=_words(one["id"], GUID_LENGTH) or url[:GUID_LENGTH],
        url=url,
        title=title,
        summary=_words(one["summary"], SUMMARY_LENGTH),
        source_name=_words(one.get("source"), NAME_LENGTH),
        published_at=published,
    )


def _words(value: object, length: int) -> str:
    """On one line, without markup and NUL."""
    if not isinstance(value, str | int):
        return ""
    text = html.unescape(_without_tags(str(value)[: length * 20]))
    kept = text.replace("\0", "").encode("utf-8", "ignore").decode()  # without half a letter
    return " ".join(kept.split())[:length]


def _without_tags(text: str) -> str:
    """What stands between them; of markup that cannot be read, only plain tags are left out."""
    try:
        return strip_tags(text)
    except (SuspiciousOperation, AssertionError):  # of hundreds of “<”, and of “<![x”
        return TAG.sub("", text)


def _moment(parts: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parts), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _written(value: object) -> datetime | None:
    try:
        at = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at and at.tzinfo is None else at
