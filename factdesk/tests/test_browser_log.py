"""The watch over browser tests notices what it is there for."""

from __future__ import annotations

import pytest

FORBIDS_SCRIPTS = '<meta http-equiv="Content-Security-Policy" content="script-src %27none%27">'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<script>throw new Error('boom')</script>", "boom"),
        ("<script>console.error('grumble')</script>", "grumble"),
        (f"{FORBIDS_SCRIPTS}<script>1</script>", "content security policy: script-src"),
    ],
    ids=["uncaught", "logged", "forbidden"],
)
def test_an_error_of_the_page_is_noticed(page, browser_log, content, words):
    page.goto(f"data:text/html,{content}")
    page.evaluate("1")
    assert [error for error in browser_log.errors if words in error] != []
    browser_log.expect(words, "Content Security Policy")
    assert browser_log.unexpected == []


def test_pages_opened_in_another_way_are_watched_too(new_context, browser_log):
    page = new_context(java_script_enabled=True).new_page()
    page.goto("data:text/html,<script>console.error('grumble')</script>")
    page.evaluate("1")
    assert len(browser_log.errors) == 1
    browser_log.expect("grumble")
