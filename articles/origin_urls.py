"""Addresses of the origins of stories, included by this app's others."""

from __future__ import annotations

from django.urls import path

from articles.views import origins

urlpatterns = [
    path("stories/<slug:slug>/origins/", origins.origins, name="origins"),
    path("stories/<slug:slug>/origins/rule/", origins.rule_origins, name="rule_origins"),
    path("origins/<int:event_id>/undo/", origins.undo_origins, name="undo_origins"),
    path(
        "articles/<int:article_id>/shared/<int:other_id>/", origins.shared_copy, name="shared_copy"
    ),
]
