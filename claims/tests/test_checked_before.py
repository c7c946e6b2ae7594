"""“Checked before”: claims of other stories that say the same, found by words and by meaning."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article
from claims import archive, highlights, links
from claims.models import Claim, Link
from claims.states import LinkKind, LinkState
from claims.tests.browser import Reader
from claims.tests.factories import create_claim, create_link, create_verdict
from claims.tests.linking import HTMX, choose, html, url

DAM = "Engineers found a crack forty metres long in the Ostrava dam"
DAM_AGAIN = "A forty-metre crack in the Ostrava dam was found by engineers"
DAM_RETOLD = "A long fissure was discovered in the dam wall at Ostrava by inspectors"
BREAD = "The price of bread in Lower Selwick rose by a tenth in March"


def create_told(words: str, **fields: object) -> Claim:
    """A claim that is an article's only sentence, in a story of its own by default."""
    return create_claim(quote=words, article=create_article(text=f"{words}.", **fields))


@pytest.mark.django_db
def test_the_same_words_in_another_story_are_found_with_what_they_share():
    claim, before, _ = (create_told(words) for words in (DAM, DAM_AGAIN, BREAD))
    (found,) = archive.like(claim)
    assert found.claim == before
    assert found.score >= archive.SHOWN_FROM
    assert "Ostrava" in found.why
    assert "crack" in found.why


@pytest.mark.django_db
def test_the_own_story_and_removed_claims_are_not_the_archive():
    claim = create_told(DAM)
    create_told(DAM_AGAIN, story=claim.story)
    highlights.remove(create_told(DAM_AGAIN + " too"), by=create_reviewer())
    assert archive.like(claim) == []


@pytest.mark.django_db
def test_pairs_that_were_settled_do_not_come_up_again():
    claim, linked, refused = (create_told(words) for words in (DAM, DAM_AGAIN, f"{DAM} wall"))
    create_link(claim, linked, kind=LinkKind.RELATED)
    links.reject(claim, refused, by=create_reporter())
    assert archive.like(claim) == []


@pytest.mark.django_db(transaction=True)
def test_what_is_said_in_other_words_is_found_by_its_meaning(do_jobs):
    claim, retold, _ = (create_told(words) for words in (DAM, DAM_RETOLD, BREAD))
    assert archive.like(claim) == []
    do_jobs()
    assert [found.claim for found in archive.like(claim)] == [retold]


@pytest.mark.django_db(transaction=True)
def test_many_like_it_cost_no_more_queries_than_one_and_a_few_are_shown(do_jobs):
    claim, _ = create_told(DAM), create_told(DAM_AGAIN)
    do_jobs()
    with CaptureQueriesContext(
        connection,
    ) as few:
        archive.like(claim)
    for number in range(12):
        create_told(f"{DAM_AGAIN} on day {number}")
    do_jobs()
    with CaptureQueriesContext(connection) as many:
        found = archive.like(claim)
    assert len(many) == len(few)
    assert len(found) == archive.SHOWN


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["Rock'n'roll \\ back | ' & !", "Крушение парома у Сельвика"])
def test_any_words_can_be_asked_for(words):
    claim, again = create_told(f"{words} again"), create_told(f"{words} once more")
    assert [found.claim for found in archive.like(claim)] == [again]


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "page"])
def test_the_page_says_who_decided_what_and_why(client, headers):
    claim, before = create_told(DAM), create_told(DAM_AGAIN)
    client.force_login(create_reporter())
    assert "No other story has" not in html(client.get(url("checked_before", claim)))
    bob = create_reviewer(name="bob", first_name="Bob", last_name="Brand")
    create_verdict(before, by=bob, rationale="The inspectors wrote it down.")
    response = client.get(url("checked_before", claim), headers=headers)
    assert f"“{before.quote}”" in html(response)
    assert "Bob Brand" in html(response)
    assert "“The inspectors wrote it down.”" in html(response)
    assert ("<html" in html(response)) == (headers == {})


@pytest.mark.django_db
def test_nothing_like_it_is_said_in_a_sentence(client):
    claim = create_told(BREAD)
    client.force_login(create_reporter())
    assert "No other story has a claim like this." in html(client.get(url("checked_before", claim)))


@pytest.mark.django_db
def test_a_removed_claim_and_other_methods_are_refused(client):
    claim = create_told(BREAD)
    client.force_login(create_reporter())
    assert client.post(url("checked_before", claim)).status_code == 405
    highlights.remove(claim, by=create_reviewer())
    assert client.get(url("checked_before", claim)).status_code == 404
    assert client.get(url("checked_before", claim), headers=HTMX).status_code == 204


@pytest.mark.django_db
def test_a_claim_of_another_story_is_linked_as_related(client):
    claim, before = create_told(DAM), create_told(DAM_AGAIN)
    client.force_login(create_reporter())
    response = choose(client, claim, "related", other=before)
    assert f"<b>{before.outlet}</b></a> related" in html(response)
    assert Link.objects.between(claim, before).get().state == LinkState.CONFIRMED


@pytest.mark.django_db(transaction=True)
def test_the_panel_brings_it_and_a_key_links_it(page, live_server, client):
    claim, before = create_told(DAM), create_told(DAM_AGAIN)
    client.force_login(create_reporter(zone="Europe/Berlin"))
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    reader.open(claim.article, f"?claim={claim.pk}")
    row = page.locator(f"#before-{before.pk}")
    expect(row).to_contain_text(before.quote)
    assert reader.violations == []
    row.get_by_role("link", name=str(before.outlet)).focus()
    reader.press("r")
    reader.expect_focus("before-head")
    assert Link.objects.between(claim, before).get().kind == LinkKind.RELATED
