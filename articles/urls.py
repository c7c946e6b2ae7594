"""Addresses of this app."""

from __future__ import annotations

from django.urls import include, path

from articles.views import (
    articles,
    batches,
    checks,
    feeds,
    imports,
    inbox,
    outlets,
    revisions,
    tables,
    versions,
    withdrawals,
)

app_name = "articles"
urlpatterns = [
    # Import
    path("import/", imports.import_, name="import"),
    path("import/files/", imports.import_files, name="import_files"),
    path("import/urls/", batches.import_urls, name="import_urls"),
    path("import/batches/<int:batch_id>/", batches.batch, name="batch"),
    path("import/batches/<int:batch_id>/cancel/", batches.cancel_batch, name="cancel_batch"),
    path("import/batches/<int:batch_id>/retry/", batches.retry_batch, name="retry_batch"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/decide/", inbox.decide, name="decide"),
    path("inbox/undo/<str:keys>/", inbox.inbox_undo, name="inbox_undo"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("feeds/add/", feeds.add_feed, name="add_feed"),
    path("feeds/<int:feed_id>/", feeds.feed, name="feed"),
    path("feeds/<int:feed_id>/rules/", feeds.add_rule, name="add_rule"),
    path("feeds/<int:feed_id>/rules/<int:rule_id>/remove/", feeds.remove_rule, name="remove_rule"),
    path("import/drafts/", imports.draft_list, name="draft_list"),
    path("import/tables/<int:table_id>/", tables.columns, name="columns"),
    path("import/<int:draft_id>/", imports.draft, name="draft"),
    path("import/<int:draft_id>/discard/", imports.discard, name="discard"),
    # An article's details
    path("articles/<int:article_id>/edit/", articles.edit_article, name="edit_article"),
    path("articles/<int:article_id>/check/", checks.check, name="check"),
    path("articles/<int:article_id>/source/", articles.source, name="source"),
    path("articles/<int:article_id>/new-version/", versions.new_version, name="new_version"),
    path("articles/<int:article_id>/withdraw/", withdrawals.withdraw, name="withdraw"),
    path("articles/<int:article_id>/restore/", withdrawals.restore, name="restore"),
    # Its revisions
    path("articles/<int:article_id>/revisions/", revisions.revisions, name="revisions"),
    path(
        "articles/<int:article_id>/revisions/<int:old>/<int:new>/",
        revisions.compare_revisions,
        name="compare_revisions",
    ),
    # Whose reports a story is made of
    path("", include("articles.origin_urls")),
    # Outlets
    path("outlets/", outlets.outlets, name="outlets"),
    path("outlets/<slug:slug>/edit/", outlets.edit_outlet, name="edit_outlet"),
    path("outlets/<slug:slug>/history/", outlets.outlet_history, name="outlet_history"),
]
