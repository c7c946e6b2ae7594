"""Who may change a claim: reporters what nobody has decided on, reviewers any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import NotAllowed
from claims.models import Claim

if TYPE_CHECKING:
    from accounts.models import User


def may_change(claim: Claim, *, by: User) -> bool:
    """Reporters change and remove what nobody has decided on, reviewers any claim."""
    return by.is_reviewer or (by.is_member and not claim.is_decided)


def changeable(claim: Claim, *, by: User) -> Claim:
    """The claim as it is now, locked for a change. Raises NotAllowed, also for a removed one."""
    held = Claim.objects.locked(claim.pk)
    if held.is_removed:
        raise NotAllowed("This claim was removed. Mark its words again to put it back.")
    refuse_unless_allowed(held, by=by)
    return held


def refuse_unless_allowed(claim: Claim, *, by: User) -> None:
    """Raises NotAllowed unless they may change the claim."""
    if not may_change(claim, by=by):
        raise NotAllowed("This claim has a verdict. Ask a reviewer to change or remove it.")
