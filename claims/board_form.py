"""What of the board a person looks at: a GET form whose address is the state of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models

from claims.board import STATUS_ORDER, Board, Row, by_origin, published
from claims.states import ClaimStatus

LONGEST_WORDS = 200


class Sort(models.TextChoices):
    DISAGREEMENT = "disagreement", "disagreement"
    SPREAD = "spread", "spread"
    TIME = "time", "time"
    STATUS = "status", "status"


class Columns(models.TextChoices):
    TIME = "", "first published"
    ORIGIN = "origin", "origin"


class BoardForm(forms.Form):
    """Unknown names and values are ignored; text counts without outer blanks."""

    sort = forms.ChoiceField(choices=Sort.choices, required=False)
    q = forms.CharField(max_length=LONGEST_WORDS, required=False)
    outlet = forms.ChoiceField(required=False)
    status = forms.ChoiceField(required=False)
    columns = forms.ChoiceField(choices=Columns.choices, required=False)
    differing = forms.BooleanField(required=False)

    def __init__(self, sent: Mapping[str, Any], board: Board) -> None:
        super().__init__(sent)
        self.board = board
        self._outlets = {column.outlet.slug: column.outlet for column in board.columns}
        named = sorted((outlet.name, slug) for slug, outlet in self._outlets.items())
        choices = [("", "Any outlet"), *((slug, name) for name, slug in named)]
        self.fields["outlet"].choices = choices  # type: ignore[attr-defined]
        statuses = [("", "Any status"), *ClaimStatus.choices]  # as the desk calls them now
        self.fields["status"].choices = statuses  # type: ignore[attr-defined]

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """The valid values that are not as they are anyway, by name."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return chosen if self.sort_in(chosen) != Sort.DISAGREEMENT else _without_sort(chosen)

    @property
    def order(self) -> Sort:
        return self.sort_in(self.chosen)

    @property
    def narrows(self) -> bool:
        return bool(self.chosen.keys() - {"sort", "columns"})

    @property
    def arranged(self) -> Board:
        """The board with its columns as chosen."""
        is_grouped = self.chosen.get("columns") == Columns.ORIGIN
        return by_origin(self.board) if is_grouped else self.board

    @property
    def address(self) -> str:
        """The choice as it stands in an address, with its question mark; empty without one."""
        values = {name: "1" if value is True else value for name, value in self.chosen.items()}
        return f"?{urlencode(values)}" if values else ""

    @property
    def clean_fields(self) -> BoardForm:
        """The form as it is shown: with what is chosen, and nothing in it is wrong."""
        return BoardForm(self.chosen, self.board)

    def rows(self) -> list[Row]:
        """The rows that fit, in the order chosen; the oldest first among equals."""
        fitting = [row for row in self.board.rows if self._fits(row)]
        return sorted(fitting, key=lambda row: (ORDERS[self.order](row), _age(row)))

    @staticmethod
    def sort_in(chosen: Mapping[str, Any]) -> Sort:
        return Sort(chosen.get("sort", Sort.DISAGREEMENT))

    def _fits(self, row: Row) -> bool:
        chosen = self.chosen
        if "differing" in chosen and not row.disagrees:
            return False
        if "status" in chosen and chosen["status"] not in row.statuses:
            return False
        if "outlet" in chosen and self._outlets[chosen["outlet"]].pk not in row.outlet_ids:
            return False
        return "q" not in chosen or _says(row, chosen["q"].casefold())


def _without_sort(chosen: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in chosen.items() if name != "sort"}


def _says(row: Row, words: str) -> bool:
    return any(
        words in claim.quote.casefold() or words in claim.statement.casefold()
        for claim in row.claims
    )


def _age(row: Row) -> tuple[Any, ...]:
    return (*published(row.claims[0].article), row.claims[0].start, row.key)


def _by_disagreement(row: Row) -> tuple[int, ...]:
    reading = row.reading
    return -len(reading.conflicts), -reading.contradictions, -len(reading.differing), -row.spread


def _by_status(row: Row) -> tuple[int, ...]:
    """Rows with what waits first, by how much of it they have."""
    return tuple(-row.statuses[status] for status in STATUS_ORDER)


ORDERS: dict[Sort, Callable[[Row], tuple[int, ...]]] = {
    Sort.DISAGREEMENT: _by_disagreement,
    Sort.SPREAD: lambda row: (-row.spread, -len(row.claims)),
    Sort.TIME: lambda row: (),
    Sort.STATUS: _by_status,
}
