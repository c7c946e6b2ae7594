"""The request as every view behind the login sees it."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class DeskRequest(HttpRequest):
    """For type checkers: the login middleware has put an account on it, htmx its details."""

    user: User
    htmx: HtmxDetails
