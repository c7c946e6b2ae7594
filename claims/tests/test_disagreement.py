"""What differs within a point, measured against the first published value."""

from __future__ import annotations

from types import SimpleNamespace

from claims import disagreement
from claims.disagreement import Conflict, Tie
from claims.states import LinkKind

SAME, AGAINST = LinkKind.SAME, LinkKind.CONTRADICTS


def read(count: int, *between: Tie | Conflict) -> disagreement.Reading:
    """Claims 1 to `count`, the first published first."""
    claims = [SimpleNamespace(pk=number) for number in range(1, count + 1)]
    ties = [one for one in between if isinstance(one, Tie)]
    return disagreement.read(claims, ties, [one for one in between if isinstance(one, Conflict)])


def test_claims_that_are_the_same_do_not_differ():
    reading = read(3, Tie(1, 2, SAME), Tie(2, 3, SAME))
    assert reading.differing == frozenset()
    assert reading.against is None


def test_what_contradicts_the_first_differs_and_so_does_what_is_the_same_as_that():
    reading = read(4, Tie(1, 2, AGAINST), Tie(2, 3, SAME), Tie(1, 4, SAME))
    assert reading.differing == {2, 3}
    assert reading.contradictions == 1


def test_figures_in_conflict_differ_although_the_link_says_the_same():
    reading = read(2, Tie(1, 2, SAME), Conflict(1, 2, "4–5 h", "about 2 h"))
    assert reading.differing == {2}
    assert reading.figures == {1: "4–5 h", 2: "about 2 h"}
    assert reading.against == ("about 2 h", "4–5 h")


def test_a_claim_against_one_that_differs_agrees_again_if_it_gives_the_first_figure():
    back = Conflict(2, 3, "241", "214")
    assert read(3, Conflict(1, 2, "214", "241"), back).differing == {2}
    other = Conflict(2, 3, "241", "232")
    assert read(3, Conflict(1, 2, "214", "241"), other).differing == {2, 3}


def test_the_later_figure_is_told_first_whichever_end_of_the_link_it_has():
    assert read(2, Conflict(2, 1, "241", "214")).against == ("241", "214")


def test_claims_that_nothing_joins_to_the_first_are_measured_against_their_own_first():
    assert read(3, Tie(2, 3, AGAINST)).differing == {3}
