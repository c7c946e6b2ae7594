"""Who says so: proposed by Fact Desk, confirmed or changed by a person, with the way back."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article, create_outlet, create_story
from claims import attributions, highlights, sentences
from claims.errors import NotAllowed, StaleClaim
from claims.models import Attribution, Claim
from claims.states import EventKind
from claims.tests.factories import create_claim, create_verdict
from matching import Strength

pytestmark = pytest.mark.django_db
SEEN = "the passenger list, documented"
LINE = "The wall will hold"


@pytest.fixture
def alice():
    return create_reporter(name="alice")


def said(claim: Claim) -> tuple[list[str], str, bool]:
    row = Attribution.objects.get(claim=claim)
    return row.chain, row.strength, row.is_confirmed


def last_line(claim: Claim, reader) -> str:
    events = claim.events.for_history()[:1]
    return sentences.lines(claim, events, reader=reader)[0].words


def mark_in(text: str) -> Claim:
    return create_claim(quote=LINE, article=create_article(text=text))


def test_a_marked_claim_is_proposed_who_says_so_and_nothing_is_confirmed():
    claim = create_claim()
    assert said(claim) == (["the passenger list"], "documented", False)
    assert claim.attribution == ""
    assert [event.kind for event in claim.events.all()] == [EventKind.MARKED]


def test_a_quotation_is_followed_over_its_sentences_and_the_storys_outlets_are_relays():
    story = create_story()
    create_article(story=story, outlet=create_outlet(name="Northline"))
    text = f"“I have seen it,” Ada Lund told Northline. “{LINE}. I am sure.”"
    claim = create_claim(quote=LINE, article=create_article(text=text, story=story))
    assert said(claim) == (["Ada Lund", "Northline"], "quoted", False)


def test_the_outlets_own_voice_proposes_nobody():
    assert not Attribution.objects.filter(claim=mark_in(f"{LINE}.")).exists()


def test_who_was_named_while_marking_is_taken_as_said(alice):
    claim = create_claim(attribution="Lund, via Velta", by=alice)
    row = Attribution.objects.get(claim=claim)
    assert (row.chain, row.is_confirmed, row.decided_by) == (["Lund", "Velta"], True, alice)


def test_confirming_takes_the_proposal_over_and_is_told(alice):
    claim = create_claim()
    attributions.confirm(claim, seen=SEEN, by=alice)
    claim.refresh_from_db()
    assert said(claim) == (["the passenger list"], "documented", True)
    assert (claim.attribution, claim.version) == ("the passenger list", 3)
    assert last_line(claim, alice) == f"confirmed who says so: “{SEEN}”."


def test_confirming_twice_changes_nothing(alice):
    claim = create_claim()
    attributions.confirm(claim, seen=SEEN, by=alice)
    assert attributions.confirm(claim, seen=SEEN, by=alice) == ""
    assert claim.events.filter(kind=EventKind.ATTRIBUTED).count() == 1


def test_a_proposal_that_changed_since_is_not_confirmed_unseen(alice):
    claim = create_claim()
    with pytest.raises(StaleClaim, match="Another is proposed"):
        attributions.confirm(claim, seen="the purser, stated", by=alice)
    assert said(claim)[2] is False


def test_saying_it_otherwise_is_told_from_what_to_what(alice):
    claim = create_claim()
    attributions.say(claim, words="the purser, via Velta", strength=Strength.QUOTED, by=alice)
    assert said(claim) == (["the purser", "Velta"], "quoted", True)
    attributions.say(claim, words="analysts", strength=Strength.STATED, by=alice)
    words = "set who says so from “the purser, via Velta, quoted” to “analysts”."
    assert last_line(claim, alice) == words
    assert not Attribution.objects.get(claim=claim).is_named


def test_nobody_is_the_outlet_itself_or_hearsay(alice):
    claim = create_claim()
    attributions.say(claim, words="", strength=Strength.STATED, by=alice)
    assert last_line(claim, alice) == "set who says so to “the outlet itself”."
    attributions.say(claim, words="", strength=Strength.HEARSAY, by=alice)
    words = "set who says so from “the outlet itself” to “nobody named, hearsay”."
    assert last_line(claim, alice) == words


def test_saying_what_is_said_already_changes_nothing(alice):
    claim = create_claim(attribution="the list")
    assert attributions.say(claim, words=" the  list", by=alice) == ""
    assert claim.events.count() == 1


def test_saying_what_was_proposed_confirms_it(alice):
    claim = create_claim()
    attributions.say(claim, words="the passenger list", by=alice)
    assert last_line(claim, alice) == f"confirmed who says so: “{SEEN}”."


def test_undo_makes_it_a_proposal_again(alice):
    claim = create_claim()
    token = attributions.confirm(claim, seen=SEEN, by=alice)
    attributions.undo(token, by=alice)
    claim.refresh_from_db()
    assert said(claim) == (["the passenger list"], "documented", False)
    assert claim.attribution == ""
    assert last_line(claim, alice) == f"cleared who says so, which read “{SEEN}”."


def test_undo_brings_back_what_was_said_before_or_that_nobody_had_said(alice):
    claim = mark_in(f"{LINE}.")
    first = attributions.say(claim, words="Lund", by=alice)
    second = attributions.say(claim, words="Velta", by=alice)
    attributions.undo(second, by=alice)
    assert said(claim) == (["Lund"], "stated", True)
    attributions.undo(first, by=alice)
    assert not Attribution.objects.filter(claim=claim).exists()


@pytest.mark.parametrize("is_stale", [True, False])
def test_undo_of_what_changed_since_or_of_nothing_is_refused(alice, is_stale):
    claim = create_claim()
    token = attributions.confirm(claim, seen=SEEN, by=alice)
    attributions.say(claim, words="Lund", by=alice)
    with pytest.raises(StaleClaim):
        attributions.undo(token if is_stale else "token", by=alice)
    assert said(claim)[0] == ["Lund"]


def test_a_decided_claim_is_a_reviewers_to_change(alice):
    claim, bob = create_claim(), create_reviewer(name="bob")
    create_verdict(claim, by=bob)
    with pytest.raises(NotAllowed, match="has a verdict"):
        attributions.confirm(claim, seen=SEEN, by=alice)
    attributions.confirm(claim, seen=SEEN, by=bob)
    assert said(claim)[2] is True


def test_a_removed_claim_is_not_changed(alice):
    claim = create_claim()
    highlights.remove(claim, by=alice)
    with pytest.raises(NotAllowed, match="was removed"):
        attributions.say(claim, words="Lund", by=alice)


def test_moved_ends_are_read_anew_and_what_a_person_said_stays(alice):
    text = f"{LINE}, said Ada Lund. {LINE} until May, the operator said."
    claim = mark_in(text)
    start = text.index(LINE, 5)
    highlights.move(claim, start=start, end=start + len(LINE), by=alice)
    assert said(claim)[0] == ["the operator"]
    attributions.say(claim, words="Lund", by=alice)
    highlights.move(claim, start=0, end=len(LINE), by=alice)
    assert said(claim)[0] == ["Lund"]


def test_a_proposal_goes_with_the_words_it_was_read_from(alice):
    claim = mark_in(f"{LINE}, said Ada Lund.\n\nThe lake is full.")
    start = claim.revision.text.index("The lake")
    highlights.move(claim, start=start, end=start + len("The lake is full"), by=alice)
    assert not Attribution.objects.filter(claim=claim).exists()


def test_older_claims_are_caught_up_with_by_a_command(capsys):
    claim, own = create_claim(), mark_in(f"{LINE}.")
    Attribution.objects.all().delete()
    call_command("propose_attributions")
    assert said(claim)[0] == ["the passenger list"]
    assert not Attribution.objects.filter(claim=own).exists()
    assert "Looked at 2 claims; proposed who says 1." in capsys.readouterr().out
