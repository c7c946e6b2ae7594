"""A signed-in person asking the desk for pages, in this process, all middleware included."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template import engines
from django.test import Client
from django.urls import include, path, set_urlconf

from accounts.models import User
from accounts.requests import DeskRequest
from accounts.roles import member_required
from articles.models import Article
from benchmarks.archive import PERSON
from benchmarks.figures import Figure, measured

FLOOR = "floor: one article by its key"
FLOOR_TIMES = 100
FLOOR_PAGE = """
{% extends "base.html" %}
{% block main %}
  <h1>{{ article.headline }}</h1>
  <p>{{ article.outlet }}, {{ article.story }}</p>
{% endblock %}
"""


@member_required
def floor(request: DeskRequest, article_id: int) -> HttpResponse:
    """The least a page of the desk can cost: one row by its key, in the desk's frame."""
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    page = engines["django"].from_string(FLOOR_PAGE)
    return HttpResponse(page.render({"article": article}, request))


urlpatterns = [path("floor/<int:article_id>/", floor), path("", include("factdesk.urls"))]


def visitor() -> Client:
    """A desk admin with a session; pages are those of production."""
    settings.ROOT_URLCONF = __name__
    set_urlconf(None)
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(username=PERSON), settings.AUTHENTICATION_BACKENDS[-1])
    return client


def visits(client: Client, addresses: Iterable[str]) -> list[Callable[[], object]]:
    """One act for each address; an answer other than 200 ends the bench."""

    def visit(address: str) -> None:
        response = client.get(address)
        if response.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{address} answered {response.status_code}")

    return [partial(visit, address) for address in addresses]


def floor_figure(client: Client) -> Figure:
    """What every other figure of the run is compared with."""
    most = Article.objects.count()
    keys = [1 + 7919 * at % most for at in range(FLOOR_TIMES)]
    acts = visits(client, [f"/floor/{key}/" for key in keys])
    for act in acts[:5]:  # templates are compiled by the first
        act()
    return measured(FLOOR, acts)


def server() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])
