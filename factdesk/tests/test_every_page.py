"""Every page a person can open: no accessibility fault, nothing the browser complains about."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from accounts import key_places
from accounts.tests.factories import create_desk_admin
from articles.models import Article, Feed, Outlet, Revision, Table
from articles.tests.factories import TEXT, create_article, create_next_revision
from articles.tests.test_columns import create_table
from claims.models import BulkAct, Claim, Cluster, Comment, Relocation, SavedView
from claims.states import ClaimStatus
from claims.tests.browser import Reader
from claims.tests.factories import create_claim
from factdesk.tests.factories import create_busy_desk

KEYS = """() => [...document.querySelectorAll("[data-key]")].map((control) => [
  control.closest("[data-keys-region]")?.dataset.keysRegion ?? "", control.dataset.key])"""
FRONT_END_KIB = 60  # all files of the reading page, gzipped
SIZES = ({"width": 1440, "height": 900}, {"width": 360, "height": 740})


def create_desk(client) -> None:
    """What `addresses` need, and a desk admin signed in, who meets every act."""
    create_busy_desk()
    create_next_revision(create_article(), text=f"{TEXT} Nobody is missing.")
    alice = create_desk_admin(name="alice", zone="Europe/Berlin")
    create_table(by=alice)
    client.force_login(alice)


def addresses() -> list[str]:
    waiting = Claim.objects.filter(status=ClaimStatus.UNREVIEWED).order_by("pk")[0]
    decided = Claim.objects.filter(status=ClaimStatus.VERIFIED).order_by("pk")[0]
    revised = Revision.objects.filter(number=2).order_by("pk")[0].article
    talked = Comment.objects.threads()[0]
    article, (outlet, other) = Article.objects.order_by("pk")[0], Outlet.objects.all()[:2]
    return [
        reverse("factdesk:home"),
        reverse("factdesk:status"),
        reverse("accounts:settings"),
        reverse("articles:import"),
        reverse("articles:import_files"),
        reverse("articles:import_urls"),
        reverse("articles:inbox"),
        reverse("articles:feeds"),
        reverse("articles:feed", args=[Feed.objects.all()[0].pk]),
        reverse("articles:draft_list"),
        reverse("articles:columns", args=[Table.objects.all()[0].pk]),
        reverse("articles:outlets"),
        reverse("articles:outlet_history", args=[outlet.slug]),
        reverse("claims:outlet", args=[outlet.slug]),
        reverse("claims:merge_outlet", args=[outlet.slug]) + f"?other={other.pk}&keep=other",
        reverse("articles:edit_outlet", args=[outlet.slug]),
        reverse("articles:edit_article", args=[article.pk]),
        reverse("articles:new_version", args=[article.pk]),
        reverse("articles:revisions", args=[revised.pk]),
        reverse("articles:compare_revisions", args=[revised.pk, 1, 2]),
        reverse("claims:stories"),
        reverse("claims:new_story"),
        reverse("claims:story", args=[waiting.story.slug]),
        reverse("claims:edit_story", args=[waiting.story.slug]),
        reverse("claims:cluster", args=[Cluster.objects.all()[0].pk]),
        reverse("claims:why_origins", args=[Cluster.objects.all()[0].pk]),
        reverse("articles:origins", args=[waiting.story.slug]),
        reverse("articles:shared_copy", args=[decided.article_id, waiting.article_id]),
        reverse("claims:article", args=[waiting.article_id]) + f"?claim={waiting.pk}",
        reverse("claims:others", args=[waiting.pk]),
        reverse("claims:search"),
        reverse("claims:search") + "?q=people+outlet:nowhere",
        reverse("claims:search") + "?q=people+-zeppelin&in=claims",
        reverse("claims:search") + "?q=zeppelin",
        reverse("claims:checked_before", args=[waiting.pk]),
        reverse("claims:queue"),
        reverse("claims:queue") + "?q=nothing-fits",
        reverse("claims:queue") + "?q=has:link+has:wings+story:nowhere",
        reverse("claims:bulk", args=[BulkAct.objects.all()[0].pk]),
        reverse("claims:saved_views"),
        reverse("claims:new_view") + "?q=has:link",
        reverse("claims:edit_view", args=[SavedView.objects.all()[0].pk]),
        reverse("claims:desk_history"),
        reverse("claims:desk_history") + "?kind=unsettled",
        reverse("claims:revert"),
        reverse("claims:corrections"),
        reverse("claims:followed"),
        reverse("claims:choose", args=[Relocation.objects.open()[0].pk]),
        reverse("claims:review", args=[waiting.pk]),
        reverse("claims:review", args=[decided.pk]),
        reverse("claims:history", args=[decided.pk]),
        reverse("claims:workload"),
        reverse("claims:attribution", args=[waiting.pk]),
        reverse("claims:verdict_names"),
        reverse("claims:agreement"),
        reverse("claims:comments", args=[talked.claim_id]),
        reverse("claims:thread", args=[talked.pk]),
        reverse("accounts:people"),
        reverse("accounts:keys"),
        reverse("claims:switches"),
        reverse("claims:notifications"),
        reverse("claims:notifications") + "?view=all",
        reverse("claims:assign", args=[waiting.pk]),
        reverse("claims:away"),
        reverse("claims:desk_people"),
    ]


def keys_not_on_the_map(page) -> list[str]:
    """Keys of the page's controls that a person cannot change, as the map has no action there."""
    path = urlsplit(page.url).path
    return [
        f"{key} in {region or path}"
        for region, key in page.evaluate(KEYS)
        if key != "ctrl+enter" and not is_on_the_map(path, region, key)
    ]


def is_on_the_map(path: str, region: str, key: str) -> bool:
    places = [place for place in key_places.PLACES if key in place.actions]
    if region:
        return any(place.region == region for place in places)
    here = (one for one in places if not one.region)
    return any(not place.path or re.fullmatch(place.path, path) for place in here)


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(page, live_server, client):
    create_desk(client)
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    found = {}
    for number, address in enumerate(addresses()):
        page.goto(live_server.url + address)
        # A page comes in one size and is taken to the other, by turns.
        for size in SIZES if number % 2 else reversed(SIZES):
            page.set_viewport_size(size)
            if faults := faults_of(reader):
                found[address, size["width"]] = faults
    assert found == {}


def faults_of(reader: Reader) -> list[str]:
    wide = reader.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return reader.violations + ["scrolls sideways"] * wide + keys_not_on_the_map(reader.page)


@pytest.mark.django_db(transaction=True)
def test_the_reading_page_is_a_light_download(page, live_server, client):
    article = create_article()
    create_claim(article=article)
    client.force_login(create_desk_admin())
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    reader.open(article)
    page.wait_for_load_state("networkidle")
    files = {url: page.request.get(url).body() for url in asked if url.startswith(live_server.url)}
    sizes = {url: len(gzip.compress(body)) for url, body in files.items()}
    assert len(sizes) > 3
    assert sum(sizes.values()) <= FRONT_END_KIB * 1024, sizes
