"""Countries by name, for choosing where an outlet is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def choices() -> list[tuple[str, str]]:
    """Codes of ISO 3166-1 (alpha-2) and their English names, in the order of the names.

    Source: iso3166.tab of the IANA time zone database, as the package tzdata has it.
    """
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return sorted(((code, name) for code, name in rows), key=lambda pair: pair[1])


def name_of(code: str) -> str:
    """The English name; the code itself where there is none."""
    return dict(choices()).get(code, code)
