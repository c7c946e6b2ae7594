"""Two outlets become one: all moves, nothing is lost, and it is told who did it and why."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.tests.factories import create_desk_admin, create_reporter, create_reviewer
from articles import outlets
from articles.models import Article, Draft, Outlet, OutletDomain, OutletEvent, OutletName
from articles.tests.factories import create_article, create_draft, create_outlet, create_story
from claims import merging, silences
from claims.errors import CannotMerge
from claims.models import Claim, Event, Link, Mention, Silence
from claims.states import EventKind, LinkState
from claims.tests.factories import create_claim, create_link

pytestmark = pytest.mark.django_db

WHY = "One newsroom since 2024."


@pytest.fixture
def online() -> Outlet:
    return create_outlet(name="Ledger Online", slug="ledger-online")


@pytest.fixture
def ledger() -> Outlet:
    return create_outlet(name="The Ledger", slug="ledger")


def merge(online: Outlet, ledger: Outlet) -> Outlet:
    return merging.merge(online, into=ledger, reason=WHY, by=create_desk_admin())


def test_every_key_to_an_outlet_is_one_that_merging_knows():
    pointing = {
        model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Outlet
    }
    by_itself = {Claim}  # it follows its article by a composite key
    with_care = {Article, Mention, Silence}
    known = {*merging.MOVED, *by_itself, *with_care}
    assert pointing == known, "say in claims.merging how it moves"


def test_articles_claims_domains_names_and_history_move(online, ledger):
    claim = create_claim(article=create_article(outlet=online))
    OutletDomain.objects.create(outlet=online, domain="l.example")
    OutletName.objects.create(outlet=online, name="Ledger Web")
    outlets.tell(online, {**outlets.details_of(online), "owner": "Quay"}, by=create_desk_admin())
    merge(online, ledger)
    claim.refresh_from_db()
    assert (claim.outlet, claim.article.outlet) == (ledger, ledger)
    assert ledger.domains.get().domain == "l.example"
    assert [str(name) for name in ledger.names.all()] == ["Ledger Online", "Ledger Web"]
    assert [event.kind for event in ledger.events.all()] == ["merged", "edited"]
    assert outlets.named("ledger online") == ledger
    assert not Outlet.objects.filter(pk=online.pk).exists()


def test_of_an_agency_the_credits_are_read_again(online, ledger):
    story = create_article(outlet=online).story
    Outlet.objects.filter(pk=ledger.pk).update(is_agency=True)
    merge(online, ledger)
    asked = ProcrastinateJob.objects.filter(task_name="read_credits")
    assert [job.args for job in asked] == [{"story_id": story.pk}]


def test_it_is_told_who_did_it_and_why(online, ledger):
    alice = create_desk_admin()
    merging.merge(online, into=ledger, reason=WHY, by=alice)
    event = OutletEvent.objects.get()
    assert (event.before, event.after, event.reason, event.by) == (
        "ledger-online",
        "Ledger Online",
        WHY,
        alice,
    )


def test_articles_of_the_same_words_without_address_stop_it_and_are_named(online, ledger):
    for headline in ("First", "Second", "Third", "Fourth"):
        for outlet in (online, ledger):
            create_article(outlet=outlet, text=f"The same {headline}.", headline=headline)
    with pytest.raises(CannotMerge, match="“First”, “Second”, “Third” and more"):
        merge(online, ledger)
    assert Article.objects.filter(outlet=online).count() == 4
    assert not OutletEvent.objects.exists()


def test_an_outlet_merges_neither_into_itself_nor_twice(online, ledger):
    with pytest.raises(CannotMerge, match="cannot be merged into itself"):
        merge(ledger, ledger)
    gone = Outlet.objects.get(pk=online.pk)
    merge(online, ledger)
    with pytest.raises(CannotMerge, match="was merged already"):
        merge(gone, ledger)


def test_suggestions_and_mentions_between_the_two_go_and_the_stories_are_compared(online, ledger):
    story = create_story()
    one, other = (
        create_claim(article=create_article(outlet=outlet, story=story))
        for outlet in (online, ledger)
    )
    third = create_claim(article=create_article(story=story))
    assert Link.objects.between(one, other).get().state == LinkState.SUGGESTED
    sentence = other.revision.sentences.all()[0]
    for claim, outlet in ((one, ledger), (third, online), (third, ledger)):
        Mention.objects.get_or_create(
            claim=claim, outlet=outlet, defaults={"sentence": sentence, "score": 0.5}
        )
    merge(online, ledger)
    assert set(Mention.objects.values_list("claim", "outlet")) == {(third.pk, ledger.pk)}
    counted = Claim.objects.with_signs().get(pk=one.pk)
    assert counted.suggestions == 1  # of the third outlet alone
    asked = ProcrastinateJob.objects.filter(task_name="compare_story")
    assert [job.args for job in asked] == [{"story_id": story.pk}]


def silent(claim: Claim, *of: Outlet) -> None:
    by = create_reviewer()
    Silence.objects.bulk_create(
        Silence(claim=claim, outlet=outlet, at=timezone.now(), by=by) for outlet in of
    )


def test_not_mentioned_stays_where_it_was_said_of_both_or_one_has_no_text(online, ledger):
    both, alone, half = (create_claim() for _ in range(3))
    silent(alone, online)
    for claim in (both, half):
        for outlet in (online, ledger):
            create_article(outlet=outlet, story=claim.story)
    silent(both, online, ledger), silent(half, online)
    merge(online, ledger)
    assert set(Silence.objects.values_list("claim", "outlet")) == {
        (both.pk, ledger.pk),
        (alone.pk, ledger.pk),
    }
    told = Event.objects.get(kind=EventKind.HEARD, claim=half, reason=silences.MERGED)
    assert told.after == "Ledger Online"


def test_a_draft_in_which_it_was_chosen_goes_on_with_the_other(online, ledger):
    draft = create_draft()
    Draft.objects.filter(pk=draft.pk).update(
        typed={"fields": {"outlet": str(online.pk), "headline": "Ferry"}, "kept": [0]}
    )
    merge(online, ledger)
    draft.refresh_from_db()
    assert draft.typed == {"fields": {"outlet": str(ledger.pk), "headline": "Ferry"}, "kept": [0]}


def test_confirmed_links_between_the_two_stay(online, ledger):
    story = create_story()
    one, other = (
        create_claim(article=create_article(outlet=outlet, story=story))
        for outlet in (online, ledger)
    )
    link = create_link(one, other, by=create_reporter())
    merge(online, ledger)
    link.refresh_from_db()
    assert link.state == LinkState.CONFIRMED


def test_many_articles_cost_as_many_queries_as_one(online, ledger):
    counts = []
    for many in (1, 6):
        other, story = create_outlet(), create_story()
        for _ in range(many):
            create_claim(article=create_article(outlet=other, story=story))
        with CaptureQueriesContext(connection) as queries:
            merge(other, ledger)
        counts.append(len(queries))
    assert counts[0] >= counts[1]


def test_old_addresses_lead_to_the_outlet_that_stayed(client, online, ledger):
    courier = create_outlet(name="Courier", slug="courier")
    addresses = [online.get_absolute_url(), ledger.get_absolute_url()]
    merge(online, ledger)
    merge(ledger, courier)
    client.force_login(create_reporter())
    assert [client.get(address).url for address in addresses] == [courier.get_absolute_url()] * 2
    new = create_outlet(name="Ledger", slug="ledger")
    assert client.get(new.get_absolute_url()).status_code == 200
