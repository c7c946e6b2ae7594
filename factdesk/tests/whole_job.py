"""Two pages to do the whole job on, and the accounts of it that the desk is left with."""

from __future__ import annotations

from claims.models import Claim, Link

COURIER = """Skip to content
Home | News | Sport

Ferry strands off Selwick with 241 aboard

By Ida Marsh

The car ferry Ardent Tide ran aground on the Calder Bank in thick fog. Nobody was badly hurt.

There were 241 people on board, nine of them crew. The list was read out twice.

The ship is to be towed to the yard at Port Marrow for a survey of her hull on Friday morning.

Share this story
312 views
Related articles
Bus fares to rise in spring
"""
NORTHLINE = """Ardent Tide aground, 214 aboard

SELWICK (Northline) - The ferry Ardent Tide ran onto the Calder Bank on Wednesday.

There were 214 people on board, crew included, a duty officer told Northline by radio.

A lifeboat stood by through the night, and the ship came off with the flood before four.

Sign up for our newsletter
"""
RATIONALE = "The company’s list names 232 passengers and nine crew."


def statuses() -> dict[str, str]:
    """Each standing claim's quote and status."""
    return dict(Claim.objects.active().values_list("quote", "status"))


def linked() -> set[str]:
    """The kinds of the links that stand."""
    return set(Link.objects.active().confirmed().values_list("kind", flat=True))
