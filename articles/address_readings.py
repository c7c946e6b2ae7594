"""Reading what the worker found at an address: a page, or a file of any kind that is read."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from articles import addresses, formats
from articles.addresses import BadAddress
from articles.errors import ArticleError
from articles.extraction import ExtractionError, Found

if TYPE_CHECKING:
    from articles.extraction import Page
    from articles.fetching import Fetched
    from articles.formats import Reading
    from articles.formats.files import Withdrawal

WHERE = "from where it was fetched"


class SeveralAtAddress(ArticleError):
    """A file of several articles, where one was looked for."""

    def __init__(self) -> None:
        super().__init__(
            "This address holds a file of several articles: download it and import it under Files."
        )


def read(fetched: Fetched) -> Reading:
    """The one article at the address, known by an address of that site; or what it takes back.

    Raises ExtractionError when there is neither, SeveralAtAddress.
    """
    name = "" if "html" in fetched.media_type else file_name(fetched.url)
    found = formats.readings(fetched.body, file_name=name, media_type=fetched.media_type)
    reading, *others = islice(found, 2)
    if others:
        raise SeveralAtAddress
    if reading.withdraws:
        own = _of_its_own_site(reading.withdraws, fetched.url)
        return replace(reading, withdraws=own)
    if reading.page is None:
        raise ExtractionError(reading.refusal)
    url = _address(reading.page, fetched.url)
    return replace(reading, page=replace(reading.page, url=url))


def file_name(url: str) -> str:
    """What the address calls the file that stands there; of a page that says little."""
    return PurePosixPath(unquote(urlsplit(url).path)).name


def _address(page: Page, url: str) -> Found:
    """What the page calls its address, unless that is another site's, which anybody can say."""
    said = _said(page.url.value, url) if page.url else ""
    if page.url is None or not said:
        return Found(addresses.canonical(url), WHERE)
    return replace(page.url, value=said)


def _of_its_own_site(withdrawal: Withdrawal, url: str) -> Withdrawal:
    """Nobody takes back what stands on another's site."""
    said = filter(None, (_said(one, url) for one in withdrawal.addresses))
    return replace(withdrawal, addresses=(addresses.canonical(url), *said))


def _said(address: str, url: str) -> str:
    """The address in its canonical form; empty where it is not of the site that it came from."""
    try:
        said = addresses.canonical(address)
    except BadAddress:
        return ""
    hosts = addresses.host_of(said), addresses.host_of(url)
    is_same_site = any(f".{a}".endswith(f".{b}") for a, b in (hosts, hosts[::-1]))
    return said if is_same_site else ""
