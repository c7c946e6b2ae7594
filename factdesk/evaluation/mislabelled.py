"""Paraphrases of the research set whose sentences give different figures, with the reason."""

from __future__ import annotations

OTHER_MEASUREMENT = "two counts or closing values of one thing"
OTHER_THING = "figures of two things or periods"
UNIT_MISSING = "one sentence leaves out the unit or the millions"
OTHER_DAY = "two days, months or hours for one event"

_BY_REASON = {
    OTHER_MEASUREMENT: (
        51, 292, 627, 705, 822, 916, 1036, 1116, 1160, 1251, 1291, 1431, 1814, 2048, 2100, 2126,
        2225, 2377, 2426, 2525, 2570, 2574, 2659, 2745, 3042, 3124, 3137, 3342, 3437, 3637,
    ),
    OTHER_THING: (
        1170, 1927, 2112, 2640, 2691, 3040, 3058, 3379, 3418, 3447, 3849,
    ),
    UNIT_MISSING: (368, 1810),
    OTHER_DAY: (35, 1728, 1815, 3477),
}  # fmt: skip

MISLABELLED = {number: reason for reason, numbers in _BY_REASON.items() for number in numbers}
"""Number of the pair in the training part, from 0, and why its two sentences cannot both hold."""
