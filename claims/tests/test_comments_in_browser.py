"""Comments by keyboard in a browser: names offered, where the focus goes, what was typed kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from claims.models import Comment
from claims.tests.factories import create_claims
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reviewer(page, live_server, client) -> Reviewer:
    client.force_login(create_reviewer(name="alice", first_name="Alice", zone="Europe/Berlin"))
    reviewer = Reviewer(page, live_server.url)
    reviewer.sign_in(client)
    return reviewer


def test_a_thread_from_its_first_word_to_its_end_by_keyboard(reviewer):
    create_reviewer(name="tomas", first_name="Tomas", last_name="Brey")
    claim = create_claims(1)[0]
    page = reviewer.page
    reviewer.review(claim)
    page.keyboard.press("c")
    reviewer.expect_focus(f"claim-{claim.pk}-text")
    reviewer.type("Ask @bre")
    expect(page.get_by_role("option", name="Tomas Brey @tomas")).to_be_visible()
    page.keyboard.press("Enter")
    reviewer.type("which list")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment-words")).to_have_text("Ask @Tomas Brey which list")
    comment = Comment.objects.get()
    reviewer.expect_focus(f"comment-{comment.pk}")
    assert comment.text == "Ask @tomas which list"
    page.locator(f"#reply-{comment.pk}-open").press("Enter")
    reviewer.expect_focus(f"thread-{comment.pk}-text")
    reviewer.type("Mine.")
    page.keyboard.press("Control+Enter")
    reviewer.expect_focus(f"comment-{comment.pk + 1}")
    page.locator(f"#resolve-{comment.pk}").press("Enter")
    reviewer.expect_focus(f"thread-{comment.pk}-head")
    assert reviewer.violations == []


def test_what_was_typed_is_there_again_until_it_is_sent(reviewer, browser_log):
    browser_log.expect("status of 422")
    claim, other = create_claims(2)
    page = reviewer.page
    reviewer.review(claim)
    field = page.locator(f"#claim-{claim.pk}-text")
    field.press_sequentially("half a thought")
    reviewer.review(other)
    expect(page.locator("[data-talk]")).to_have_value("")
    reviewer.review(claim)
    expect(field).to_have_value("half a thought")
    field.press("Control+Enter")
    expect(page.locator(".comment-words")).to_have_text("half a thought")
    expect(field).to_have_value("")
    field.press("Control+Enter")
    expect(page.get_by_text("Write something first.")).to_be_visible()
    reviewer.expect_focus(f"claim-{claim.pk}-text")
