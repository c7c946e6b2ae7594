"""Feeds of outlets: all of them with what came of the last poll, and one with its rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts import sendings
from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required, member_required
from articles import feeds as feed_desk
from articles.errors import ArticleError
from articles.feed_forms import FeedForm, NewFeedForm, RuleForm
from articles.models import Feed, FeedRule
from articles.views.imports import around
from web import paging
from web.sent_forms import digest
from web.toasts import brief, toast

FEEDS_A_PAGE = 50

Row = TypeVar("Row", bound=Model)


@require_http_methods(["GET", "HEAD"])
@member_required
def feeds(request: DeskRequest) -> HttpResponse:
    return _feeds(request, NewFeedForm())


@require_POST
@desk_admin_required
def add_feed(request: DeskRequest) -> HttpResponse:
    form = NewFeedForm(request.POST)
    if form.is_valid():
        try:
            add = partial(feed_desk.add, **form.cleaned_data, by=request.user)
            feed = _once(request, Feed.objects.all(), add)
        except ArticleError as error:
            form.add_error("url", str(error))
        else:
            toast(request, f"Added a feed of {feed.outlet}. It is polled within a minute.")
            return redirect("articles:feeds")
    return _feeds(request, form, status=422)


def _feeds(request: DeskRequest, form: NewFeedForm, *, status: int = 200) -> HttpResponse:
    page = paging.page(
        Feed.objects.for_list(), order=["-pk"], size=FEEDS_A_PAGE, params=request.GET
    )
    context = {"page": page, "form": form, **around(request)}
    return render(request, "articles/feeds.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_admin_required
def feed(request: DeskRequest, feed_id: int) -> HttpResponse:
    feed = get_object_or_404(Feed.objects.for_list(), pk=feed_id)
    known = {"is_active": feed.is_active, "minutes": feed.minutes}
    form = FeedForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        feed_desk.change(feed, **form.cleaned_data)
        toast(request, "Saved. It is polled within a minute." if feed.is_active else "It rests.")
        return redirect(feed)
    return _feed(request, feed, form, RuleForm(), status=422 if form.errors else 200)


@require_POST
@desk_admin_required
def add_rule(request: DeskRequest, feed_id: int) -> HttpResponse:
    feed = get_object_or_404(Feed.objects.for_list(), pk=feed_id)
    rules = RuleForm(request.POST)
    if rules.is_valid():
        try:
            add = partial(feed_desk.add_rule, feed, **rules.cleaned_data)
            rule = _once(request, feed.rules.all(), add)
        except ArticleError as error:
            rules.add_error("words", str(error))
        else:
            toast(request, f"Added the rule {brief(rule.words)}.")
            return redirect(feed)
    known = {"is_active": feed.is_active, "minutes": feed.minutes}
    return _feed(request, feed, FeedForm(initial=known), rules, status=422)


@require_POST
@desk_admin_required
def remove_rule(request: DeskRequest, feed_id: int, rule_id: int) -> HttpResponse:
    rule = get_object_or_404(FeedRule, feed=feed_id, pk=rule_id)
    feed_desk.remove_rule(rule)
    toast(request, f"Removed the rule {brief(rule.words)}.")
    return redirect("articles:feed", feed_id)


def _once(request: DeskRequest, rows: QuerySet[Row], add: Callable[[], Row]) -> Row:
    """However often the form comes."""
    return sendings.once(digest(request), among=rows, by=request.user, make=add)


def _feed(
    request: DeskRequest, feed: Feed, form: FeedForm, rules: RuleForm, *, status: int
) -> HttpResponse:
    context = {"feed": feed, "form": form, "rule_form": rules}
    return render(request, "articles/feed.html", context, status=status)
