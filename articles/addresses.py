"""The canonical form of an article's address on the web."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.encoding import iri_to_uri

from articles.errors import ArticleError

LENGTH = 2_000  # characters; more does not fit the index by which an address is unique
WANTED = "Give an address that starts with https:// or http://."


class BadAddress(ArticleError):
    """It is no address of a web page."""


def canonical(written: str) -> str:
    """As it is kept: http or https, in ASCII, without fragment. Raises BadAddress."""
    try:
        parts = urlsplit(written)
        host = parts.netloc.encode("idna").decode().lower()
        address = iri_to_uri(urlunsplit(parts._replace(netloc=host, fragment="")))
    except ValueError as error:  # of brackets and labels
        raise BadAddress(WANTED) from error
    if len(address) > LENGTH:
        raise BadAddress(f"Give an address of at most {LENGTH:,} characters.")
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise BadAddress(WANTED) from error
    return address


def host_of(address: str) -> str:
    """The host without www, as in ledger.example; empty when there is none.

    Never a bare ending, under which all sites would count as one.
    """
    host = urlsplit(address).hostname or ""
    return host.removeprefix("www.") if host.count(".") > 1 else host
