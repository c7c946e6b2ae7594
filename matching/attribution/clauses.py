"""Verbs that report, with who speaks, who listens and what stands aside of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from matching.attribution import names, speakers
from matching.attribution.chain import Strength
from matching.attribution.language import Language
from matching.spans import Span

MOST_NAMINGS = 12  # of one kind in one sentence; newspapers print three
LONGEST_MEDIUM = 5  # words: the Valley Courier’s evening edition
ASIDES = 4  # “on Monday, in Lisbon, at a briefing, by telephone” and no end

TOLD = (Strength.STATED, Strength.REPORTED)  # what becomes “documented” when a letter says it


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its speakers, root first, before it is known which words it holds."""

    span: Span
    speakers: tuple[Span, ...]
    strength: Strength
    tail: int  # where the words begin that follow verb, listener and asides
    is_passive: bool = False  # “the deaths were confirmed by”: its subject is what was said


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text whose quotations are masked, and the language it is read in."""

    text: str
    span: Span
    language: Language
    outlets: Collection[str] = ()  # as `names.plain` gives their names

    def up_to(self, end: int) -> str:
        """The words before `end`, as far back as a subject can stand."""
        return self.text[max(self.span.start, end - speakers.LOOKED_BACK) : end]

    def rest(self, start: int) -> Span:
        return Span(start, self.span.end)


def of_sentence(sentence: Sentence) -> Iterator[Clause]:
    """The sentence's reporting verbs that somebody speaks, in order."""
    pattern = _verb_pattern(tuple(sentence.language.verbs))
    last: Clause | None = None
    found = 0
    for verb in pattern.finditer(sentence.text, sentence.span.start, sentence.span.end):
        if found == MOST_NAMINGS:
            break
        if clause := _clause(sentence, verb, last):
            last, found = clause, found + 1
            yield clause


@lru_cache(maxsize=8)
def _verb_pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(verbs, key=len, reverse=True))})\b(?!-)")


def _clause(sentence: Sentence, verb: re.Match[str], last: Clause | None) -> Clause | None:
    language, before = sentence.language, sentence.up_to(verb.start())
    if language.not_said.search(before):
        return None
    if language.passive.search(before):
        return _passive(sentence, verb)
    adverbs = language.before_verb.search(before)
    left = Span(verb.start() - len(before), verb.start() - len(adverbs.group() if adverbs else ""))
    name, end = _speaker(sentence, left, verb, last)
    if name is None:
        return None
    if verb.group() in language.quoting:
        return _quoting(sentence, name, verb)
    listener, end = _listener(sentence, end, verb.group())
    end, medium = asides(sentence, end)
    said = (name, *(one for one in (listener, medium) if one))
    strength = language.verbs[verb.group()]
    if strength in TOLD and names.is_record(name.of(sentence.text), language):
        strength = Strength.DOCUMENTED
    elif strength == Strength.STATED and _is_medium(sentence, name):
        strength = Strength.REPORTED
    is_repeated = last is not None and name in last.speakers
    start = verb.start() if is_repeated else min(name.start, verb.start())
    return Clause(Span(start, end), said, strength, end)


def _is_medium(sentence: Sentence, name: Span) -> bool:
    return names.is_medium(name.of(sentence.text), sentence.language, sentence.outlets)


def _speaker(
    sentence: Sentence, left: Span, verb: re.Match[str], last: Clause | None
) -> tuple[Span | None, int]:
    """Who speaks, and where verb and name end."""
    language, form = sentence.language, verb.group()
    words = left.of(sentence.text).rstrip()
    if aside := language.relative_aside.search(words):
        words = words[: aside.start()]
        left = Span(left.start, left.start + len(words))
    if (not words or words[-1] in ",”—–:") and form in language.inverting:
        first = speakers.with_aside_only(sentence.text, left, language)
        name = (
            None
            if first
            else speakers.after_verb(sentence.text, sentence.rest(verb.end()), language)
        )
        if name:
            return name, name.end
    elsewhere = left.end - len(left.of(sentence.text)) + len(words)
    if form in language.participles:
        return (subject(sentence, elsewhere) if words.endswith(",") else None), verb.end()
    if relative := language.relative_subject.search(words):
        antecedent = Span(left.start, left.start + relative.start())
        return speakers.before(sentence.text, antecedent, language), verb.end()
    if language.joined.search(words):
        return (last.speakers[0] if last else subject(sentence, elsewhere)), verb.end()
    name = speakers.before(sentence.text, left, language) if words else None
    return (name if name and _fits(sentence, name, verb) else None), verb.end()


