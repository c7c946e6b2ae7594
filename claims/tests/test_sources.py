"""Where the claims of a point come from in the end, and what is told of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article, create_outlet, create_story
from claims import attributions, points, sources
from claims.models import Claim, Cluster
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_link
from matching import Strength

pytestmark = pytest.mark.django_db
NOBODYS = "The car ferry Ardent Tide ran aground on the Calder Bank"
QUOTE = "There were 241 people on board"


@pytest.fixture
def story():
    return create_story()


def point_of(story, **said: str) -> points.Point:
    """A point that the outlets so named say by whom they were told; empty for their own voice."""
    claims = []
    for outlet, words in said.items():
        made = create_outlet(name=outlet.replace("_", " "))
        article = create_article(story=story, outlet=made)
        claims.append(create_claim(quote=NOBODYS, article=article, attribution=words))
    for one, other in pairwise(claims):
        create_link(one, other)
    return again(story)


def again(story) -> points.Point:
    return points.point(Cluster.objects.get(story=story))


def test_chains_that_end_in_one_root_are_told(story):
    point = point_of(story, Northline="The coastguard", Velta="a coastguard spokesman")
    assert point.sources.lines == ["All of it goes back to the coastguard"]
    assert point.sources.is_confirmed


def test_an_outlet_is_followed_to_what_it_cites_itself(story):
    point = point_of(story, Northline="the coastguard", Velta="Northline", Strand="Lund, via Velta")
    assert point.sources.lines == []
    point = point_of(create_story(), Quill="the harbour master", Ostra="Quill", Marsh="Ostra")
    assert point.sources.shared == "the harbour master"


def test_an_agency_in_its_own_voice_is_the_root_of_who_cites_it(story):
    point = point_of(story, Northline="", Velta="Northline")
    assert point.sources.lines == ["All of it goes back to Northline"]
    assert not point.sources.is_confirmed


def test_several_roots_are_nothing_to_tell(story):
    assert point_of(story, Northline="the coastguard", Velta="the list").sources.lines == []


def test_outlets_that_cite_each_other_are_told(story):
    point = point_of(story, Kestrel_Daily="Strand Online", Strand_Online="Kestrel Daily")
    assert point.sources.lines == ["Kestrel Daily and Strand Online cite each other"]


def test_a_wider_circle_is_told_as_one(story):
    point = point_of(story, Ostra="Velta", Velta="Quill", Quill="Ostra")
    assert point.sources.lines == ["Ostra, Velta and Quill cite each other in a circle"]


def test_a_root_that_is_not_named_is_told(story):
    point = point_of(story, Northline="analysts", Velta="analysts")
    assert point.sources.lines == ["Nobody is named: analysts"]


def test_hearsay_has_nobody_for_a_root(story):
    point = point_of(story, Northline="analysts", Velta="officials")
    claim = Claim.objects.get(outlet__name="Velta")
    attributions.say(claim, words="", strength=Strength.HEARSAY, by=create_reporter())
    point = again(story)
    assert point.sources.lines == ["Nobody is named"]


def test_a_proposal_counts_and_is_told_apart(story):
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    create_link(one, other)
    point = again(story)
    assert point.sources.shared == "the passenger list"
    assert not point.sources.is_confirmed
    assert sources.strength(point.claims[0]) == Strength.DOCUMENTED


def test_words_without_a_row_are_read_as_a_chain(story):
    claim = create_claim(quote=NOBODYS, article=create_article(story=story))
    Claim.objects.filter(pk=claim.pk).update(attribution="Lund, via Velta")
    read = Claim.objects.with_sources().get(pk=claim.pk)
    assert sources.chain(read) == ("Lund", "Velta", claim.outlet.name)
    assert sources.strength(read) is None


def test_one_outlet_alone_shares_its_root_with_nobody(story):
    claim = create_claim(attribution="the coastguard")
    assert sources.of_claims([claim]).lines == []
    assert sources.of_claims([]).lines == []


def test_the_sources_of_a_claim_are_those_of_its_point(story):
    point = point_of(story, Northline="the coastguard", Velta="the coastguard")
    assert points.sources_of(point.claims[0]) == point.sources
    assert points.sources_of(create_claim()) is None


def test_the_versions_of_a_contested_point_have_sources_of_their_own(story):
    point = point_of(story, Northline="the coastguard", Velta="the coastguard")
    against = create_claim(article=create_article(story=story), attribution="the list")
    create_link(point.claims[0], against, kind=LinkKind.CONTRADICTS)
    point = again(story)
    told = [version.sources.lines for version in point.versions]
    assert (point.sources.lines, told) == ([], [["All of it goes back to the coastguard"], []])
    assert points.sources_of(point.claims[0]) == point.versions[0].sources


def test_sources_of_many_claims_ask_nothing(story):
    claims = list(point_of(story, Northline="Lund", Velta="Lund", Quill="Lund").claims)
    with CaptureQueriesContext(connection) as queries:
        sources.of_claims(claims)
    assert len(queries) == 0
