"""Who holds, shall decide, has decided or removed the claims of a page, asked for together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from accounts.models import User
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.models import Claim, Verdict

OF_CLAIM = ("reviewer", "assignee", "removed_by")
ON_ITS_PAGE = ("marked_by", "pinned_by")  # besides
OF_VERDICT = ("decided_by", "decided_with")


def complete(claims: Sequence[Claim], *, also: Sequence[str] = ()) -> None:
    """Load the people of these claims, whose verdicts are loaded, and those in the fields of a
    claim that `also` names; one query.

    Joined to each row they took PostgreSQL longer to plan than the page takes to answer.
    """
    places = list(_places(claims, (*OF_CLAIM, *also)))
    keys = {getattr(row, f"{name}_id") for row, name in places}
    people = {person.pk: person for person in _accounts(keys - {None})}
    for row, name in places:
        if key := getattr(row, f"{name}_id"):
            setattr(row, name, people[key])


@prepared
def _accounts(keys: Collection[int]) -> QuerySet[User]:
    return User.objects.filter(pk__in=keys)


def _places(claims: Sequence[Claim], names: Sequence[str]) -> Iterator[tuple[Claim | Verdict, str]]:
    for claim in claims:
        yield from ((claim, name) for name in names)
        if verdict := claim.current_verdict:
            yield from ((verdict, name) for name in OF_VERDICT)
