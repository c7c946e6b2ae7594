"""Who says so: a chain from the one who said it to the last who passed it on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from matching.spans import Span

VIA = re.compile(r",?\s+(?:and\s+)?(?:via|by way of|through)\s+", re.IGNORECASE)
SEVERAL = re.compile(r"\s*,\s*(?:and\s+)?")


class Strength(StrEnum):
    """How the words are tied to the one who says so; docs/domain.md defines each."""

    QUOTED = "quoted"
    STATED = "stated"
    CONFIRMED = "confirmed"
    REPORTED = "reported"
    DOCUMENTED = "documented"
    BELIEVED = "believed"
    ALLEGED = "alleged"
    DENIED = "denied"
    HEARSAY = "hearsay"

    @property
    def is_answered_for(self) -> bool:
        """The root answers for it. What is believed or alleged is many people's."""
        return self in (self.QUOTED, self.STATED, self.CONFIRMED, self.REPORTED)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A proposal for who says so.

    `chain` names the one who said it first and then, in order, who passed it on; it is empty when
    the words name nobody (“reportedly”). `is_named` is of the first: “analysts” are nobody one
    could ask. `span` is where the naming stands, in code points of before + text + after.
    """

    chain: tuple[str, ...]
    strength: Strength
    is_named: bool
    span: Span

    @property
    def root(self) -> str:
        """Who said it first; empty when nobody is named."""
        return self.chain[0] if self.chain else ""

    @property
    def via(self) -> tuple[str, ...]:
        """Who passed it on, the nearest to the root first."""
        return self.chain[1:]

    @property
    def words(self) -> str:
        """The chain in one line, as `read_chain` reads it: “Kim, via TASS”."""
        return chain_words(self.chain)

    @property
    def shown(self) -> str:
        """For a page: “Kim, via TASS, quoted”."""
        return f"{self.words or 'nobody named'}, {self.strength}"


ARTICLES = frozenset({"The", "A", "An"})


def chain_words(chain: tuple[str, ...], *, is_inside: bool = False) -> str:
    """The chain in one line, root first; empty for an empty chain.

    `is_inside`: for the middle of a sentence, “the coastguard” where one began with “The”.
    """
    words = ", via ".join(chain)
    first, blank, rest = words.partition(" ")
    return f"{first.lower()}{blank}{rest}" if is_inside and first in ARTICLES else words


def read_chain(words: str) -> tuple[str, ...]:
    """The chain that somebody wrote in one line: “Kim, via TASS” is (Kim, TASS).

    “via”, “through” and “by way of” part it, and after them a comma; one before belongs to the
    name. Reads back what `chain_words` writes unless a relay's own name has a comma.
    """
    root, *passed = VIA.split(" ".join(words.split()))
    relays = [name for part in passed for name in SEVERAL.split(part)]
    return tuple(name for name in (one.strip(" ,") for one in (root, *relays)) if name)
