"""Fetching a page or feed of the public web for the worker; knows no Django and no database.

The address that is checked is the address that is connected to, and one deadline holds over all
that a fetch does. What can go wrong is a `FetchError` whose words can be shown as they are.
`docs/importing.md` says what is refused.
"""

from articles.fetching.errors import (
    BrokenOff,
    FetchError,
    Forbidden,
    Gone,
    Later,
    NoAnswer,
    NotAPage,
    NotFetchable,
    NotTrusted,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    UnknownSite,
)
from articles.fetching.fetching import (
    FEED_TYPES,
    FILE_TYPES,
    PAGE_TYPES,
    Fetched,
    Limits,
    fetch,
)
from articles.fetching.reach import Reach

__all__ = [
    "FEED_TYPES",
    "FILE_TYPES",
    "PAGE_TYPES",
    "BrokenOff",
    "FetchError",
    "Fetched",
    "Forbidden",
    "Gone",
    "Later",
    "Limits",
    "NoAnswer",
    "NotAPage",
    "NotFetchable",
    "NotTrusted",
    "Reach",
    "TooLarge",
    "TooManyRedirects",
    "TooSlow",
    "UnknownSite",
    "fetch",
]
