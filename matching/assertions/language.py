"""The words a language denies with, and its offices. A second language is one more module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Assertions:
    """Word tables, in lower case without inner dots; stems as `matching.text.stem` makes them."""

    negators: frozenset[str]
    """Words that deny the next word of content."""
    contracted: str
    """The ending that denies: “n't”."""
    harmless: frozenset[str]
    """Words behind a negator that undo it: “not only”, “no more than”."""
    refusals: frozenset[str]
    """Verbs that deny the verb behind them: “failed to land”."""
    skipped: frozenset[str]
    """Words between a negator and what it denies."""
    adverb: str
    """The ending of words that a negator reaches across: “ly”."""
    lasting: frozenset[str]
    """Verbs before a state that leave it as it is: “remained closed”."""
    being: frozenset[str]
    """Verbs before a passive: “was”."""
    by: frozenset[str]
    """Words behind a passive, before who did it."""
    opening: frozenset[str]
    """Words before a verb that leave it open: “to sell”."""
    supposing: frozenset[str]
    """Words that make a claim a supposition: “if”."""
    deadly: frozenset[str]
    """Stems beside a verb of injury that make it one of death."""
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Pairs of stems that cannot both be said of one thing."""
    bases: Mapping[str, str]
    """The stem of an irregular form with that of its verb: “met”, “meet”."""
    offices: frozenset[str]
    """Words for an office that one person holds at a time: “mayor”."""
    posts: frozenset[str]
    """Words for posts that several hold: “spokesman”."""
    modifiers: frozenset[str]
    """Words before an office that say which it is: “foreign”, “deputy”."""
    spellings: Mapping[str, str]
    """Two spellings of a modifier."""
    titles: frozenset[str]
    """Words before a name that are none of it: “Mr”."""
    of: frozenset[str]
    articles: frozenset[str]
    lacking: frozenset[str]
    """Negators of things: “without”."""
    having: frozenset[str]
    """Words before what somebody has: “with”."""
    doing: str
    """The ending of what is done and no thing: “ing”."""
    denying: frozenset[str]
    """`negators` and `refusals` together."""
