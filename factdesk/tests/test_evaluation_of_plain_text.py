"""The command measures which lines of marked pages are kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factdesk.evaluation import plain_text

SAVED = Path(__file__).parents[2] / "articles" / "extraction" / "tests" / "saved"
PAGE = """~ en
- Share
= Ferry aground off Selwick for a second night
+ The ferry ran aground on Tuesday evening with 241 people aboard, the harbour master said.
+ Two tugs pulled at the stern until the morning tide lifted her off, an hour before noon.
- Sign up for our newsletter
"""


def test_it_reports_lines_pages_and_headlines_in_each_form(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    out = io.StringIO()
    call_command("evaluate_plain_text", str(tmp_path), stdout=out)
    line = "precision 1.000, recall 1.000, whole pages 1.000, headlines 1.000"
    forms = [f"{name}: {line}" for name in plain_text.FORMS]
    assert out.getvalue().splitlines() == ["1 pages", *forms]


def test_a_page_of_which_nothing_is_kept_costs_recall(tmp_path):
    (tmp_path / "a.txt").write_text("+ Share\n+ Tweet\n", "utf-8")
    score = plain_text.measure(plain_text.load(tmp_path), "\n".join)
    assert (score.precision, score.recall) == (0.0, 0.0)


@pytest.mark.parametrize("form", plain_text.FORMS)
def test_the_saved_pages_come_out_nearly_line_by_line(form):
    pages = plain_text.load(SAVED)
    score = plain_text.measure(pages, plain_text.FORMS[form])
    assert len(pages) == 33
    assert min(score.precision, score.recall) >= 0.99


def test_another_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match="No marked pages"):
        call_command("evaluate_plain_text", str(tmp_path))
    (tmp_path / "a.txt").write_text("unmarked\n", "utf-8")
    with pytest.raises(CommandError, match="has no mark"):
        call_command("evaluate_plain_text", str(tmp_path))
