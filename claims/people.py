"""Who holds, shall decide and has decided the claims of a page, asked for together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accounts.models import User

if TYPE_CHECKING:
    from claims.models import Claim, Verdict

OF_CLAIM = ("reviewer", "assignee")
OF_VERDICT = ("decided_by", "decided_with")


def complete(claims: Sequence[Claim]) -> None:
    """Load the people of these claims, whose verdicts are loaded; one query.

    Joined to each row they took PostgreSQL longer to plan than the page takes to answer.
    """
    places = list(_places(claims))
    keys = {getattr(row, f"{name}_id") for row, name in places}
    people = User.objects.in_bulk(keys - {None})
    for row, name in places:
        if key := getattr(row, f"{name}_id"):
            setattr(row, name, people[key])


def _places(claims: Sequence[Claim]) -> Iterator[tuple[Claim | Verdict, str]]:
    for claim in claims:
        yield from ((claim, name) for name in OF_CLAIM)
        if verdict := claim.current_verdict:
            yield from ((verdict, name) for name in OF_VERDICT)
