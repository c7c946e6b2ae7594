"""What this desk calls a status, and the act that gives it."""

from __future__ import annotations

from django import template

from claims import house
from claims.states import ClaimStatus, VerdictStatus

register = template.Library()

ACTS = {
    VerdictStatus.VERIFIED: "Verify",
    VerdictStatus.DISPUTED: "Dispute",
    VerdictStatus.UNRESOLVED: "Can’t settle yet",
}


@register.filter
def called(status: str) -> str:
    """“Verified”, or the house name."""
    return ClaimStatus(status).label


@register.filter
def act(status: str) -> str:
    """“Verify”; where the status has a house name, that."""
    return called(status) if house.is_renamed(status) else ACTS[VerdictStatus(status)]
