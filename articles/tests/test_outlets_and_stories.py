"""It finds outlets and stories by name, and makes them when the desk has none."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from accounts.tests.factories import create_desk_admin, create_reporter
from articles import outlets, slugs, stories
from articles.errors import ArticleError, StoryTaken
from articles.models import Outlet, OutletDomain, Story
from articles.tests.factories import create_outlet, create_story

pytestmark = pytest.mark.django_db

CORRECT = {
    **dict.fromkeys(("kind", "country", "language", "owner", "zone"), ""),
    "name": "The Ledger",
    "is_agency": False,
    "names": [],
}


def test_a_name_finds_its_outlet_whatever_its_case():
    ledger = create_outlet(name="The Ledger")
    assert outlets.named("THE LEDGER") == ledger
    assert stories.titled("FERRY", by=create_reporter()) == stories.titled(
        "Ferry", by=create_reporter()
    )


def test_an_unknown_name_makes_an_outlet_with_an_address_of_its_own():
    slugs_made = [
        outlets.named(name).slug for name in ("Ledger", "Ledger!", "ΛΟΓΟΣ", "新聞", "New")
    ]
    assert slugs_made == ["ledger", "ledger-2", "outlet", "outlet-2", "new-2"]


def test_a_long_title_keeps_its_address_within_the_column():
    alice = create_reporter()
    titles = [f"{'Ferry aground off Selwick ' * 6}{number}" for number in range(12)]
    made = [stories.titled(title, by=alice).slug for title in titles]
    assert len(set(made)) == 12
    assert max(len(slug) for slug in made) <= slugs.LENGTH


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("model", "make"), [(Outlet, "outlet"), (Story, "story")])
def test_many_who_make_the_same_at_once_get_one(model, make):
    alice, gate, made = create_reporter(), threading.Barrier(6), []

    def run() -> None:
        gate.wait()
        made.append(
            outlets.named("Ledger") if make == "outlet" else stories.titled("Ledger", by=alice)
        )
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [model.objects.get()] * 6


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("ledger.example", "Ledger"),
        ("www.LEDGER.example.", "Ledger"),
        ("sport.ledger.example", "Ledger Sport"),
        ("myledger.example", None),
        ("example", None),
        ("", None),
    ],
)
def test_the_nearest_domain_finds_the_outlet(host, name):
    for outlet, domain in (("Ledger", "ledger.example"), ("Ledger Sport", "sport.ledger.example")):
        OutletDomain.objects.create(outlet=create_outlet(name=outlet), domain=domain)
    found = Outlet.objects.publishing_on(host)
    assert (found.name if found else None) == name


def test_an_outlet_is_corrected_with_its_domains():
    ledger = create_outlet(name="Ledger")
    OutletDomain.objects.create(outlet=ledger, domain="old.example")
    domains = ["ledger.example", "ledger.example", "l.example"]
    outlets.correct(ledger, by=create_desk_admin(), **CORRECT, domains=domains)
    ledger.refresh_from_db()
    assert ledger.name == "The Ledger"
    assert [str(domain) for domain in ledger.domains.all()] == ["l.example", "ledger.example"]


@pytest.mark.parametrize(
    ("name", "domain", "sentence"),
    [
        ("the northline", "l.example", "Another outlet is called “the northline”"),
        ("Ledger", "n.example", "Another outlet publishes on one of these domains"),
    ],
)
def test_what_another_outlet_has_is_refused(name, domain, sentence):
    northline, ledger = create_outlet(name="The Northline"), create_outlet(name="Ledger")
    OutletDomain.objects.create(outlet=northline, domain="n.example")
    said = {**CORRECT, "name": name, "domains": [domain]}
    with pytest.raises(ArticleError, match=sentence):
        outlets.correct(ledger, by=create_desk_admin(), **said)
    assert Outlet.objects.get(pk=ledger.pk).name == "Ledger"
    assert not ledger.domains.exists()


def test_a_story_opens_with_who_and_when():
    alice = create_reporter()
    create_story(title="Another")
    story = stories.titled("Ferry aground", by=alice)
    assert (story.created_by, str(story), story.slug) == (alice, "Ferry aground", "ferry-aground")


def test_a_title_that_another_story_has_is_refused_whatever_its_case():
    alice = create_reporter()
    other = stories.open_story(title="Ferry aground", by=alice)
    with pytest.raises(StoryTaken, match="Give this one another"):
        stories.open_story(title="FERRY aground", by=alice)
    story = stories.open_story(title="Bridge closed", by=alice)
    with pytest.raises(StoryTaken, match="Give this one another"):
        stories.rename(story, title=other.title, summary="")
    assert story.title == Story.objects.get(pk=story.pk).title == "Bridge closed"


def test_a_renamed_story_keeps_its_address():
    story = stories.open_story(title="Ferry aground", by=create_reporter())
    stories.rename(story, title="Ferry afloat", summary="She floated off at dawn.")
    assert (story.title, story.summary, story.slug) == (
        "Ferry afloat",
        "She floated off at dawn.",
        "ferry-aground",
    )
