"""Addresses of the floor, one for each page and act of the desk that is measured."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.floor import acts, pages


def healthz(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [
    path("healthz", healthz),
    path("queue/", pages.queue),
    path("article/", pages.article),
    path("mark/", acts.mark),
    path("decide/", acts.decide),
]
