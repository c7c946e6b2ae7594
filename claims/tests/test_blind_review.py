"""Blind second review: what is drawn, what is hidden until two have decided, and from whom."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_desk_admin, create_reporter, create_reviewer
from articles.models import Story
from claims import blind_review, comments, opinions, second_eyes, verdicts
from claims.errors import NotAllowed, NotEnough
from claims.evidence import NewEvidence
from claims.filters import QueueFilter
from claims.models import Claim, Event, Evidence, Opinion
from claims.states import VerdictStatus
from claims.tests.factories import (
    create_blind_claim,
    create_claim,
    create_opinion,
    create_strict_claim,
    create_strict_story,
    create_verdict,
)

HTMX = {"hx-request": "true"}
TYPED = {"rationale": "The log says 214.", "status": "verified", "source": "Pilot’s diary, folio 9"}
VERIFIED, UNRESOLVED = VerdictStatus.VERIFIED, VerdictStatus.UNRESOLVED
SECRET = "Two counts of one night."  # the first rationale
LOG = "Harbour log, 18 November"  # and its evidence


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


@pytest.fixture
def boss():
    return create_desk_admin(name="boss", first_name="Bea", last_name="Boss")


@pytest.fixture
def claim():
    return create_blind_claim()


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def states(claim: Claim) -> list[tuple[str, str, bool]]:
    return list(claim.opinions.order_by("pk").values_list("by__username", "state", "is_blind"))


def first_of(claim: Claim, by, **fields) -> Opinion:
    return create_opinion(claim, by=by, rationale=SECRET, **{"status": VERIFIED, **fields})


def told_of(claim: Claim, reader) -> list[str]:
    events = blind_review.events_of(claim, reader=reader)
    return list(events.order_by("pk").values_list("kind", flat=True))


def drawn(share: int, keys: range) -> set[int]:
    story = Story(blind_share=share)
    return {pk for pk in keys if blind_review.is_drawn(Claim(pk=pk, story=story))}


def test_so_many_in_a_hundred_are_drawn_and_a_larger_share_keeps_them():
    keys = range(2_000)
    assert drawn(0, keys) == set()
    assert drawn(100, keys) == set(keys)
    some = drawn(30, keys)
    assert abs(len(some) - 600) < 120
    assert some == drawn(30, keys) < drawn(40, keys)


def test_what_is_drawn_cannot_be_told_without_the_key_of_the_desk(settings):
    before = drawn(50, range(200))
    settings.SECRET_KEY = "another"
    assert drawn(50, range(200)) != before


@pytest.mark.django_db
@pytest.mark.parametrize("status", list(VerdictStatus))
def test_whatever_the_first_decides_waits_for_a_second(claim, alice, status):
    first_of(claim, alice, status=status)
    assert states(claim) == [("alice", "open", True)]
    assert (fresh(claim).status, fresh(claim).is_waiting) == ("unreviewed", True)


@pytest.mark.django_db
def test_an_equal_second_makes_the_verdict_on_what_both_brought(claim, alice, bob):
    first_of(claim, alice)
    verdict = create_verdict(claim, by=bob, status=VERIFIED)
    assert verdict.authors == "Alice Arden and Bob Byrne"
    assert states(claim) == [("alice", "agreed", True), ("bob", "agreed", True)]
    assert {piece.added_by for piece in verdict.evidence.all()} == {alice, bob}
    first, second = Opinion.objects.behind(verdict)
    assert [piece.added_by for piece in second.evidence.all()] == [bob]
    assert [piece.added_by for piece in first.evidence.all()] == [alice]


@pytest.mark.django_db
def test_an_unequal_second_goes_to_a_desk_admin(claim, alice, bob, boss):
    first_of(claim, alice)
    create_opinion(claim, by=bob, status=UNRESOLVED)
    assert states(claim) == [("alice", "in disagreement", True), ("bob", "in disagreement", True)]
    with pytest.raises(NotAllowed, match="A desk admin decides"):
        create_verdict(claim, by=create_reviewer())
    assert create_verdict(claim, by=boss).decided_with is None


@pytest.mark.django_db
def test_the_second_needs_evidence_of_their_own(claim, alice, bob):
    first_of(claim, alice)
    how = {"rationale": "Counted.", "seen_version": fresh(claim).version, "by": bob}
    with pytest.raises(NotEnough, match="Evidence is missing"):
        verdicts.decide(claim, status=VERIFIED, **how)
    verdicts.decide(claim, status=VERIFIED, evidence=NewEvidence(citation=LOG), **how)
    assert [piece.added_by for piece in Evidence.objects.order_by("pk")] == [alice, bob]


@pytest.mark.django_db
def test_evidence_of_a_hidden_decision_makes_no_page_stale(claim, alice, bob):
    seen = fresh(claim).version
    first_of(claim, alice)
    assert fresh(claim).version > seen
    how = {"rationale": "Gaps remain.", "seen_version": seen, "by": bob}
    verdicts.decide(claim, status=UNRESOLVED, **how)
    assert [state for _, state, _ in states(claim)] == ["in disagreement"] * 2


@pytest.mark.django_db
def test_who_could_see_the_first_is_no_blind_second(claim, alice, bob, boss):
    first_of(claim, alice)
    create_verdict(claim, by=boss, status=VERIFIED)
    assert [is_blind for *_, is_blind in states(claim)] == [True, False]
    other = create_blind_claim()
    first_of(other, alice)
    second = create_opinion(other, by=bob, status=UNRESOLVED)
    opinions.withdraw(second, by=bob)  # by now they have seen the first
    create_verdict(other, by=bob, status=VERIFIED)
    assert [is_blind for *_, is_blind in states(other)] == [True, True, False]


@pytest.mark.django_db
def test_another_share_is_for_what_nobody_has_decided_yet(alice, bob, boss):
    blind, seen = create_blind_claim(), create_strict_claim()
    first_of(blind, alice)
    create_opinion(seen, by=alice)
    second_eyes.ask_for(blind.story, by=boss, needs_second_eyes=True, blind_share=0)
    second_eyes.ask_for(seen.story, by=boss, needs_second_eyes=True, blind_share=100)
    assert [states(one)[0] for one in (blind, seen)] == [
        ("alice", "open", True),
        ("alice", "open", False),
    ]
    assert second_eyes.look(fresh(blind), by=bob).is_blind
    assert not second_eyes.look(fresh(seen), by=bob).is_blind


@pytest.mark.django_db
def test_what_was_taken_back_comes_up_with_the_verdict(claim, alice, bob):
    opinions.withdraw(first_of(claim, alice, status=UNRESOLVED), by=alice)
    assert told_of(claim, bob) == ["marked"]
    create_opinion(claim, by=bob)
    create_verdict(claim, by=create_reviewer())
    assert told_of(claim, create_reporter())[1:4] == ["opinion", "opinion withdrawn", "opinion"]


@pytest.mark.django_db
def test_a_story_that_asks_for_two_no_more_hides_nothing(claim, alice, bob, boss):
    first_of(claim, alice)
    second_eyes.ask_for(claim.story, by=boss, needs_second_eyes=False)
    assert [state for _, state, _ in states(claim)] == ["void"]
    now = Claim.objects.select_related("story").get(pk=claim.pk)
    assert "opinion void" in told_of(now, bob)
    assert Event.objects.shown_to(bob).filter(claim=claim).count() == now.events.count()


@pytest.mark.django_db
def test_nothing_tells_of_the_first_before_the_second(client, claim, alice, bob, boss):
    seen_by = {}
    first_of(claim, alice)
    piece = Evidence.objects.get()
    for person in (alice, boss, bob, create_reporter()):
        client.force_login(person)
        pages = [client.get(url).content.decode() for url in pages_of(claim)]
        seen_by[person] = [SECRET in html or LOG in html for html in pages]
        assert not any("<b>Alice Arden" in html for html in pages) or person in (alice, boss)
    assert [any(seen) for seen in seen_by.values()] == [True, True, False, False]
    client.force_login(bob)
    for name in ("remove_evidence", "restore_evidence"):
        assert client.post(reverse(f"claims:{name}", args=[piece.pk])).status_code == 404
    opinion = Opinion.objects.get()
    answer = client.post(reverse("claims:undo_opinion", args=[opinion.pk]), headers=HTMX)
    assert (answer.status_code, "Alice" in answer.content.decode()) == (409, False)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["evidence:official", "has:evidence"])
def test_no_query_finds_a_hidden_piece(claim, alice, bob, asked):
    log = NewEvidence(citation=LOG, kind="official")
    how = {"seen_version": claim.version, "by": alice, "evidence": log}
    verdicts.decide(claim, status=VERIFIED, rationale=SECRET, **how)
    assert list(QueueFilter({"q": asked}, person=bob).claims) == []
    assert list(QueueFilter({"q": f"-{asked}"}, person=bob).claims) == [claim]
    create_verdict(claim, by=bob, status=VERIFIED)
    decided = {"q": asked, "view": "decided"}
    assert list(QueueFilter(decided, person=bob).claims) == [claim]


def pages_of(claim: Claim) -> list[str]:
    """Where a claim is told of."""
    key = [claim.pk]
    names = ("review", "history", "comments")
    own = [reverse(f"claims:{name}", args=key) for name in names]
    lists = [reverse(f"claims:{name}") for name in ("desk_history", "queue", "agreement")]
    more = [reverse("claims:review_news", args=key) + "?seen=0.0.0.0"]
    more += [reverse("claims:queue") + "?q=has:opinion", claim.article.get_absolute_url()]
    return own + lists + more + [reverse("claims:desk_history") + "?person=alice&kind=all"]


@pytest.mark.django_db
@pytest.mark.parametrize("htmx", [True, False])
def test_the_second_is_told_that_it_is_blind_and_then_sees_both(client, claim, alice, bob, htmx):
    first_of(claim, alice)
    client.force_login(bob)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "This claim is reviewed blind: somebody decided it" in html
    assert "What they said, and what they brought as evidence, you see once you have" in html
    data = TYPED | {"version": fresh(claim).version}
    url, headers = reverse("claims:decide", args=[claim.pk]), HTMX if htmx else {}
    assert client.post(url, data, headers=headers).status_code in (200, 302)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "Reviewed blind: both came to the same, neither knowing" in html
    assert SECRET in html
    assert LOG in html


@pytest.mark.django_db
def test_two_that_differ_are_both_shown_with_that_they_did(client, claim, alice, bob, boss):
    first_of(claim, alice)
    create_opinion(claim, by=bob, status=UNRESOLVED)
    client.force_login(bob)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "Two opinions differ" in html
    assert "Reviewed blind: the second did not see the first before deciding." in html
    assert "disagreed without having seen the other opinion, and would leave it" in html
    assert SECRET in html
    create_verdict(claim, by=boss)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "Reviewed blind: the two below differed" in html


@pytest.mark.django_db
def test_the_first_is_told_only_when_they_have_decided(client, claim, alice):
    client.force_login(alice)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "so do some claims whatever you say" in html
    data = TYPED | {"version": claim.version}
    url = reverse("claims:decide", args=[claim.pk])
    html = client.post(url, data, headers=HTMX).content.decode()
    assert "Somebody else decides it too, without seeing yours." in html
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "nobody but desk admins sees yours until somebody else has decided" in html


@pytest.mark.django_db
@pytest.mark.parametrize("htmx", [True, False])
def test_who_decided_blind_says_nothing_of_it_in_comments(client, claim, alice, bob, htmx):
    thread = comments.begin(claim, "Which ship was it?", by=bob)
    first_of(claim, alice)
    client.force_login(alice)
    begin = reverse("claims:begin_thread", args=[claim.pk])
    answer = reverse("claims:reply", args=[thread.pk])
    for url in (begin, answer):
        response = client.post(url, {"text": SECRET}, headers=HTMX if htmx else {})
        html = response.content.decode()
        assert response.status_code in (409, 422)
        assert "Comment once somebody else has decided it too." in html
        assert SECRET in html
    create_verdict(claim, by=bob, status=VERIFIED)
    assert comments.begin(claim, SECRET, by=alice).pk


@pytest.mark.django_db
def test_a_desk_admin_says_of_how_many_on_the_storys_page(client, boss):
    story = create_strict_story()
    client.force_login(boss)
    url = reverse("claims:story_rules", args=[story.slug])
    html = client.post(url, {"needs_second_eyes": "on", "blind_share": "20"}, follow=True)
    assert "asked that of a hundred claims 20 are reviewed blind." in html.content.decode()
    assert fresh(story).blind_share == 20
    for sent, told in (
        ({"needs_second_eyes": "on", "blind_share": "101"}, "Give a number from 0 to 100."),
        ({"needs_second_eyes": "on", "blind_share": "many"}, "Give a number from 0 to 100."),
        ({"blind_share": "20"}, "Blind review is part of a second pair of eyes."),
    ):
        response = client.post(url, sent)
        assert (response.status_code, told in response.content.decode()) == (422, True)
    client.post(url, {})
    assert (fresh(story).needs_second_eyes, fresh(story).blind_share) == (False, 0)


@pytest.mark.django_db
def test_an_ordinary_claim_asks_nothing_more(alice):
    claim = create_claim()
    create_verdict(claim, by=alice)
    assert not Opinion.objects.exists()
    assert second_eyes.look(fresh(claim), by=alice) == second_eyes.Look()
