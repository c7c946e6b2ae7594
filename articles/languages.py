"""Languages by name, for choosing what an article is written in."""

from __future__ import annotations

from functools import cache

from django.conf.locale import LANG_INFO


@cache
def choices() -> list[tuple[str, str]]:
    """Codes of ISO 639-1 and their English names, in the order of the names."""
    named = {
        code: info["name"] for code, info in LANG_INFO.items() if "name" in info and len(code) == 2
    }
    return sorted({**named, "zh": "Chinese", "no": "Norwegian"}.items(), key=lambda pair: pair[1])


def choices_with(code: str) -> list[tuple[str, str]]:
    """All of them for a field, “not known” first, and the code where it is none of them."""
    known = choices()
    if code and code not in dict(known):
        known = [(code, name_of(code)), *known]
    return [("", "Not known"), *known]


def name_of(code: str) -> str:
    """The English name; the code itself where we have no name."""
    return dict(choices()).get(code, code)
