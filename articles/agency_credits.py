"""Which agencies an article credits, with the words that say so.

A *credit* says that the text is the agency's: a dateline “SELWICK (Reuters) —”, “(AP)” at the end,
a byline, “Reporting by AFP”. A *contribution* says that it had a part in it beside the outlet's own
reporting: “Reuters contributed to this report”, “Staff and Northline”. What a text reports an
agency as saying (“told TASS”) is neither; that is an attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import matching
from articles import agencies
from articles.agencies import Agencies
from articles.models import Article, Credit, CreditKind, Outlet, Revision
from matching import Span

FIRST_PARAGRAPHS, LAST_PARAGRAPHS = 3, 4  # where a text says whose it is
LONGEST_LINE = 200  # code points of a paragraph that is a credit and nothing else
AGENCIES_KEPT = 4  # patterns a process remembers; the register changes seldom

Registered = tuple[tuple[str, str], ...]

STAFF = r"(?:\s(?:staff|reporters?|writers?|correspondents?|news|agency|wire|service))*"
# NAMES is one agency or several in a row.
DATELINE = (
    rf"\A[^\n(]{{0,80}}?\(NAMES{STAFF}\)\s?[—–-]",  # SELWICK, Nov 19 (Reuters) —
    r"\A[^\n—–]{0,60}?[—–]\s?NAMES\s?[—–]\s",  # SELWICK – Reuters –
    r"\ANAMES\s?[—–]\s",
)
WHOLE = (  # nothing but the credit
    r"\A\W*(?:(?:[Bb]y|[Ff]rom|[Ss]ources?|[Cc]redit|[Vv]ia|[Rr]eporting\sby)\b:?\s)?"
    rf"NAMES{STAFF}\W*\Z",
)
CLOSING = (rf"[\[(]NAMES{STAFF}[\])]\W*\Z",)
REPORTING = (r"\b[Rr]eport(?:ed|ing)?\sby\sNAMES",)
CONTRIBUTED = (
    r"\b(?:[Aa]dditional|[Ff]urther|[Ww]ith)\s(?:reporting|files?|material|inputs?|writing"
    r"|reports?)\s(?:by|from|of)\sNAMES",
    r"NAMES\b[^.\n]{0,80}?\bcontributed\b",
)
SHARED = (rf"\w.*?[\s,](?:and|with|&|\+)\sNAMES{STAFF}\W*\Z",)  # Ida Marsh and AP
SIGNED = (rf"\w\W*(?:[,/|·•—–(]|\b(?:for|of|at)\b)\s?NAMES{STAFF}\W*\Z",)  # Ida Marsh, AP

CREDIT, CONTRIBUTION = CreditKind.CREDIT, CreditKind.CONTRIBUTION
IN_DETAILS = (
    (WHOLE, CREDIT),
    (CLOSING, CREDIT),
    (CONTRIBUTED, CONTRIBUTION),
    (SHARED, CONTRIBUTION),
    (SIGNED, CREDIT),
)


def find(article: Article, text: str, registered: Registered) -> list[Credit]:
    """The credits of an article with that text, not saved yet; the most certain first.

    `registered` are what the desk's agencies are called, with the names of their outlets. Each
    agency is told once.
    """
    known = _agencies(registered)
    found: dict[str, Credit] = {}
    for credit in (*_in_text(text, known), *_in_details(article, known)):
        if credit.agency == article.outlet.name:
            continue
        credit.article = article
        held = found.setdefault(credit.agency, credit)
        if held.kind == CONTRIBUTION and credit.kind == CREDIT:
            found[credit.agency] = credit
    return sorted(found.values(), key=lambda one: one.kind == CONTRIBUTION)


def store(revisions: Sequence[Revision]) -> None:
    """Find the credits of these articles anew, by their newest texts and what is known of them."""
    registered = Outlet.objects.agency_names()
    rows = [
        credit
        for revision in revisions
        for credit in find(revision.article, revision.text, registered)
    ]
    articles = [revision.article_id for revision in revisions]
    Credit.objects.filter(article__in=articles).delete()
    Credit.objects.bulk_create(rows)


def _in_text(text: str, known: Agencies) -> Iterator[Credit]:
    blocks = matching.paragraphs(text)
    first, last = blocks[:FIRST_PARAGRAPHS], blocks[-LAST_PARAGRAPHS:]
    lines = [one for one in dict.fromkeys([*first, *last]) if one.end - one.start <= LONGEST_LINE]
    first, last, lines = (
        [one for one in some if known.may_be_in(one.of(text))] for some in (first, last, lines)
    )
    for where, forms, kind in (
        (first, DATELINE, CREDIT),
        (lines, WHOLE, CREDIT),
        (last, CLOSING, CREDIT),
        (last, CONTRIBUTED, CONTRIBUTION),
        (lines, CONTRIBUTED, CONTRIBUTION),
    ):
        for block in where:
            yield from _matched(text, block, forms, kind, known)
    for block in dict.fromkeys([*last, *lines]):
        if not _search(CONTRIBUTED, block.of(text), known):
            yield from _matched(text, block, REPORTING, CREDIT, known)


def _matched(
    text: str, block: Span, forms: tuple[str, ...], kind: CreditKind, known: Agencies
) -> Iterator[Credit]:
    """A credit for each agency that one of the forms finds in the paragraph."""
    if found := _search(forms, block.of(text), known):
        place = {"start": block.start + found.start(), "end": block.start + found.end()}
        for agency in known.named(found["names"]):
            yield Credit(agency=agency, kind=kind, field="text", words=found.group(), **place)


def _in_details(article: Article, known: Agencies) -> Iterator[Credit]:
    for field in ("dateline", "credit", "byline"):
        words = str(getattr(article, field))
        matched = ((_search(forms, words, known), kind) for forms, kind in IN_DETAILS)
        found, kind = next((one for one in matched if one[0]), (None, CREDIT))
        for agency in known.named(found["names"]) if found else ():
            yield Credit(agency=agency, kind=kind, field=field, words=words)
    sources = [("source", source) for source in article.info_sources]
    for field, words in [*sources, ("owner", article.outlet.owner)]:
        for agency in known.named(words) if _search(WHOLE, words, known) else ():
            yield Credit(agency=agency, kind=CREDIT, field=field, words=words)


def _search(forms: tuple[str, ...], words: str, known: Agencies) -> re.Match[str] | None:
    found = (_compiled(form, known.several).search(words) for form in forms)
    return next((one for one in found if one), None)


@lru_cache(maxsize=64)
def _compiled(form: str, several: str) -> re.Pattern[str]:
    return re.compile(form.replace("NAMES", f"(?P<names>{several})"))


@lru_cache(maxsize=AGENCIES_KEPT)
def _agencies(registered: Registered) -> Agencies:
    return agencies.of_names(registered)
