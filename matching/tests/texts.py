"""Texts no newspaper would print, for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = [
    *"abzÉß09 \n\t.,;!?…'’“”\"()-–—$€%#@&/:+°_",
    "\r\n",
    "\n\n",
    "\u00a0",
    "\u200b",  # zero-width space
    "\u200d",  # joiner
    "\u0301",  # combining acute
    "\ufe0f",  # emoji style
    "\u20e3",  # keycap
    "\U0001f3fd",  # skin tone
    "\U0001f1eb",  # two regional indicators
    "\U0001f1f7",
    "🚢",
    "👩",
    "日",
    "か",
    "。",
    "」",
    "ก",
    "क",
    "्",
    "।",
    "ع",
    "؟",
    "ש",
    "한",
    "Mr. ",
    "U.S. ",
    "6.40pm",
    "1,000",
]

messy = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_text = messy | st.text(max_size=60)


@st.composite
def selections(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text with a start and an end in it, at least one code point apart."""
    text = draw(any_text.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))
