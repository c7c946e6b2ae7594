"""Figures in a browser: from marking a claim to a settled card, by keys and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.models import Article
from articles.tests.factories import create_article, create_outlet, create_story
from claims import discrepancies
from claims.models import Discrepancy, Link
from claims.states import LinkKind, Resolution
from claims.tests.factories import create_claim, create_link
from claims.tests.reviewing import Reviewer

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "The council debated the bridge for four to five hours"
SHORT = "The debate of the council about the bridge took roughly two hours"
GULL = f"""The old bridge over the Wend stays closed until spring.

{LONG}. Nobody in the hall had expected a vote that night.

The mayor thanked the engineers and went home without a word to the reporters."""
TERN = f"""Engineers will look at the piers of the bridge next week.

{SHORT}, and ended without a vote. The council meets again in March.

Lorries take the road by the mill, which is 12 km longer. Bakers complain about the hours."""
AUK = """The council of Wend voted on the price of bread for the schools.

A debate about the hours of the swimming baths was put off. The bridge was not spoken of."""


@pytest.fixture
def alice():
    return create_reviewer(
        name="alice", zone="Europe/Berlin", first_name="Alice", last_name="Arden"
    )


@pytest.fixture
def desk(page, live_server, client, alice):
    client.force_login(alice)
    desk = Reviewer(page, live_server.url)
    desk.sign_in(client)
    return desk


@pytest.fixture
def articles() -> list[Article]:
    story = create_story()
    return [
        create_article(text=text, story=story, outlet=create_outlet(name=name))
        for name, text in (("The Gull", GULL), ("The Tern", TERN), ("The Auk", AUK))
    ]


@pytest.fixture
def row(articles) -> Discrepancy:
    """Two linked claims whose figures disagree."""
    one = create_claim(quote=LONG, article=articles[0])
    other = create_claim(quote=SHORT, article=articles[1])
    create_link(one, other, kind=LinkKind.CONTRADICTS)
    return Discrepancy.objects.for_page().get()


def expect_figures(desk: Reviewer, words: str) -> None:
    expect(desk.page.locator(".discrepancy .sides")).to_contain_text(words)


def test_a_marked_claim_meets_the_other_figure_and_contradicts_it_with_one_key(desk, articles):
    desk.open(articles[0])
    desk.drag("The council debated", "four to five hours")
    expect(desk.page.locator("#seltools")).to_be_visible()
    desk.press("Enter")
    suggestion = desk.page.locator(".other", has_text="roughly two hours")
    expect(suggestion).to_contain_text("4–5 h against about 2 h")
    best = desk.page.locator(".other").all_inner_texts()[:3]
    assert any("roughly two hours" in words for words in best)
    suggestion.locator("[data-row]").focus()
    desk.press("c")
    expect(desk.page.locator(".settled")).to_contain_text("contradicts")
    desk.press("v")
    expect_figures(desk, "4–5 h")
    expect(desk.page.locator(".side .value")).to_have_text(["4–5 h", "about 2 h"])
    assert Link.objects.confirmed().get().kind == LinkKind.CONTRADICTS


def test_a_figure_is_settled_by_keys_alone_and_taken_back_by_one(desk, row):
    desk.review(row.link.a)
    desk.press("f")
    desk.expect_focus(f"discrepancy-{row.pk}")
    desk.press("3", "Tab")
    desk.expect_focus(f"figure-{row.pk}-reason")
    desk.type("One counts the break.")
    desk.press("Enter")
    desk.expect_focus(f"discrepancy-{row.pk}-head")
    desk.expect_toast("Settled 4–5 h against about 2 h: different things.")
    expect(desk.page.locator("#history")).to_contain_text("You settled 4–5 h against about 2 h")
    expect(desk.page.locator("#claim-signs")).not_to_contain_text("against")
    desk.press("z")
    expect(desk.page.locator("#toasts")).to_contain_text("is open again")
    assert Discrepancy.objects.open_conflicts().exists()


def test_tab_leads_from_the_choice_through_which_one_to_the_reason(desk, row):
    desk.review(row.link.a)
    desk.press("f", "1", "Tab", "ArrowDown", "Tab")
    desk.expect_focus(f"figure-{row.pk}-reason")
    desk.type("The minutes say so.")
    desk.press("Enter")
    desk.expect_focus(f"discrepancy-{row.pk}-head")
    assert Discrepancy.objects.get().resolution == Resolution.ONE_IS_WRONG


def test_which_one_is_asked_only_when_one_is_wrong(desk, row, browser_log):
    browser_log.expect("status of 422")
    desk.review(row.link.a)
    which = desk.page.locator(".wrong-side")
    expect(which).to_be_hidden()
    desk.press("f", "1")
    expect(which).to_be_visible()
    desk.page.locator(f"#figure-{row.pk}-reason").fill("The minutes say so.")
    desk.page.locator(f"#figure-{row.pk}-settle").click()
    desk.expect_focus(f"figure-{row.pk}-wrong-{row.link.a_id}")
    expect(desk.page.locator(f"#figure-{row.pk}-reason")).to_have_value("The minutes say so.")


def test_who_comes_second_keeps_the_reason_and_may_settle_it_all_the_same(desk, row, browser_log):
    browser_log.expect("status of 409")
    desk.review(row.link.a)
    bob = create_reviewer(name="bob", first_name="Bob", last_name="Byrne")
    how = {"resolution": Resolution.COMPATIBLE, "reason": "Both are loose."}
    discrepancies.settle(row, **how, by=bob)
    desk.press("f", "2")
    desk.page.locator(f"#figure-{row.pk}-reason").fill("The Tern wrote later.")
    desk.press("Enter")
    notice = desk.page.locator(".discrepancy .notice")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("Bob Byrne settled this meanwhile: both can hold.")
    desk.page.get_by_role("button", name="Settle it all the same").click()
    desk.expect_focus(f"discrepancy-{row.pk}-head")
    assert Discrepancy.objects.get().reason == "The Tern wrote later."


def test_unlinking_takes_the_card_away(desk, row):
    desk.review(row.link.a)
    desk.page.locator("#linked").get_by_role("button", name="Unlink").click()
    expect(desk.page.locator(".discrepancy")).to_have_count(0)
    desk.expect_focus("linked-head")
    expect(desk.page.locator("#claim-signs")).not_to_contain_text("against")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_figure_is_settled_and_opened_again_without_a_script(desk, row):
    desk.review(row.link.a)
    card = desk.page.locator(f"#discrepancy-{row.pk}")
    card.get_by_label("Both can hold").check()
    card.get_by_label("Reason").fill("Both are loose.")
    card.get_by_role("button", name="Settle the figure").click()
    expect(card).to_contain_text("Both can hold: “Both are loose.”")
    card.get_by_role("button", name="Open it again").click()
    expect_figures(desk, "about 2 h")


def test_axe_finds_nothing_wrong_with_a_card_open_refused_or_settled(desk, row, browser_log):
    browser_log.expect("status of 422")
    desk.review(row.link.a)
    desk.press("f", "1")
    assert desk.violations == []
    desk.page.locator(f"#figure-{row.pk}-settle").click()
    expect(desk.page.locator(".discrepancy .error")).to_have_count(2)
    assert desk.violations == []
    desk.page.locator(f"#figure-{row.pk}-wrong-{row.link.b_id}").check()
    desk.page.locator(f"#figure-{row.pk}-reason").fill("The minutes say so.")
    desk.press("Enter")
    desk.expect_focus(f"discrepancy-{row.pk}-head")
    assert desk.violations == []
