"""Words for comparing: cut, folded and stemmed, so that spellings of one word meet."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

from matching.characters import KINDS
from matching.spans import Span
from matching.wordlists import STOP_WORDS

# Over the letters of `KINDS`: figures with separators and what is glued to them (6.40pm),
# dotted initials, words with apostrophes, characters of unspaced scripts. Hyphens part words.
_MARKS = "(?>[XZ]*)"
_FIGURE = rf"D{_MARKS}(?>(?:[LD]{_MARKS}|[,.:](?=D))*)"
_INITIALS = rf"(?>(?:L{_MARKS}\.){{2,}})(?:L{_MARKS}(?![LD]))?"
_WORD = rf"L{_MARKS}(?>(?:[LD]{_MARKS})*)(?>(?:A(?=L)(?:L{_MARKS})+)*)"
TOKEN = re.compile(rf"{_FIGURE}|{_INITIALS}|{_WORD}|I{_MARKS}")

_STEMMER = snowballstemmer.stemmer("english")
_STEMMER_LOCK = threading.Lock()  # a stemmer keeps the word it works on in itself
STEMS_REMEMBERED = 65_536


def token_spans(text: str) -> list[Span]:
    """Where the words that `tokens` folds stand in `text`."""
    return [Span(*found.span()) for found in TOKEN.finditer(text.translate(KINDS))]


def tokens(text: str) -> list[str]:
    """The words and figures of `text` in order, folded; none when it has none.

    Figures stay whole (`1,000`, `6.40pm`); hyphenated words are parted; dotted initials
    lose their dots, so `U.S.` is `us`. Case, width and the form of accents and apostrophes
    make no difference. Stop words are kept.
    """
    spans = map(re.Match.span, TOKEN.finditer(text.translate(KINDS)))
    return [fold(text[start:end]) for start, end in spans]


def fold(word: str) -> str:
    """`word` without what spelling leaves open: case, width, accents' form, inner dots."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).replace("’", "'").replace("\u00ad", "")
    word = word.casefold()
    return word if word[:1].isdigit() else word.replace(".", "")


@lru_cache(maxsize=STEMS_REMEMBERED)
def stem(token: str) -> str:
    """The stem of a folded token: English Snowball; figures lose their thousands commas.

    Words of other languages come back nearly as they are.
    """
    if token[:1].isdigit():
        return re.sub(r",(?=\d{3})", "", token)
    with _STEMMER_LOCK:
        return str(_STEMMER.stemWord(token))


def stems(text: str) -> list[str]:
    """The stems of `text` in order, repeated as often as they occur, without stop words."""
    return [stem(token) for token in tokens(text) if token not in STOP_WORDS]
