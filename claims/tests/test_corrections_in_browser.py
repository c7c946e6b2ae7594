"""The queue of changed sources in a real browser: by keyboard, by mouse, by selecting words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from claims.models import Claim, Relocation
from claims.tests.correcting import AFTER, BEFORE, CHANGED, SAID, change_source, create_said, said
from claims.tests.factories import create_verdict
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reviewer(page, live_server, client) -> Reviewer:
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    person = Reviewer(page, live_server.url)
    person.sign_in(client)
    create_verdict(create_said(), by=alice)
    for text in (said(BEFORE, AFTER), said(BEFORE, CHANGED, AFTER), said(BEFORE, CHANGED, AFTER)):
        change_source(create_said(), text)
    return person


def places() -> list[tuple[int, str]]:
    """Revision and words of the three claims whose sources changed, first marked first."""
    rows = Claim.objects.order_by("pk").values_list("revision__number", "quote")
    return list(rows)[1:]


def test_a_reviewer_settles_every_case(reviewer):
    lost, other, newest = Relocation.objects.order_by("pk")
    page = reviewer.page
    reviewer.go("/")
    reviewer.press("g", "c")
    expect(page.locator("#case-head")).to_contain_text("is now")
    assert reviewer.violations == []
    reviewer.press("s")
    expect(page).to_have_url(f"{reviewer.url}/corrections/{other.pk}/")
    reviewer.press("a")
    reviewer.expect_focus("case-head")
    reviewer.expect_toast("Accepted the new place")
    expect(page.locator("#nav-changed")).to_contain_text("2")
    assert places()[1] == (2, CHANGED)
    reviewer.press("z")
    expect(page.locator("#nav-changed")).to_contain_text("3")
    page.goto(f"{reviewer.url}/corrections/{newest.pk}/")
    page.locator("#note").fill("On record.")
    reviewer.press("Escape", "r")
    reviewer.expect_toast("Kept the old reading")
    page.goto(f"{reviewer.url}/corrections/{lost.pk}/")
    reviewer.press("h")
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose where the claim stands now")
    assert reviewer.violations == []
    reviewer.drag("All on", "boat")
    page.locator("#mark-words").click()
    reviewer.expect_toast("Placed the claim at")
    assert places() == [(2, AFTER.rstrip(".")), (1, SAID), (1, SAID)]
    reviewer.press("a")
    reviewer.expect_focus("corrections-head")
    expect(page.get_by_text("No source has changed under a claim.")).to_be_visible()
    assert places()[1] == (2, CHANGED)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_every_case_can_be_settled(reviewer):
    _, kept, accepted = Relocation.objects.order_by("pk")
    page = reviewer.page
    reviewer.go("/corrections/")
    page.locator("#accept").click()
    expect(page.locator(".toast")).to_contain_text("Accepted the new place")
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page).to_have_url(f"{reviewer.url}/corrections/{accepted.pk}/")
    page.locator("#accept").click()
    page.locator(f"#case-{kept.pk}").click()
    page.locator("#note").fill("On record.")
    page.locator("#keep").click()
    expect(page.locator(".toast")).to_contain_text("Kept the old reading")
    page.locator("#choose").click()
    page.get_by_role("button", name="Place it here: All on board").click()
    expect(page.locator(".toast")).to_contain_text("Placed the claim at")
    expect(page.get_by_text("No source has changed under a claim.")).to_be_visible()
    assert places() == [(2, AFTER), (1, SAID), (2, CHANGED)]
    assert not Relocation.objects.open().exists()
