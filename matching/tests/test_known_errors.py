"""What the documentation says the method gets wrong, so that the page changes when it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import matching
from matching import Grade, discrepancies

PAGE = (Path(matching.__file__).parent.parent / "docs" / "matching.md").read_text()
LISTED = re.findall(
    r"^\d+\. “([^”]+)” / “([^”]+)”:.*?(Taken for a\s+conflict|Missed)\.", PAGE, re.M | re.S
)


@pytest.mark.parametrize(("a", "b", "verdict"), LISTED)
def test_a_worked_error_is_still_made_as_the_page_says(a, b, verdict):
    found = [each.grade for each in discrepancies(*(" ".join(text.split()) for text in (a, b)))]
    assert (Grade.CONFLICT in found) == verdict.startswith("Taken")


def test_the_page_works_at_least_ten_errors():
    assert len(LISTED) >= 10
