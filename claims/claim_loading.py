"""What pages load of claims: the rows beside them, and what is worked out for all of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.query import ModelIterable

from articles import fulltext
from claims import beside, ends, people

if TYPE_CHECKING:
    from claims.models import Claim


class LoadedClaims(models.QuerySet["Claim"]):
    """Its claims may come completed, by functions that are given all of them at once."""

    _completed_by: tuple[Callable[[Sequence[Claim]], None], ...] = ()

    def for_list(self) -> Self:
        """All that a row shows: source, holder, last verdict, links, open opinions."""
        return self._for_list().with_people()

    def _for_list(self) -> Self:
        rows = self.select_related("article", "outlet", "story", "current_verdict")
        told = rows.prefetch_related("assigned_group").with_signs()
        return told.with_opinion_count().with_open_threads()

    def for_page(self) -> Self:
        """All that a claim's own page shows, its text included."""
        around = self._for_list().with_sources().select_related("revision", "cluster")
        told = around.with_people(*people.ON_ITS_PAGE)
        return told.defer("revision__source")

    def for_board(self) -> Self:
        """What the story board sorts, filters and shows; it knows articles and outlets itself."""
        place = ("revision", "article", "story", "outlet", "cluster", "start", "end")
        words = ("quote", "statement", "attribution")
        state = ("status", "waiting_since", "open_relocation", "removed_at")
        said = [f"attributed__{name}" for name in ("state", "chain", "strength", "is_named")]
        return self.select_related("attributed").only(*place, *words, *state, *said)

    def for_bulk(self) -> Self:
        """With all that an act on many claims asks of each: `is_in_conflict`, `has_evidence`."""
        evidence = self.model.evidence.rel.related_model.objects  # type: ignore[attr-defined]
        standing = evidence.filter(claim=OuterRef("pk"), removed_at=None)
        in_conflict = Exists(ends.open_conflicts("a")) | Exists(ends.open_conflicts("b"))
        rows = self.select_related(
            *("reviewer", "removed_by", "assignee", "assigned_group", "story"),
            "current_verdict__decided_by",
        )
        return rows.annotate(is_in_conflict=in_conflict, has_evidence=Exists(standing))

    def with_sources(self) -> Self:
        """With outlet and who says so, as `claims.sources` reads them."""
        return self.select_related("outlet", "attributed")

    def with_hits(self, hits: fulltext.Asked | None) -> Self:
        """Adds `marked_quote` (of a long one the passage around the hits), `marked_statement` and
        `marked_attribution`."""
        return self.annotate(
            marked_quote=fulltext.marked("quote", hits, min_words=30, max_words=60),
            marked_statement=fulltext.marked("statement", hits),
            marked_attribution=fulltext.marked("attribution", hits),
        )

    def with_vector(self) -> Self:
        """Loads the vector too, where there is one."""
        return self.defer(None)

    def with_opinion_count(self) -> Self:
        """Adds `opinion_count`: 1 needs a second pair of eyes, 2 differ, 0 is any other claim."""
        return self.annotate(opinion_count=ends.live_opinions())

    def with_open_threads(self) -> Self:
        """Adds `open_threads`: how many threads of comments on it nobody has resolved."""
        return self.annotate(open_threads=ends.open_threads())

    def with_signs(self) -> Self:
        """Its claims come with what the signs beside them say: see `beside.complete`."""
        return self._completing(beside.complete)

    def with_people(self, *names: str) -> Self:
        """Its claims come with the people around them, also those in these fields: see
        `people.complete`."""
        return self._completing(partial(people.complete, also=names))

    def _completing(self, complete: Callable[[Sequence[Claim]], None]) -> Self:
        claims = self.all()
        claims._completed_by = (*self._completed_by, complete)
        return claims

    def _clone(self) -> Self:
        claims: Self = super()._clone()  # type: ignore[misc]
        claims._completed_by = self._completed_by
        return claims

    def _fetch_all(self) -> None:
        """As Django does with what is prefetched."""
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new and self._result_cache and issubclass(self._iterable_class, ModelIterable):
            for complete in self._completed_by:
                complete(self._result_cache)
