"""Searching everything on the desk; the address is the state of the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import findings
from claims import search as searches
from claims.errors import ClaimError
from claims.search import Search, Section
from web import paging
from web.fragments import fragment

FOUND_A_PAGE = 20


@require_safe
@member_required
def search(request: DeskRequest) -> HttpResponse:
    asked = searches.ask(request.GET.get("q", ""), reader=request.user)
    section = _section(request)
    context = {"asked": asked, "section": section, "complaints": asked.complaints}
    status = 200
    if asked.asks_something:
        try:
            context |= _found(request, asked, section)
        except ClaimError as error:
            context["refusal"] = str(error)
            status = 422
    if request.htmx:
        response = fragment(request, "claims/_search_swap.html", context, status=status)
        return push_url(response, request.get_full_path())
    return render(request, "claims/search.html", context, status=status)


def _section(request: DeskRequest) -> Section:
    is_claims = request.GET.get("in") == Section.CLAIMS
    return Section.CLAIMS if is_claims else Section.ARTICLES


def _found(request: DeskRequest, asked: Search, section: Section) -> dict[str, Any]:
    found = searches.find(asked, section, size=FOUND_A_PAGE, params=request.GET)
    keys = [row.pk for row in found.page.rows]
    show = findings.articles if section == Section.ARTICLES else findings.claims
    return {
        "page": found.page,
        "rows": show(keys, asked.hits),
        "count": found.counts[section],
        "tabs": [(one, found.counts[one]) for one in Section],
        "complaints": found.complaints,
        "is_paged": paging.AFTER in request.GET or paging.BEFORE in request.GET,
    }
