"""Word documents: what stands in them, and what they say of it."""

from __future__ import annotations

from articles.formats.tests.made import HEADLINE, PARAGRAPHS, docx, kept, one, refusal, run

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-'
    'properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Title of the file</dc:title>'
    "<dc:creator>{}</dc:creator></cp:coreProperties>"
)


def test_the_paragraphs_are_the_article_and_the_heading_its_headline():
    page = one(docx("By Rafael Quint", *PARAGRAPHS, title=HEADLINE), "x.docx")
    assert kept(page) == PARAGRAPHS
    assert page.headline.value == HEADLINE
    assert page.headline.where == "from the document’s title line"
    assert page.byline.value == "Rafael Quint"


def test_insertions_are_words_and_deletions_are_none():
    first = (
        f"<w:p>{run('The ferry carried ')}<w:del>{run('142', 'delText')}</w:del>"
        f"<w:ins>{run('241')}</w:ins>{run(' people to Port Merrow that evening, they said.')}</w:p>"
    )
    page = one(docx(first, *PARAGRAPHS))
    assert kept(page)[0] == "The ferry carried 241 people to Port Merrow that evening, they said."


def test_tables_are_rows_and_line_breaks_are_kept_apart():
    cells = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in ("Aboard", "241"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    page = one(docx(*PARAGRAPHS[:2], table, *PARAGRAPHS[2:]))
    assert "Aboard | 241" in kept(page)


def test_its_properties_fill_what_the_words_leave_open():
    page = one(docx(*PARAGRAPHS, core=CORE.format("Dela Moor")))
    assert (page.headline.value, page.byline.value) == ("Title of the file", "Dela Moor")
    assert page.byline.where == "from the document’s properties"
    named = one(docx("By Rafael Quint", *PARAGRAPHS, title=HEADLINE, core=CORE.format("Dela Moor")))
    assert (named.headline.value, named.byline.value) == (HEADLINE, "Rafael Quint")
    assert one(docx(*PARAGRAPHS, core=CORE.format("Microsoft Office User"))).byline is None


def test_empty_and_damaged_documents_are_refused():
    assert refusal(docx()).startswith("There is no text here")
    damaged = docx("<w:p><w:r></w:p>")
    assert refusal(damaged).startswith("This file begins as a Word document but is damaged")
    assert "damaged" in refusal(docx(*PARAGRAPHS)[:-60])
