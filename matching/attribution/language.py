"""What a language has to say for attributions to be found in it; `english` is the first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from matching.attribution.chain import Strength


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """Words folded to lower case, and patterns over a sentence as it is written.

    Patterns that begin a match at a word are anchored by the caller with `match` or by `$`.
    """

    verbs: Mapping[str, Strength]  # every form that reports, with what it makes of the words
    telling: frozenset[str]  # forms that take a listener: told AFP
    quoting: frozenset[str]  # forms that name whom they quote: quoted Kim as saying
    participles: frozenset[str]  # ", saying …": the subject of the sentence speaks
    inverting: frozenset[str]  # forms before their speaker: “…,” said Kim
    noun_like: frozenset[str]  # forms that are nouns too and need a name before them
    lowering: Mapping[str, Strength]  # of the words of `hearsay` those that are more than it

    before_verb: re.Pattern[str]  # adverbs and auxiliaries, at the end of what precedes a verb
    not_said: re.Pattern[str]  # what makes a verb no report: did not, to, refused to; at the end
    passive: re.Pattern[str]  # is, was, been; at the end
    passive_by: re.Pattern[str]  # by, after a passive verb
    hearsay: re.Pattern[str]  # reportedly, is said to: somebody says so, nobody is named
    boundary: re.Pattern[str]  # where a speaker's name can begin
    when_only: re.Pattern[str]  # since, after: what follows tells when, not who says so; at the end
    joining: re.Pattern[str]  # and, or
    lead_in: re.Pattern[str]  # on Tuesday, meanwhile: before a speaker
    aside: re.Pattern[str]  # on Tuesday, in a statement: after a verb; the place as “where”
    aside_medium: re.Pattern[str]  # in an interview with, carried by: a medium follows
    as_saying: re.Pattern[str]  # as saying
    according: re.Pattern[str]  # according to
    citing: re.Pattern[str]  # citing
    published_by: re.Pattern[str]  # images published by: the publisher follows
    name_end: re.Pattern[str]  # where a name after a verb ends
    turn: re.Pattern[str]  # , and  , who: after a naming, what follows is not held by it
    turns: re.Pattern[str]  # before and, but, while: where the next speaker may begin
    aside_clause: re.Pattern[str]  # which, that: at the end of what precedes a speaker
    joined: re.Pattern[str]  # and, but: at the end, before a verb without a speaker of its own
    relative_subject: re.Pattern[str]  # , who: at the end, before a verb
    relative_aside: re.Pattern[str]  # , who was there, : at the end, between subject and verb
    intro: re.Pattern[str]  # after the talks, : before the subject of a sentence
    listener: re.Pattern[str]  # AFP, the newspaper: after told, as group “who”

    withheld: re.Pattern[str]  # not named, anonymous

    pronouns: frozenset[str]
    unlike: Mapping[str, frozenset[str]]  # words of names that he, she cannot stand for
    persons: frozenset[str]  # pronouns of one person
    meetings: frozenset[str]  # news conference: after a medium's word, no medium
    nobody: frozenset[str]  # no speaker at all
    pointers: frozenset[str]  # this, that: no speaker
    determiners: frozenset[str]
    finite: frozenset[str]  # words no name holds: was, had, would
    titles: frozenset[str]
    unnamed: frozenset[str]  # analysts, officials, a source
    spokesmen: frozenset[str]  # who speak for an institution
    particles: frozenset[str]  # of, for, the: what joins the words of a name
    joints: frozenset[str]  # and, or
    has_object: re.Pattern[str]  # it in February: after a verb that reports nothing
    roles: frozenset[str]  # generic words beside a name: agency, leader, ministry's
    bodies: frozenset[str]  # police, ministry: institutions by their kind
    media: frozenset[str]
    records: frozenset[str]  # list, log, images: what is not said but stands somewhere
    demonyms: Mapping[str, str]

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The words that can be what a name is, written small."""
        return self.roles | self.bodies | self.unnamed | self.spokesmen | self.media | self.records

    @cached_property
    def nameless(self) -> frozenset[str]:
        """Words that may be written large and name nobody."""
        return self.pointers | self.determiners | self.nobody

    @cached_property
    def clausal(self) -> frozenset[str]:
        """The words that make a clause of what might be a name."""
        return (self.finite | self.verbs.keys()) - self.noun_like
