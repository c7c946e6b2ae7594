"""Which language a text is in, from its words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LETTERS_LEAST = 60  # of a text whose language can be told
SURE = 0.9
_LOOKED_AT = 1_500  # characters; more make no one surer, and each costs time


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def load() -> None:
    """Load the model now, 75 MB, so that processes which are forked from this one share it."""
    _identifier()


def language_of(text: str) -> str | None:
    """ISO 639-1 code such as "en"; None when the text is too short or too mixed to tell."""
    looked_at = text[:_LOOKED_AT]
    if sum(map(str.isalpha, looked_at)) < LETTERS_LEAST:
        return None
    code, certainty = _identifier().classify(looked_at)
    return str(code) if certainty >= SURE else None


def likeliest(text: str) -> str:
    """ISO 639-1 code of the language the text looks most like, however little it says."""
    return str(_identifier().classify(text[:_LOOKED_AT])[0])
