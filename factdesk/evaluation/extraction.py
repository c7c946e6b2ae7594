"""The article-extraction benchmark of Scrapinghub: how much of an article is found in its page.

A folder has `ground-truth.json`, an object by page with `articleBody` and `url`, and `html/` with
the pages as `<page>.html.gz`. A body is scored as the benchmark does it: by runs of four words,
each page weighing the same. What is found of an article is scored against what its page says in
JSON-LD, which is taken out before the page is read: so nobody is scored by what he copies.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

import trafilatura

from articles import extraction
from articles.extraction import ExtractionError, FoundTime, Page, json_ld
from articles.extraction.encoding import decode
from articles.extraction.markup import tree_of
from articles.extraction.words import words

LABELS, PAGES = "ground-truth.json", "html"
RUN = 4  # words
_WORD = re.compile(r"\w+")
_SCRIPT = re.compile(rb"<script[^>]{0,300}ld\+json.{0,400000}?</script>", re.DOTALL | re.IGNORECASE)
SAME_MINUTE = 60  # seconds


@dataclass(frozen=True, slots=True)
class LabelledPage:
    name: str
    source: bytes
    body: str
    url: str


@dataclass(frozen=True, slots=True)
class BodyScore:
    """Means over all pages, 0.0 to 1.0; `f1` of the two means, as the benchmark reports it."""

    f1: float
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class DetailScore:
    """Of the pages that have a reference: how many, the share found, the share found right."""

    pages: int
    found: float
    correct: float


def load(folder: Path) -> list[LabelledPage]:
    """Raises OSError when a file is missing, KeyError or ValueError when it is of another form."""
    labels = json.loads((folder / LABELS).read_text("utf-8"))
    return [
        LabelledPage(
            name, gzip.open(folder / PAGES / f"{name}.html.gz").read(),
            str(label["articleBody"]), str(label["url"]),
        )
        for name, label in labels.items()
    ]  # fmt: skip


def ours(page: LabelledPage) -> str:
    found = _read(page.source)
    return extraction.body(found.lines) if found else ""


def trafilatura_alone(page: LabelledPage) -> str:
    """In its precision mode, the best single library on this set."""
    text = decode(page.source)[0]
    return trafilatura.extract(text, favor_precision=True, include_comments=False) or ""


READERS: Mapping[str, Callable[[LabelledPage], str]] = {
    "Fact Desk": ours,
    "trafilatura, precision mode": trafilatura_alone,
}


def score_bodies(pages: Sequence[LabelledPage], read: Callable[[LabelledPage], str]) -> BodyScore:
    pairs = [shares(true=page.body, found=read(page)) for page in pages]
    precision = mean(p for p, _ in pairs if p is not None)
    recall = mean(r for _, r in pairs if r is not None)
    both = precision + recall
    return BodyScore(2 * precision * recall / both if both else 0.0, precision, recall)


def shares(*, true: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page; None where there is nothing to be right about."""
    wanted, got = _runs(true), _runs(found)
    common = sum((wanted & got).values())
    precision = common / got.total() if got else None
    recall = common / wanted.total() if wanted else None
    return precision, recall


def _runs(text: str) -> Counter[tuple[str, ...]]:
    cut = _WORD.findall(text)
    starts = range(max(1, len(cut) - RUN + 1)) if cut else ()
    return Counter(tuple(cut[at : at + RUN]) for at in starts)


def score_details(pages: Sequence[LabelledPage]) -> dict[str, DetailScore]:
    """Headline, byline and time against the page's own JSON-LD; the address against the label."""
    rows: dict[str, list[tuple[bool, bool]]] = {}
    for page in pages:
        for name, is_found, is_right in _details(page):
            rows.setdefault(name, []).append((is_found, is_right))
    return {
        name: DetailScore(len(row), mean(f for f, _ in row), mean(r for _, r in row))
        for name, row in rows.items()
    }


def _details(page: LabelledPage) -> Iterator[tuple[str, bool, bool]]:
    whole, bare = _read(page.source), _read(_SCRIPT.sub(b"", page.source))
    address = whole.url.value if whole and whole.url else ""
    yield "canonical address", bool(address), _bare(address) == _bare(page.url)
    said = json_ld.declared(json_ld.article_in(tree_of(decode(page.source)[0])))
    if said.headline:
        found = bare.headline.value if bare and bare.headline else ""
        yield "headline", bool(found), words(found) == words(said.headline.value)
    if said.byline:
        found = bare.byline.value if bare and bare.byline else ""
        yield "byline", bool(found), _names(found) == _names(said.byline.value)
    if said.published:
        when = bare.published if bare else None
        yield "published", when is not None, when is not None and _is_same(when, said.published)


def _read(source: bytes) -> Page | None:
    try:
        return extraction.read(source, file_name="page.html")
    except ExtractionError:
        return None


def _bare(address: str) -> tuple[str, str]:
    """Host and path, which make an article's address; not the scheme or what tracks a visitor."""
    parts = urlsplit(address)
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/")


def _names(byline: str) -> frozenset[str]:
    return frozenset(words(byline)) - {"and", "by"}


def _is_same(a: FoundTime, b: FoundTime) -> bool:
    """The same minute, or the same day where one of them says no more."""
    if "day" in (a.precision, b.precision) or not (a.zone and b.zone):
        return a.value.date() == b.value.date()
    return abs((a.value - b.value).total_seconds()) < SAME_MINUTE
