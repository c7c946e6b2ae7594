"""Each act has a key, or is named here with the reason; bars of keys name what the page has.

A button acts. So does a link that leads to a file, or to a page made for one act: its form writes
back to its own address. Crumbs, tabs and rows are ways to go; J, K and Enter open a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import resolve
from lxml import html

from accounts import key_places
from accounts.tests.factories import create_reporter, create_reviewer
from factdesk.tests.test_every_page import addresses, create_desk, is_on_the_map
from factdesk.tests.test_house import ROOT, TEMPLATES

TAG = r'((?:\{%.*?%\}|\{\{.*?\}\}|"[^"]*"|[^>"])*)'
BUTTON = re.compile(rf"<button\b{TAG}>(.*?)</button>", re.DOTALL)
FIELD = re.compile(r'class="input|<textarea|web/_field\.html|_detail\.html|\|input \}\}')
FIXED = ("<kbd>Enter</kbd>", "<kbd>Esc</kbd>")
# The template and what its button says of itself or shows.
WITHOUT_A_KEY = {
    ("claims/_evidence.html", "add-evidence"): "a key leads to its field, where Enter adds",
    (
        "claims/_sentences.html",
        "sentence-",
    ): "for who has no script; with one the text cursor marks",
    ("claims/_selection.html", "handle-start"): "a slider, which arrows move",
    ("claims/_selection.html", "handle-end"): "a slider, which arrows move",
    ("web/_keys.html", "Close"): "Esc closes every window",
    ("web/_keys.html", 'class="link"'): "an entry of the menu: its control has the key",
}
# Keys that no control of a page has: of lists, and of what comes only with something done.
NO_CONTROL = {"j", "k", "z", ".", ","}
SIGNS = {"Enter", "Esc", "Ctrl", "Shift", "Space", "←", "→", "↑", "↓"}
NAVIGATION = "ancestor::nav or ancestor::ol[@class='crumbs']"
KEYED = "@data-key or @data-row or contains(@class, 'row-link')"
HINTS = "//footer[@id='keybar']/span/kbd"
LINKS = f"//main//a[@href and not({NAVIGATION} or {KEYED})]"


def buttons() -> Iterator[tuple[str, str, str]]:
    """Each button of the templates: the template, its tag with what it shows, the form before."""
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        name = str(path.relative_to(ROOT / "templates"))
        for found in BUTTON.finditer(text):
            start = max(text.rfind("<form", 0, found.start()), 0)
            yield name, found[0], text[start : found.start()]


def needs_a_key(button: str, before: str) -> bool:
    """Enter in a field presses the form's first button. What is unseen, or only shows, acts not."""
    is_sent_by_its_field = bool(FIELD.search(before)) and "<button" not in before
    has_one = "data-key=" in button or any(sign in button for sign in FIXED)
    only_shows = 'method="get"' in before.partition(">")[0]
    return not (
        has_one
        or is_sent_by_its_field
        or only_shows
        or 'aria-hidden="true"' in button.split(">")[0]
    )


def test_each_button_has_a_key_or_a_reason_to_have_none():
    without = [(name, text) for name, text, before in buttons() if needs_a_key(text, before)]
    unnamed = [one for one in without if not any(_is(one, act) for act in WITHOUT_A_KEY)]
    assert unnamed == []
    gone = [act for act in WITHOUT_A_KEY if not any(_is(one, act) for one in without)]
    assert gone == [], "has a key now, or is gone"


def _is(button: tuple[str, str], act: tuple[str, str]) -> bool:
    return button[0] == act[0] and act[1] in button[1]


def test_scripts_make_no_controls_but_those_that_ask_which_claim_is_meant():
    """What a script shows stands in a template, where the test above sees it."""
    making = re.compile(
        r"createElement\(\"(?:a|button|summary|select|textarea)\"\)|<(?:a|button)\b"
    )
    scripts = sorted((ROOT / "static").glob("*.js"))
    assert [path.name for path in scripts if making.search(path.read_text("utf-8"))] == [
        "reading.js"
    ]


