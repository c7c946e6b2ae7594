"""The frame in a browser: focus after a swap, answers that are none, toasts, sending."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.models import User
from factdesk.tests import frame_pages

pytestmark = pytest.mark.django_db(transaction=True)


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def act(page, name: str, row: int = 2):
    """Press a row's button from the keyboard and wait for the answer."""
    with page.expect_response(f"**/try/act/{name}/{row}"):
        page.locator(f"#do-{name}-{row}").press("Enter")


def save(page, note: str):
    page.locator("#note").fill(note)
    page.locator("#save").click()
    expect(page.locator(".toast")).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "after"), [("keep", "do-keep-2"), ("mark", "link-2"), ("gone", "list")]
)
def test_after_a_swap_the_focus_is_on_the_mark_or_where_it_was(trial, name, after):
    act(trial, name)
    expect(trial.locator(f"#{after}")).to_be_focused()


def test_a_mark_is_used_once(trial):
    act(trial, "mark", row=1)
    expect(trial.locator("#link-1")).to_be_focused()
    act(trial, "keep", row=3)
    expect(trial.locator("#do-keep-3")).to_be_focused()


@pytest.mark.parametrize("status", ["409", "422"])
def test_refusals_with_words_of_their_own_are_swapped_in(trial, browser_log, status):
    browser_log.expect(f"status of {status}")
    act(trial, status)
    expect(trial.locator("#do-anew-2")).to_be_visible()
    expect(trial.locator(".answer")).to_have_count(0)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("403", "Your role does not allow this"),
        ("404", "This is not on the desk any more."),
        ("418", "The desk could not do this."),
    ],
)
def test_other_refusals_say_one_line_in_place_until_something_works(
    trial, browser_log, status, words
):
    browser_log.expect(f"status of {status}", f"Code {status}")
    act(trial, status)
    expect(trial.locator("#row-2 [role=alert]")).to_contain_text(words)
    expect(trial.locator("#do-anew-2")).to_have_count(0)
    assert focused(trial) == f"do-{status}-2"
    act(trial, "keep", row=1)
    expect(trial.locator("#main [role=alert]")).to_have_count(0)


def test_a_stumble_shows_that_the_desk_does_not_answer_until_it_does(trial, browser_log):
    browser_log.expect("status of 500", "Code 500")
    trial.locator("#note").fill("half a thought")
    act(trial, "500")
    expect(trial.get_by_text("The desk does not answer. What you typed is kept.")).to_be_visible()
    act(trial, "keep")
    expect(trial.locator("#offline")).to_be_hidden()
    assert trial.locator("#note").input_value() == "half a thought"


def test_a_lost_line_shows_it_too_and_it_leaves_by_itself(trial, browser_log):
    browser_log.expect("ERR_CONNECTION_FAILED", "htmx:sendError", "htmx:afterRequest")
    trial.route("**/try/act/**", lambda route: route.abort("connectionfailed"))
    trial.locator("#do-keep-2").press("Enter")
    expect(trial.locator("#offline")).to_be_visible()
    expect(trial.locator("#offline")).to_be_hidden(timeout=8_000)


def test_a_toast_without_an_action_leaves_by_itself_but_not_while_it_is_read(trial):
    trial.clock.install()
    save(trial, "refused")
    toast = trial.locator(".toast")
    toast.hover()
    trial.clock.run_for(9_000)
    expect(toast).to_be_visible()
    trial.mouse.move(0, 0)
    trial.clock.run_for(9_000)
    expect(toast).to_have_count(0)


def test_undo_stays_and_takes_back_with_its_key(trial):
    trial.clock.install()
    save(trial, "this")
    trial.clock.run_for(60_000)
    trial.keyboard.press("z")
    expect(trial.get_by_text("Undone this.")).to_be_visible()
    assert frame_pages.saved == []
    expect(trial.locator("#main, #main *").and_(trial.locator(":focus"))).to_have_count(1)


def test_at_most_two_toasts_stand_and_only_the_newest_undo_has_the_key(trial):
    save(trial, "first")
    trial.evaluate(
        """for (const words of ["second", "third"]) {
             const toast = document.querySelector(".toast").cloneNode(true);
             toast.querySelector("p").textContent = words;
             document.getElementById("toasts").append(toast); }"""
    )
    expect(trial.locator(".toast p")).to_have_text(["second", "third"])
    expect(trial.locator("[data-key=z]")).to_have_count(1)
    expect(trial.locator(".toast").last.locator("kbd")).to_be_visible()


def test_closing_a_toast_gives_the_focus_back(trial):
    save(trial, "this")
    trial.locator("#words").focus()
    trial.get_by_role("button", name="Close this message").click()
    expect(trial.locator(".toast")).to_have_count(0)
    assert focused(trial) == "words"


def test_a_double_press_sends_once(trial):
    trial.locator("#note").fill("once")
    trial.locator("#save").dblclick()
    expect(trial.locator(".toast")).to_be_visible()
    assert frame_pages.saved == ["once"]


def test_a_double_press_with_htmx_sends_once(trial, browser_log):
    browser_log.expect("status of 418", "Code 418")
    held = []
    trial.route("**/try/act/**", lambda route: held.append(route))
    trial.locator("#do-418-2").press("Enter")
    trial.locator("#do-418-2").press("Enter")
    held[0].continue_()
    expect(trial.locator(".answer")).to_be_visible()
    with trial.expect_request("**/try/act/keep/1"):
        trial.locator("#do-keep-1").press("Enter")
    assert [route.request.url[-5:] for route in held] == ["418/2", "eep/1"]


def test_going_back_after_a_swap_loads_the_whole_page(trial, live_server):
    act(trial, "push")
    expect(trial).to_have_url(f"{live_server.url}/try/?at=2")
    trial.go_back()
    expect(trial).to_have_url(f"{live_server.url}/try/")
    expect(trial.locator("#do-anew-2")).to_have_count(0)
    expect(trial.get_by_role("navigation", name="Desk")).to_be_visible()


def test_a_form_that_came_back_can_be_sent_again(trial):
    save(trial, "one")
    trial.locator("#note").fill("two")
    trial.locator("#save").click()
    expect(trial.get_by_text("Saved two.")).to_be_visible()
    assert frame_pages.saved == ["one", "two"]


def test_the_browser_tells_its_zone_once(signed_in, live_server, alice):
    User.objects.update(zone="")
    with signed_in.expect_response("**/settings/zone/") as told:
        signed_in.goto(f"{live_server.url}/settings/")
    assert told.value.status == 204
    alice.refresh_from_db()
    assert alice.zone == "Europe/Berlin"
