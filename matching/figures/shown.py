"""How figures are shown to a person: short, in the writer's unit."""

from __future__ import annotations

from matching.figures.quantity import Approximation, PartialDate

PERCENT = "%"
SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹", "RUB": "₽", "KRW": "₩"}
SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
BOUNDS = {
    Approximation.ABOUT: "about ",
    Approximation.NEARLY: "nearly ",
    Approximation.AT_LEAST: "at least ",
    Approximation.AT_MOST: "at most ",
}


def number(value: float) -> str:
    """`1,200`, `2.5`, `1.2m`: millions and more are shortened."""
    for step, letter in SHORT:
        if abs(value) >= step:
            return _plain(value / step) + letter
    return _plain(value)


def price(value: float) -> str:
    """As `number`, with both digits of the cents: `9.50`."""
    return number(value) if value == int(value) or value >= SHORT[-1][0] else f"{value:,.2f}"


def amount(low: float, high: float, unit: str, approximation: Approximation) -> str:
    """A figure with unit, as in “4–5 h”, “about 2 h”, “at least $3bn”, “15%”."""
    span = number(low) if low == high else f"{number(low)}–{number(high)}"
    if unit in SIGNS:
        parts = [price(low)] if low == high else [price(low), f"–{price(high)}"]
        text = SIGNS[unit] + "".join(parts)
    elif unit == PERCENT or unit.startswith("°"):
        text = span + unit
    else:
        text = f"{span} {unit}" if unit else span
    return BOUNDS.get(approximation, "") + text


def day(when: PartialDate) -> str:
    """`13 Sep 2023`, `Sep 2023`, `2023`, as far as it is known; `3–5 May` for days in a row."""
    month = MONTHS[when.month - 1] if when.month else None
    days = f"{when.day}–{when.until}" if when.until else when.day
    parts = (days, month, when.year)
    return " ".join(str(part) for part in parts if part is not None)


def weekday(weekday_number: int, when: PartialDate | None = None) -> str:
    """`Wed`, or `Wed 13 Sep` when the day is known."""
    name = WEEKDAYS[weekday_number]
    if when is None or when.month is None:
        return name
    return f"{name} {when.day} {MONTHS[when.month - 1]}"


def clock(minutes: float, zone: int | None = None) -> str:
    """`18:40`, with `UTC+9` when the zone is known."""
    hours, rest = divmod(round(minutes) % 1440, 60)
    text = f"{hours:02}:{rest:02}"
    if zone is None:
        return text
    sign, (ahead, odd) = ("+" if zone >= 0 else "−"), divmod(abs(zone), 60)
    offset = f"{sign}{ahead}" + (f":{odd:02}" if odd else "") if zone else ""
    return f"{text} UTC{offset}"


def _plain(value: float) -> str:
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text or "0"