class Pages:
    """The desk as somebody sees it. Every address is asked for once."""

    def __init__(self, client) -> None:
        self.client = client
        self.seen: dict[str, html.HtmlElement | None] = {}
        self.for_acting: dict[str, bool] = {}

    def all(self) -> Iterator[tuple[str, html.HtmlElement]]:
        for address in addresses():
            page = self.open(address)
            if page is not None:
                yield address, page

    def open(self, address: str) -> html.HtmlElement | None:
        """None of what is no page, or not for this person."""
        if address not in self.seen:
            answer = self.client.get(address, follow=True)  # feeds have their secret added
            is_page = answer.status_code == 200 and "html" in answer["Content-Type"]
            self.seen[address] = html.fromstring(answer.content.decode()) if is_page else None
            if answer.status_code == 200:
                self.for_acting.setdefault(view_of(address), _acts(self.seen[address], address))
        return self.seen[address]

    def lead_to_acts(self, links: dict[str, str]) -> Iterator[str]:
        """Those of the views whose page is made for an act; of each one page is looked at."""
        for view, address in links.items():
            if view not in self.for_acting:
                self.open(address)
            if self.for_acting.get(view):
                yield view


def view_of(address: str) -> str:
    return resolve(urlsplit(address).path).view_name


def _acts(page: html.HtmlElement | None, address: str) -> bool:
    if page is None:
        return True  # a file
    forms = page.xpath("//main//form[translate(@method, 'POST', 'post') = 'post']")
    asked = {view_of(urljoin(address, form.get("action") or "")) for form in forms}
    return view_of(address) in asked


def links_of(page: html.HtmlElement, address: str, path: str) -> dict[str, str]:
    """The views that links lead to, each with an address; those of the desk's own pages."""
    found = {}
    for link in page.xpath(path):
        target = urlsplit(urljoin(address, link.get("href")))
        is_page = not target.netloc and target.path != urlsplit(address).path
        if is_page and not target.path.startswith("/admin/"):
            found[view_of(target.path)] = target._replace(fragment="").geturl()
    return found


def false_hints(page: html.HtmlElement | None, address: str) -> Iterator[str]:
    """Hints in the bar of keys whose key presses nothing here; none of what is no page."""
    if page is None:
        return
    inside = page.xpath("//*[@data-keys-region]//*[@data-key]")
    if page.xpath("//*[@id='queue-list']/*[@class='empty']"):
        return  # the list fills without a new bar
    keys = {
        control.get("data-key") for control in page.xpath("//*[@data-key]") if control not in inside
    }
    for hint in page.xpath(HINTS):
        key, place = hint.text_content().lower(), hint.get("data-in")
        if place:
            is_true = key in key_places.BY_NAME[place].actions
        else:
            is_true = is_on_the_map(urlsplit(address).path, "", key) and key in keys | NO_CONTROL
        if hint.text_content() not in SIGNS and not is_true:
            yield f"{hint.text_content()} in {address}"


def without_a_key(pages: Pages) -> Iterator[str]:
    """Links that act where no key does the same."""
    for address, page in pages.all():
        keyed = links_of(page, address, f"//a[{KEYED}]")
        for view in pages.lead_to_acts(links_of(page, address, LINKS)):
            if view not in keyed:
                yield f"{view} from {address}"


@pytest.mark.django_db
def test_links_that_act_have_keys_and_the_bar_names_only_what_is_there(client):
    create_desk(client)
    pages = Pages(client)
    assert list(without_a_key(pages)) == []
    false = [hint for address, page in pages.all() for hint in false_hints(page, address)]
    barred = {view_of(address): address for address, page in pages.all() if page.xpath(HINTS)}
    for person in (create_reviewer(), create_reporter()):
        client.force_login(person)
        theirs = Pages(client)
        for address in barred.values():  # of each view one will do
            false += false_hints(theirs.open(address), address)
    assert false == []
