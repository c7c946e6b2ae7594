"""What stands between quotation marks, through sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matching.spans import Span

MASK = "\ue000"  # stands for every character inside a quotation; no newspaper writes it
MARKS = re.compile(r"[“”„«»\"]|(?<![\w‘’])‘(?=\S)|’(?=[\s,.;:)]|$)")
OPENING, CLOSING = "“„«‘", "”»’"


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The insides of quotations, in order and apart; each stays in its paragraph.

    One without its closing mark goes to the paragraph's end, as newspapers print a speech that
    goes on in the next. An apostrophe closes nothing that ‘ did not open.
    """
    return [inside for paragraph in paragraphs for inside in _of_paragraph(text, paragraph)]


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    opened: int | None = None
    sign = ""
    for mark in MARKS.finditer(text, paragraph.start, paragraph.end):
        written = mark.group()
        if opened is None:
            if written in OPENING or written == '"':
                opened, sign = mark.end(), written
        elif _closes(written, sign):
            yield Span(opened, mark.start())
            opened = None
    if opened is not None and opened < paragraph.end and sign != "‘":
        yield Span(opened, paragraph.end)


def _closes(written: str, sign: str) -> bool:
    if sign == "„":
        return written in "“”"
    return written == {"“": "”", "«": "»", "‘": "’", '"': '"'}[sign]


def masked(text: str, insides: Sequence[Span]) -> str:
    """`text`, as long as before, with quotations masked and their marks made “ and ”."""
    parts: list[str] = []
    at = 0
    for inside in insides:
        parts.append(text[at : inside.start - 1])
        parts.append("“" + MASK * (inside.end - inside.start))
        at = inside.end
        if at < len(text) and text[at] in '”»’"“':
            parts.append("”")
            at += 1
    return "".join([*parts, text[at:]])
