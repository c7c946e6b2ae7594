"""Pairs of the paraphrase set that are labelled wrongly, with the reason, by number from 0.

Found by reading every pair whose sentences leave different numbers or weekdays over, whether or
not `matching` saw it. Rounding, conversion and two approximations are no reason.
"""

from __future__ import annotations

TWO_VALUES = "two values of one thing"
OTHER_DAY = "two days, months or hours of one event"
UNIT_MISSING = "one sentence leaves out the millions"
OTHER_THING = "figures of two things or periods: no paraphrase"

_DIFFERING: dict[str, tuple[int, ...]] = {
    TWO_VALUES: (
        51, 292, 627, 705, 916, 1036, 1160, 1251, 1291, 1814, 2048, 2100, 2126, 2279, 2377, 2426,
        2525, 2574, 2659, 2745, 3042, 3124, 3342, 3437, 3637, 3989,
    ),
    OTHER_DAY: (35, 1121, 1728, 1815, 3477),
    UNIT_MISSING: (368,),
}  # fmt: skip
_UNRELATED: dict[str, tuple[int, ...]] = {
    OTHER_THING: (
        822, 1170, 1571, 1927, 2112, 2225, 2570, 2640, 2691, 3040, 3058, 3137, 3379, 3418, 3447,
        3849,
    ),
}  # fmt: skip


def _by_number(reasons: dict[str, tuple[int, ...]]) -> dict[int, str]:
    return {number: reason for reason, numbers in reasons.items() for number in numbers}


DIFFERING = _by_number(_DIFFERING)
"""Their figures cannot both hold before anything is changed: they count as differing."""

UNRELATED = _by_number(_UNRELATED)
"""Both figures can hold, as they are of two things: they are left out."""

MISLABELLED = DIFFERING | UNRELATED
