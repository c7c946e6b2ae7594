"""What every page's frame needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from claims.models import Claim

COUNT_CAP = 1_000  # counts above it read "over 1,000"; counting stops there


def desk(request: HttpRequest) -> dict[str, Any]:
    """The number of waiting claims, counted only when a template asks, and only up to the cap."""

    def count() -> int:
        return Claim.objects.waiting()[: COUNT_CAP + 1].count()

    return {"waiting_count": SimpleLazyObject(count)}
