"""Template tags every page uses: icons, moments, ages, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Protocol

from django import template
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm, BoundField
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from web import addresses
from web.counts import COUNT_CAP
from web.sent_forms import FIELD, new_token

register = template.Library()

OPENING, CLOSING = '“„‟«»"‘', '”“‟«»"'  # an apostrophe can end a word


@register.simple_tag
def address(name: str, *keys: int) -> str:
    """As `url`, for what a page has in each of its rows."""
    return addresses.address(name, *keys)


@register.filter
def options(choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a select, each with its value and words."""
    shown = ((one, " selected" if one == chosen else "", words) for one, words in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', shown)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon of the sprite in base.html; hidden from screen readers, so words stand beside it."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def form_token() -> SafeString:
    """By which a form that is sent again is known; see `web.sent_forms`."""
    field = '<input type="hidden" name="{}" value="{}" autocomplete="off">'
    return format_html(field, FIELD, new_token())


@register.filter(name="input")
def as_input(field: BoundField) -> SafeString:
    """The field's widget in the desk's look; the only field with something wrong gets the focus."""
    attrs = dict(field.field.widget.attrs)
    if not field.use_fieldset and getattr(field.field.widget, "input_type", "") != "checkbox":
        attrs["class"] = " ".join(dict.fromkeys(["input", *attrs.get("class", "").split()]))
    if field.errors and not has_several_errors(field.form):
        attrs["data-focus"] = "true"
    return field.as_widget(attrs=attrs)


@register.filter(is_safe=True)
def quoted(words: str) -> str:
    """A newspaper's words in quotation marks, unless its own stand at an end of them; escaped
    as they were, so that marks in them stay."""
    return words if words[:1] in OPENING or words[-1:] in CLOSING else f"“{words}”"


@register.filter
def has_several_errors(form: BaseForm) -> bool:
    """Not just one field needs the person; the notice above the form gets the focus then."""
    return len(form.errors.keys() - {NON_FIELD_ERRORS}) != 1


def _day(local: date, today: datetime) -> str:
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local:%a} {local.day} {local:%b}{year}"


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """“Wed 18 Nov, 21:04”, “Today, 13:50”; in the reader's zone, the year when not this one."""
    if value is None:
        return ""
    local, today = timezone.localtime(value), timezone.localtime()
    day = "Today" if local.date() == today.date() else _day(local, today)
    return format_html(
        '<time datetime="{}">{}, {}</time>', local.isoformat(), day, f"{local:%H:%M}"
    )


@register.filter
def clock(value: datetime | None) -> SafeString | str:
    """“14:05”, in the reader's zone."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), f"{local:%H:%M}")


@register.filter
def full_moment(value: datetime | None) -> SafeString | str:
    """“Wednesday 18 November 2026, 21:04”, in the reader's zone."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    words = f"{local:%A} {local.day} {local:%B %Y, %H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), words)


@register.filter
def day(value: datetime | date | None) -> SafeString | str:
    """“Wed 18 Nov” for what is known to the day only; a date is no other day in another zone."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return format_html(
        '<time datetime="{}">{}</time>', f"{local:%Y-%m-%d}", _day(local, timezone.localtime())
    )


@register.filter
def age(value: datetime | None) -> str:
    """How long ago: “under 1 min”, “4 min”, “9 h”, “2 d 16 h”, “40 d”."""
    if value is None:
        return ""
    return lasting(max(timezone.now() - value, timedelta()))


@register.filter
def lasting(value: timedelta) -> str:
    """The same of a length of time."""
    minutes = value // timedelta(minutes=1)
    hours, days = minutes // 60, minutes // (24 * 60)
    if hours < 1:
        return f"{minutes} min" if minutes else "under 1 min"
    if days < 1:
        return f"{hours} h"
    rest = hours % 24
    return f"{days} d {rest} h" if rest and days < 10 else f"{days} d"


class Piece(Protocol):
    """Words of a text; a hit is what was searched for."""

    @property
    def text(self) -> str: ...
    @property
    def is_hit(self) -> bool: ...


@register.filter
def with_hits(pieces: Iterable[Piece]) -> SafeString:
    """The text of the pieces, escaped, its hits in <mark>."""
    shown = (
        format_html('<mark class="hit">{}</mark>', piece.text) if piece.is_hit else piece.text
        for piece in pieces
    )
    return format_html_join("", "{}", ((part,) for part in shown))


@register.filter(is_safe=True)
def indented(words: str) -> str:
    """Each line behind “  > ”, as mail quotes what somebody said."""
    return "\n".join(f"  > {line}" for line in words.splitlines())


@register.filter
def capped(count: int) -> str:
    """“1,000”, and “over 1,000” above the cap."""
    return f"over {COUNT_CAP:,}" if count > COUNT_CAP else f"{int(count):,}"


@register.filter
def thousands(count: int) -> str:
    """“1,024”."""
    return f"{count:,}"


@register.filter
def score(value: float | None) -> str:
    """A share as “.61”; 1.00 stays “1.00”."""
    return "" if value is None else f"{value:.2f}".removeprefix("0")
