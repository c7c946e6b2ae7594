"""The language of the search field: words, "phrases", -left-out, name:value.

It only reads and writes; what the names mean, and whether a value is one, is up to the page. Any
text is a query, and what a query is written as reads back to the same query.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

LONGEST = 500  # characters that are read; a selected sentence fits, an article does not
QUOTES = '"“”„‟«»'
MINUS = "-−–"  # as typed, and as text programs make of it

_NAME = r"[A-Za-z][A-Za-z-]*"
_QUOTED = rf"[{QUOTES}](?P<{{}}>[^{QUOTES}]*)(?:[{QUOTES}]|$)"
_BARE = rf"[^\s{QUOTES}]+"
_PART = re.compile(
    rf"(?P<minus>[{MINUS}](?=\S))?"
    rf"(?:(?P<name>{_NAME}):(?!//)(?:{_QUOTED.format('value')}|(?P<bare_value>{_BARE}))?"
    rf"|{_QUOTED.format('phrase')}|(?P<words>{_BARE}))"
)


@dataclass(frozen=True, kw_only=True)
class Words:
    """A word, or a phrase in quotes; never empty. Blanks in a phrase are single."""

    text: str
    is_phrase: bool = False
    is_left_out: bool = False

    def __str__(self) -> str:
        words = f'"{self.text}"' if self.is_phrase else self.text
        return f"-{words}" if self.is_left_out else words


@dataclass(frozen=True, kw_only=True)
class Condition:
    """`name:value`; the value is empty where nothing stands behind a name the page knows."""

    name: str
    value: str
    is_left_out: bool = False

    def __str__(self) -> str:
        is_plain = re.fullmatch(rf"(?!//){_BARE}|", self.value)
        value = self.value if is_plain else f'"{self.value}"'
        return f"{'-' if self.is_left_out else ''}{self.name}:{value}"


Part = Words | Condition


@dataclass(frozen=True, kw_only=True)
class Query:
    """What was asked, in its order."""

    parts: tuple[Part, ...] = ()
    is_cut: bool = False  # it was longer than LONGEST
    is_unclosed: bool = field(default=False, compare=False)  # its last quotation has no end

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))

    def __bool__(self) -> bool:
        return bool(self.parts)

    def with_instead(self, part: Part, other: Part) -> Query:
        """The query with another part in the place of this one."""
        return replace(self, parts=tuple(other if one == part else one for one in self.parts))

    def without(self, *names: str, value: str = "") -> Query:
        """The query without its conditions of these names; of one value alone, in any case."""

        def goes(part: Part) -> bool:
            if not isinstance(part, Condition) or part.name not in names:
                return False
            return not value or part.value.lower() == value

        return replace(self, parts=tuple(part for part in self.parts if not goes(part)))

    def with_more(self, part: Part) -> Query:
        """The query with another part at its end."""
        return replace(self, parts=(*self.parts, part))

    @property
    def words(self) -> tuple[Words, ...]:
        return tuple(part for part in self.parts if isinstance(part, Words))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(part for part in self.parts if isinstance(part, Condition))


def parse(text: str, *, names: Collection[str] = ()) -> Query:
    """Read any text; never raises.

    `names` are the conditions the page knows, in lower case. Another name with a value is a
    condition too, so that the page can say that it has none of that name; without a value it is a
    word with a colon, as an address (`https://…`) and a time (`6:40`) are words.
    """
    read = readable(text[:LONGEST])
    parts, is_cut = tuple(_parts(read, frozenset(names))), len(text) > LONGEST
    return Query(parts=parts, is_cut=is_cut, is_unclosed=not is_cut and _is_unclosed(read))


def readable(text: str) -> str:
    """The text with blanks for its control characters."""
    return "".join(" " if unicodedata.category(one) == "Cc" else one for one in text)


def _is_unclosed(text: str) -> bool:
    """Whether a quotation begins that nothing ends; only the last can be one."""
    quoted = [one for one in _PART.finditer(text) if (one["phrase"], one["value"]) != (None, None)]
    return bool(quoted) and sum(map(quoted[-1].group().count, QUOTES)) < 2


def _parts(text: str, names: frozenset[str]) -> Iterator[Part]:
    for found in _PART.finditer(text):
        part = _part(found, names)
        if isinstance(part, Condition) or part.text:
            yield replace(part, is_left_out=bool(found["minus"]))


def _part(found: re.Match[str], names: frozenset[str]) -> Part:
    if found["phrase"] is not None:
        return Words(text=_tidy(found["phrase"]), is_phrase=True)
    if found["words"] is not None:
        return Words(text=found["words"])
    name = found["name"].lower()
    value = _tidy(found["value"] or found["bare_value"] or "")
    if value or name in names:
        return Condition(name=name, value=value)
    return Words(text=f"{found['name']}:")


def _tidy(text: str) -> str:
    return " ".join(text.split())
