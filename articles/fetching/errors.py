"""Why a page could not be fetched, each in one sentence fit to show."""

from __future__ import annotations

PASTE = "open it in a browser and paste the article’s words"


class FetchError(Exception):
    """Base of this package; `str()` says what happened and what to do."""


class NotFetchable(FetchError):
    """An address that the desk does not visit, whatever is there."""


class UnknownSite(FetchError):
    """No name server knows the host."""

    def __init__(self, host: str) -> None:
        super().__init__(f"No site is called {host}: look for a slip in the address.")


class NoAnswer(FetchError):
    """Nothing at the host takes the connection."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} does not answer: try again later.")


class NotTrusted(FetchError):
    """The site's certificate does not hold, or it speaks no TLS; `reason` says which."""

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(f"{host} does not prove that it is {host} ({reason}): {PASTE}.")


class BrokenOff(FetchError):
    """The answer is no HTTP, or ends in the middle."""

    def __init__(self, host: str) -> None:
        super().__init__(f"The answer of {host} cannot be read to its end: try again later.")


class TooSlow(FetchError):
    """The deadline has passed, whatever was being waited for."""

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(f"{host} took longer than {seconds:g} seconds: try again later.")


class TooLarge(FetchError):
    """More bytes than are taken, as sent or once unpacked."""

    def __init__(self, host: str, most: int) -> None:
        size = f"{most / 1_000_000:g} MB" if most >= 100_000 else f"{most:,} bytes"
        super().__init__(f"What {host} sends is larger than {size}: import the article alone.")


class TooManyRedirects(FetchError):
    """The address leads on and on; `is_loop` when it comes back to where it was."""

    def __init__(self, host: str, most: int, *, is_loop: bool) -> None:
        self.is_loop = is_loop
        way = "in a circle" if is_loop else f"on more than {most} times"
        super().__init__(f"{host} leads {way} and never to a page: look for a slip in the address.")


class NotAPage(FetchError):
    """The site sends something else than words."""

    def __init__(self, media_type: str) -> None:
        super().__init__(
            f"This address holds {media_type}: give the address of the article’s page."
        )


class Gone(FetchError):
    """404 or 410: no page is there, or none any more."""

    def __init__(self, status: int) -> None:
        self.status = status
        what = "was taken down" if status == 410 else "is not there"
        super().__init__(f"The page {what} ({status}): look for a slip in the address.")


class Forbidden(FetchError):
    """Any other 4xx: the site does not let the desk read the page."""

    def __init__(self, status: int) -> None:
        super().__init__(f"The site does not let the desk read this page ({status}): {PASTE}.")


class Later(FetchError):
    """429 or 5xx. `retry_after`: seconds the site wants to be left alone, if it says so."""

    def __init__(self, status: int, retry_after: float | None) -> None:
        self.retry_after = retry_after
        what = "asks to be left alone for now" if status == 429 else "has trouble of its own"
        super().__init__(f"The site {what} ({status}): try again later.")
