"""Every address of Fact Desk."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from factdesk import views

handler400 = "factdesk.views.not_understood"
handler403 = "factdesk.views.forbidden"
handler404 = "factdesk.views.not_found"
handler500 = "factdesk.views.broken"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("", include("factdesk.pages")),
    path("", include("accounts.urls")),
    path("", include("articles.urls")),
    path("", include("claims.urls")),
]
