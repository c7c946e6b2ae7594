"""The hour that a date line names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from articles.extraction.words import word_set

# "09:12", "9.12", "9h12", "9:12 a.m."; not a piece of a date, of an offset or of a longer number.
_CLOCK = re.compile(
    r"(?<![\d.:/+−-])(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d.:/]\d)(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?:\s?\(?(?P<zone>(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4}|Z)\b)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+−-])(\d{1,2})(?::?(\d{2}))?$")
# Only names that mean one offset wherever they are used.
_ZONES = {
    "z": "UTC", "utc": "UTC", "gmt": "UTC", "cet": "+01:00", "mez": "+01:00", "cest": "+02:00",
    "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "edt": "-04:00",
    "pdt": "-07:00", "mdt": "-06:00", "jst": "+09:00",
}  # fmt: skip
_UPDATED = word_set(
    """updated modified aktualisiert aktualisierung actualizado actualizada mis modifié atualizado
    atualizada aggiornato bijgewerkt обновлено zaktualizowano"""
)


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as it is written; `zone` is "UTC", an offset such as "+02:00", or empty."""

    time: time
    zone: str


def clock_in(text: str) -> Clock | None:
    """The only hour in the text; None for none, for several, and for that of an update."""
    found = list(_CLOCK.finditer(text))
    if len(found) != 1 or _UPDATED & {*re.findall(r"[^\W\d_]+", text.lower())}:
        return None
    hour, half = int(found[0]["hour"]), (found[0]["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(time(hour, int(found[0]["minute"])), _zone(found[0]["zone"] or ""))


def _zone(written: str) -> str:
    offset = _OFFSET.search(written)
    if not offset:
        return _ZONES.get(written.lower(), "")
    sign = "+" if offset[1] == "+" else "-"
    hours, minutes = int(offset[2]), int(offset[3] or 0)
    return f"{sign}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""
