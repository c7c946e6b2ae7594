"""Invented pages of many sites and languages come down to their articles."""

from __future__ import annotations

import pytest

from articles.extraction import read
from articles.extraction.tests.invented_pages import FORMS, PAGES


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_article_is_kept_and_the_site_is_struck(page, form):
    found = read(form(page.texts).encode())
    assert [line.text for line in found.lines if line.kept] == page.body


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_headline_and_the_language_are_found(page):
    found = read("\n".join(page.texts).encode())
    assert (found.headline.value if found.headline else None) == page.headline
    assert found.language is not None
    assert found.language.value == page.language


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_struck_line_says_why_and_no_line_is_lost(page):
    lines = read("\n".join(page.texts).encode()).lines
    assert [line.text for line in lines] == page.texts
    assert all(bool(line.reason) != line.kept for line in lines)
