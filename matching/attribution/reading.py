"""A text with its sentences, quotations and namings, each found once and only when asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from matching.attribution import clauses, cues, names
from matching.attribution.clauses import Sentence
from matching.attribution.cues import Cue
from matching.attribution.language import Language
from matching.attribution.quotations import masked, quotations
from matching.sentences import paragraphs, split
from matching.spans import Span

LOOKED_BACK = 6  # sentences before the claim's in which a “he” may have been named
LOOKED_BACK_FOR_A_THING = 2  # “it” is soon something else


@dataclass(frozen=True)
class Reading:
    """The words around a claim, as they are read in one language."""

    text: str
    language: Language
    outlets: Collection[str]

    @cached_property
    def sentences(self) -> list[Span]:
        return split(self.text)

    @cached_property
    def quoted(self) -> list[Span]:
        return quotations(self.text, paragraphs(self.text))

    @cached_property
    def masked(self) -> str:
        return masked(self.text, self.quoted)

    @cached_property
    def _cues(self) -> dict[int, list[Cue]]:
        return {}

    def cues_of(self, number: int) -> list[Cue]:
        """The namings in one sentence, in the order of the text."""
        if number not in self._cues:
            self._cues[number] = cues.of_sentence(
                Sentence(self.masked, self.sentences[number], self.language, self.outlets)
            )
        return self._cues[number]

    def numbers(self, span: Span) -> list[int]:
        """Which sentences the span touches."""
        return [
            number
            for number, sentence in enumerate(self.sentences)
            if sentence.start < span.end and span.start < sentence.end
        ]

    def is_unclosed(self, index: int) -> bool:
        """The quotation runs to its paragraph's end, so the next paragraph goes on with it."""
        if index < 0:
            return False
        end = self.quoted[index].end
        return end == len(self.text) or self.text[end] == "\n"

    def name(self, cue: Cue, speaker: Span) -> str:
        """The speaker's name on one line; for a pronoun whom it means, if that is found."""
        words = self._words(speaker)
        if words.lower() not in self.language.pronouns:
            return words
        named = (one for one in self._named_before(cue, words.lower()) if self._fits(one, words))
        return next(named, words)

    def _words(self, span: Span) -> str:
        return " ".join(span.of(self.text).split())

    def _named_before(self, cue: Cue, pronoun: str) -> Iterator[str]:
        """Who spoke before a naming, the last first; of persons also the subjects of sentences."""
        own, *_ = [*self.numbers(cue.span), 0]
        is_person = pronoun in self.language.persons
        back = LOOKED_BACK if is_person else LOOKED_BACK_FOR_A_THING
        for number in range(own, max(-1, own - back - 1), -1):
            for other in reversed(self.cues_of(number)):
                if other.span.end <= cue.span.start:
                    yield from map(self._words, other.speakers)
            if number < own and is_person:
                sentence = Sentence(self.masked, self.sentences[number], self.language)
                subject = clauses.subject(sentence, sentence.span.end)
                is_loose = subject is not None and self.text[subject.end :][:1] == ","
                if subject and not is_loose and names.proper_run(self._words(subject)):
                    yield self._words(subject)

    def _fits(self, words: str, pronoun: str) -> bool:
        """Whether the pronoun can stand for the name: he for a person, it for none."""
        if words.lower() in self.language.pronouns:
            return False
        if self.language.unlike.get(pronoun.lower(), frozenset()) & set(words.lower().split()):
            return False
        is_one = pronoun.lower() in self.language.persons
        return pronoun.lower() == "they" or is_one == names.is_person(words, self.language)
