"""Where a sentence says who says so, and which of its words that holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from matching.attribution import clauses, names, speakers
from matching.attribution.chain import Strength
from matching.attribution.clauses import Clause, Sentence
from matching.attribution.quotations import MASK
from matching.spans import Span

# How deep a naming stands among those that hold the same words; the root's is the deepest.
UNNAMED, LEADING, TRAILING = range(3)
REACH = 1 << 30  # farther than any text goes


@dataclass(frozen=True, slots=True)
class Cue:
    """One naming: `speakers` root first (none for “reportedly”), and the words it `holds`.

    Of cues that hold the same words the one with the least `order` said them first.
    """

    span: Span
    speakers: tuple[Span, ...]
    strength: Strength
    holds: tuple[Span, ...]
    order: tuple[int, int]
    opens: bool = False  # ends with a colon: holds what is quoted next

    @property
    def leads(self) -> bool:
        return self.order[0] == LEADING


def of_sentence(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in the order of the text."""
    found = [_placed(sentence, clause) for clause in clauses.of_sentence(sentence)]
    found += [_placed(sentence, clause) for clause in _according(sentence)]
    found = _cited(sentence, sorted(found, key=_place))
    return _parted(sentence, sorted([*found, *_lowered(sentence)], key=_place))


def _place(cue: Cue) -> tuple[Span, tuple[int, int]]:
    return cue.span, cue.order


def _placed(sentence: Sentence, clause: Clause) -> Cue:
    """The clause with the words it holds: what follows, what stands before, or both."""
    text, language = sentence.text, sentence.language
    before = text[sentence.span.start : clause.span.start].rstrip()
    tail = sentence.rest(clause.tail).of(text).lstrip()
    is_closed = not _has_words(tail)
    follows = sentence.rest(clause.tail)
    precedes = Span(sentence.span.start, clause.span.start)
    opens = tail[:1] == ":" or tail.rstrip().endswith(":")
    if not _trails(sentence, clause, before, tail):
        order = (LEADING, -clause.span.start)
        return Cue(clause.span, clause.speakers, clause.strength, (follows,), order, opens)
    is_last = is_closed or tail[0] not in ",:—–" or bool(language.turn.match(tail))
    holds = (precedes,) if is_last else (precedes, follows)
    order = (TRAILING, clause.span.start)
    return Cue(clause.span, clause.speakers, clause.strength, holds, order, opens)


def _trails(sentence: Sentence, clause: Clause, before: str, tail: str) -> bool:
    """Whether the clause stands after words it holds, not only before such."""
    language = sentence.language
    if not _has_words(before) or language.lead_in.fullmatch(before + " "):
        return False
    if language.according.match(sentence.text, clause.span.start):
        return not language.joined.search(before.rstrip(" ,"))
    opens_quote = tail[:1] in (",", ":") and tail[1:].lstrip()[:1] == "“"
    if before[-1] == "”" or (clause.is_passive and before.lower() not in language.pronouns):
        return True
    if opens_quote or before[-1] not in ",—–-!?":
        return False
    return not _has_words(tail) or tail[0] in ",.;:”—–?!"


def _has_words(text: str) -> bool:
    return any(c.isalnum() or c == MASK for c in text)


def _according(sentence: Sentence) -> Iterator[Clause]:
    """“according to the harbour master”, “according to images published by the agency”."""
    language, text = sentence.language, sentence.text
    places = language.according.finditer(text, sentence.span.start, sentence.span.end)
    for found in islice(places, clauses.MOST_NAMINGS):
        name = speakers.after(text, sentence.rest(found.end()), language)
        if name is None:
            continue
        words = name.of(text)
        strength = Strength.STATED
        if names.is_record(words, language):
            strength = Strength.DOCUMENTED
        elif names.is_medium(words, language, sentence.outlets):
            strength = Strength.REPORTED
        if by := language.published_by.search(words):
            name = Span(name.start + by.end(), name.end)
        end, _ = clauses.asides(sentence, name.end)
        yield Clause(Span(found.start(), end), (name,), strength, end)


def _lowered(sentence: Sentence) -> Iterator[Cue]:
    """“reportedly”, “is said to”: somebody says so, nobody is named."""
    language, text, span = sentence.language, sentence.text, sentence.span
    words = islice(language.hearsay.finditer(text, span.start, span.end), clauses.MOST_NAMINGS)
    for found in words:
        strength = language.lowering.get(found.group().lower(), Strength.HEARSAY)
        yield Cue(Span(*found.span()), (), strength, (span,), (UNNAMED, found.start()))


def _cited(sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """A cue that cites goes one deeper: “Northline reported, citing the coastguard”."""
    language, text = sentence.language, sentence.text
    places = language.citing.finditer(text, sentence.span.start, sentence.span.end)
    for found in islice(places, clauses.MOST_NAMINGS):
        name = speakers.after(text, sentence.rest(found.end()), language)
        if name is None:
            continue
        at = _citing_cue(cues, found.start())
        if at is None:
            clause = Clause(Span(found.start(), name.end), (name,), Strength.REPORTED, name.end)
            cues.append(_placed(sentence, clause))
            continue
        cue = cues[at]
        span = Span(min(cue.span.start, found.start()), max(cue.span.end, name.end))
        holds = tuple(
            Span(name.end, held.end) if held.start <= found.start() < held.end else held
            for held in cue.holds
            if held.start >= cue.span.end
        ) + tuple(held for held in cue.holds if held.start < cue.span.end)
        cues[at] = replace(cue, span=span, speakers=(name, *cue.speakers), holds=holds)
    return cues


def _citing_cue(cues: list[Cue], at: int) -> int | None:
    """The cue whose speaker does the citing at that place: the nearest before it, else after."""
    before = [n for n, cue in enumerate(cues) if cue.speakers[0].start < at]
    if before:
        return before[-1]
    return 0 if cues else None


def _parted(sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """The cues, none holding words beyond a semicolon or a turn to the next speaker."""
    named = [cue for cue in cues if cue.speakers]
    for one, other in pairwise(named):
        cuts = _turns(sentence, one, other)
        cues = [_cut(cue, cuts) for cue in cues]
        if other.leads and (start := _relative_start(sentence, one, other)):
            cues = [_cut(cue, [start]) if cue.leads else cue for cue in cues]
    return cues


def _relative_start(sentence: Sentence, one: Cue, other: Cue) -> int | None:
    """Where “…, which experts said” begins an aside of its own; none for “said that experts”."""
    between = sentence.text[one.span.end : other.span.start]
    found = sentence.language.aside_clause.search(between)
    return one.span.end + found.start() if found and _has_words(between[: found.start()]) else None


def _turns(sentence: Sentence, one: Cue, other: Cue) -> list[int]:
    """Where the words of one speaker end and another's begin."""
    text, language, start = sentence.text, sentence.language, one.span.end
    end = other.span.start
    stops = [n + 1 for n in range(start, end) if text[n] == ";"]
    turns = [found.end() for found in language.turns.finditer(text, start, end)]
    if other.leads:
        return stops + turns[-1:]
    return stops + (turns[:1] if not one.leads else [])


def _cut(cue: Cue, cuts: list[int]) -> Cue:
    """The cue without the words beyond the cuts, seen from where it stands."""
    start = max([cut for cut in cuts if cut <= cue.span.start], default=0)
    end = min([cut for cut in cuts if cut > cue.span.start], default=cue.span.end + REACH)
    held = (Span(max(one.start, start), min(one.end, end)) for one in cue.holds)
    return replace(cue, holds=tuple(Span(one.start, max(one.start, one.end)) for one in held))
