"""Several articles of one file: each read by itself, so that a bad one leaves the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from articles.extraction import ExtractionError
from articles.extraction.declared import Metadata
from articles.formats.errors import OverstuffedFile, WithdrawnItem
from articles.formats.files import INSIDE, File, Reading, Withdrawal

ARTICLES_MOST = 20_000  # of one file
_TITLE_MOST = 80  # characters of a part's title in its name

Part = TypeVar("Part")


def taken_back(
    name: str, source: bytes, declared: Metadata, *, addresses: Iterable[str]
) -> Reading:
    """An item that its sender withdraws."""
    withdraws = Withdrawal(
        addresses=tuple(addresses),
        guid=declared.guid.value if declared.guid else "",
        outlet=declared.outlet.value if declared.outlet else "",
    )
    return Reading(name=name, source=source, refusal=str(WithdrawnItem()), withdraws=withdraws)


def each_reading(
    file: File,
    parts: Iterable[tuple[str, bytes, Part]],
    read: Callable[[str, bytes, Part], Reading],
) -> Iterator[Reading]:
    """Of title, own bytes and part. A title names the reading after the file's own name."""
    for number, (title, source, part) in enumerate(parts, 1):
        if number > ARTICLES_MOST:
            raise OverstuffedFile(f"it holds over {ARTICLES_MOST:,} articles")
        short = " ".join(title.split())[:_TITLE_MOST] or str(number)
        name = f"{file.name}{INSIDE}{short}" if file.name else short
        try:
            yield read(name, source, part)
        except ExtractionError as error:
            yield Reading(name=name, source=source, refusal=str(error))
