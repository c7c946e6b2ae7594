"""Which figures two claims differ in when it is known already that they contradict each other.

`discrepancies` must be sure that two figures are of one thing before it says that they conflict.
Of two claims that a person has said to contradict, less is enough: the one figure of a kind that
each has and the other has not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from matching.discrepancies import discrepancies, same_figures
from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.figures.quantity import Dimension, Quantity
from matching.figures.reading import quantities
from matching.spans import Span

# Dates have a grain that low and high do not tell; labels and ordinals name, they do not measure.
NOT_MEASURED = (Dimension.DATE, Dimension.WEEKDAY, Dimension.LABEL, Dimension.ORDINAL)
# “241 people, nine of them crew”: nine are a part of the 241, not what the claim is about.
PART_OF_ANOTHER = re.compile(r"\s+of (?:them|whom|these|those|which)\b", re.IGNORECASE)


def contradictions(
    a: str,
    b: str,
    *,
    published_a: date | str | None = None,
    published_b: date | str | None = None,
    said_a: tuple[str, ...] | None = None,
    said_b: tuple[str, ...] | None = None,
) -> list[Discrepancy]:
    """As `discrepancies`, of two claims known to contradict each other.

    Figures that are a part of another, as in “nine of them”, are left out. Where those find no
    conflict, the figures that stand alone in their dimension on each side
    are taken when they cannot both hold: claims that contradict each other and give one
    duration each differ in that.
    """
    published = {"published_a": published_a, "published_b": published_b}
    found = [
        one
        for one in discrepancies(a, b, **published, said_a=said_a, said_b=said_b)
        if not (_is_part(a, one.span_a) or _is_part(b, one.span_b))
    ]
    if any(one.grade == Grade.CONFLICT for one in found):
        return found
    agreed = same_figures(a, b, **published)
    of_a = _lone(a, published_a, {span for span, _ in agreed})
    of_b = _lone(b, published_b, {span for _, span in agreed})
    lone = [
        _discrepancy(of_a[dimension], of_b[dimension])
        for dimension in Dimension
        if dimension in of_a and dimension in of_b and _are_apart(of_a[dimension], of_b[dimension])
    ]
    return sorted([*found, *lone], key=lambda one: (one.span_a, one.span_b, one.kind))


def _lone(text: str, published: date | str | None, agreed: set[Span]) -> dict[Dimension, Quantity]:
    """The one figure of each measured dimension; none of a dimension with more, or one agreed."""
    by_dimension: dict[Dimension, list[Quantity]] = defaultdict(list)
    for figure in quantities(text, published=published):
        if not _is_part(text, figure.span):
            by_dimension[figure.dimension].append(figure)
    return {
        dimension: inside[0]
        for dimension, inside in by_dimension.items()
        if len(inside) == 1 and inside[0].span not in agreed and dimension not in NOT_MEASURED
    }


def _is_part(text: str, span: Span) -> bool:
    return PART_OF_ANOTHER.match(text, span.end) is not None


def _are_apart(x: Quantity, y: Quantity) -> bool:
    """In one unit or on one clock, and with no value that is in both."""
    is_other_scale = x.dimension is Dimension.MONEY and x.unit != y.unit
    return not is_other_scale and x.zone == y.zone and (x.high < y.low or y.high < x.low)


def _discrepancy(x: Quantity, y: Quantity) -> Discrepancy:
    return Discrepancy(
        kind=DiscrepancyKind(x.dimension),
        grade=Grade.CONFLICT,
        subject=x.subject or y.subject,
        value_a=x.shown,
        value_b=y.shown,
        span_a=x.span,
        span_b=y.span,
    )
