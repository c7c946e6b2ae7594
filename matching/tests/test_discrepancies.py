from __future__ import annotations

from matching import DiscrepancyKind, Grade, discrepancies, same_figures


def grades(a, b, **published):
    return [(found.kind, found.grade) for found in discrepancies(a, b, **published)]


def test_figures_that_cannot_both_hold_conflict():
    a = "The crossing lasted four to five hours"
    b = "The crossing lasted roughly two hours in total"
    (found,) = discrepancies(a, b)
    assert (found.kind, found.grade) == (DiscrepancyKind.DURATION, Grade.CONFLICT)
    assert (found.value_a, found.value_b) == ("4–5 h", "about 2 h")
    assert (found.span_a.of(a), found.span_b.of(b)) == ("four to five hours", "roughly two hours")


def test_the_dead_of_one_accident_cannot_be_two_numbers():
    (found,) = discrepancies("46 people were killed in the fire", "The fire left 64 dead")
    assert (found.kind, found.value_a, found.value_b) == ("count", "46", "64")


def test_figures_that_can_both_hold_are_no_discrepancy():
    assert grades("About two hours passed", "120 minutes passed") == []
    assert grades("At least 12 people died", "15 people died") == []


def test_what_is_nearly_the_same_is_noted():
    found = grades("the 18-month-old strike goes on", "the strike goes on for nearly 19 months")
    assert found == [(DiscrepancyKind.DURATION, Grade.NOTE)]


def test_two_days_for_one_act_conflict():
    found = grades("The ferry sank on Tuesday", "The ferry sank on Wednesday")
    assert found == [(DiscrepancyKind.WEEKDAY, Grade.CONFLICT)]


def test_swapping_the_claims_swaps_the_sides():
    a, b = "Some 12 boats left at 5pm on Monday", "Twenty boats left at 5pm on Tuesday"
    there, back = discrepancies(a, b), discrepancies(b, a)
    assert len(there) == 2
    assert [(d.value_a, d.value_b) for d in there] == [(d.value_b, d.value_a) for d in back]


def test_a_figure_both_give_is_found_in_both():
    a, b = "It carried 241 passengers", "Passengers, 241 of them, were on board"
    assert [(x.of(a), y.of(b)) for x, y in same_figures(a, b)] == [("241", "241")]


QUOTED = "We will hold the depot until the last reader is paid"


def kinds(**said):
    return [(found.kind, found.grade) for found in discrepancies(QUOTED, QUOTED, **said)]


def test_who_is_known_to_say_one_thing_is_compared():
    found = kinds(said_a=("Ida Marsh", "Northline"), said_b=("Tom Hale",))
    assert found == [(DiscrepancyKind.ATTRIBUTION, Grade.CONFLICT)]
    assert kinds(said_a=("Ida Marsh",), said_b=("the union leader, Marsh",)) == []
    assert kinds(said_a=("Ida Marsh",), said_b=("officials",)) == []
    assert kinds(said_a=("Ida Marsh",), said_b=()) == []
    assert kinds(said_a=("Ida Marsh",)) == []


def test_a_known_source_outweighs_what_the_claim_says():
    a, b = f"{QUOTED}, Tom Hale said", f"{QUOTED}, Ida Marsh said"
    assert [found.kind for found in discrepancies(a, b)] == [DiscrepancyKind.ATTRIBUTION]
    assert discrepancies(a, b, said_b=("Tom Hale",)) == []
    (found,) = discrepancies(a, b, said_a=("Tom Hale", "Northline"))
    assert (found.value_a, found.value_b) == ("Tom Hale, via Northline", "Ida Marsh")
    assert found.span_a.of(a).strip(", ") == "Tom Hale said"
