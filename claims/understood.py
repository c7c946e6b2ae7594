"""What was understood of a query's conditions, and what has to be said of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db.models import Q

from claims.query import Condition, Query

if TYPE_CHECKING:
    from accounts.models import User

LEFT_OUT = "and was left out"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """One sentence on what was not understood; `instead` is the query as it was perhaps meant."""

    sentence: str
    instead: str = ""


@dataclass(frozen=True, kw_only=True)
class Named:
    """An outlet, story or person that a condition names: what it is typed as and what it is
    called."""

    pk: int
    slug: str
    label: str

    def __str__(self) -> str:
        return self.label


Known = Mapping[str, Mapping[str, Named]]  # by what it is of, and by either name in lower case


@dataclass(kw_only=True)
class Understood:
    """The conditions that hold. Those of one name are alternatives, those left out add up;
    comparisons, dates, `has:`, `is:` and `evidence:` all hold.

    `where` fits articles and claims, since both have outlet, story and date; `of_claims` fits
    claims alone.
    """

    query: Query = field(default_factory=Query)
    reader: User | None = None  # who “me” is
    known: Known | None = None  # names that were looked up before; without them each is asked for
    where: Q = field(default_factory=Q)
    of_claims: Q = field(default_factory=Q)
    authors: list[str] = field(default_factory=list)
    authors_left_out: list[str] = field(default_factory=list)
    named: dict[str, list[Named]] = field(default_factory=dict)  # wanted, by the condition's name
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def narrows(self) -> bool:
        return bool(self.where or self.of_claims or self.authors or self.authors_left_out)

    def complain(
        self, sentence: str, one: Condition | None = None, *, name: str = "", value: str = ""
    ) -> None:
        """Say it; with another name or value for this condition, what was perhaps meant."""
        meant = ""
        if one and (name or value):
            other = replace(one, name=name or one.name, value=value or one.value)
            meant = str(self.query.with_instead(one, other))
        self.complaints.append(Complaint(sentence=sentence, instead=meant))

    def hold(self, one: Condition, of_claims: Q) -> None:
        """Narrow to the claims of which this is so, or is not."""
        self.of_claims &= ~of_claims if one.is_left_out else of_claims


def alternatives(
    asked: Iterable[Condition], lookup: str, key_of: Callable[[Condition], object]
) -> Q:
    """One of the keys that are wanted, and none of those left out; without key, no condition."""
    keys: dict[bool, list[object]] = {False: [], True: []}
    for one in asked:
        if (key := key_of(one)) is not None:
            keys[one.is_left_out].append(key)
    wanted = Q(**{lookup: keys[False]}) if keys[False] else Q()
    return wanted & ~Q(**{lookup: keys[True]}) if keys[True] else wanted
