"""Discrepancies are found when claims are linked, and anew when a text or a link changes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from accounts.tests.factories import create_reporter, create_reviewer
from articles.models import Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import attributions, comparisons, discrepancies, highlights, links, matches, sentences
from claims.models import Claim, Discrepancy, Link
from claims.priority import ALONE
from claims.states import DiscrepancyGrade, LinkKind, LinkState, Resolution
from claims.tests.factories import create_claim, create_link
from matching import Strength

pytestmark = pytest.mark.django_db
LONG = "The meter readers waited four to five hours at the depot"
SHORT = "Readers waited roughly two hours at the depot, the union said"


def told(words: str, *, story: Story, quote: str = "", **article: object) -> Claim:
    text = f"{words}. The depot is on Quarry Road."
    return create_claim(
        quote=quote or words, article=create_article(text=text, story=story, **article)
    )


def told_apart(one: str = LONG, other: str = SHORT, **article: object) -> tuple[Claim, Claim]:
    story = create_story()
    return told(one, story=story, **article), told(other, story=story, **article)


def test_linking_finds_what_the_two_disagree_on():
    one, other = told_apart()
    create_link(one, other, kind=LinkKind.CONTRADICTS)
    row = Discrepancy.objects.open_conflicts().get()
    assert (row.kind, row.value_a, row.value_b) == ("duration", "4–5 h", "about 2 h")
    assert row.span_of(one).of(one.quote) == "four to five hours"
    assert row.span_of(other).of(other.quote) == "roughly two hours"


def test_history_says_how_far_apart_they_are_own_figure_first():
    one, other = told_apart()
    alice = create_reporter(name="alice")
    create_link(one, other, kind=LinkKind.CONTRADICTS, by=alice)
    for claim, figures in ((one, "4–5 h against about 2 h"), (other, "about 2 h against 4–5 h")):
        (line,) = sentences.lines(claim, claim.events.for_history()[:1], reader=alice)
        assert line.words.endswith(f"as contradicting: {figures}.")


def test_claims_linked_as_the_same_are_pressing_while_their_figures_conflict():
    one, other = told_apart()
    create_link(one, other, kind=LinkKind.SAME)
    assert Claim.objects.get(pk=one.pk).urgency.is_in_conflict


def quoted(story: Story) -> Claim:
    words = "We will hold the depot until the last reader is paid"
    return told(f"“{words},” the voice on the line went on", story=story, quote=words)


def said_apart(*chains: str) -> tuple[Claim, ...]:
    """Linked claims on one quotation, whose speakers a person has named."""
    story, alice = create_story(), create_reporter()
    claims = [quoted(story) for _ in chains]
    create_link(*claims, kind=LinkKind.SAME)
    for claim, chain in zip(claims, chains, strict=True):
        attributions.say(claim, words=chain, by=alice, strength=Strength.QUOTED)
    return tuple(claims)


def test_two_named_speakers_of_one_quotation_are_a_conflict():
    one, other = said_apart("Ida Marsh, via Northline", "Tom Hale")
    row = Discrepancy.objects.open_conflicts().get()
    assert (row.kind, row.value_a, row.value_b) == (
        "attribution",
        "Ida Marsh, via Northline",
        "Tom Hale",
    )
    assert Claim.objects.get(pk=one.pk).urgency.is_in_conflict
    attributions.say(other, words="Ida Marsh", by=create_reporter())
    assert not Discrepancy.objects.open_conflicts().exists()


@pytest.mark.parametrize(
    "chains",
    [("Ida Marsh", "union leader Marsh"), ("Ida Marsh", "officials"), ("Ida Marsh", "")],
)
def test_who_may_be_one_or_is_not_named_is_no_conflict(chains):
    said_apart(*chains)
    assert not Discrepancy.objects.open_conflicts().exists()


def test_a_speaker_who_is_taken_back_takes_the_conflict_along():
    _, other = said_apart("Ida Marsh", "Ida Marsh")
    alice = create_reporter()
    token = attributions.say(other, words="Tom Hale", by=alice)
    assert Discrepancy.objects.open_conflicts().exists()
    attributions.undo(token, by=alice)
    assert not Discrepancy.objects.open_conflicts().exists()


def test_a_suggestion_has_its_discrepancies_but_is_in_no_conflict_yet():
    told_apart()
    assert Link.objects.get().state == LinkState.SUGGESTED
    assert Discrepancy.objects.count() == 1
    assert not Discrepancy.objects.open_conflicts().exists()


def test_weekdays_are_compared_only_once_a_person_has_linked_the_claims():
    one, other = told_apart(
        "The depot closed on Tuesday after the flood",
        "The depot closed on Wednesday after the flood",
        published_at=datetime(2026, 11, 20, 12, tzinfo=UTC),
        published_zone="UTC",
    )
    assert Link.objects.get().state == LinkState.SUGGESTED
    assert not Discrepancy.objects.exists()
    create_link(one, other)
    assert Discrepancy.objects.open_conflicts().get().kind == "weekday"


def test_words_like_today_are_said_by_the_clock_of_the_outlet():
    """Half past eight on Tuesday in London is Wednesday morning already in Auckland."""
    at = datetime(2026, 11, 17, 20, 30, tzinfo=UTC)
    for zone, day in (("Europe/London", 17), ("Pacific/Auckland", 18)):
        clock = comparisons.clock_of(create_article(published_at=at, published_zone=zone))
        assert (clock, clock.day) == (at, day)
    assert comparisons.clock_of(create_article()) is None


def test_a_settled_figure_stays_settled_when_the_claims_are_unlinked_and_linked_again():
    one, other = told_apart()
    link = create_link(one, other)
    row, how = Discrepancy.objects.for_page().get(), {"resolution": Resolution.UPDATED_LATER}
    discrepancies.settle(row, **how, reason="Counted twice.", by=create_reviewer())
    act = links.unlink(link, by=create_reporter())
    matches.undo(matches.undo_token(act, claim=one), by=create_reporter())
    assert Discrepancy.objects.standing().get().reason == "Counted twice."


def test_moving_a_claim_off_its_figure_ends_the_conflict_and_moving_it_back_revives_it():
    one, other = told_apart()
    create_link(one, other)
    whole = (one.start, one.end)
    moved = highlights.move(one, start=0, end=len("The meter readers waited"), by=one.marked_by)
    assert not Discrepancy.objects.get().is_current
    assert not Claim.objects.get(pk=other.pk).urgency.is_in_conflict
    highlights.move(moved, start=whole[0], end=whole[1], by=one.marked_by)
    assert Discrepancy.objects.open_conflicts().count() == 1
    assert Claim.objects.get(pk=other.pk).urgency.is_in_conflict


def test_moving_an_end_moves_the_span_and_keeps_what_was_settled():
    one, other = told_apart()
    create_link(one, other)
    how = {
        "resolution": Resolution.COMPATIBLE,
        "reason": "The first ones.",
        "by": create_reviewer(),
    }
    discrepancies.settle(Discrepancy.objects.for_page().get(), **how)
    moved = highlights.move(one, start=len("The meter "), end=one.end, by=one.marked_by)
    row = Discrepancy.objects.for_page().get()
    assert row.span_of(moved).of(moved.quote) == "four to five hours"
    assert row.is_settled


def test_what_can_both_hold_is_at_most_a_note():
    one, other = told_apart(SHORT, "Readers waited 120 minutes at the depot")
    create_link(one, other)
    grades = set(Discrepancy.objects.values_list("grade", flat=True))
    assert grades <= {DiscrepancyGrade.NOTE}


def test_figures_are_not_read_in_languages_the_desk_cannot_read():
    one, other = told_apart(language="de")
    create_link(one, other)
    assert not Discrepancy.objects.exists()


def test_comparing_costs_the_same_queries_for_one_link_and_for_many(django_assert_num_queries):
    story = create_story()
    for number in range(6):
        told(f"{LONG}, it said {number}", story=story, outlet=create_outlet())
    every = list(Link.objects.all())
    with django_assert_num_queries(2):
        comparisons.follow(every[:1])
    with django_assert_num_queries(2):
        comparisons.follow(every)


def test_who_says_that_claims_contradict_has_said_that_their_figures_are_of_one_thing():
    one, other = told_apart(
        "She stood at the ford for six hours", "The cart was stuck in the mud for nine hours"
    )
    link = create_link(one, other, kind=LinkKind.SAME)
    assert not Discrepancy.objects.exists()
    links.confirm(one, other, kind=LinkKind.CONTRADICTS, by=link.decided_by)
    assert str(Discrepancy.objects.open_conflicts().get()) == "6 h against 9 h"
    links.confirm(one, other, kind=LinkKind.SAME, by=link.decided_by)
    assert not Discrepancy.objects.open_conflicts().exists()


def test_links_made_before_the_desk_compared_are_compared_by_a_command(capsys):
    one, other = told_apart()
    create_link(one, other)
    Discrepancy.objects.update(is_current=False)
    Claim.objects.update(priority=ALONE)
    call_command("compare_links")
    assert capsys.readouterr().out == "Compared 1 link.\n"
    assert Discrepancy.objects.open_conflicts().count() == 1
    assert Claim.objects.get(pk=one.pk).urgency.is_in_conflict