def _fits(sentence: Sentence, name: Span, verb: re.Match[str]) -> bool:
    """Whether such a subject does what the verb says: lists show, people and outlets believe.

    A form that is a noun too (“reports”) is a verb after a name and before a clause.
    """
    language, form = sentence.language, verb.group()
    words = [word.lower() for word in names.WORD.findall(name.of(sentence.text))]
    strength = language.verbs[form]
    if strength == Strength.DOCUMENTED and not language.records & set(words):
        return False
    if language.when_only.search(sentence.up_to(name.start)):
        return False
    if words[0] in language.nobody:
        return False
    if strength == Strength.BELIEVED and words[0] in language.pointers:
        return False
    if language.has_object.match(sentence.text, verb.end(), sentence.span.end):
        return False
    if form not in language.noun_like:
        return True
    known = language.unnamed | language.media | language.records | language.pronouns
    following = sentence.rest(verb.end()).of(sentence.text).lstrip(" ,").split(" ", 1)[0].lower()
    is_clause = following not in language.particles - language.determiners
    is_subject = bool(names.proper_run(name.of(sentence.text)) or known & set(words))
    return is_subject and is_clause and following not in language.verbs


def subject(sentence: Sentence, end: int) -> Span | None:
    """The name that begins the sentence, lead-ins aside: who speaks in “…, saying”."""
    language, start = sentence.language, sentence.span.start
    if intro := language.intro.match(sentence.text, start, end):
        start = intro.end()
    while lead := language.lead_in.match(sentence.text, start, end):
        start = lead.end()
    return speakers.at_start(sentence.text, Span(start, end), language)


def _passive(sentence: Sentence, verb: re.Match[str]) -> Clause | None:
    """“as reported by TASS”, “Kim was quoted by TASS as saying”."""
    language, text = sentence.language, sentence.text
    by = language.passive_by.match(text, verb.end(), sentence.span.end)
    agent = speakers.after(text, sentence.rest(by.end()), language) if by else None
    if agent is None or language.verbs[verb.group()] == Strength.DOCUMENTED:
        return None
    copula = language.passive.search(sentence.up_to(verb.start()))
    start = verb.start() - len(copula.group() if copula else "")
    said: tuple[Span, ...] = (agent,)
    who = None
    if verb.group() in language.quoting:
        who = speakers.before(text, Span(sentence.span.start, start), language)
        said = (who, agent) if who else said
    strength = Strength.QUOTED if who else language.verbs[verb.group()]
    end, _ = asides(sentence, agent.end)
    if saying := language.as_saying.match(text, end, sentence.span.end):
        end = saying.end()
    return Clause(Span(who.start if who else start, end), said, strength, end, who is None)


def _quoting(sentence: Sentence, name: Span, verb: re.Match[str]) -> Clause | None:
    """“TASS quoted Kim as saying”: Kim, via TASS."""
    language, text = sentence.language, sentence.text
    saying = language.as_saying.search(text, verb.end(), sentence.span.end)
    if saying is None:
        return None
    who = speakers.after(text, Span(verb.end(), saying.start()), language)
    if who is None:
        return None
    end, _ = asides(sentence, saying.end())
    return Clause(Span(name.start, end), (who, name), Strength.QUOTED, end)


def _listener(sentence: Sentence, start: int, form: str) -> tuple[Span | None, int]:
    """Whom it was told, if that is a medium, and where the listener ends."""
    language, text = sentence.language, sentence.text
    if form not in language.telling:
        return None, start
    found = language.listener.match(text, start, sentence.span.end)
    if not found:
        return None, start
    who = Span(*found.span("who"))
    medium = _medium(sentence, found.start("who"))
    return (medium, medium.end) if medium else (None, who.end)


def _medium(sentence: Sentence, start: int) -> Span | None:
    """The medium whose name begins at `start`: “state television”, “the BBC”, “RIA Novosti”."""
    text, language, found = sentence.text, sentence.language, None
    for number, word in enumerate(names.WORD.finditer(text, start, sentence.span.end)):
        said = word.group().rstrip(".")
        if found and said.lower() in language.meetings:
            return None
        if number == LONGEST_MEDIUM or (found and said.lower() not in language.media):
            break
        end = word.start() + len(said)
        is_medium = names.is_medium(text[start:end], language, sentence.outlets)
        is_alone = number == 0 or text[start : word.start()].strip().lower() in language.determiners
        if found or is_medium or (is_alone and names.ACRONYM.fullmatch(said)):
            found = Span(start, end)
    return found


def asides(sentence: Sentence, start: int) -> tuple[int, Span | None]:
    """Where asides end (“on Tuesday, in an interview with”), and a medium named in them."""
    language, text, end, medium = sentence.language, sentence.text, start, None
    for _ in range(ASIDES):
        through = language.aside_medium.match(text, end, sentence.span.end)
        name = speakers.after(text, sentence.rest(through.end()), language) if through else None
        if name:
            medium, end = name, name.end
            continue
        aside = language.aside.match(text, end, sentence.span.end)
        if not aside:
            break
        if not medium and aside.group().split()[-1].lower() in language.media:
            medium = Span(aside.start("where"), aside.end())
        end = aside.end()
    return end, medium
