"""Keys in a browser: what they press, where they rest, and the list of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def test_a_key_presses_the_control_that_declares_it(trial):
    trial.keyboard.press("v")
    expect(trial).to_have_title("verify")


def test_a_modifier_stops_a_key_but_capitals_lock_does_not(trial):
    for press in ("Shift+V", "Control+v", "Alt+v"):
        trial.keyboard.press(press)
    expect(trial).to_have_title("Fact Desk")
    trial.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'V', bubbles: true}))"
    )
    expect(trial).to_have_title("verify")


def test_keys_rest_while_somebody_types(trial):
    trial.locator("#note").press_sequentially("vv/?")
    expect(trial).to_have_title("Fact Desk")
    assert trial.locator("#note").input_value() == "vv/?"


def test_escape_leaves_a_field_for_what_is_around_it(trial):
    trial.keyboard.press("/")
    assert focused(trial) == "words"
    trial.keyboard.press("Escape")
    assert focused(trial) == "main"


def test_inside_a_region_its_own_control_wins_and_outside_its_keys_rest(trial):
    trial.keyboard.press("1")
    expect(trial).to_have_title("Fact Desk")
    trial.locator("#card").focus()
    trial.keyboard.press("v")
    expect(trial).to_have_title("card-verify")
    trial.keyboard.press("1")
    expect(trial).to_have_title("card-one")
    trial.locator("#card-words").press("Escape")
    assert focused(trial) == "card"


def test_two_keys_one_after_the_other_lead_to_a_page(trial, live_server):
    trial.keyboard.press("g")
    trial.keyboard.press("d")
    expect(trial).to_have_url(f"{live_server.url}/")


def test_j_and_k_go_from_row_to_row(trial):
    walk = []
    for key in "jjkk":
        trial.keyboard.press(key)
        walk.append(focused(trial))
    assert walk == ["link-1", "link-2", "link-1", "link-1"]


def test_control_enter_sends_the_form_from_its_field(trial):
    trial.locator("#note").fill("by key")
    trial.keyboard.press("Control+Enter")
    expect(trial.get_by_text("Saved by key.")).to_be_visible()


def test_the_list_of_keys_says_what_the_controls_declare(trial):
    trial.keyboard.press("?")
    keys = trial.get_by_role("dialog", name="Keys")
    for line in ["VVerify", "1One is wrong", "/Words", "G then DDesk", "Ctrl EnterSave"]:
        assert line in keys.inner_text().replace("\n", "")
    trial.keyboard.press("v")
    expect(trial).to_have_title("keys-button")
    trial.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(trial.locator("#keys-button")).to_be_focused()
    trial.set_viewport_size({"width": 360, "height": 740})
    expect(trial.locator("#keys-button")).to_be_hidden()
    trial.keyboard.press("?")
    expect(keys).to_be_visible()


def test_keys_can_be_turned_off(trial, alice):
    alice.keys_enabled = False
    alice.save()
    trial.reload()
    trial.keyboard.press("?")
    trial.keyboard.press("j")
    expect(trial.get_by_role("dialog")).to_have_count(0)
    assert focused(trial) == "BODY"
    expect(trial.locator(".keybar, #keys-button").filter(visible=True)).to_have_count(0)
