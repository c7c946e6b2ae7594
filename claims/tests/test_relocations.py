"""Claims go along with their words, and wait for a person where the words are others."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article
from claims import highlights
from claims.models import Claim, Relocation
from claims.sentences import lines
from claims.tests.correcting import (
    AFTER,
    BEFORE,
    CHANGED,
    NEW,
    SAID,
    TEXT,
    change_source,
    create_said,
    revise,
    said,
)
from claims.tests.factories import create_claim, create_link, create_pair, create_verdict

pytestmark = pytest.mark.django_db


def history(claim: Claim) -> list[str]:
    """What its history says since it was marked, oldest first."""
    events = claim.events.for_history().exclude(kind__in=["marked", "suggested", "linked"])
    told = lines(claim, events, reader=create_reporter())
    return [f"{line.who} {line.words}" for line in reversed(told)]


def standing(claim: Claim) -> tuple[int, str]:
    """Revision and words it stands in, which the database compares."""
    claim.refresh_from_db()
    assert claim.quote == claim.revision.text[claim.start : claim.end]
    return claim.revision.number, claim.quote


def test_unchanged_words_go_along_and_the_history_says_so():
    claim = create_said()
    version = claim.version
    revise(claim.article, said(BEFORE, SAID, AFTER, NEW))
    assert standing(claim) == (2, SAID)
    assert (claim.version, claim.has_changed_source) == (version, False)
    assert history(claim) == ["Fact Desk took it along to revision 2."]
    row = Relocation.objects.get()
    assert (row.outcome, row.state, row.decided_by) == ("unchanged", "followed", None)


def test_context_follows_with_the_place():
    claim = create_said()
    revise(claim.article, said(NEW, BEFORE, SAID, AFTER))
    claim.refresh_from_db()
    assert claim.start == claim.revision.text.index(SAID)
    assert claim.revision.text[: claim.start].endswith(claim.prefix)
    assert claim.suffix.strip() == AFTER[: len(claim.suffix.strip())]


def test_another_value_waits_for_a_person_where_it_was_marked():
    claim = create_said()
    version = claim.version
    row = change_source(claim)
    assert standing(claim) == (1, SAID)
    assert (row.outcome, row.new_quote, row.old_quote) == ("value changed", CHANGED, SAID)
    assert claim.version == version + 1
    assert history(claim) == [
        "Fact Desk found its source changed in revision 2: value changed,"
        f" “{SAID}” is now “{CHANGED}”."
    ]


def test_a_sentence_that_is_gone_leaves_its_claim_in_sight():
    claim = create_said()
    row = change_source(claim, said(BEFORE, AFTER))
    assert (row.outcome, row.has_proposal) == ("lost", False)
    assert standing(claim) == (1, SAID)


def test_a_decided_claim_waits_again_and_keeps_its_verdict():
    claim = create_said()
    create_verdict(claim, by=create_reviewer())
    change_source(claim)
    assert claim.is_waiting
    assert (claim.status, claim.current_verdict.quote) == ("disputed", SAID)


def test_linked_claims_are_told():
    one, other = create_pair()
    change_source(one, one.revision.text.replace("241", "214"))
    assert history(other) == [
        f"Fact Desk found the source of {one.outlet} changed in revision 2: value changed."
    ]
    other.refresh_from_db()
    assert not other.has_changed_source


def test_changed_and_changed_back_settles_itself():
    claim = create_said()
    create_verdict(claim, by=create_reviewer())
    change_source(claim)
    revise(claim.article, TEXT)
    assert standing(claim) == (3, SAID)
    assert (claim.has_changed_source, claim.is_waiting) == (False, False)
    states = Relocation.objects.order_by("pk").values_list("outcome", "state")
    assert list(states) == [("value changed", "superseded"), ("unchanged", "followed")]


def test_a_second_change_is_looked_at_from_where_the_claim_was_marked():
    claim = create_said()
    first = change_source(claim)
    newer = SAID.replace("nearly six", "about ten")
    second = change_source(claim, said(BEFORE, newer, AFTER))
    first.refresh_from_db()
    assert first.state == "superseded"
    assert (second.from_revision.number, second.to_revision.number) == (1, 3)
    assert (second.old_quote, second.new_quote) == (SAID, newer)


def test_a_removed_claim_waits_until_it_is_put_back():
    claim, alice = create_said(), create_reporter()
    highlights.remove(claim, by=alice)
    revise(claim.article, said(BEFORE, CHANGED, AFTER))
    assert not Relocation.objects.exists()
    highlights.restore(claim, by=alice)
    claim.refresh_from_db()
    assert claim.open_relocation.outcome == "value changed"


def test_a_removed_claim_whose_words_still_stand_comes_back_among_them():
    claim, alice = create_said(), create_reporter()
    highlights.remove(claim, by=alice)
    revise(claim.article, said(NEW, BEFORE, SAID, AFTER))
    highlights.restore(claim, by=alice)
    assert standing(claim) == (2, SAID)


def test_a_claim_put_back_where_another_was_marked_since_has_no_sure_place():
    claim, alice = create_said(), create_reporter()
    highlights.remove(claim, by=alice)
    revision = revise(claim.article, said(NEW, BEFORE, SAID, AFTER))
    start = revision.text.index(SAID)
    highlights.mark(revision, start=start, end=start + len(SAID), by=alice)
    highlights.restore(claim, by=alice)
    claim.refresh_from_db()
    assert claim.open_relocation.outcome == "ambiguous"


def test_many_claims_go_along_in_few_queries():
    counts = []
    for claims in (2, 6):
        words = " ".join(f"word{claims}{number}" for number in range(20))
        article = create_article(text=f"{words}.")
        for number in range(claims):
            create_claim(quote=" ".join(words.split()[number : number + 9]), article=article)
        with CaptureQueriesContext(connection) as queries:
            revise(article, f"Report {claims}.\n\n{words}.")
        counts.append(len(queries))
        assert Claim.objects.filter(article=article, revision__number=2).count() == claims
    assert counts[0] == counts[1]


def test_the_links_of_a_claim_that_waits_stay():
    one, other = create_pair()
    change_source(one, one.revision.text.replace("241", "214"))
    assert Claim.objects.filter(cluster=other.cluster_id).count() == 2
    create_link(one, create_claim(article=create_article(story=one.story)))
