"""What stands in quotation marks of any style, so that two reports of one speech are no copy.

Wider than `matching.attribution.quotations`, which must not take an apostrophe for a quotation: a
mistake there names the wrong speaker, here it only leaves a few words uncounted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.spans import Span

# What closes a quotation that each sign opens. Of signs that do both, a blank before opens.
CLOSING = {
    "“": "”",
    "„": "“”",
    "”": "”",  # Swedish, Finnish
    "«": "»",
    "»": "«»",  # German and Danish books; Finnish
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
    "〝": "〞〟",
}
UNCERTAIN = ("", "‘", "‚", "'")  # without a closing sign these are apostrophes
BEFORE = r"(?<![\w’'”\"])"
MARK = re.compile(
    rf"[“„「『《〝」』》〞〟\"]|{BEFORE}[«»‹›”‘‚'](?=\S)|[»«›‹”](?!\w)|[’'](?=[\s,.;:!?)—–”\"]|$)"
)


def quoted(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The insides of quotations, in order and apart.

    One without its closing sign goes to its paragraph's end. It goes on through the next ones when
    the first sign in them closes it. Linear in the text.
    """
    found: list[Span] = []
    left_open, between = "", list[Span]()
    for paragraph in paragraphs:
        marks = list(MARK.finditer(text, paragraph.start, paragraph.end))
        if left_open and not marks:
            between.append(paragraph)
            continue
        sign, start = "", 0
        if left_open and _closes(marks[0], left_open) and not _opens(marks[0], text):
            sign, start = left_open, paragraph.start
            found += between
        inside, sign, start = _of_paragraph(text, marks, sign, start)
        found += inside
        left_open, between = sign if sign not in UNCERTAIN else "", []
        if left_open:
            found.append(Span(start, paragraph.end))
    return found


def _of_paragraph(
    text: str, marks: Sequence[re.Match[str]], sign: str, start: int
) -> tuple[list[Span], str, int]:
    """The quotations that are closed; sign and start of one that is not."""
    found = []
    for mark in marks:
        if not sign and _opens(mark, text):
            sign, start = mark.group(), mark.end()
        elif sign and _closes(mark, sign):
            found.append(Span(start, mark.start()))
            sign = ""
    return found, sign, start


def _opens(mark: re.Match[str], text: str) -> bool:
    """It can open a quotation, and no word ends right before it."""
    before = text[mark.start() - 1 : mark.start()]
    return mark.group() in CLOSING and not (before.isalnum() or before in set(".,;:!?…"))


def _closes(mark: re.Match[str], sign: str) -> bool:
    return mark.group() in CLOSING[sign]
