"""What the queue asks of claims is stored with them, and follows every act that changes it."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles import details
from articles.tests.factories import create_outlet, create_story
from claims import discrepancies, evidence, highlights, links, merging, signs
from claims.models import Claim, Link
from claims.states import LinkKind, Resolution
from claims.tests.factories import (
    create_claim,
    create_discrepancy,
    create_evidence,
    create_pair,
)
from claims.tests.test_corroboration import create_told
from matching import SUGGEST_FROM

pytestmark = pytest.mark.django_db
COLUMNS = ("is_linked", "is_in_open_conflict", "is_suggested", "point_outlets", "point_origins")


@pytest.fixture
def alice():
    return create_reviewer(name="alice")


def stored(claim: Claim) -> tuple[object, ...]:
    assert list(signs.differing(Claim.objects.all())) == []
    return Claim.objects.values_list(*COLUMNS).get(pk=claim.pk)


def test_a_claim_alone_is_one_outlets_of_one_origin():
    assert stored(create_claim()) == (False, False, False, 1, 1)


def test_links_and_spread_come_and_go(alice):
    wire, edited, _own = create_told("wire", "edited", "own")
    assert stored(wire) == stored(edited) == (True, False, False, 3, 2)
    links.unlink(Link.objects.between(wire, edited).get(), by=alice)
    assert stored(edited)[:1] + stored(edited)[3:] == (False, 1, 1)
    highlights.remove(wire, by=alice)
    assert stored(edited)[0] is False
    highlights.restore(wire, by=alice)
    assert stored(wire)[3:] == (2, 2)


def test_figures_that_are_settled_are_no_conflict(alice):
    claim, _other = create_pair(kind=LinkKind.CONTRADICTS)
    row = create_discrepancy(Link.objects.of(claim).get())
    assert stored(claim)[1] is True
    how = {"resolution": Resolution.COMPATIBLE, "reason": "One counts trainees."}
    discrepancies.settle(row, **how, by=alice)
    assert stored(claim)[1] is False


def test_a_suggestion_ends_with_an_answer_and_comes_back_with_undo(alice):
    one, other = create_told("wire", "edited")
    link = Link.objects.between(one, other).get()
    kind = LinkKind(link.kind)
    links.restore(link, state="suggested", kind=kind, by=alice)
    Link.objects.filter(pk=link.pk).update(score=0.9)
    signs.follow([one.pk])
    assert Claim.objects.get(pk=one.pk).is_suggested
    links.reject(one, other, by=alice)
    assert stored(one)[2] is False


def test_only_what_does_not_rest_is_signed_as_a_suggestion(alice):
    one, other = create_pair()
    link = Link.objects.between(one, other)
    links.restore(link.get(), state="suggested", kind=LinkKind.SAME, by=alice)
    link.update(score=SUGGEST_FROM - 0.01)
    signs.follow([one.pk, other.pk])
    assert (signs.follow_suggested([link.get().pk]), stored(one)[2]) == (0, False)
    link.update(score=SUGGEST_FROM)
    assert [signs.follow_suggested([link.get().pk]) for _ in range(2)] == [2, 0]
    assert stored(one)[2] is stored(other)[2] is True


def test_one_outlet_since_a_merge_or_another_story_suggests_nothing(alice):
    one, other = create_told("wire", "own")
    boss = create_desk_admin()
    merging.merge(other.outlet, into=one.outlet, reason="One paper.", by=boss)
    assert stored(one)[3:] == (1, 1)
    links.unlink(Link.objects.between(one, other).get(), by=alice)
    details.correct(other.article, story=create_story(), by=boss)
    details.correct(other.article, outlet=create_outlet(), by=boss)
    assert stored(one)[0] is False


def test_the_database_knows_whether_evidence_stands(alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    assert Claim.objects.get(pk=claim.pk).is_evidenced
    evidence.remove(piece, by=alice)
    assert not Claim.objects.get(pk=claim.pk).is_evidenced
    evidence.restore(piece, by=alice)
    assert Claim.objects.get(pk=claim.pk).is_evidenced


def test_signs_that_are_wrong_are_told_and_mended(capsys):
    claim, _other = create_pair()
    Claim.objects.filter(pk=claim.pk).update(is_linked=False)
    with pytest.raises(SystemExit):
        call_command("check_priority")
    assert "1 have other links, conflicts or spread than is stored." in capsys.readouterr().out
    call_command("check_priority", mend=True)
    assert stored(claim)[0] is True


@pytest.mark.parametrize("wrong", [{"point_origins": 0}, {"point_outlets": 1, "point_origins": 2}])
def test_the_database_refuses_an_impossible_spread(wrong):
    claim = create_claim()
    with pytest.raises(IntegrityError, match="claim_point_has_an_origin"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**wrong)
