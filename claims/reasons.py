"""Why two places may say the same, in short phrases for panel and history."""

from __future__ import annotations

from collections.abc import Sequence

NAMED = 8  # shared words in a phrase: more of them are a list that nobody reads

# Nearness in meaning, a cosine without what the whole story has in common. Chosen, not fitted:
# these pick the phrase and decide nothing; what is suggested goes by the score.
CLOSE_FROM = 0.45
VERY_CLOSE_FROM = 0.65
NOT_FAR_FROM = 0.25  # said only where there is nothing else to say


def why(
    quote: str,
    *,
    shared: Sequence[str],
    near: float,
    figures: Sequence[str] = (),
    source: str = "",
) -> tuple[str, ...]:
    """At least one phrase, as in “names Selwick”, “shares people”, “close in meaning”.

    `shared` are words of `quote` that the claim has too, `figures` its values that agree with the
    claim's, `source` who says so in both; `near` is −1.0–1.0, 0.0 when unknown.
    """
    told = {word for figure in figures for word in figure.split()}
    names = [word for word in shared if word[:1].isupper() and not quote.startswith(word)]
    words = [word for word in shared if word not in names and word not in told]
    found = (
        f"same figure {', '.join(figures[:NAMED])}" if figures else "",
        f"names {', '.join(names[:NAMED])}" if names else "",
        f"shares {', '.join(words[:NAMED])}" if words else "",
        _meaning(near),
        f"both from {source}" if source else "",
    )
    weaker = "not far in meaning" if near >= NOT_FAR_FROM else "alike in spelling"
    return tuple(filter(None, found)) or (weaker,)


def _meaning(near: float) -> str:
    if near >= VERY_CLOSE_FROM:
        return "very close in meaning"
    return "close in meaning" if near >= CLOSE_FROM else ""
