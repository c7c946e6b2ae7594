"""An article gets other words, or a case is settled, while somebody else is at work on it."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter, create_reviewer
from articles.models import Revision
from claims import corrections, highlights
from claims.errors import StaleClaim, StaleRelocation
from claims.models import Claim, Relocation
from claims.tests.correcting import AFTER, BEFORE, CHANGED, change_source, create_said, revise, said
from claims.tests.factories import create_verdict
from claims.tests.test_link_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

OTHER = said(BEFORE, CHANGED, AFTER)


def newest() -> Revision:
    return Revision.objects.without_source().latest("number")


def test_of_two_who_settle_one_case_at_once_one_is_told():
    row = change_source(create_said())
    people = [create_reviewer() for _ in range(2)]
    acts = (corrections.accept, corrections.keep)
    refusals = at_once(
        *(lambda act=act, by=by: act(row, by=by) for act, by in zip(acts, people, strict=True))
    )
    assert [type(refusal) for refusal in refusals] == [StaleRelocation]
    assert not Claim.objects.get().has_changed_source


def test_marking_while_new_words_come_leaves_no_claim_behind_unseen():
    claim = create_said()
    first, by = claim.revision, create_reporter()
    at_once(
        lambda: revise(claim.article, OTHER, by=by),
        lambda: highlights.mark(
            Revision.objects.select_related("article").get(pk=first.pk), start=0, end=9, by=by
        ),
    )
    for one in Claim.objects.all():
        assert one.revision == newest() or one.has_changed_source


def test_deciding_while_new_words_come_is_refused_or_waits_again():
    claim, by = create_said(), create_reviewer()
    refusals = at_once(
        lambda: revise(claim.article, OTHER, by=by), lambda: create_verdict(claim, by=by)
    )
    claim.refresh_from_db()
    assert claim.has_changed_source
    assert claim.is_waiting
    assert [type(refusal) for refusal in refusals] == ([] if claim.is_decided else [StaleClaim])


def test_accepting_while_newer_words_come_never_loses_the_claim():
    claim, by = create_said(), create_reviewer()
    row = change_source(claim)
    at_once(
        lambda: corrections.accept(row, by=by),
        lambda: revise(claim.article, said(BEFORE, AFTER), by=by),
    )
    claim.refresh_from_db()
    waiting = Relocation.objects.get(pk=claim.open_relocation_id)
    assert (waiting.outcome, waiting.to_revision) == ("lost", newest())
