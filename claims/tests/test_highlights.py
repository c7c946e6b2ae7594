"""Marking claims, wording them, moving their ends, removing them and putting them back."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer
from articles.models import Revision
from articles.tests.factories import create_article, create_revision, create_story
from claims import highlights, review
from claims.errors import BadSpan, NotAllowed, PlaceTaken
from claims.models import Claim, Link
from claims.priority import ALONE
from claims.states import ClaimStatus, EventKind, LinkState
from claims.tests.factories import create_claim, create_pair, create_verdict

pytestmark = pytest.mark.django_db
OTHER = "Twelve were treated for cuts and cold"


def place(revision: Revision, words: str) -> dict[str, int]:
    start = revision.text.index(words)
    return {"start": start, "end": start + len(words)}


def kinds(claim: Claim) -> list[str]:
    return list(claim.events.order_by("pk").values_list("kind", flat=True))


def test_a_mark_snaps_to_words_and_quotes_the_text():
    revision, alice = create_revision(), create_reporter()
    claim = highlights.mark(revision, **place(revision, "ere were 241 peop"), by=alice)
    assert claim.quote == "There were 241 people"
    assert revision.text[claim.start : claim.end] == claim.quote
    assert claim.prefix.endswith("\n\n")
    assert (claim.marked_by, claim.status, claim.is_waiting) == (
        alice,
        ClaimStatus.UNREVIEWED,
        True,
    )


def test_marking_the_same_words_again_gives_the_same_claim():
    revision, alice = create_revision(), create_reporter()
    first, is_new = highlights.mark_once(revision, **place(revision, OTHER), by=alice)
    again, is_new_again = highlights.mark_once(revision, **place(revision, OTHER), by=alice)
    assert (again, is_new, is_new_again) == (first, True, False)
    assert kinds(first) == [EventKind.MARKED]


def test_marking_removed_words_puts_the_claim_back():
    claim, bob = create_claim(statement="241 people were on board"), create_reporter()
    highlights.remove(claim, by=bob)
    again, is_new = highlights.mark_once(claim.revision, start=claim.start, end=claim.end, by=bob)
    assert (again, is_new, again.is_removed) == (claim, True, False)
    assert again.statement == "241 people were on board"
    assert kinds(claim) == [EventKind.MARKED, EventKind.REMOVED, EventKind.RESTORED]


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (6, 4), (0, 10_000)])
def test_a_place_outside_the_text_is_refused(start, end):
    with pytest.raises(BadSpan, match="not in the text"):
        highlights.mark(create_revision(), start=start, end=end, by=create_reporter())


@pytest.mark.parametrize("words", ["\n\n", " — ", "."])
def test_blanks_and_punctuation_alone_are_refused(words):
    revision = create_revision()
    with pytest.raises(BadSpan, match="at least one word"):
        highlights.mark(revision, **place(revision, words), by=create_reporter())


def test_words_of_two_paragraphs_are_refused():
    revision = create_revision()
    with pytest.raises(BadSpan, match="one paragraph"):
        highlights.mark(revision, **place(revision, "evening.\n\nThere"), by=create_reporter())
    assert not Claim.objects.exists()


def test_a_new_claim_gets_its_suggestions():
    story = create_story()
    one = create_claim(article=create_article(story=story))
    other = create_claim(article=create_article(story=story))
    link = Link.objects.get()
    assert (link.a, link.b, link.state) == (one, other, LinkState.SUGGESTED)


def test_editing_words_and_attribution_is_told_field_by_field():
    claim, alice = create_claim(), create_reporter()
    highlights.edit(claim, statement="241 were aboard", attribution="The list", by=alice)
    claim.refresh_from_db()
    assert (claim.statement, claim.attribution) == ("241 were aboard", "The list")
    events = claim.events.filter(kind=EventKind.EDITED).order_by("pk")
    assert [(one.field, one.before, one.after) for one in events] == [
        ("statement", "", "241 were aboard"),
        ("attribution", "", "The list, documented"),
    ]
    assert claim.version == 4


def test_editing_nothing_tells_nothing():
    claim = create_claim(statement="241 were aboard")
    highlights.edit(claim, statement="241 were aboard", attribution="", by=create_reporter())
    assert kinds(claim) == [EventKind.MARKED]


def test_a_reporter_changes_undecided_claims_a_reviewer_any():
    claim, alice, bob = create_claim(), create_reporter(), create_reviewer()
    create_verdict(claim, by=bob)
    with pytest.raises(NotAllowed, match="has a verdict"):
        highlights.edit(claim, statement="Changed", attribution="", by=alice)
    with pytest.raises(NotAllowed, match="has a verdict"):
        highlights.remove(claim, by=alice)
    highlights.edit(claim, statement="Changed", attribution="", by=bob)
    highlights.remove(claim, by=bob)
    claim.refresh_from_db()
    assert (claim.statement, claim.removed_by) == ("Changed", bob)


def test_a_removed_claim_is_not_edited():
    claim, alice = create_claim(), create_reporter()
    highlights.remove(claim, by=alice)
    with pytest.raises(NotAllowed, match="was removed"):
        highlights.edit(claim, statement="Changed", attribution="", by=alice)


def test_moved_ends_snap_and_take_the_quote_along():
    claim, alice = create_claim(), create_reporter()
    moved = highlights.move(claim, start=claim.start, end=claim.end + len(", nine of th"), by=alice)
    moved.refresh_from_db()
    assert moved.quote == "There were 241 people on board, nine of them"
    assert moved.suffix.startswith(" crew")
    event = moved.events.latest("pk")
    assert (event.kind, event.before, event.after) == (EventKind.MOVED, claim.quote, moved.quote)


def test_ends_moved_to_where_they_are_tell_nothing():
    claim = create_claim()
    highlights.move(claim, start=claim.start + 1, end=claim.end - 1, by=create_reporter())
    assert kinds(claim) == [EventKind.MARKED]


def test_the_ends_of_a_decided_claim_stay_even_for_a_reviewer():
    claim, bob = create_claim(), create_reviewer()
    create_verdict(claim, by=bob)
    with pytest.raises(NotAllowed, match="these very words"):
        highlights.move(claim, start=claim.start, end=claim.end + 5, by=bob)
    claim.refresh_from_db()
    assert claim.quote == "There were 241 people on board"


@pytest.mark.parametrize(
    ("is_removed", "says"), [(False, "Another claim"), (True, "A removed claim")]
)
def test_ends_do_not_move_onto_another_claim(is_removed, says):
    claim, alice = create_claim(), create_reporter()
    other = create_claim(quote=OTHER, article=claim.article)
    if is_removed:
        highlights.remove(other, by=alice)
    with pytest.raises(PlaceTaken, match=says):
        highlights.move(claim, start=other.start, end=other.end, by=alice)
    claim.refresh_from_db()
    assert claim.start != other.start


def test_removing_ends_the_lease_and_keeps_the_place_in_the_queue():
    claim, bob = create_claim(), create_reviewer()
    review.take(claim, by=bob)
    waiting_since = claim.waiting_since
    highlights.remove(claim, by=bob)
    claim.refresh_from_db()
    assert (claim.reviewer, claim.leased_until) == (None, None)
    assert claim.waiting_since == waiting_since
    assert claim.removed_at is not None
    assert claim.removed_at <= timezone.now()


def test_removing_twice_tells_once():
    claim, alice = create_claim(), create_reporter()
    highlights.remove(claim, by=alice)
    highlights.remove(claim, by=create_reporter())
    claim.refresh_from_db()
    assert kinds(claim) == [EventKind.MARKED, EventKind.REMOVED]
    assert claim.removed_by == alice


def test_removing_a_linked_claim_leaves_its_partner_alone():
    one, other = create_pair()
    highlights.remove(one, by=create_reporter())
    other.refresh_from_db()
    assert (other.cluster, other.priority) == (None, ALONE)


def test_a_claim_put_back_has_its_links_again():
    one, other = create_pair()
    alice = create_reporter()
    highlights.remove(one, by=alice)
    back = highlights.restore(one, by=alice)
    other.refresh_from_db()
    back.refresh_from_db()
    assert other.urgency.doublings == 1
    assert other.cluster is not None
    assert other.cluster == back.cluster


def test_a_reporter_does_not_put_back_a_decided_claim():
    claim, bob = create_claim(), create_reviewer()
    create_verdict(claim, by=bob)
    highlights.remove(claim, by=bob)
    claim.refresh_from_db()
    with pytest.raises(NotAllowed):
        highlights.restore(claim, by=create_reporter())
    highlights.restore(claim, by=bob)
    claim.refresh_from_db()
    assert not claim.is_removed
