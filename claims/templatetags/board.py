"""The cells of the story board.

A page has four hundred of them, and the template language takes a fifth of a millisecond for one:
that is why they are written here. Words that come from texts and people go through `escape`; all
else is ours or a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString

from claims.cells import Cell
from claims.entries import Entry, status_words

register = template.Library()


@register.simple_tag
def board_cells(cells: Iterable[Cell], opened: str, open_from: str, focus: str) -> SafeString:
    """The cells of a row. `opened` and `focus` are keys of cells, or empty.

    `open_from` is the page's address up to where a cell's key goes.
    """
    page = escape(open_from)
    drawn = (
        f'<td><a class="cell {cell.classes}" id="cell-{cell.key}"'
        f' href="{page}open={cell.key}#cell-{cell.key}" hx-get="{cell.url}"'
        f' aria-expanded="{"true" if cell.key == opened else "false"}"'
        f"{' data-focus' if cell.key == focus else ''}{_acts(cell)}>{_words(cell)}</a></td>"
        for cell in cells
    )
    return SafeString("\n".join(drawn))


def _acts(cell: Cell) -> str:
    """What the keys do in the cell, for the script."""
    if cell.mention:
        return f' data-link="{cell.link_url}" data-sentence="{cell.mention.sentence_id}"'
    if cell.entries:
        return f' data-review="{cell.review_url}" data-article="{escape(cell.article_url)}"'
    return "" if cell.silence else f' data-silence="{cell.silence_url}"'


def _words(cell: Cell) -> str:
    if cell.entries:
        more = f' <span class="state">and {cell.more} more</span>' if cell.more else ""
        return " ".join(map(_entry, cell.shown)) + more
    if cell.mention:
        return (
            f'<span class="top" dir="auto">“{escape(cell.brief)}”</span>'
            f' <span class="state">{cell.says}</span>'
        )
    sign = "–" if cell.silence else "·"
    return f'<span aria-hidden="true">{sign}</span><span class="vh">{cell.says}</span>'


def _entry(entry: Entry) -> str:
    signs = "".join(
        f'<svg class="i is-{status}" aria-hidden="true"><use href="#i-{status}"/></svg>'
        for status in entry.statuses
    )
    heard = "".join(f", {status_words(status)}" for status in entry.statuses)
    withdrawn = ", withdrawn" if entry.is_withdrawn else ""
    return (
        f'<span class="top" dir="auto">{signs}'
        f'<span class="{"fig" if entry.differs else "said"}">{escape(entry.words)}</span></span>'
        f' <span class="state">{_voice(entry)}{withdrawn}<span class="vh">{heard}</span>'
        f"{', single origin' if entry.is_single_origin else ''}</span>"
    )


def _voice(entry: Entry) -> str:
    if not entry.attribution:
        return "differs" if entry.differs else "states it"
    return (
        f'{"differs, " if entry.differs else ""}<svg class="i" aria-hidden="true">'
        '<use href="#i-quote"/></svg> <span class="vh">attributes it to </span>'
        f"{escape(entry.attribution)}"
    )
