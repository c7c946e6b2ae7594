"""The words of a comment: addresses become links, and `@name` calls a member of the desk.

All else is plain text. Pieces are cut here and escaped where they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accounts.models import User

# Signs that turn the direction of writing would have an address read as another one.
ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE)
AFTER_ADDRESS = ".,;:!?'’…*_"  # the sentence's, not the address's
BRACKETS = {")": "(", "]": "[", "}": "{"}
CALL = re.compile(r"(?<![\w@.+/-])@([\w.@+-]{1,150})")
AFTER_NAME = ".@+-"  # a login may hold them, and a sentence end with one


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a comment; `url` makes it a link, `is_call` a member's name."""

    text: str
    url: str = ""
    is_call: bool = False


def logins_in(text: str) -> set[str]:
    """What may be the logins of people who are called, in lower case; “@tomas.” may be two."""
    found: set[str] = set()
    for words, is_address in _apart(text):
        if not is_address:
            for call in CALL.finditer(words):
                found |= _logins(call[1])
    return found


def pieces(text: str, people: Mapping[str, User]) -> list[Piece]:
    """The comment cut up; `people` are members by their login in lower case."""
    cut: list[Piece] = []
    for words, is_address in _apart(text):
        if is_address:
            cut.append(Piece(text=words, url=words))
        else:
            cut += _with_calls(words, people)
    return cut


def _with_calls(words: str, people: Mapping[str, User]) -> Iterator[Piece]:
    at = 0
    for call in CALL.finditer(words):
        login = max(_logins(call[1]) & people.keys(), key=len, default="")
        if login:
            if call.start() > at:
                yield Piece(text=words[at : call.start()])
            yield Piece(text=f"@{people[login]}", is_call=True)
            at = call.start(1) + len(login)
    if at < len(words):
        yield Piece(text=words[at:])


def _logins(typed: str) -> set[str]:
    return {typed.lower(), typed.rstrip(AFTER_NAME).lower()} - {""}


def _apart(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches in order, each with whether it is an address."""
    at = 0
    for found in ADDRESS.finditer(text):
        address = _trimmed(found[0])
        if len(address) <= len("https://"):
            continue
        if found.start() > at:
            yield text[at : found.start()], False
        yield address, True
        at = found.start() + len(address)
    if at < len(text):
        yield text[at:], False


def _trimmed(address: str) -> str:
    """Without what the sentence around it adds; a bracket stays where it was opened inside."""
    while address and (address[-1] in AFTER_ADDRESS or _closes_what_is_outside(address)):
        address = address[:-1]
    return address


def _closes_what_is_outside(address: str) -> bool:
    opening = BRACKETS.get(address[-1])
    return opening is not None and address.count(address[-1]) > address.count(opening)
