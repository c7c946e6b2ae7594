"""`relocate`: from a claim's quote in an old text to its place in the new one."""

from __future__ import annotations

from matching.anchors import TextQuoteSelector, find
from matching.relocation.extent import extent
from matching.relocation.following import follow
from matching.relocation.outcome import Outcome, Relocation
from matching.relocation.places import Quote
from matching.relocation.words import Words, read, written
from matching.spans import Span

MOST_STANDING = 3
"""Places followed when the old text does not say which is the claim's."""


def relocate(
    claim_quote: str,
    prefix: str,
    suffix: str,
    old_text: str,
    new_text: str,
    *,
    start: int | None = None,
) -> Relocation:
    """What became of a claim when `old_text` became `new_text`.

    `start` is the claim's place in the old text, in code points; without it, or when the quote
    is not there, it is looked for by quote and context. Words are compared without case,
    whitespace, punctuation and the form of letters, quotes and dashes. The first of these holds:
    *value changed* when the aligned place differs in a figure, date, name, denial or verb of harm;
    *ambiguous* when two places have the words and as much of their context; *unchanged* when the
    words stand between the same neighbours (of one side at least, if in the same place);
    *moved* when they stand elsewhere and context, order or their number says that it is them;
    *reworded* when three quarters of the words stand in the aligned place, or its figures say the
    same in another form; else *lost*. A quote without any word or sign is lost.
    Linear in the texts, but for the sentence that changed.
    """
    quote = TextQuoteSelector(claim_quote, prefix, suffix)
    standing = _in_old(quote, old_text, start)
    if not standing:
        old_text = prefix + claim_quote + suffix
        standing = [Span(len(prefix), len(prefix) + len(claim_quote))]
    found = [_relocated(quote, place, old_text, new_text) for place in standing]
    if any(one != found[0] for one in found):
        return Relocation(Outcome.AMBIGUOUS, None, None, 1.0)
    return found[0]


def _in_old(quote: TextQuoteSelector, text: str, start: int | None) -> list[Span]:
    """Where the claim may stand in the old text: several where it does not say which."""
    if not quote.exact:
        return []
    if start is not None and start >= 0 and text.startswith(quote.exact, start):
        return [Span(start, start + len(quote.exact))]
    place = find(text, quote, hint=start)
    if place:
        return [place]
    quoted = Words(quote.prefix + quote.exact + quote.suffix)
    within = Span(len(quote.prefix), len(quote.prefix) + len(quote.exact))
    own = quoted.covered(within.start, within.end)
    if own.start == own.end:
        return []
    words = read(text)
    places = Quote(quoted, own, within).places(words)
    has_context = bool(quote.prefix.strip() or quote.suffix.strip())
    most = max((place.shared for place in places), default=0.0) if has_context else 0.0
    best = [place.span for place in places if place.shared >= most]
    lead = quoted.starts[own.start] - len(quote.prefix)
    return [_as_quoted(quote.exact, text, words, one, lead) for one in best[:MOST_STANDING]]


def _as_quoted(exact: str, text: str, words: Words, span: Span, lead: int) -> Span:
    """The words at `span`, with the signs around them where all of it stands letter by letter."""
    start = words.starts[span.start] - lead
    if start >= 0 and text.startswith(exact, start):
        return Span(start, start + len(exact))
    return Span(words.starts[span.start], words.ends[span.end - 1])


def _relocated(quote: TextQuoteSelector, place: Span, old_text: str, new_text: str) -> Relocation:
    if old_text == new_text:
        return Relocation(Outcome.UNCHANGED, place.start, place.end, 1.0)
    old, new = read(old_text), read(new_text)
    span = old.covered(place.start, place.end)
    if span.start == span.end or (span.end - span.start == 1 and not written(quote.exact)):
        return _without_words(quote, new_text)
    followed = follow(old, span, place, new)
    if followed.span is None:
        return Relocation(followed.outcome, None, None, followed.score)
    start, end = extent(old, span, place, new, followed.span)
    return Relocation(followed.outcome, start, end, followed.score)


def _without_words(quote: TextQuoteSelector, new_text: str) -> Relocation:
    """Of signs alone only the very same, where context tells it, can be found again."""
    place = find(new_text, quote) if quote.exact.strip() else None
    if place:
        return Relocation(Outcome.UNCHANGED, place.start, place.end, 1.0)
    if quote.exact.strip() and quote.exact in new_text:
        return Relocation(Outcome.AMBIGUOUS, None, None, 1.0)
    return Relocation(Outcome.LOST, None, None, 0.0)
