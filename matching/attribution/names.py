"""What kind of speaker a name means: a medium, a record, a person, somebody one could ask."""

from __future__ import annotations

import re
from collections.abc import Collection

from matching.attribution.english import ENGLISH
from matching.attribution.language import Language

WORD = re.compile(r"[\w$€£&][\w.’'&-]*")
CAPITALISED = re.compile(r"(?:[A-Z]\.\s?)*[A-ZÀ-Þ][\w.’'&-]*")
ACRONYM = re.compile(r"[A-Z]{2,5}\b")


def proper_run(name: str) -> tuple[str, ...]:
    """The last run of capitalised words of a name: Lund in “harbour master Ada Lund”."""
    runs: list[list[str]] = [[]]
    for word in WORD.findall(re.sub(r"\([^)]*\)", " ", name)):
        if CAPITALISED.fullmatch(word):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    found = [run for run in runs if [w for w in run if w.lower() not in ("the", "a", "an")]]
    return tuple(found[-1]) if found else ()


def is_medium(name: str, language: Language, known: Collection[str] = ()) -> bool:
    """Whether it passes on what others say: a newspaper, agency or station.

    `known` are names of outlets beyond those the language lists, as `plain` gives them.
    """
    words = WORD.findall(name)
    capitalised = {word.lower().rstrip(".") for word in words if CAPITALISED.fullmatch(word)}
    kinds = _heads(name, language) | capitalised
    run = proper_run(name)
    if run and words[-1] == run[-1]:
        kinds |= {word.lower() for word in words[-len(run) - 1 : -len(run)]}  # the agency Velta
    if kinds & language.media:
        return True
    return plain(name, language) in known


def plain(name: str, language: Language) -> str:
    """Folded words of a name, without determiners: “Harbour Post” of “the Harbour Post”."""
    words = (word.lower().rstrip(".") for word in WORD.findall(name))
    return " ".join(word for word in words if word not in language.determiners)


def is_record(name: str, language: Language) -> bool:
    """Whether it is something that one can look at: a list, a log, footage."""
    words = [word.lower() for word in WORD.findall(name)]
    spoken = language.spokesmen - language.records
    return bool(language.records & set(words[:4])) and not spoken & set(words)


def is_person(name: str, language: Language) -> bool:
    """Whether “he” or “she” may stand for it."""
    if is_medium(name, language):
        return False
    run = proper_run(name)
    words = [word.lower() for word in WORD.findall(name)]
    if any(word in language.spokesmen | language.unnamed for word in words):
        return bool(run) or any(word in language.unnamed | language.spokesmen for word in words)
    return bool(run) and name.rstrip().endswith(run[-1])


def is_named(name: str, language: Language = ENGLISH) -> bool:
    """Whether one could ask them: a person, an institution or its spokesman, not “analysts”."""
    words = [word.lower().rstrip(".") for word in WORD.findall(name)]
    if not words or (len(words) == 1 and words[0] in language.pronouns | language.unnamed):
        return False
    if language.withheld.search(name):
        return False
    heads = _heads(name, language)
    if not heads & language.unnamed:
        return True
    return bool(set(words) & language.spokesmen) or _is_apposed(name, language)


def _heads(name: str, language: Language) -> set[str]:
    """The words that are what the name is: the last of its part before a preposition or comma."""
    first = re.split(r"[,(]", name)[0]
    words: list[str] = []
    for word in WORD.findall(first):
        if word.lower() in language.particles - language.determiners and words:
            break
        words.append(word.lower())
    return set(words[-1:])


def _is_apposed(name: str, language: Language) -> bool:
    """“Ada Lund, an engineer”: the person comes first."""
    first = name.split(",")[0]
    return first != name and len(proper_run(first)) > 1
