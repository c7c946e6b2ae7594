"""A signed-in person asking the desk for pages, in this process, all middleware included."""

from __future__ import annotations

import gc
import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from http import HTTPStatus
from pathlib import Path

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

FLOOR = "a page with one article by its key"
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
    """A desk admin with a session; pages are those of production, garbage collection too."""
    settings.ROOT_URLCONF = __name__
    set_urlconf(None)
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(username=PERSON), settings.AUTHENTICATION_BACKENDS[-1])
    gc.collect()
    gc.freeze()
    return client


def visits(
    client: Client, addresses: Iterable[str], *, htmx: bool = False
) -> list[Callable[[], object]]:
    """One act for each address; an answer other than 200 ends the bench.

    `htmx` asks for the part that a script puts into the page.
    """
    headers = {"hx-request": "true"} if htmx else None

    def visit(address: str) -> None:
        response = client.get(address, headers=headers)
        if response.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{address} answered {response.status_code}")

    return [partial(visit, address) for address in addresses]


def floor_act(client: Client) -> Callable[[], object]:
    """What every figure is compared with; each call asks for another article."""
    most = Article.objects.count()
    acts = visits(client, [f"/floor/{1 + 7919 * at % most}/" for at in range(FLOOR_TIMES)])
    acts[0]()  # templates are compiled by the first
    turns = itertools.cycle(acts)
    return lambda: next(turns)()


def timed_visits(
    client: Client, name: str, addresses: Sequence[str], *, htmx: bool = False
) -> Figure:
    """The figure of these pages, each asked for once after one that warms up."""
    acts = visits(client, addresses, htmx=htmx)
    acts[0]()
    return measured(name, acts, floor=floor_act(client), cpu_seconds=cpu_seconds)


def cpu_seconds() -> float:
    """What this process and its connection's process on the server have computed so far.

    Without /proc, or with the server elsewhere, this process alone.
    """
    backend = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    try:
        return time.process_time() + int(backend.read_text().split()[0]) / 1e9
    except (OSError, ValueError):
        return time.process_time()


def server() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])
