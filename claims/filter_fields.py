"""The fields of the queue's form: each writes one condition into the query, and reads it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims import sub_reasons
from claims.query import Condition, Query
from claims.search import Search
from claims.states import ClaimStatus

CHECKED = "1"
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


@dataclass(frozen=True, kw_only=True)
class Field:
    """`value` is what a box that is checked writes; without one, it is what was chosen."""

    name: str  # of the form's field
    condition: str
    value: str = ""
    only_decided: bool = False

    def is_of(self, *, decided: bool) -> bool:
        return decided or not self.only_decided

    def takes(self, chosen: str) -> bool:
        """Something the field can say; empty is nothing chosen."""
        if self.value:
            return chosen in ("", CHECKED)
        if (words := self._words) is not None:
            return chosen in ("", *words)
        return not chosen or bool(_SLUG.fullmatch(chosen))

    def write(self, query: Query, chosen: str) -> Query:
        """The query with what was chosen in the place of what it had."""
        rest = query.without(self.condition, value=self.value)
        if not chosen:
            return rest
        return rest.with_more(Condition(name=self.condition, value=self.value or chosen))

    def read(self, asked: Search) -> str:
        """What the field shows of the query; empty where that is more than it can say."""
        of_name = [one for one in asked.query.conditions if one.name == self.condition]
        wanted = [one.value.lower() for one in of_name if not one.is_left_out]
        if self.value:
            return CHECKED if self.value in wanted else ""
        if len(of_name) != 1 or not wanted:
            return ""
        if (words := self._words) is not None:
            return next((one for one in words if one.lower() == wanted[0]), "")
        named = asked.understood.named.get(self.condition)
        return named[0].slug if named else ""

    @property
    def _words(self) -> Sequence[str] | None:
        """All that it can say; none where that is the name of an outlet or story."""
        if self.condition == "status":
            return ClaimStatus.values
        return sub_reasons.known() if self.condition == "reason" else None

    def named(self, asked: Search) -> str:
        """What is chosen, as it is called."""
        named = asked.understood.named.get(self.condition)
        return named[0].label if named else self.read(asked)


FIELDS = (
    Field(name="story", condition="story"),
    Field(name="outlet", condition="outlet"),
    Field(name="status", condition="status"),
    Field(name="linked", condition="has", value="link"),
    Field(name="conflict", condition="has", value="conflict"),
    Field(name="reason", condition="reason", only_decided=True),
    Field(name="mine", condition="decided-by", value="me", only_decided=True),
)
