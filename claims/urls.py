"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from claims.views import links, stories

app_name = "claims"
urlpatterns = [
    # Stories and their points
    path("stories/", stories.stories, name="stories"),
    path("stories/new/", stories.new_story, name="new_story"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/edit/", stories.edit_story, name="edit_story"),
    path("clusters/<int:cluster_id>/", stories.cluster, name="cluster"),
    # What other outlets say
    path("claims/<int:claim_id>/others/", links.others, name="others"),
    path("claims/<int:claim_id>/link/", links.link, name="link"),
    path("links/<int:link_id>/unlink/", links.unlink, name="unlink"),
    path("links/undo/<str:token>/", links.undo_link, name="undo_link"),
    path("dismissals/<int:dismissal_id>/undo/", links.undo_dismissal, name="undo_dismissal"),
]
