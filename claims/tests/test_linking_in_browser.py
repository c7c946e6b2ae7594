"""Linking in a browser: by mouse, by keyboard, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article, create_outlet, create_story
from claims import highlights, links
from claims.models import Claim, Dismissal, Link
from claims.states import LinkKind, LinkState
from claims.tests.browser import Reader
from claims.tests.factories import create_claim, create_link

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claim() -> Claim:
    return create_claim(article=create_article(story=create_story()))


@pytest.fixture
def others(claim) -> list[Claim]:
    """Three claims of other outlets, as alike as can be, in the order of the panel."""
    return [create_claim(article=create_article(story=claim.story)) for _ in range(3)]


@pytest.fixture
def reader(page, live_server, client):
    client.force_login(create_reporter(name="alice", zone="Europe/Berlin"))
    reader = Reader(page, live_server.url)
    reader.sign_in(client)
    return reader


def go(reader: Reader, claim: Claim) -> None:
    reader.page.goto(f"{reader.url}/claims/{claim.pk}/others/")


def button(reader: Reader, name: str, claim: Claim):
    return reader.page.locator(f"#other-claim-{claim.pk}").get_by_role("button", name=name)


def state(one: Claim, other: Claim) -> tuple[str, str]:
    return Link.objects.between(one, other).values_list("state", "kind").get()


def test_a_suggestion_is_linked_and_unlinked_by_mouse(reader, claim, others):
    go(reader, claim)
    button(reader, "Contradicts", others[0]).click()
    reader.expect_focus(f"open-claim-{others[1].pk}")
    assert state(claim, others[0]) == (LinkState.CONFIRMED, LinkKind.CONTRADICTS)
    row = reader.page.locator(".settled")
    expect(row).to_contain_text(f"{others[0].outlet} contradicts")
    row.get_by_role("button", name="Unlink").click()
    reader.expect_focus("others-head")
    assert state(claim, others[0])[0] == LinkState.REJECTED
    expect(reader.page.locator("#toasts")).to_contain_text("Unlinked")


def test_all_suggestions_are_worked_by_keyboard_alone(reader, claim, others):
    go(reader, claim)
    reader.press("j")
    reader.expect_focus(f"open-claim-{others[0].pk}")
    reader.press("j", "k", "s")
    reader.expect_focus(f"open-claim-{others[1].pk}")
    reader.press("x")
    reader.expect_focus(f"unsaid-claim-{others[1].pk}")
    reader.press("Enter")
    reader.expect_focus(f"open-claim-{others[2].pk}")
    reader.press("r")
    reader.expect_focus("others-head")
    assert [state(claim, other) for other in others] == [
        (LinkState.CONFIRMED, LinkKind.SAME),
        (LinkState.REJECTED, LinkKind.SAME),
        (LinkState.CONFIRMED, LinkKind.RELATED),
    ]


def test_keys_do_nothing_outside_a_suggestion(reader, claim, others):
    go(reader, claim)
    reader.page.locator("#others-head").focus()
    reader.press("s", "c", "r", "x")
    expect(reader.page.locator(".other")).to_have_count(3)
    assert not Link.objects.exclude(state=LinkState.SUGGESTED).exists()


def test_z_takes_the_last_choice_back_and_the_focus_stays_in_sight(reader, claim, others):
    go(reader, claim)
    reader.press("j", "x", "1")
    reader.expect_focus(f"open-claim-{others[1].pk}")
    reader.press("z")
    expect(reader.page.locator("#toasts")).to_contain_text("is a suggestion again")
    expect(reader.page.locator(".other")).to_have_count(3)
    reader.expect_focus(f"open-claim-{others[1].pk}")
    assert state(claim, others[0])[0] == LinkState.SUGGESTED


def test_a_line_that_says_not_a_match_has_its_own_undo(reader, claim):
    create_article(story=claim.story)
    go(reader, claim)
    reader.press("j", "x", "3")
    reader.expect_focus("others-head")
    assert Dismissal.objects.count() == 1
    reader.page.locator(".settled").get_by_role("button", name="Undo").click()
    reader.expect_focus("others-head")
    expect(reader.page.locator(".other")).to_have_count(1)
    assert not Dismissal.objects.exists()


def test_the_rest_is_shown_on_demand_and_the_focus_goes_on_there(reader, claim):
    outlet = create_outlet()
    for _ in range(14):
        last = create_claim(article=create_article(story=claim.story, outlet=outlet))
    go(reader, claim)
    expect(reader.page.locator(".other")).to_have_count(12)
    reader.page.get_by_text("Show 2 more").click()
    expect(reader.page.locator(".other")).to_have_count(14)
    first_new = reader.page.locator(".other [data-row]").nth(12).get_attribute("id")
    reader.expect_focus(first_new)
    assert first_new != f"open-claim-{last.pk}"


def test_a_link_from_the_article_shows_at_the_note_beside_the_text(reader, claim, others):
    reader.open(claim.article, f"?claim={claim.pk}")
    expect(reader.page.locator(".note.is-current")).to_contain_text("3 suggestions")
    reader.press("p", "j", "c")
    reader.expect_focus(f"open-claim-{others[1].pk}")
    note = reader.page.locator(".note.is-current")
    expect(note).to_contain_text("Contradicted by 1")
    expect(note).to_contain_text("2 suggestions")
    reader.press("s")
    reader.expect_focus(f"open-claim-{others[2].pk}")
    expect(note).to_contain_text("3 outlets")


def test_what_was_removed_meanwhile_is_told_and_the_next_comes_up(
    reader, claim, others, browser_log
):
    browser_log.expect("status of 409")
    go(reader, claim)
    highlights.remove(others[0], by=others[0].marked_by)
    reader.press("j", "s")
    reader.expect_focus(f"open-claim-{others[1].pk}")
    expect(reader.page.locator(".settled")).to_contain_text("was removed meanwhile")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_the_panel_is_a_page_of_its_own(reader, claim, others):
    go(reader, claim)
    button(reader, "Same claim", others[0]).click()
    assert state(claim, others[0]) == (LinkState.CONFIRMED, LinkKind.SAME)
    expect(reader.page).to_have_url(f"{reader.url}/claims/{claim.pk}/others/#others")
    expect(reader.page.locator(".linked")).to_contain_text(f"{others[0].outlet} same claim")
    reader.page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(reader.page.locator(".other")).to_have_count(3)
    reader.page.locator(f"#none-claim-{others[1].pk}").click()
    button(reader, "No reason", others[1]).click()
    reader.page.get_by_text("Not a match", exact=True).click()
    reader.page.get_by_role("button", name="Link as same claim").click()
    assert state(claim, others[1]) == (LinkState.CONFIRMED, LinkKind.SAME)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_linking_stays_on_the_article(reader, claim, others):
    reader.open(claim.article, f"?claim={claim.pk}")
    button(reader, "Contradicts", others[0]).click()
    page = f"{reader.url}/articles/{claim.article_id}/?claim={claim.pk}#others"
    expect(reader.page).to_have_url(page)
    expect(reader.page.locator(".note.is-current")).to_contain_text("Contradicted by 1")


def test_axe_finds_nothing_in_any_state_of_the_panel(reader, claim, others):
    create_link(claim, create_claim(article=create_article(story=claim.story)))
    links.reject(claim, others[2], by=create_reporter())
    go(reader, claim)
    reader.page.get_by_text("Not a match", exact=True).first.click()
    reader.press("j", "s")
    reader.expect_focus(f"open-claim-{others[1].pk}")
    reader.press("x")
    reader.expect_focus(f"unsaid-claim-{others[1].pk}")
    reader.press("4")
    expect(reader.page.locator(".settled")).to_have_count(2)
    assert reader.violations == []


def test_axe_finds_nothing_on_stories_and_points(reader, claim, others, browser_log):
    browser_log.expect("status of 422")
    create_link(claim, others[0], kind=LinkKind.CONTRADICTS)
    create_link(others[1], others[2])
    point = Claim.objects.get(pk=claim.pk).cluster_id
    story = claim.story.get_absolute_url()
    found = {}
    for path in ("/stories/", story, f"/clusters/{point}/", f"{story}edit/", "/stories/new/"):
        reader.page.goto(reader.url + path)
        found[path] = reader.violations
    reader.page.locator("#id_title").fill("  ")
    reader.page.evaluate("document.querySelector('main form').noValidate = true")
    reader.page.get_by_role("button", name="Open story").click()
    expect(reader.page.get_by_text("Give the story a title.").first).to_be_visible()
    reader.expect_focus("id_title")
    found["refused"] = reader.violations
    assert [faults for faults in found.values() if faults] == []
