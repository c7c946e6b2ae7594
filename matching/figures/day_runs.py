"""Days in a row: “3–5 May”, “May 3 to 5”, “between 3 and 5 May”."""

from __future__ import annotations

from matching.figures.passage import Passage
from matching.figures.tokens import DASHES

LAST_DAY = 31


def last_day(passage: Passage, start: int, at: int) -> tuple[int | None, int]:
    """The last of the days that begin with token `start` and go on at `at`, and where they end.

    None and `at` for a single day.
    """
    tokens, language = passage.tokens, passage.language
    joint, last = tokens[at].low, tokens[at + 1]
    is_between = tokens[start - 1].low in language.between and joint in language.joiners
    if not (joint in DASHES or joint in language.range_words or is_between):
        return None, at
    is_day = last.text.isdigit() and len(last.text) <= 2 and int(last.text) <= LAST_DAY
    first = int(tokens[start].text)
    if not (is_day and first < int(last.text)):
        return None, at
    has_ending = tokens[at + 2].low in language.ordinal_endings
    return int(last.text), at + 3 if has_ending else at + 2


def last_day_behind_month(passage: Passage, start: int, at: int) -> tuple[int | None, int]:
    """As `last_day`, where a figure of something else may follow: “on May 3 to 12 guests”."""
    tokens, language = passage.tokens, passage.language
    last, end = last_day(passage, start, at)
    following = tokens[end]
    is_glued = tokens.are_glued(at) and tokens.are_glued(at + 1)
    is_word = following.is_word and following.low not in language.stop_words
    is_clock = following.low in language.meridiems or following.low == ":"
    counts = is_clock or following.low in language.percent
    if counts or (is_word and not is_glued):
        return None, at
    return last, end
