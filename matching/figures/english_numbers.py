"""English numbers, and the words that bound them."""

from __future__ import annotations

from matching.figures.language import Bound
from matching.figures.quantity import Approximation
from matching.figures.tables import numbered


def phrases(bound: Bound, phrases: str) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for phrase in phrases.split(", ")}


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = numbered(_UNITS) | numbered(_TENS, 20, 10)
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
GLUED = {"k": 1e3} | dict.fromkeys(("m", "mm", "mn", "mln"), 1e6)
GLUED |= dict.fromkeys(("b", "bn"), 1e9) | dict.fromkeys(("tn", "trn"), 1e12)
VAGUE = {
    "tens": (20.0, 99.0),
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9_999.0),
    "millions": (2e6, 9_999_999.0),
    "billions": (2e9, 9_999_999_999.0),
}
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
)
ORDINALS |= numbered("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 30, 10)
ORDINALS |= {"hundredth": 100}
FRACTIONS = {
    f"{word}{ending}": number
    for word, number in numbered("third fourth fifth sixth seventh eighth ninth tenth", 3).items()
    for ending in ("", "s")
} | {"quarter": 4, "quarters": 4, "half": 2, "halves": 2}

# Ten per cent either way is how far editors let “about” go; “nearly” reaches no higher than
# the figure and seldom more than a fourteenth below it.
ABOUT = Bound(Approximation.ABOUT, 0.9, 1.1)
ESTIMATED = Bound(Approximation.ABOUT, 0.85, 1.15)
NEARLY = Bound(Approximation.NEARLY, 0.93, 1.0)
AT_LEAST = Bound(Approximation.AT_LEAST, 1.0, float("inf"))
AT_MOST = Bound(Approximation.AT_MOST, 0.0, 1.0)
BOUNDS = {
    **phrases(
        ABOUT,
        "about, around, roughly, approximately, approx, some, circa, ca, in the region of,"
        " in the order of, somewhere around, close to, near, or about, give or take, ~, ≈",
    ),
    **phrases(ESTIMATED, "estimated, an estimated, possibly, perhaps, maybe, as estimated"),
    **phrases(
        NEARLY,
        "nearly, almost, just under, just below, just short of, approaching, approached,"
        " not quite, a little under, slightly less than, slightly under, virtually",
    ),
    **phrases(
        AT_LEAST,
        "more than, over, at least, above, exceeding, exceeded, exceeds, upwards of, upward of,"
        " no fewer than, no less than, not less than, topped, topping, surpassed, surpassing,"
        " greater than, in excess of, well over, just over, a minimum of, minimum, better than,"
        " higher than, longer than, older than, well above, a little over, >, ≥,"
        " a little more than, slightly more than, slightly over, just above",
    ),
    **phrases(
        AT_MOST,
        "up to, as many as, as much as, at most, under, below, less than, fewer than,"
        " no more than, not more than, a maximum of, maximum, at the most, lower than,"
        " as high as, as long as, well under, well below, within, not exceeding, <, ≤",
    ),
}
BOUNDS_BEHIND = {
    **phrases(AT_LEAST, "or more, or over, or above, or older, or greater, plus, +, at least"),
    **phrases(AT_MOST, "or fewer, or less, or under, or younger, at most, at the most"),
    **phrases(ABOUT, "or so, or thereabouts, more or less, give or take"),
}
