"""Names of speakers, cut out of a sentence before and after a verb."""

from __future__ import annotations

import re

from matching.attribution.language import Language
from matching.attribution.names import CAPITALISED, WORD, proper_run
from matching.spans import Span
from matching.wordlists import TITLES

LONGEST_NAME = 14  # words; what is longer is a clause
LOOKED_BACK = 240  # code points before a verb in which its subject begins
LONGEST_TITLE = 5  # letters, as in “Capt”
EDGES = " \t\n\u00a0,;:.“”\"'()[]—–-\ue000"


def before(text: str, span: Span, language: Language) -> Span | None:
    """The speaker's name at the end of `span`, up to a verb; none when no name stands there.

    `text` has its quotations masked. An aside between commas belongs to the name before it:
    “Ada Lund, the harbour master,”.
    """
    start = max(span.start, span.end - LOOKED_BACK)
    piece = _without_aside(text[start : span.end], language)
    span = Span(span.start, start + len(piece))
    if piece.rstrip().endswith(","):
        return _with_aside(text, Span(start, start + len(piece.rstrip()) - 1), language)
    return _name(text, Span(_begin(piece, language) + start, span.end), language)


def after(text: str, span: Span, language: Language) -> Span | None:
    """The name that begins `span`, up to a stop or relative clause; none when that is a clause."""
    lead = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
    end = language.name_end.search(text, span.start + lead + 1, span.end)
    while end and _is_inside_name(text, end):
        end = language.name_end.search(text, end.end(), span.end)
    return _name(text, Span(span.start + lead, end.start() if end else span.end), language)


def after_verb(text: str, span: Span, language: Language) -> Span | None:
    """The speaker after “said”; none for “said the figure “was”” and “said she would”."""
    name = after(text, span, language)
    if name is None or text[name.end : span.end].lstrip().startswith("“"):
        return None
    words = name.of(text).lower().split()
    is_other = words[0] in language.pointers | language.pronouns and len(words) > 1
    return None if is_other or words[0] in language.pointers else name


def with_aside_only(text: str, span: Span, language: Language) -> Span | None:
    """The name that `span` holds with its aside and nothing else: “Ada Lund, the engineer,”."""
    if not text[span.start : span.end].rstrip().endswith(","):
        return None
    name = before(text, span, language)
    if name is None or text[span.start : name.start].strip(" “"):
        return None
    words = [word.lower() for word in WORD.findall(text[span.start : span.end].split(",")[0])]
    is_clause = bool(language.determiners & set(words[1:]))
    is_name = bool(proper_run(name.of(text))) or words[-1] in language.nouns
    return name if is_name and not is_clause else None


def _is_inside_name(text: str, stop: re.Match[str]) -> bool:
    """A full stop of an initial or of a title: “J. Lund”, “Mr. Lund”."""
    if stop.group() != ".":
        return False
    word = re.search(r"[^\W\d_]+$", text[max(0, stop.start() - LONGEST_TITLE) : stop.start()])
    is_short = word is not None and (len(word.group()) == 1 or word.group() in TITLES)
    return is_short and stop.end() < len(text)


def _without_aside(piece: str, language: Language) -> str:
    """Without “on Wednesday” at the end: “Kim on Wednesday said”."""
    for aside in language.aside.finditer(piece):
        if aside.end() == len(piece.rstrip()) and piece[: aside.start()].strip():
            return piece[: aside.start()]
    return piece


def _begin(piece: str, language: Language) -> int:
    """Where in the words before a verb its subject begins."""
    begin = 0
    for stop in language.boundary.finditer(piece):
        if piece[stop.end() :].strip():
            begin = stop.end()
    for joint in reversed(list(language.joining.finditer(piece, begin))):
        if not _is_list(piece[begin : joint.start()], language):
            return joint.end()
    return begin


def _is_list(words: str, language: Language) -> bool:
    """Whether words before “and” name a speaker too, and hold no clause."""
    said = WORD.findall(words)
    known = (
        language.particles
        | language.joints
        | language.determiners
        | language.roles
        | language.media
        | language.unnamed
        | language.bodies
    )
    strange = [word for word in said if word[0].islower() and word not in known]
    has_determiner = bool(said) and said[0].lower() in language.determiners
    return bool(said) and len(strange) <= (len(said) <= 3 and has_determiner)


def _with_aside(text: str, span: Span, language: Language) -> Span | None:
    """The name before the aside that ends at `span.end`: “Ada Lund, the harbour master”.

    The whole where the aside is the person's name: “The harbour master, Ada Lund”.
    """
    end = span.end
    for _ in range(3):
        comma = text.rfind(",", span.start, end)
        if comma < 0:
            return None
        begin = _begin(text[span.start : comma], language) + span.start
        name = _name(text, Span(begin, comma), language)
        if name and not language.pointers & {text[name.start : name.end].lower()}:
            said = WORD.findall(text[comma:end])
            is_person = end == span.end and all(CAPITALISED.fullmatch(word) for word in said)
            is_office = not CAPITALISED.fullmatch(WORD.findall(name.of(text))[-1])
            return Span(name.start, end) if is_person and is_office else name
        end = comma
    return None


def _name(text: str, span: Span, language: Language) -> Span | None:
    """The span without lead-ins and loose signs, if it can be a name at all."""
    start, end = span.start, span.end
    while lead := language.lead_in.match(text, start, end):
        if lead.end() >= end:
            return None
        start = lead.end()
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    if text[end : end + 1] == ")" and "(" in text[start:end]:
        end += 1
    words = WORD.findall(text[start:end])
    return Span(start, end) if _can_be_name(words, language) else None


def _can_be_name(words: list[str], language: Language) -> bool:
    if not words or len(words) > LONGEST_NAME:
        return False
    first = words[0].lower()
    clausal = (language.finite | language.verbs.keys()) - language.noun_like
    if first in language.particles - language.determiners or clausal & set(words[1:]):
        return False
    is_figure = len(words) > 1 and words[1][0].isdigit()
    if is_figure or any(word.endswith(("n’t", "n't")) for word in words):
        return False
    if language.pronouns & set(words[1:]) or words[-1] in language.particles | language.determiners:
        return False
    if words[0][0].isupper() or first in language.pronouns:
        return not words[0].isdigit() and (len(words) > 1 or first not in language.determiners)
    if first in language.determiners:
        return len(words) > 1
    known = language.unnamed | language.media | language.records | language.bodies
    return first in language.roles or words[-1][0].isupper() or bool(known & set(words))


def at_start(text: str, span: Span, language: Language) -> Span | None:
    """The name that begins `span`: determiner, capitals and roles up to the first other word."""
    end, has_name = span.start, False
    for number, word in enumerate(WORD.finditer(text, span.start, span.end)):
        said = word.group().lower()
        if any(sign in text[end : word.start()] for sign in ",;:—–") and number:
            break
        is_role = said in language.nouns
        if CAPITALISED.fullmatch(word.group()):
            has_name = has_name or said not in language.nameless
        elif not is_role and said not in language.determiners:
            break
        has_name, end = has_name or is_role, word.end()
    return _name(text, Span(span.start, end), language) if has_name else None
