"""Paragraphs and sentences of an article, as spans of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.spans import Span
from matching.wordlists import NUMBERED, SHORTENED, STARTERS, TITLES

LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")

# Stops that need no blank after them: CJK, Arabic, Devanagari, Armenian, Ethiopic, Khmer …
UNSPACED_STOPS = "。！？｡؟۔।॥։።፧។៕။"

# A stop, what closes with it (quotes, brackets, footnote numbers), and the blank behind.
# It matches wherever a stop stands, and the rest is decided below, so that a text of
# nothing but stops is still read once (a lookahead here would make it quadratic).
STOP = re.compile(
    rf"""
    (?P<mark>(?>[.!?…{UNSPACED_STOPS}]+)(?>(?:[ \u00a0]\.(?![.\w]))*))
    (?P<closers>(?>(?:
        ["'”’»)\]}}」』】）〉》]
        | [“‘«](?=\s|$)                       # closing in German and Danish
        | [ \u00a0\u202f][”»)\]](?=\s|$)      # French, and loose typing
        | \[\d{{1,3}}\]
    )*))
    (?P<space>(?>\s*))
    """,
    re.VERBOSE,
)
NEXT = re.compile(r"(?P<open>(?:[^\w\s]\s?){0,8})(?P<word>\w{0,20})(?P<dot>\.?)")
LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
LONGEST_ABBREVIATION = 16  # code points looked at before a full stop
ENUMERATOR = re.compile(r"\W?(?:\d{1,3}|[^\W\d_])$")  # “1.” or “(b.” with nothing before
DASHES = ("-", "–", "—", "―")

# “Is it safe?” Ostrander asked.
SPEAKER = re.compile(
    r"(?:[A-Z][\w.’'-]{0,20}\s){1,4}(?:asked|said|shouted|cried|wrote|replied|added|exclaimed"
    r"|yelled|wondered|tweeted)\s?(?:[.,;:]|$)"
)


def paragraphs(text: str) -> list[Span]:
    """The stretches of `text` between blank lines, in order; none for a blank text.

    A line of spaces is blank. Spans begin and end with a visible character, so together
    they hold every character that is not a space. Linear in the length of `text`.
    """
    found: list[Span] = []
    goes_on = False
    for line in _lines(text):
        if line.start == line.end:
            goes_on = False
        elif goes_on:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
            goes_on = True
    return found


def split(text: str) -> list[Span]:
    """The sentences of `text`, in order and apart; none for a blank text.

    A line's end ends a sentence (headings have no stop). Abbreviations, initials and
    figures (“Vladimir V. Putin”, “U.S. officials”, “6.40pm”, “No. 5”) do not; closing quotes
    and brackets stay with their sentence, and the sentences inside a long quote are
    sentences of their own. English is known best; other scripts by their stops. Spans
    begin and end with a visible character and hold every character that is not a space.
    Linear in the length of `text`.
    """
    return [sentence for line in _lines(text) for sentence in _sentences(text, line)]


def _lines(text: str) -> Iterator[Span]:
    """Every line without the spaces around it; blank lines are empty spans."""
    start = 0
    for end, following in [*(m.span() for m in LINE_END.finditer(text)), (len(text), 0)]:
        line = text[start:end]
        lead = len(line) - len(line.lstrip())
        yield Span(start + lead, start + max(lead, len(line.rstrip())))
        start = following


def _sentences(text: str, line: Span) -> Iterator[Span]:
    start = seen = line.start
    has_word = False
    for stop in STOP.finditer(text, line.start, line.end):
        # Only what is new since the last stop, or many stops would make this quadratic.
        has_word = has_word or any(c.isalnum() for c in text[seen : stop.start()])
        seen = stop.start()
        if has_word and _ends_sentence(text, Span(start, line.end), stop):
            yield Span(start, stop.end("closers"))
            start, has_word = stop.end(), False
    if start < line.end:
        yield Span(start, line.end)


def _ends_sentence(text: str, rest: Span, stop: re.Match[str]) -> bool:
    """Whether the sentence begun at `rest.start` ends at `stop`, before the line does."""
    following = NEXT.match(text, stop.end(), rest.end)
    if not following or (following.end() == rest.end and not following["word"]):
        return False  # nothing left but closing signs: they belong here
    if text[stop.start() - 1] in "([":
        return False  # “(!)”, “[…]”
    mark, word = stop["mark"], following["word"]
    if mark[-1] in UNSPACED_STOPS:
        return not (following["open"] or word).startswith(("，", "、", "،", ",", "と", "って"))
    if not stop["space"]:
        return _is_glued(text, stop, following)
    if following["open"].endswith(("¿", "¡")):
        return True
    if word[:1].islower():
        return False
    if mark == ".":
        return not _abbreviates(text, rest.start, stop, following)
    if mark[-1] in "?!":
        return not (stop["closers"] and SPEAKER.match(text, stop.end(), rest.end))
    return not word[:1].isdigit()


def _is_glued(text: str, stop: re.Match[str], following: re.Match[str]) -> bool:
    """A stop without a blank behind it: `over”.The`, or a Latin stop before Han."""
    word = following["word"]
    if following["open"] or not word:
        return False
    if stop["mark"][-1] in "?!" and word[0] >= "\u2e80":
        return True
    quoted = stop["closers"][-1:] or text[stop.start() - 1]
    return quoted in '”"»)]' and word[0].isupper() and word[1:2].islower()


def _abbreviates(text: str, start: int, stop: re.Match[str], following: re.Match[str]) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    end = stop.start()
    if ENUMERATOR.match(text, start, end):
        return True
    before = text[max(start, end - LONGEST_ABBREVIATION) : end]
    last = LAST_WORD.search(before)
    if not last or before[: last.start()].endswith("/"):
        return False  # “30 km/h.”
    abbreviation, word = last.group(), following["word"]
    if abbreviation in TITLES:
        return True
    if abbreviation.lower() in NUMBERED and word[:1].isdigit():
        return True
    if not (_is_initials(abbreviation) or abbreviation in SHORTENED):
        return False
    is_initial = len(word) == 1 and following["dot"] == "."
    return word not in STARTERS or is_initial or following["open"].startswith(DASHES)


def _is_initials(word: str) -> bool:
    """`V`, `U.S`, `a.m`, `Ph.D`: parts of one or two cased letters."""
    parts = word.split(".")
    longest = 1 if len(parts) == 1 else 2
    return all(len(p) <= longest and p.isalpha() and p.lower() != p.upper() for p in parts)
