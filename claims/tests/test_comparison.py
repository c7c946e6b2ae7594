"""The panel asks whether its suggestions are final, and says what they are made by."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter, create_user
from articles.tests.factories import create_article, create_story
from claims import encoding, highlights
from claims.models import Claim
from claims.tests.browser import Reader
from claims.tests.factories import create_claim
from claims.tests.linking import HTMX, html
from claims.views.comparisons import TRIES

pytestmark = pytest.mark.django_db(transaction=True)
DOCTORS = "Doctors at the infirmary saw a dozen travellers that night."
PATIENTS = "Twelve passengers were treated in hospital."


@pytest.fixture
def claim() -> Claim:
    story = create_story()
    create_article(story=story, text=f"The crossing costs nine pounds. {DOCTORS}")
    article = create_article(story=story, text=f"{PATIENTS} The mayor wants a new pier.")
    return create_claim(article=article, quote=PATIENTS[:-1])


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", zone="Europe/Berlin")
    client.force_login(alice)
    return alice


@pytest.fixture
def no_model(settings, tmp_path):
    settings.MODEL_FOLDER = str(tmp_path)
    encoding.absence.cache_clear()
    yield
    encoding.absence.cache_clear()


def url(claim: Claim, query: str = "") -> str:
    return reverse("claims:comparison", args=[claim.pk]) + query


def panel(client, claim: Claim) -> str:
    return html(client.get(reverse("claims:others", args=[claim.pk]), headers=HTMX))


def ask(client, claim: Claim, tries: object = 1) -> str:
    response = client.get(url(claim, f"?tries={tries}"), headers=HTMX)
    assert response.status_code == 200
    return html(response)


def test_while_vectors_are_missing_the_panel_says_words_only_and_asks_again(client, alice, claim):
    assert "Words only so far; its meaning is being compared." in panel(client, claim)
    assert f'hx-get="{url(claim)}?tries=1"' in panel(client, claim)
    assert f'hx-get="{url(claim)}?tries=2"' in ask(client, claim)


def test_a_claim_just_marked_goes_by_its_sentence(client, alice, claim, do_jobs):
    do_jobs()
    Claim.objects.update(vector=None, code=None, vector_model=None)
    assert "By its whole sentence so far" in panel(client, claim)


def test_while_other_sentences_have_none_it_says_so(client, alice, claim, do_jobs):
    do_jobs()
    create_article(story=claim.story)
    assert "In part by words only so far" in panel(client, claim)


def test_when_all_is_compared_it_offers_the_final_suggestions_once(client, alice, claim, do_jobs):
    do_jobs()
    assert "Show the final suggestions" in ask(client, claim)
    assert "hx-trigger" not in ask(client, claim)
    assert 'id="comparison"' not in panel(client, claim)
    assert DOCTORS in panel(client, claim)


@pytest.mark.parametrize("tries", [TRIES, 999, "many", ""])
def test_the_asking_ends_by_itself(client, alice, claim, tries):
    said = ask(client, claim, tries)
    assert "the worker is behind" in said
    assert "hx-trigger" not in said


def test_without_a_model_it_asks_nothing_and_says_where_to_see_why(client, alice, claim, no_model):
    said = panel(client, claim)
    assert 'Words only, <a href="/status/">see why</a>.' in said
    assert url(claim) not in said


def test_without_htmx_it_leads_to_the_panel(client, alice, claim):
    response = client.get(url(claim))
    assert response["Location"] == reverse("claims:others", args=[claim.pk])


def test_it_is_for_members_to_read(client, claim):
    assert client.get(url(claim))["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.get(url(claim)).status_code == 403
    client.force_login(create_reporter())
    assert client.post(url(claim)).status_code == 405
    highlights.remove(claim, by=claim.marked_by)
    assert client.get(url(claim)).status_code == 404
    assert client.get(url(claim, "?tries=1"), headers=HTMX).status_code == 204


@pytest.fixture
def reader(page, live_server, client, alice):
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def test_a_marked_claims_panel_becomes_final_by_itself(reader, claim, do_jobs):
    reader.open(claim.article)
    reader.drag("The mayor", "new pier")
    expect(reader.page.locator("#seltools")).to_be_visible()
    reader.press("Enter")
    expect(reader.page.locator("#comparison")).to_contain_text("Words only so far")
    marked = Claim.objects.latest("pk")
    do_jobs()
    expect(reader.page.locator("#comparison")).to_have_count(0)
    assert Claim.objects.filter(pk=marked.pk, vector_model__isnull=False).exists()
    reader.expect_focus(f"no-{marked.pk}")


def test_nothing_moves_under_somebody_who_reads_the_panel(reader, claim, do_jobs):
    reader.page.goto(f"{reader.url}/claims/{claim.pk}/others/")
    expect(reader.page.locator(".other")).to_have_count(0)
    reader.page.locator("#others-head").focus()
    do_jobs()
    line = reader.page.locator("#comparison")
    expect(line).to_contain_text("Compared by meaning now.")
    expect(reader.page.locator(".other")).to_have_count(0)
    assert reader.violations == []
    line.get_by_role("link").click()
    expect(reader.page.locator(".other")).to_have_count(1)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_the_next_look_is_final(reader, claim, do_jobs):
    address = f"{reader.url}/claims/{claim.pk}/others/"
    reader.page.goto(address)
    expect(reader.page.locator("#comparison")).to_contain_text("Words only so far")
    do_jobs()
    reader.page.goto(address)
    expect(reader.page.locator(".other")).to_contain_text(DOCTORS)
