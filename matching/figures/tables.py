"""Word tables written as text: how the modules of a language list their words."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * number for number, word in enumerate(words.split())}


def paired(words: str) -> dict[str, int]:
    return {word: int(number) for word, _, number in (w.partition("=") for w in words.split())}


def each(*rows: tuple[str, str]) -> dict[str, str]:
    """Each word of the second of a row with the first."""
    return {word: one for one, words in rows for word in words.split()}
