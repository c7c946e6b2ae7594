"""Choosing suggestions by POST: addresses, requests, and what comes back."""

from __future__ import annotations

import re

from django.urls import reverse

from articles.models import Sentence
from claims.models import Claim, Link

HTMX = {"hx-request": "true"}


def url(name: str, claim: Claim) -> str:
    """The address of an act on the claim, its first link or its first sentence elsewhere."""
    if name == "unlink":
        link = Link.objects.of(claim).first()
        return reverse("claims:unlink", args=[link.pk if link else 1])
    if name == "undo_link":
        return reverse("claims:undo_link", args=["token"])
    if name == "undo_dismissal":
        return undo_of(claim, Sentence.objects.last())
    return reverse(f"claims:{name}", args=[claim.pk])


def undo_of(claim: Claim, sentence: Sentence) -> str:
    return reverse("claims:undo_dismissal", args=[claim.pk, sentence.pk])


def choose(client, claim: Claim, kind: str, headers=HTMX, **place):
    data = {name: row.pk for name, row in place.items()}
    return client.post(url("link", claim), {"kind": kind, **data}, headers=headers)


def undo_url(response) -> str:
    """Where the toast's Undo leads."""
    return re.search(r'action="([^"]+)" data-undo', response.content.decode())[1]


def html(response) -> str:
    return " ".join(response.content.decode().split())
