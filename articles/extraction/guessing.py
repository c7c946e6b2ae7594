"""Guessing the encoding of bytes that do not say it and are not UTF-8.

Each encoding the press has used is tried. The right one gives words of a language that is
written in it; a wrong one gives signs inside words, capitals after small letters, or gibberish.
"""

from __future__ import annotations

import re

from articles.extraction.language import likeliest

_LOOKED_AT = 16_384  # bytes
SHORT = 60  # bytes in which a language hardly shows: Windows-1252 if it fits
_ODD_MOST = 0.2  # share of the words beyond ASCII; a name like "McÉwan" is forgiven

# By how likely a newsroom is to meet them.
_WRITTEN_IN = (
    (
        "cp1252",
        "en de fr es pt it nl sv da no nb nn fi is ca gl eu ga af sq fo lb oc br cy id ms sw",
    ),
    ("iso8859-15", "fr fi es pt it de nl et"),
    ("cp1251", "ru uk bg be sr mk"),
    ("cp1250", "pl cs sk hu sl hr bs ro sq"),
    ("cp932", "ja"),
    ("euc-jp", "ja"),
    ("cp949", "ko"),
    ("gb18030", "zh"),
    ("big5", "zh"),
    ("cp1254", "tr az"),
    ("cp1253", "el"),
    ("cp1257", "lt lv et"),
    ("koi8-r", "ru"),
    ("koi8-u", "uk"),
    ("cp1255", "he"),
    ("cp1256", "ar fa ur"),
    ("cp866", "ru uk"),
    ("mac-roman", "en de fr es pt it nl sv da no"),
)
_SIGN = r"[^\w\s'’‘`´\-–—.,;:…/|\xad&@+*#=\"“”„«»‹›()€_·‐]"
_ODD = re.compile(
    rf"[a-zA-Zà-ÿ]{_SIGN}+[a-zA-Zà-ÿ]|[a-zà-ÿа-яёα-ω][A-ZÀ-ÞА-ЯЁΑ-Ω](?=[\w])|¤"
    r"|[À-ÖØ-öø-ɏ]{4}|[a-zA-ZÀ-ÿ][\u0370-\u04ff]|[\u0370-\u04ff][a-zA-ZÀ-ÿ]"
    r"|[\x80-\x9f\ue000-\uf8ff\u2500-\u259f\uff61-\uff9f]"
)
# Hebrew read as Cyrillic has letters of one case only.
_SMALL, _CAPITAL = re.compile(r"[а-яёα-ω]"), re.compile(r"[A-ZА-ЯЁΑ-ΩΆ-Ώ]")
_GREEK_OR_CYRILLIC = re.compile(r"[\u0370-\u04ff]{4}")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def guess(source: bytes) -> str | None:
    """Python's name of the likeliest encoding of `source`; None when none fits."""
    fitting = [
        (oddness, place, encoding, text)
        for place, (encoding, _) in enumerate(_WRITTEN_IN)
        if (text := _decoded(source, encoding)) is not None
        and (oddness := _oddness(text)) <= _ODD_MOST
    ]
    if len(source) < SHORT and fitting and min(fitting)[:2] == (0.0, 0):
        return fitting[0][2]
    languages = dict(_WRITTEN_IN)
    for _, _, encoding, text in sorted(fitting):
        if likeliest(text) in languages[encoding].split():
            return encoding
    from charset_normalizer import from_bytes  # 3 MB for what is rare

    best = from_bytes(source[:_LOOKED_AT]).best()
    if best is not None and _decoded(source, best.encoding) is not None:
        return best.encoding
    return min(fitting)[2] if fitting else None


def _decoded(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)[:_LOOKED_AT]
    except UnicodeDecodeError:
        return None


def _oddness(text: str) -> float:
    """Share of the runs beyond ASCII at which something no writer writes is seen."""
    if _GREEK_OR_CYRILLIC.search(text) and not (_SMALL.search(text) and _CAPITAL.search(text)):
        return 1.0
    return len(_ODD.findall(text)) / max(1, len(_BEYOND_ASCII.findall(text)))
