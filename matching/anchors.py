"""Where a quote stands: selectors of the W3C Web Annotation model, and browser offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.spans import Span

CONTEXT = 32
"""Code points of prefix and suffix: a few words, which tell repeated phrases apart."""

MAX_PLACES = 200
"""Places compared when no place has the whole context. A quote found more often than this
is a common word, and a partly changed context no longer says which one was meant."""

_UTF16 = "utf-16-le"


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """A quote with up to `CONTEXT` code points before and after it; either may be empty."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """Code points `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int


def describe(text: str, start: int, end: int) -> TextQuoteSelector:
    """The quote from `start` (inclusive) to `end` (exclusive), with its context.

    Raises ValueError unless `0 <= start < end <= len(text)`.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"No quote: {start} to {end} in {len(text)} characters.")
    return TextQuoteSelector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def find(text: str, quote: TextQuoteSelector, *, hint: int | None = None) -> Span | None:
    """Where `quote` stands in `text`, letter by letter; None when it is not sure.

    The only place wins. Of several, those with the whole prefix and suffix come first,
    then those that share most of it next to the quote. What is still equal is settled by
    the place nearest to `hint` (the start expected, in code points; the earlier of two as
    near), and without a hint not at all. An empty quote is found nowhere.
    """
    if not quote.exact:
        return None
    starts = _with_whole_context(text, quote, hint) or _with_best_context(text, quote)
    if hint is not None:
        starts = sorted(starts, key=lambda start: abs(start - hint))[:1]
    if len(starts) != 1:
        return None
    return Span(starts[0], starts[0] + len(quote.exact))


def _with_whole_context(text: str, quote: TextQuoteSelector, hint: int | None) -> list[int]:
    """Up to two starts whose prefix and suffix both fit: those next to `hint`, or the first."""
    whole = quote.prefix + quote.exact + quote.suffix
    near = max(0, (hint or 0) - len(quote.prefix))
    before = text.rfind(whole, 0, max(0, near - 1) + len(whole)) if near else -1
    after = text.find(whole, near)
    if hint is None and after >= 0:
        before, after = after, text.find(whole, after + 1)
    return [start + len(quote.prefix) for start in (before, after) if start >= 0]


def _with_best_context(text: str, quote: TextQuoteSelector) -> list[int]:
    """The starts that share most of the prefix and suffix, none beyond `MAX_PLACES`."""
    best: list[int] = []
    most = -1
    for count, start in enumerate(_places(text, quote.exact)):
        if count == MAX_PLACES:
            return []
        shared = _shared_context(text, start, quote)
        if shared > most:
            best, most = [], shared
        if shared == most:
            best.append(start)
    return best


def _places(text: str, exact: str) -> Iterator[int]:
    start = text.find(exact)
    while start >= 0:
        yield start
        start = text.find(exact, start + 1)


def _shared_context(text: str, start: int, quote: TextQuoteSelector) -> int:
    """Code points of the context that are unbroken from the quote outwards."""
    end = start + len(quote.exact)
    before = text[max(0, start - len(quote.prefix)) : start]
    after = text[end : end + len(quote.suffix)]
    return _common(before[::-1], quote.prefix[::-1]) + _common(after, quote.suffix)


def _common(one: str, other: str) -> int:
    for length, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return length
    return min(len(one), len(other))


def to_utf16(text: str, offset: int) -> int:
    """The browser's offset, in UTF-16 units, of the code point offset `offset`.

    Both count from the start of `text`; the end of the text is an offset too.
    Raises ValueError unless `0 <= offset <= len(text)`.
    """
    if not 0 <= offset <= len(text):
        raise ValueError(f"No offset {offset} in {len(text)} characters.")
    if text.isascii():
        return offset
    return len(text[:offset].encode(_UTF16, "surrogatepass")) // 2


def from_utf16(text: str, units: int) -> int:
    """The code point offset of the browser's offset `units`, in UTF-16 units.

    Raises ValueError when `units` is negative, beyond the end, or between the two halves
    of one character (a surrogate pair). `text` holds whole characters, as PostgreSQL
    stores no lone halves.
    """
    encoded = text.encode(_UTF16, "surrogatepass")
    if not 0 <= units <= len(encoded) // 2:
        raise ValueError(f"No offset {units} in {len(encoded) // 2} UTF-16 units.")
    if text.isascii():
        return units
    try:
        return len(encoded[: 2 * units].decode(_UTF16))
    except UnicodeDecodeError as error:
        raise ValueError(f"Offset {units} is inside a character.") from error


def normalise_newlines(text: str) -> str:
    """`text` with CRLF and lone CR as LF, otherwise untouched."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
