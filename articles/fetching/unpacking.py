"""What is sent packed, unpacked piece by piece and never beyond what is taken."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

GZIP_WINDOW, RAW_WINDOW = zlib.MAX_WBITS | 16, -zlib.MAX_WBITS
PLAIN = frozenset({"", "identity"})
GZIP = frozenset({"gzip", "x-gzip"})
PIECE = 64 * 1024  # bytes unpacked at once


class UnknownPacking(Exception):
    """It is packed in a way that was not asked for."""


class Damaged(Exception):
    """It cannot be unpacked, or ends in the middle."""


def unpacked(pieces: Iterable[bytes], packing: str) -> Iterator[bytes]:
    """The content of the pieces, in pieces of at most PIECE bytes when it was packed.

    `packing` is the header Content-Encoding. Raises UnknownPacking, Damaged.
    """
    packing = packing.strip().lower()
    if packing in PLAIN:
        yield from pieces
    elif packing in GZIP:
        yield from _inflated(pieces, GZIP_WINDOW)
    elif packing == "deflate":
        yield from _deflated(pieces)
    else:
        raise UnknownPacking(packing)


def _deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """As the standard says, in zlib's frame; some servers send it without one."""
    rest = iter(pieces)
    first = b""
    while len(first) < 2 and (piece := next(rest, b"")):
        first += piece
    has_frame = len(first) > 1 and first[0] & 15 == 8 and (first[0] * 256 + first[1]) % 31 == 0
    window = zlib.MAX_WBITS if has_frame else RAW_WINDOW

    def again() -> Iterator[bytes]:
        yield first
        yield from rest

    yield from _inflated(again(), window)


def _inflated(pieces: Iterable[bytes], window: int) -> Iterator[bytes]:
    inflating = zlib.decompressobj(window)
    for piece in pieces:
        packed = piece
        while packed and not inflating.eof:
            try:
                yield inflating.decompress(packed, PIECE)
            except zlib.error as error:
                raise Damaged from error
            packed = inflating.unconsumed_tail
    if not inflating.eof:
        raise Damaged
