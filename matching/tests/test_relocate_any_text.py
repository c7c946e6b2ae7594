"""What holds of `relocate` whatever the texts are."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from matching import CONTEXT, Outcome, relocate
from matching.relocation.words import Words
from matching.tests.texts import any_text, selections

NOUNS = [
    "ferry",
    "harbour",
    "pilot",
    "bridge",
    "signal",
    "crane",
    "tide",
    "lantern",
    "cable",
    "depot",
    "orchard",
    "quarry",
]
VERBS = ["reached", "left", "watched", "closed", "repaired", "blocked", "passed", "served"]
PLACES = ["Selwick", "Marrow", "Calder", "Northline", "Estuary", "Kestrel", "Ardent", "Vane"]
FIGURES = ["3", "14", "40", "250", "nine", "twelve", "forty", "1.5 million", "60%", "$5m"]
PROTECTED = {
    "figure": FIGURES,
    "day": ["on Monday", "on Tuesday", "on 4 May", "on 5 May", "in June", "at 9 a.m.", "at 9 p.m."],
    "name": ["Ida Marsh", "Tom Lund", "Marrow", "Calder", "NATO"],
    "denial": ["were", "were not", "were never"],
    "harm": ["killed", "injured", "arrested", "shot", "wounded", "drowned"],
}
CLAIM = "About {name} we know that {figure} people {denial} {harm} near the old pier {day}"


WARDS = " ".join(f"The ferry left the ferry of Selwick after a long rest in {n}." for n in "1234")
"""Sentences of one pattern, for an edit right beyond the context of a claim cut within words."""


@st.composite
def sentences(draw: st.DrawFn) -> list[str]:
    """Sentences of a report, each with a number of its own."""
    count = draw(st.integers(4, 8))
    words = st.tuples(*map(st.sampled_from, (NOUNS, VERBS, NOUNS, PLACES)))
    told = [draw(words) for _ in range(count)]
    return [
        f"The {a} {verb} the {b} of {place} after a long and quiet night in ward {number}."
        for number, (a, verb, b, place) in enumerate(told)
    ]


@st.composite
def edits_elsewhere(draw: st.DrawFn) -> tuple[str, int, int, str, int]:
    """A text, a span in it, the text edited beyond the span's context, and the span's new start."""
    text = draw(st.sampled_from([" ", "\n\n"])).join(draw(sentences()))
    start = draw(st.integers(0, len(text) - 60))
    end = draw(st.integers(start + 20, start + 60))
    new_words = draw(st.sampled_from(["", " ", "Zeta rose. ", "\n\nMu!\n\n", "x", "7 "]))
    if start > CONTEXT and (draw(st.booleans()) or end + CONTEXT >= len(text)):
        low = draw(st.integers(0, start - CONTEXT - 1))
        high = draw(st.integers(low, start - CONTEXT - 1))
        shift = len(new_words) - (high - low)
    else:
        low = draw(st.integers(min(len(text), end + CONTEXT + 1), len(text)))
        high, shift = draw(st.integers(low, len(text))), 0
    return text, start, end, text[:low] + new_words + text[high:], start + shift


@settings(max_examples=100)
@given(edits_elsewhere())
@example((WARDS, 3, 23, WARDS[:56] + "he" + WARDS[59:], 3))
def test_any_edit_beyond_a_claim_and_its_context_keeps_it(edit):
    text, start, end, edited, to = edit
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    found = relocate(text[start:end], prefix, suffix, text, edited, start=start)
    assert (found.outcome, found.start, found.end) == ("unchanged", to, to + end - start)


@st.composite
def changed_values(draw: st.DrawFn) -> tuple[str, str, str]:
    """A claim, a text with it, and that text with a protected word of the claim changed."""
    said = {kind: draw(st.sampled_from(words)) for kind, words in PROTECTED.items()}
    kind = draw(st.sampled_from(sorted(PROTECTED)))
    other = draw(st.sampled_from([word for word in PROTECTED[kind] if word != said[kind]]))
    claim, changed = CLAIM.format(**said), CLAIM.format(**said | {kind: other})
    around = draw(sentences())
    at = draw(st.integers(0, len(around)))
    copies = draw(st.integers(0, 2))
    tail = [f"{claim}."] * copies
    old = " ".join([*around[:at], f"{claim}.", *around[at:], *tail])
    new = " ".join([*around[:at], f"{changed}.", *around[at:], *tail])
    return claim, old, new


@settings(max_examples=100)
@given(changed_values())
def test_a_changed_figure_date_name_denial_or_harm_is_never_taken_over(change):
    claim, old, new = change
    start = old.index(claim)
    prefix, suffix = old[max(0, start - CONTEXT) : start], old[start + len(claim) :][:CONTEXT]
    found = relocate(claim, prefix, suffix, old, new, start=start)
    assert found.outcome not in (Outcome.UNCHANGED, Outcome.MOVED)


@settings(max_examples=100)
@given(selections(), any_text, st.booleans())
@example(("aaa\ufe0f", 2, 3), ":", True)
@example(("aaa\ufe0f\ufe0f", 3, 4), ":", True)
def test_a_place_lies_in_the_new_text_and_says_what_the_outcome_says(selection, other, is_near):
    text, start, end = selection
    new = text[: start + 1] + other + text[start + 1 :] if is_near else other + text + other
    found = relocate(text[start:end], text[:start], text[end:], text, new, start=start)
    assert 0.0 <= found.score <= 1.0
    if found.start is None:
        assert found.end is None
        assert found.outcome in (Outcome.AMBIGUOUS, Outcome.LOST)
    else:
        assert 0 <= found.start < found.end <= len(new)
        if found.outcome in (Outcome.UNCHANGED, Outcome.MOVED):
            assert _letters(new[found.start : found.end]) == _letters(text[start:end])


def _letters(text: str) -> str:
    return "".join(Words(text).keys).casefold()
