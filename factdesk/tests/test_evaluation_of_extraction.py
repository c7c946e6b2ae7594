"""The command measures the reading of HTML on a folder of the benchmark's form."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.extraction.tests.webpage import JSON_LD, PARAGRAPHS, web_page
from factdesk.evaluation import extraction
from factdesk.evaluation.extraction import LabelledPage

URL = "https://ledger.example/2026/11/19/ardent-tide"
BODY = "\n\n".join(PARAGRAPHS)


def folder_of(path: Path, *pages: bytes) -> Path:
    (path / "html").mkdir()
    names = [f"page{number}" for number in range(len(pages))]
    for name, page in zip(names, pages, strict=True):
        (path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page))
    labels = {name: {"articleBody": BODY, "url": URL} for name in names}
    (path / "ground-truth.json").write_text(json.dumps(labels))
    return path


def measured(folder: Path) -> list[str]:
    out = io.StringIO()
    call_command("evaluate_extraction", str(folder), stdout=out)
    return out.getvalue().splitlines()


def test_it_reports_every_reader_and_detail(tmp_path):
    signed = '<a rel="author" href="/quint">Rafael Quint</a> and <a rel="author">Dela Moor</a>'
    time = '<time datetime="2026-11-19T04:10Z">today</time>'
    page = web_page(head=JSON_LD, inside=f"<p>{signed} {time}</p>")
    lines = measured(folder_of(tmp_path, page))
    assert lines[0] == "1 pages"
    assert lines[1].startswith("Fact Desk: F1 ")
    assert lines[2].startswith("trafilatura, precision mode: F1 ")
    assert lines[3:] == [
        "canonical address: correct 1.000, found 1.000, of 1 pages",
        "headline: correct 1.000, found 1.000, of 1 pages",
        "byline: correct 1.000, found 1.000, of 1 pages",
        "published: correct 1.000, found 1.000, of 1 pages",
    ]


def test_a_body_is_scored_by_runs_of_four_words_and_each_page_weighs_the_same():
    pages = [LabelledPage("a", b"", "one two three four five", ""), LabelledPage("b", b"", "x", "")]
    found = {"a": "one two three four six", "b": ""}
    score = extraction.score_bodies(pages, lambda page: found[page.name])
    assert (score.precision, score.recall, score.f1) == (0.5, 0.25, pytest.approx(1 / 3))


def test_what_a_page_says_in_json_ld_is_not_what_it_is_scored_by(tmp_path):
    (page,) = extraction.load(folder_of(tmp_path, web_page(head=JSON_LD)))
    details = extraction.score_details([page])
    assert (details["byline"].found, details["headline"].correct) == (0.0, 1.0)


@pytest.mark.parametrize("labels", ["", "[]", '{"a": {"url": "x"}}'])
def test_another_folder_is_refused(tmp_path, labels):
    (tmp_path / "ground-truth.json").write_text(labels)
    with pytest.raises(CommandError, match=r"not of the benchmark’s form|cannot be read"):
        measured(tmp_path)
    with pytest.raises(CommandError, match="cannot be read"):
        measured(tmp_path / "nowhere")
