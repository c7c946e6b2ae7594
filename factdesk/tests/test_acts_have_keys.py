"""Each act of a page has a key, is sent by its field, or is named here with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from lxml import html

from factdesk.tests.test_every_page import addresses, create_desk

TYPED = ".//input[not(@type) or @type='text' or @type='search' or @type='url'] | .//textarea"
BUTTONS = (
    "//button[not(@type) or @type='submit'][ancestor::form or @form]"
    " | //input[@type='submit' or @type='image']"
)
# The view that is asked and how the button's words begin.
WITHOUT_A_KEY = {
    ("claims:add_evidence", "Add evidence"): "a key leads to its field, where Enter adds",
    ("claims:choose", "Place it here"): "a key leads to the text cursor, whose Enter places it",
}


def acts(page: html.HtmlElement, address: str) -> Iterator[tuple[str, html.HtmlElement]]:
    """Buttons that send a form which writes, each with the name of the view it asks."""
    for button in page.xpath(BUTTONS):
        form = form_of(button)
        method = button.get("formmethod") or form.get("method", "get")
        if method.lower() == "post":
            asked = button.get("formaction") or form.get("action") or address
            yield resolve(urlsplit(asked).path).view_name, button


def form_of(button: html.HtmlElement) -> html.HtmlElement:
    if name := button.get("form"):
        return button.getroottree().getroot().get_element_by_id(name)
    return next(button.iterancestors("form"))


def named(view: str, button: html.HtmlElement) -> tuple[str, str]:
    """As the list above has it, else with all its words."""
    words = " ".join(button.text_content().split())
    known = (act for act in WITHOUT_A_KEY if act[0] == view and words.startswith(act[1]))
    return next(known, (view, words))


def is_sent_by_its_field(button: html.HtmlElement) -> bool:
    """Enter in a field presses the form's first button, Control and Enter the one that says so."""
    form = form_of(button)
    first = next(form.iter("button"), None)
    return bool(form.xpath(TYPED)) and button is first


@pytest.mark.django_db
def test_each_act_has_a_key_or_a_reason_to_have_none(client):
    create_desk(client)
    without: dict[tuple[str, str], str] = {}
    for address in addresses():
        page = html.fromstring(client.get(address).content.decode())
        for view, button in acts(page, address):
            if not (button.get("data-key") or is_sent_by_its_field(button)):
                without[named(view, button)] = address
    assert {act: at for act, at in without.items() if act not in WITHOUT_A_KEY} == {}
    assert WITHOUT_A_KEY.keys() - without.keys() == set(), "has a key now, or is gone"
