from __future__ import annotations

import pytest

from matching import discrepancies, quantities
from matching.figures.tokens import LONGEST
from matching.tests.growth import grows_linearly

HOSTILE = [
    "1",
    "1,111,",
    "1 ",
    "a.",
    "one ",
    "two-",
    "million ",
    "$",
    "$1 to ",
    "12:",
    "1/",
    "more than ",
    "half a ",
    "May ",
    "not ",
    "President Anna ",
    "12 people were ",
    "’",
]


def eighth(text):
    """What is left of a text that is to be read whole: of more than LONGEST the rest is not."""
    return text[: len(text) * LONGEST // 80_000]


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_figures_takes_time_in_proportion_to_the_text(piece):
    assert grows_linearly(lambda text: quantities(eighth(text)), piece)


@pytest.mark.parametrize("piece", HOSTILE)
def test_only_the_beginning_of_an_endless_text_is_compared(piece):
    endless = piece * 2_000
    assert len(discrepancies(endless, f"12 boats {endless}")) <= LONGEST
