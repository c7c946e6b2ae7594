"""Who says so in a browser: one key, where the focus goes, and the way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.tests.factories import create_article
from claims.models import Claim
from claims.tests.factories import create_claim
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def browser_context_args(browser_context_args, request):
    """Tests named `…_without_a_script` run with JavaScript off."""
    has_script = "without_a_script" not in request.node.name
    return {**browser_context_args, "java_script_enabled": has_script}


@pytest.fixture
def claim() -> Claim:
    return create_claim(article=create_article())


@pytest.fixture
def alice(page, live_server, client) -> Reviewer:
    client.force_login(create_reviewer(name="alice"))
    reviewer = Reviewer(page, live_server.url)
    reviewer.sign_in(client)
    return reviewer


def expect_news(alice: Reviewer, claim: Claim) -> None:
    """The links have been asked for again, so that a verdict is on the claim as it is now."""
    version = alice.page.locator("#linked input[name=version]")
    expect(version).to_have_value(str(Claim.objects.get(pk=claim.pk).version))


def test_one_key_confirms_and_the_verdict_still_goes_through(alice, claim):
    alice.review(claim)
    alice.page.keyboard.press("a")
    alice.expect_toast("Who says so: the passenger list, documented.")
    expect(alice.page.locator("#history")).to_contain_text("You confirmed who says so")
    expect_news(alice, claim)
    alice.expect_focus(f"who-{claim.pk}-edit")


def test_undo_by_key_makes_it_a_proposal_again(alice, claim):
    alice.review(claim)
    alice.page.keyboard.press("a")
    alice.expect_toast("Who says so")
    alice.page.keyboard.press("z")
    expect(alice.page.locator(f"#who-{claim.pk}-confirm")).to_be_visible()
    assert Claim.objects.get(pk=claim.pk).attribution == ""


def test_it_is_changed_in_place_by_keyboard(alice, claim):
    alice.review(claim)
    alice.page.locator(f"#who-{claim.pk}-edit").press("Enter")
    field = alice.page.get_by_label("Who says so", exact=True)
    expect(field).to_be_focused()
    field.fill("the purser, via Velta")
    alice.page.get_by_label("How").select_option("quoted")
    alice.page.keyboard.press("Control+Enter")
    who = alice.page.locator(f"#who-{claim.pk}")
    expect(who).to_contain_text("the purser, via Velta (quoted, named)")
    expect_news(alice, claim)
    alice.expect_focus(f"who-{claim.pk}-edit")


def test_cancel_leaves_it_as_it_was(alice, claim):
    alice.review(claim)
    alice.page.locator(f"#who-{claim.pk}-edit").click()
    alice.page.locator(f"#who-{claim.pk}-cancel").click()
    expect(alice.page.locator(f"#who-{claim.pk}-confirm")).to_be_visible()


def test_in_the_article_one_key_confirms_the_claim_in_focus(alice, claim):
    alice.go(f"{claim.article.get_absolute_url()}?claim={claim.pk}")
    alice.page.keyboard.press("a")
    alice.expect_toast("Who says so: the passenger list, documented.")
    alice.expect_focus(f"who-{claim.pk}-edit")
    assert alice.violations == []


def test_it_is_confirmed_and_changed_without_a_script(alice, claim):
    alice.review(claim)
    alice.page.locator(f"#who-{claim.pk}-confirm").click()
    alice.page.locator(f"#who-{claim.pk}-edit").click()
    alice.page.get_by_label("Who says so", exact=True).fill("the purser")
    alice.page.get_by_role("button", name="Save who says so").click()
    expect(alice.page.locator(f"#who-{claim.pk}")).to_contain_text("the purser (documented, named)")
