"""Who says so: of the namings around a claim's words, which hold these words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matching.attribution import names
from matching.attribution.chain import Attribution, Strength
from matching.attribution.cues import Cue
from matching.attribution.english import ENGLISH
from matching.attribution.language import Language
from matching.attribution.reading import Reading
from matching.spans import Span

REACH = 4_000  # code points; a newspaper's paragraph has some 400
# What becomes “quoted” where the words stand between quotation marks; a denial stays one.
SPOKEN = frozenset({Strength.STATED, Strength.REPORTED, Strength.CONFIRMED})


def attributions(
    text: str,
    *,
    before: str = "",
    after: str = "",
    outlets: Collection[str] = (),
    language: Language = ENGLISH,
) -> list[Attribution]:
    """Who may say so for a claim's words `text`, the one that holds most of them first.

    `before` and `after` are what surrounds the claim, best whole paragraphs; of each, and of the
    claim itself, the REACH code points that are nearest are read. Empty when the words stand in
    the writer's own voice. `outlets` are names of media beyond those the language knows, so that
    “told Northline” makes Northline a relay.
    """
    skipped = max(0, len(before) - REACH)
    known = frozenset(names.plain(name, language) for name in outlets)
    claim = Span(len(before) - skipped, len(before) - skipped + min(len(text), REACH))
    read = (before[skipped:], text[:REACH], after[:REACH] if len(text) <= REACH else "")
    reading = Reading("".join(read), language, known)
    return [_moved(one, skipped) for one in _of_claim(reading, claim)]


def _moved(one: Attribution, by: int) -> Attribution:
    return replace(one, span=Span(one.span.start + by, one.span.end + by))


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of the claim under the same namings, the root's first."""

    span: Span
    cues: list[Cue]


def _of_claim(reading: Reading, claim: Span) -> list[Attribution]:
    """The attributions of the claim, by how much of it they hold, then by place."""
    held: dict[tuple[str, ...], list[_Part]] = defaultdict(list)
    for part in _parts(reading, claim):
        if part.cues:
            held[_chain(reading, part.cues)].append(part)
    length = {chain: _length(part.span for part in parts) for chain, parts in held.items()}
    found = [_attribution(reading, chain, parts) for chain, parts in held.items()]
    return sorted(found, key=lambda one: (-length[one.chain], one.span))


def _parts(reading: Reading, claim: Span) -> list[_Part]:
    """The claim cut where another naming begins to hold; the namings' own words left out."""
    near = _near(reading, claim)
    places = [place for cue in near for place in (*cue.holds, cue.span)]
    edges = {claim.start, claim.end} | {edge for one in places for edge in (one.start, one.end)}
    inside = sorted(edge for edge in edges if claim.start <= edge <= claim.end)
    parts = [Span(*pair) for pair in pairwise(inside)]
    return [
        _Part(part, _holding(near, part))
        for part in parts
        if any(c.isalnum() for c in part.of(reading.text))
        and not any(cue.speakers and _holds(cue.span, part) for cue in near)
    ]


def _holding(near: Sequence[Cue], part: Span) -> list[Cue]:
    chosen = [cue for cue in near if any(_holds(held, part) for held in cue.holds)]
    return sorted(chosen, key=lambda cue: (cue.order, cue.span))


def _near(reading: Reading, claim: Span) -> list[Cue]:
    """Namings in the claim's sentences and in those that its quotations reach."""
    near = {cue.span: cue for number in reading.numbers(claim) for cue in reading.cues_of(number)}
    for index, inside in enumerate(reading.quoted):
        for cue in _speaking(reading, index) if _overlap(inside, claim) else ():
            near[cue.span] = _widened(near.get(cue.span, cue), inside)
    return list(near.values())


def _speaking(reading: Reading, index: int) -> list[Cue]:
    """Who speaks a whole quotation, by what stands beside it or before it."""
    inside = reading.quoted[index]
    here = [cue for number in reading.numbers(inside) for cue in reading.cues_of(number)]
    touching = [cue for cue in here if cue.speakers and _touches(cue, inside)]
    return [_widened(cue, inside) for cue in touching or _speaking_on(reading, index)]


def _speaking_on(reading: Reading, index: int) -> list[Cue]:
    """Who speaks on from the sentence before: “…,” Kim said. “…”, or He said: “…”."""
    inside = reading.quoted[index]
    first = next(iter(reading.numbers(inside)), 0)
    if first == 0 or reading.masked[reading.sentences[first].start : inside.start].strip(" “"):
        return []
    previous, cues = reading.sentences[first - 1], reading.cues_of(first - 1)
    spoken = [cue for cue in cues if cue.speakers]
    if previous.of(reading.masked).endswith(":"):
        return [cue for cue in spoken if cue.opens][-1:] or spoken[-1:]
    if "\n" in reading.text[previous.end : inside.start] and not reading.is_unclosed(index - 1):
        return []
    if index == 0 or previous.start >= reading.quoted[index - 1].end:
        return []
    return spoken or _speaking(reading, index - 1)


def _attribution(reading: Reading, chain: tuple[str, ...], parts: list[_Part]) -> Attribution:
    """One of the parts that the same chain holds; the root's naming gives strength and place."""
    cues = parts[0].cues
    first = next((cue for cue in cues if cue.speakers), cues[0])
    strength = first.strength
    if not cues[0].speakers:
        strength = cues[0].strength
    elif strength in SPOKEN and _is_quoted(reading, parts):
        strength = Strength.QUOTED
    is_named = bool(chain) and names.is_named(chain[0], reading.language)
    return Attribution(chain, strength, is_named, first.span)


def _is_quoted(reading: Reading, parts: Sequence[_Part]) -> bool:
    """More than half of the words stand between quotation marks."""
    inside = sum(_overlap(part.span, one) for part in parts for one in reading.quoted)
    return 2 * inside > _length(part.span for part in parts)


def _chain(reading: Reading, cues: Sequence[Cue]) -> tuple[str, ...]:
    """Names from the root on, nobody twice."""
    said = [reading.name(cue, speaker) for cue in cues for speaker in cue.speakers]
    first: dict[str, str] = {}
    for name in said:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())


def _holds(held: Span, part: Span) -> bool:
    return held.start <= part.start and part.end <= held.end


def _touches(cue: Cue, inside: Span) -> bool:
    return any(_overlap(held, inside) for held in cue.holds)


def _widened(cue: Cue, inside: Span) -> Cue:
    """The naming, holding the whole quotation."""
    return replace(cue, holds=(*cue.holds, inside))


def _overlap(one: Span, other: Span) -> int:
    """Code points in both."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
