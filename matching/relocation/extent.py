"""From a stretch of new words to code points: with the signs that the quote had around it."""

from __future__ import annotations

from collections.abc import Iterator

from matching.relocation.words import Words, written
from matching.spans import Span

_QUOTES = dict.fromkeys("“”„‟«»‹›‘’‚‛'\"`´＂＇", '"')
_DASHES = dict.fromkeys("-‐‑‒–—―−", "-")
LONGEST_CUT = 100
"""Code points of a word that is cut; none that a person cuts is longer."""

_PLAIN = str.maketrans({**_QUOTES, **_DASHES, "…": "..."})


def extent(old: Words, span: Span, place: Span, new: Words, found: Span) -> tuple[int, int]:
    """Start and end in the new text of what stood at `place` (code points) in the old one.

    `span` are the old words that it covers, of the first and last perhaps a part; `found` are
    the new words.
    """
    start, end = new.starts[found.start], new.ends[found.end - 1]
    first, last = old.starts[span.start], old.ends[span.end - 1]
    if place.start > first:
        start += _cut(old.word(span.start), place.start - first, new.word(found.start)) or 0
    if place.end < last:
        at = place.end - old.starts[span.end - 1]
        cut = _cut(old.word(span.end - 1), at, new.word(found.end - 1))
        end = end if cut is None else new.starts[found.end - 1] + cut
    before = new.text[new.ends[found.start - 1] if found.start else 0 : start]
    behind = new.text[end : new.starts[found.end] if found.end < len(new) else len(new.text)]
    lead, trail = old.text[place.start : first], old.text[last : place.end]
    return start - _lead(before, lead), end + _trail(behind, trail)


def _cut(old: str, at: int, new: str) -> int | None:
    """Where `new` is cut as `old` is at `at`; None for a word of other letters."""
    if old == new:
        return at
    if written(old) != written(new) or max(len(old), len(new)) > LONGEST_CUT:
        return None
    part = written(old[:at])
    return next((to for to in range(1, len(new) + 1) if written(new[:to]) == part), None)


def _lead(before: str, wanted: str) -> int:
    if before.endswith(wanted):
        return len(wanted)
    return _reach(reversed(before), _signs(wanted)[::-1])


def _trail(behind: str, wanted: str) -> int:
    if behind.startswith(wanted):
        return len(wanted)
    return _reach(iter(behind), _signs(wanted))


def _signs(text: str) -> str:
    return "".join(text.translate(_PLAIN).split())


def _reach(characters: Iterator[str], wanted: str) -> int:
    """How many characters go on with the wanted signs, blanks between them left out."""
    reached = at = 0
    for count, character in enumerate(characters, 1):
        signs = _signs(character)
        if not signs:
            continue
        if not wanted.startswith(signs, at) or at >= len(wanted):
            break
        at, reached = at + len(signs), count
    return reached
