"""Two people decide claims blind, by keyboard alone, each in a window of their own."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from claims.tests.factories import create_claims, create_strict_story
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def open_window(new_context, live_server):
    """A window of its own for somebody who is called so."""

    def open_one(name: str) -> Reviewer:
        client = Client()
        client.force_login(create_reviewer(name=name, first_name=name.capitalize()))
        window = Reviewer(new_context().new_page(), live_server.url)
        window.sign_in(client)
        return window

    return open_one


def decide(window: Reviewer, words: str, key: str) -> None:
    window.press("r")
    window.type(words)
    window.press("Escape", key)


def test_the_second_decides_without_seeing_the_first_and_then_sees_both(open_window):
    same, other = create_claims(2, story=create_strict_story(blind_share=100))
    hers, his = open_window("alice"), open_window("bob")
    hers.review(same)
    decide(hers, "Two counts of one night.", "u")
    hers.expect_claim(other)
    expect(hers.page.get_by_text("Somebody else decides it too")).to_be_visible()
    decide(hers, "No log names it.", "d")
    expect(hers.page.locator("#queue-count")).to_have_text("2 claims wait")
    his.go("/queue/")
    his.press("n")
    his.expect_claim(same)
    expect(his.page.locator("#takes-two")).to_contain_text("This claim is reviewed blind")
    for shown in ("#main", "#history"):
        expect(his.page.locator(shown)).not_to_contain_text("Two counts of one night.")
        expect(his.page.locator(shown)).not_to_contain_text("Alice")
    assert his.violations == []
    decide(his, "It cannot be told.", "u")
    his.expect_claim(other)
    decide(his, "Gaps remain.", "u")
    expect(his.page.get_by_text("You and Alice differ on")).to_be_visible()
    his.review(same)
    expect(his.page.get_by_text("both came to the same, neither knowing")).to_be_visible()
    expect(his.page.locator("#main")).to_contain_text("Two counts of one night.")
    hers.review(other)
    expect(hers.page.locator("#opinions")).to_contain_text("Reviewed blind: the second did not see")
    expect(hers.page.locator("#opinions")).to_contain_text("Gaps remain.")
