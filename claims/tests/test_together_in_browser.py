"""Two people at one desk, in two windows: what each sees of the other's work, and every conflict
that a page can show."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.tests.factories import create_reviewer
from articles.tests.factories import create_article
from claims import comments, highlights, review
from claims.models import Claim, Verdict
from claims.states import LinkKind
from claims.tests.correcting import change_source, create_said
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_link,
    create_strict_claim,
    create_verdict,
)
from claims.tests.reviewing import Reviewer
from claims.tests.test_leases import let_time_pass

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alice():
    return create_reviewer(name="alice", zone="Europe/Berlin", first_name="Alice")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", zone="Europe/Berlin", first_name="Bob", last_name="Byrne")


@pytest.fixture
def open_window(new_context, live_server):
    """A window of its own for somebody; its clock goes on when told."""

    def open_one(person) -> Reviewer:
        client = Client()
        client.force_login(person)
        window = Reviewer(new_context().new_page(), live_server.url)
        window.sign_in(client)
        window.page.clock.install()
        return window

    return open_one


def wait(window: Reviewer, seconds: int = 4) -> None:
    """Until the page has asked, and shows what it heard."""
    with window.page.expect_response("**/news/*"):
        window.page.clock.run_for(seconds * 1_000)


def line(window: Reviewer):
    return window.page.locator("#news")


def row(window: Reviewer, claim: Claim):
    return window.page.locator(f"#claim-{claim.pk}")


def top(window: Reviewer, claim: Claim) -> float:
    return row(window, claim).bounding_box()["y"]


def test_in_the_queue_others_work_shows_where_it_stands(open_window, alice, bob):
    first, second, third = create_claims(3)
    hers, his = open_window(alice), open_window(bob)
    hers.go("/queue/")
    place = top(hers, third)
    his.go("/queue/")
    his.press("n")
    his.expect_claim(first)
    wait(hers)
    expect(row(hers, first)).to_contain_text("Bob Byrne until")
    his.press("r")
    his.type("The log says so.")
    his.press("Escape", "d")
    his.expect_claim(second)
    wait(hers)
    expect(row(hers, first)).to_contain_text("Disputed")
    expect(row(hers, second)).to_contain_text("Bob Byrne until")
    expect(hers.page.locator("#queue-count")).to_have_text("2 claims wait")
    expect(hers.page.locator("#nav-waiting")).to_contain_text("2")
    assert top(hers, third) == pytest.approx(place, abs=0.1)
    let_time_pass(Claim.objects.get(pk=second.pk), minutes=16)
    row(hers, second).evaluate("row => { row.dataset.until -= 16 * 60 }")
    wait(hers)
    expect(row(hers, second)).not_to_contain_text("Bob Byrne")
    assert top(hers, third) == pytest.approx(place, abs=0.1)


def test_new_claims_are_a_line_and_what_is_under_the_pointer_stays(open_window, alice, bob):
    first, second = create_claims(2)
    hers = open_window(alice)
    hers.go("/queue/")
    row(hers, first).hover()
    hers.page.locator(f"#open-{second.pk}").focus()
    review.take(first, by=bob)
    create_verdict(second, by=create_reviewer())
    new = create_claim()
    wait(hers)
    expect(line(hers)).to_contain_text("1 new claim")
    expect(row(hers, first)).not_to_contain_text("Bob Byrne")
    expect(row(hers, second)).to_contain_text("Unreviewed")
    expect(row(hers, new)).to_have_count(0)
    hers.page.mouse.move(0, 0)
    wait(hers)
    expect(row(hers, first)).to_contain_text("Bob Byrne until")
    hers.press("q")
    expect(row(hers, new)).to_be_visible()
    hers.expect_focus(f"open-{first.pk}")
    expect(line(hers)).to_be_empty()
    assert hers.violations == []


def test_under_review_every_conflict_is_told_and_what_is_typed_stays(
    open_window, alice, bob, browser_log
):
    browser_log.expect("status of 409")
    claim, following = create_claims(2)
    hers = open_window(alice)
    hers.review(claim)
    hers.press("r")
    hers.type("Two sources")
    review.take(claim, by=bob)
    wait(hers)
    expect(line(hers)).to_contain_text("Bob Byrne took this claim.")
    expect(hers.page.locator("#lease")).to_contain_text("Bob Byrne holds it until")
    review.release(claim, by=bob)
    other = create_claim(article=create_article(story=claim.story))
    create_link(claim, other, kind=LinkKind.CONTRADICTS, by=bob)
    wait(hers)
    expect(line(hers)).to_contain_text(f"Bob Byrne linked it to {other.outlet}")
    expect(hers.page.locator("#rationale")).to_have_value("Two sources")
    hers.expect_focus("rationale")
    hers.press("Escape", "q")
    hers.expect_focus(f"claim-{claim.pk}")
    expect(hers.page.locator("#linked")).to_contain_text(str(other.outlet))
    expect(hers.page.locator("#rationale")).to_have_value("Two sources")
    create_verdict(claim, by=bob)
    wait(hers)
    expect(line(hers)).to_contain_text("Bob Byrne disputed it")
    hers.press("d")
    hers.expect_focus("refusal")
    expect(hers.page.locator("#rationale")).to_have_value("Two sources")
    highlights.remove(claim, by=bob)
    wait(hers)
    expect(line(hers)).to_contain_text("Bob Byrne removed it")
    hers.press("q")
    expect(hers.page.locator("#verdict")).to_contain_text("Bob Byrne removed this claim")
    hers.press("n")
    hers.expect_claim(following)


def refusal(window: Reviewer):
    return window.page.locator("#refusal")


def decide(window: Reviewer, words: str, key: str = "d") -> None:
    window.page.fill("#rationale", words)
    window.press("Escape", key)


def test_two_who_undo_and_take_over_are_told(open_window, alice, bob, browser_log):
    browser_log.expect("status of 409")
    claim, following = create_claims(2)
    hers, his = open_window(alice), open_window(bob)
    hers.review(claim)
    decide(hers, "The log says so.")
    hers.expect_claim(following)
    his.review(claim)
    his.page.fill("#reason", "Another log says more.")
    decide(his, "Two logs.", "u")
    his.expect_toast("unresolved")
    hers.press("z")
    expect(refusal(hers)).to_contain_text("This verdict no longer stands.")
    hers.review(following)
    hers.press("t")
    his.review(following)
    his.press("t")
    his.page.get_by_role("button", name="Take it over").click()
    his.expect_toast("You have it now.")
    wait(hers)
    expect(line(hers)).to_contain_text("Bob Byrne took it over from Alice")
    decide(hers, "Half a thought")
    expect(refusal(hers)).to_contain_text("Bob Byrne took this claim over from you")
    expect(hers.page.locator("#typed")).to_contain_text("Half a thought")


def test_two_whose_opinions_differ_are_told_and_no_third_decides(open_window, alice, bob):
    claim = create_strict_claim()
    hers, his = open_window(alice), open_window(bob)
    hers.review(claim)
    his.review(claim)
    decide(hers, "The log says so.")
    hers.expect_toast("needs a second pair of eyes")
    decide(his, "Two logs.", "u")
    his.expect_toast("You and Alice differ")
    his.review(claim)
    expect(his.page.locator("#opinions-head")).to_have_text("Two opinions differ")
    expect(his.page.locator("#rationale")).to_have_count(0)


def test_on_other_pages_the_second_is_told_what_the_first_did(open_window, alice, bob, browser_log):
    browser_log.expect("status of 409", "status of 422")
    said, worded = create_said(), create_claim(statement="Two boats")
    place = change_source(said)
    hers, his = open_window(alice), open_window(bob)
    for window in (hers, his):
        window.go(f"/corrections/{place.pk}/")
    hers.press("a")
    hers.expect_toast("Accepted the new place")
    his.press("r")
    expect(refusal(his)).to_contain_text("Alice")
    for window, words in ((hers, "Three boats"), (his, "Four boats")):
        window.open(worded.article, f"?claim={worded.pk}")
        window.page.locator(f"#claim-{worded.pk}-edit").click()
        window.page.get_by_label("In the desk’s words").fill(words)
    for window in (hers, his):
        window.page.get_by_role("button", name="Save words").click()
    expect(row(hers, worded)).to_contain_text("Three boats")
    expect(row(his, worded)).to_contain_text("This reads “Three boats” by now.")
    expect(his.page.get_by_label("In the desk’s words")).to_have_value("Four boats")


def test_of_many_what_the_other_decides_meanwhile_is_left_out_and_named(open_window, alice, bob):
    first, second, third = create_claims(3)
    hers, his = open_window(alice), open_window(bob)
    hers.go("/queue/")
    hers.press("a", "d")
    hers.expect_focus("rationale")
    hers.type("Two counts.")
    hers.press("Control+Enter")
    expect(hers.page.locator("h1")).to_have_text("Dispute 3 claims")
    his.review(first)
    decide(his, "The log says so.", "u")
    his.expect_claim(second)  # which he holds now
    hers.press("d")
    expect(hers.page.locator("h1")).to_have_text("Disputed 1 claim")
    expect(hers.page.locator("#bulk")).to_contain_text("Bob Byrne left it unresolved.")
    expect(hers.page.locator("#bulk")).to_contain_text("Bob Byrne holds it.")
    assert list(Verdict.objects.filter(status="disputed").values_list("claim", flat=True)) == [
        third.pk
    ]


def test_an_answer_to_what_its_writer_took_back_is_refused_and_kept(
    open_window, alice, bob, browser_log
):
    browser_log.expect("status of 409")
    claim = create_claim()
    thread = comments.begin(claim, "Which list?", by=bob)
    hers, his = open_window(alice), open_window(bob)
    for window in (hers, his):
        window.review(claim)
    hers.page.locator(f"#reply-{thread.pk}-open").press("Enter")
    hers.expect_focus(f"thread-{thread.pk}-text")
    hers.type("The first one.")
    his.page.locator(f"#remove-{thread.pk}").press("Enter")
    expect(his.page.locator(f"#comment-{thread.pk}")).to_contain_text("Removed")
    hers.press("Control+Enter")
    expect(hers.page.locator(f"#thread-{thread.pk}")).to_contain_text("This comment was removed.")
    expect(hers.page.locator(f"#thread-{thread.pk}-text")).to_have_value("The first one.")
    assert hers.violations == []


def test_on_an_article_marks_change_their_status_and_new_ones_are_a_line(open_window, alice, bob):
    claim = create_claim()
    hers = open_window(alice)
    hers.open(claim.article)
    create_verdict(claim, by=bob)
    wait(hers)
    expect(row(hers, claim)).to_contain_text("Disputed")
    expect(hers.page.locator(f"mark[data-claim='{claim.pk}']")).to_have_class("mark is-disputed")
    new = create_claim(quote="nine of them crew", article=claim.article, by=bob)
    wait(hers)
    expect(line(hers)).to_contain_text("1 claim here is new, moved or removed")
    hers.press("q")
    expect(row(hers, new)).to_be_visible()


def test_a_hidden_window_asks_nothing_and_a_lost_line_heals(open_window, alice, bob, browser_log):
    browser_log.expect("ERR_CONNECTION_FAILED", "htmx:sendError")
    claim = create_claim()
    hers = open_window(alice)
    hers.go("/queue/")
    asked = []
    hers.page.on("request", lambda request: asked.append(request.url))
    hers.page.evaluate(
        """Object.defineProperty(document, "hidden", { get: () => window.away });
           window.away = true;
           document.dispatchEvent(new Event("visibilitychange"));"""
    )
    hers.page.clock.run_for(60_000)
    assert [url for url in asked if "/news/" in url] == []
    review.take(claim, by=bob)
    with hers.page.expect_response("**/news/*"):
        hers.page.evaluate(
            "window.away = false; document.dispatchEvent(new Event('visibilitychange'))"
        )
    expect(row(hers, claim)).to_contain_text("Bob Byrne until")
    hers.page.route("**/*", lambda route: route.abort("connectionfailed"))
    hers.page.clock.run_for(4_000)
    expect(hers.page.locator("#offline")).to_be_visible()
    hers.page.unroute("**/*")
    create_verdict(claim, by=bob)
    hers.page.clock.run_for(8_000)
    expect(row(hers, claim)).to_contain_text("Disputed")
    expect(hers.page.locator("#offline")).to_be_hidden()


def test_who_was_signed_out_is_told_and_finds_what_they_typed(open_window, alice, live_server):
    claim = create_claim()
    hers = open_window(alice)
    hers.review(claim)
    hers.page.context.clear_cookies()
    hers.page.locator("#rationale").evaluate("field => { field.value = 'Half a thought' }")
    wait(hers)
    expect(line(hers)).to_contain_text("You were signed out.")
    expect(hers.page.locator("#rationale")).to_have_value("Half a thought")
    hers.page.locator("#news-sign-in").click()
    client = Client()
    client.force_login(alice)
    hers.sign_in(client)
    hers.review(claim)
    expect(hers.page.locator("#rationale")).to_have_value("Half a thought")
