"""Where two claims cannot both hold: figures, dates, and what is said to be so."""

from __future__ import annotations

from datetime import date

from matching.assertions.names import names
from matching.assertions.polarity import polarity
from matching.assertions.sources import sources
from matching.discrepancy import Discrepancy
from matching.figures.claimed import claimed, shared
from matching.figures.conflicts import conflicts, same
from matching.spans import Span


def discrepancies(
    a: str,
    b: str,
    *,
    published_a: date | str | None = None,
    published_b: date | str | None = None,
    said_a: tuple[str, ...] | None = None,
    said_b: tuple[str, ...] | None = None,
) -> list[Discrepancy]:
    """Where `a` and `b` differ in fact, by place in `a`; none when they can both hold.

    `published_…` as in `quantities`. `said_…` is the chain of who says so, root first, where that
    is known; an empty one is the writer's own voice, None is read from the claim. Where the named
    stand outside the words, the span of an attribution is all of them. Swapping the claims swaps
    the sides. Of a claim, the first 2,000 code points are compared.
    """
    of_a, of_b = claimed(a, published_a), claimed(b, published_b)
    between = shared(of_a, of_b)
    figures = list(conflicts(of_a, of_b, between))
    found = [
        *figures,
        *(each for each in polarity(of_a, of_b, between) if not _is_told(each, figures)),
        *names(of_a, of_b, between),
        *sources(of_a, of_b, between, (said_a, said_b)),
    ]
    return sorted(found, key=lambda each: (each.span_a, each.span_b, each.kind))


def _is_told(denial: Discrepancy, figures: list[Discrepancy]) -> bool:
    """Whether a figure says already what is denied: “no one”, “three people”."""
    return any(
        each.span_a.overlaps(denial.span_a) or each.span_b.overlaps(denial.span_b)
        for each in figures
    )


def same_figures(
    a: str,
    b: str,
    *,
    published_a: date | str | None = None,
    published_b: date | str | None = None,
) -> list[tuple[Span, Span]]:
    """Where both texts give a figure that agrees, by place in `a`; each figure once."""
    agreed = same(claimed(a, published_a), claimed(b, published_b))
    return sorted((x.span, y.span) for x, y in agreed)
