"""One fetch: the address, where it leads, and the words that are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import httpcore

from articles.fetching.deadline import Deadline
from articles.fetching.errors import (
    BrokenOff,
    FetchError,
    Forbidden,
    Gone,
    Later,
    NotAPage,
    NotFetchable,
    TooLarge,
    TooManyRedirects,
    TooSlow,
)
from articles.fetching.network import CheckedNetwork
from articles.fetching.reach import WANTED, Reach, Target
from articles.fetching.unpacking import Damaged, UnknownPacking, unpacked

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
# Not asked for, so that who has both sends the page; but taken, as far as they can be an article.
FILE_TYPES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/json", "application/ld+json", "application/vnd.iptc.ninjs+json",
    "application/xml", "text/xml", "application/vnd.iptc.g2.newsitem+xml",
    "application/vnd.iptc.g2.newsmessage+xml", "application/nitf+xml", "application/vnd.nitf+xml",
    "text/vnd.iptc.nitf", "text/vnd.iptc.newsml", "message/rfc822", "text/csv",
    "text/tab-separated-values", "application/zip", "application/x-zip-compressed",
    "application/octet-stream", "binary/octet-stream",
)  # fmt: skip
FEED_TYPES: tuple[str, ...] = ()  # any: feeds are served as all sorts of things
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_CHANGED = 304
USER_AGENT = "FactDesk/0.1"
AS_THEY_ARE = "!$%&'(),*+/:;=?@[]~"  # of an address; all else travels as UTF-8 with per cent signs
TYPE_LENGTH = 60  # characters of a media type that are told to people


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one fetch may take in all: seconds of the clock, bytes once unpacked, redirects."""

    seconds: float = 10.0
    most_bytes: int = 5_000_000
    redirects: int = 5


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What stood at an address. `is_unchanged`: the site says it is what was fetched before."""

    url: str  # where the redirects led
    body: bytes = b""
    media_type: str = ""  # with the charset, as the header Content-Type says it
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


@dataclass(frozen=True, kw_only=True)
class _Fetching:
    reach: Reach
    limits: Limits
    deadline: Deadline
    headers: list[tuple[str, str]]
    taken: frozenset[str]
    visited: list[str] = field(default_factory=list)


def fetch(
    url: str,
    *,
    reach: Reach | None = None,
    limits: Limits | None = None,
    types: tuple[str, ...] = PAGE_TYPES,
    also: tuple[str, ...] = (),
    user_agent: str = USER_AGENT,
    etag: str = "",
    last_modified: str = "",
) -> Fetched:
    """What is at the address, following redirects. Raises FetchError.

    `types` are the media types that are asked for and taken, none for any; those in `also` are
    taken where a site has nothing else. `etag` and `last_modified` are those
    of the last fetch: the site may then answer that nothing has changed.
    """
    limits = limits or Limits()
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = [
        ("User-Agent", user_agent.encode("ascii", "ignore").decode()),
        ("Accept", ", ".join([*types, "*/*;q=0.1"])),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
        *((name, value) for name, value in asked.items() if value and value.isascii()),
    ]
    fetching = _Fetching(
        reach=reach or Reach(),
        limits=limits,
        deadline=Deadline(limits.seconds),
        headers=headers,
        taken=frozenset(types + also if types else ()),
    )
    return _follow(fetching, url)


def _follow(fetching: _Fetching, url: str) -> Fetched:
    url = _joined("", url)
    while True:
        target = fetching.reach.target(url)
        fetching.deadline.host = target.host
        is_loop = url in fetching.visited
        if is_loop or len(fetching.visited) > fetching.limits.redirects:
            raise TooManyRedirects(target.host, fetching.limits.redirects, is_loop=is_loop)
        fetching.visited.append(url)
        try:
            answer = _ask(fetching, url, target)
        except httpcore.TimeoutException as error:
            raise TooSlow(target.host, fetching.limits.seconds) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, Damaged) as error:
            raise BrokenOff(target.host) from error
        except UnknownPacking as error:
            raise NotAPage(f"something packed as {str(error)[:TYPE_LENGTH]}") from error
        if isinstance(answer, Fetched):
            return answer
        url = answer


def _ask(fetching: _Fetching, url: str, target: Target) -> Fetched | str:
    """What is there, or where it leads on."""
    network = CheckedNetwork(fetching.reach, fetching.deadline)
    safe = fetching.reach.authorities() if target.scheme == "https" else None
    with (
        httpcore.ConnectionPool(ssl_context=safe, network_backend=network) as pool,
        pool.stream("GET", _request(url, target), headers=fetching.headers) as response,
    ):
        headers = {_text(name).lower(): _text(value) for name, value in response.headers}
        if response.status in REDIRECTS and "location" in headers:
            return _joined(url, headers["location"])
        if response.status == NOT_CHANGED:
            return Fetched(url=url, is_unchanged=True)
        if response.status != 200:
            raise _refusal(response.status, headers.get("retry-after", ""))
        _refuse_type(headers.get("content-type", ""), fetching.taken)
        return Fetched(
            url=url,
            body=_body(response.iter_stream(), headers, fetching),
            media_type=headers.get("content-type", ""),
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
        )


def _joined(url: str, to: str) -> str:
    """The address that `to` is on the page at `url`, without fragment. Raises NotFetchable."""
    try:
        return urldefrag(urljoin(url, to)).url
    except ValueError as error:  # of brackets
        raise NotFetchable(WANTED) from error


def _request(url: str, target: Target) -> httpcore.URL:
    """With the host as it was checked."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return httpcore.URL(
        scheme=target.scheme,
        host=target.host,
        port=target.port,
        target=quote((parts.path or "/") + query, safe=AS_THEY_ARE),
    )


def _text(header: bytes) -> str:
    try:
        return header.decode().strip()
    except UnicodeDecodeError:
        return header.decode("latin-1").strip()


def _body(pieces: Iterator[bytes], headers: dict[str, str], fetching: _Fetching) -> bytes:
    most, host = fetching.limits.most_bytes, fetching.deadline.host
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise TooLarge(host, most)
    body = bytearray()
    for piece in unpacked(_counted(pieces, most, host), headers.get("content-encoding", "")):
        body += piece
        fetching.deadline.check()
        if len(body) > most:
            raise TooLarge(host, most)
    return bytes(body)


def _counted(pieces: Iterator[bytes], most: int, host: str) -> Iterator[bytes]:
    """The pieces as sent: a packed nothing of any length is too large as well."""
    count = 0
    for piece in pieces:
        count += len(piece)
        if count > most:
            raise TooLarge(host, most)
        yield piece


def _refuse_type(media_type: str, taken: frozenset[str]) -> None:
    kind = media_type.partition(";")[0].strip().lower()
    if kind and taken and kind not in taken:
        raise NotAPage(kind[:TYPE_LENGTH])


def _refusal(status: int, retry_after: str) -> FetchError:
    if status in {404, 410}:
        return Gone(status)
    if status < 400:  # of success but without words, or a redirect to nowhere
        return NotAPage("no page")
    if status == 429 or status >= 500:
        return Later(status, _seconds(retry_after))
    return Forbidden(status)


def _seconds(retry_after: str) -> float | None:
    """Of the header Retry-After, which gives seconds or a moment; None for neither."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        at = parsedate_to_datetime(retry_after)
    except (ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
