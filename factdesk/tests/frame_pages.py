"""A page that does, in small, what pages of the desk do; with it the frame's scripts are tried."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path
from django_htmx.http import push_url

from factdesk.urls import (  # noqa: F401
    handler400,
    handler403,
    handler404,
    handler500,
    urlpatterns,
)
from web.toasts import toast, warn

ROW = """<li id="row-{{ n }}">
  <a class="row-link" id="link-{{ n }}" href="#here" {% if focus %}data-focus{% endif %}>{{ n }}</a>
  {% for act in acts %}
    <form hx-post="/try/act/{{ act }}/{{ n }}" hx-target="#row-{{ n }}" hx-swap="outerHTML">
      <button class="btn" id="do-{{ act }}-{{ n }}">{{ act }} {{ n }}</button>
    </form>
  {% endfor %}
</li>"""
PAGE = """{% extends "base.html" %}
{% block main %}
  <h1>Trying the frame</h1>
  <label for="words">Words</label> <input id="words" type="search" data-key="/">
  <button class="btn" type="button" id="verify" data-key="v">Verify <kbd>V</kbd></button>
  <section id="card" data-keys-region="In the card" tabindex="-1">
    <h2>Card</h2>
    <button class="btn" type="button" id="card-verify" data-key="v">Verify the card</button>
    <button class="btn" type="button" id="card-one" data-key="1">One is wrong</button>
    <label for="card-words">In the card</label> <input id="card-words">
  </section>
  <form class="stack" method="post" action="/try/save" id="noted">
    {% csrf_token %}
    <label for="note">Note</label><textarea id="note" name="note"></textarea>
    <button class="btn" id="save" data-key="ctrl+enter">Save</button>
  </form>
  <ol class="rows" id="list">{% for n in rows %}{% include row %}{% endfor %}</ol>
{% endblock %}
{% block keybar %}<span><kbd>V</kbd> Verify</span>{% endblock %}"""
ACTS = ["keep", "mark", "gone", "push", "403", "404", "409", "418", "422", "500"]
saved: list[str] = []


def page(request: HttpRequest) -> HttpResponse:
    row = engines["django"].from_string(ROW)
    html = engines["django"].from_string(PAGE)
    return HttpResponse(html.render({"row": row.template, "rows": "123", "acts": ACTS}, request))


def act(request: HttpRequest, act: str, n: str) -> HttpResponse:
    """The row anew, with the mark for the focus, or not at all; or an answer of that status."""
    status = int(act) if act.isdigit() else 200
    row = engines["django"].from_string(ROW)
    html = row.render({"n": n, "acts": [*ACTS, "anew"], "focus": act == "mark"}, request)
    response = HttpResponse("" if act == "gone" else html, status=status)
    return push_url(response, "/try/?at=2") if act == "push" else response


def save(request: HttpRequest) -> HttpResponse:
    saved.append(request.POST["note"])
    if request.POST["note"] == "refused":
        warn(request, "This was refused.")
    else:
        toast(request, f"Saved {request.POST['note']}.", undo="/try/undo")
    return redirect("/try/")


def undo(request: HttpRequest) -> HttpResponse:
    toast(request, f"Undone {saved.pop()}.")
    return redirect("/try/")


urlpatterns = [
    *urlpatterns,
    path("try/", login_not_required(page)),
    path("try/act/<str:act>/<str:n>", login_not_required(act)),
    path("try/save", login_not_required(save)),
    path("try/undo", login_not_required(undo)),
]
