"""An outlet's page: its articles, and what the desk made of its claims."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles import importing
from articles.models import Article, Outlet
from articles.tests.counting import queries_of
from articles.tests.factories import create_article, create_outlet, create_story
from articles.tests.test_importing import new_article
from claims import discrepancies, highlights, outlet_record
from claims.models import Claim, Link
from claims.outlet_record import Figures
from claims.states import Resolution
from claims.tests.factories import create_claim, create_discrepancy, create_link, create_verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger() -> Outlet:
    return create_outlet(name="The Ledger", slug="ledger")


def seen(client, outlet: Outlet) -> str:
    client.force_login(create_reporter())
    return " ".join(client.get(outlet.get_absolute_url()).content.decode().split())


def create_conflict(ledger: Outlet) -> tuple[Claim, Claim]:
    """A claim of the outlet with a figure that another outlet gives otherwise, and that one."""
    story = create_story()
    own = create_claim(article=create_article(outlet=ledger, story=story))
    other = create_claim(article=create_article(story=story))
    create_discrepancy(create_link(own, other))
    return own, other


def settle(claim: Claim, *, wrong: Claim | None) -> None:
    resolution = Resolution.ONE_IS_WRONG if wrong else Resolution.UPDATED_LATER
    discrepancies.settle(
        Link.objects.of(claim).get().discrepancies.get(),
        resolution=resolution,
        wrong=wrong,
        reason="The list names 214.",
        by=create_reviewer(),
    )


def test_it_counts_claims_by_verdict_and_texts_beyond_the_first(client, ledger):
    article = create_article(outlet=ledger, url="https://ledger.example/1")
    decided = create_claim(article=article)
    create_claim(article=article, quote="Twelve were treated for cuts and cold.")
    create_verdict(decided, by=create_reviewer())
    importing.revise(
        article,
        new_article(outlet=ledger, story=article.story, text="Other."),
        by=create_reporter(),
    )
    record = outlet_record.of(ledger)
    assert (record.claims, record.corrections) == (2, 1)
    page = seen(client, ledger)
    assert all(words in page for words in ("1 unreviewed", "1 disputed", "0 verified"))
    assert "1 text beyond the first" in page


def test_it_says_how_often_figures_differ_and_what_came_of_it(client, ledger):
    for _ in range(2):
        create_conflict(ledger)
    for here in (True, False, None):
        own, other = create_conflict(ledger)
        settle(own, wrong=None if here is None else own if here else other)
    create_claim(article=create_article(outlet=ledger))
    assert outlet_record.of(ledger).figures == {
        Figures.OPEN: 2,
        Figures.WRONG: 1,
        Figures.OTHER_WRONG: 1,
        Figures.SETTLED: 1,
    }
    told = (
        "1 settled as wrong here, 2 not settled, 1 wrong at the other outlet, 1 settled otherwise"
    )
    assert f"5 claims of 6 (83 %) differ from another outlet’s: {told}" in seen(client, ledger)


def test_removed_claims_links_and_differences_with_itself_do_not_count(ledger):
    own, _ = create_conflict(ledger)
    highlights.remove(own, by=create_reviewer())
    inside, _ = create_conflict(ledger)
    Article.objects.filter(story=inside.story).update(outlet=ledger)
    assert outlet_record.of(ledger).figures == {}


def test_only_the_newest_claims_are_counted(client, ledger, monkeypatch):
    monkeypatch.setattr(outlet_record, "CLAIMS_COUNTED", 1)
    create_conflict(ledger)
    create_claim(article=create_article(outlet=ledger))
    record = outlet_record.of(ledger)
    assert (record.claims, record.differing, record.is_capped) == (1, 0, True)
    assert "of its newest 1 claims" in seen(client, ledger)


def test_many_claims_cost_as_many_queries_as_one(client, ledger):
    create_conflict(ledger)
    client.force_login(create_reporter())
    for_one = queries_of(client, ledger.get_absolute_url())
    for _ in range(4):
        settle(create_conflict(ledger)[0], wrong=None)
    assert queries_of(client, ledger.get_absolute_url()) == for_one


def test_an_outlet_nobody_has_read_says_so(client, ledger):
    page = seen(client, ledger)
    assert "none marked" in page
    assert "none found to differ from another outlet’s" in page


def test_members_see_it_and_strangers_do_not(client, ledger):
    assert client.get(ledger.get_absolute_url()).url.startswith(reverse("accounts:login"))
    client.force_login(create_user(name="charlie"))
    assert client.get(ledger.get_absolute_url()).status_code == 403
    client.force_login(create_reporter())
    assert client.get(ledger.get_absolute_url()).status_code == 200
