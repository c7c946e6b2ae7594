"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from claims.views import links

app_name = "claims"
urlpatterns = [
    # What other outlets say
    path("claims/<int:claim_id>/others/", links.others, name="others"),
    path("claims/<int:claim_id>/link/", links.link, name="link"),
    path("links/<int:link_id>/unlink/", links.unlink, name="unlink"),
    path("links/undo/<str:token>/", links.undo_link, name="undo_link"),
    path("dismissals/<int:dismissal_id>/undo/", links.undo_dismissal, name="undo_dismissal"),
]
