"""The project's own pages, under the name `factdesk`."""

from __future__ import annotations

from django.urls import path

from factdesk import views

app_name = "factdesk"
urlpatterns = [
    path("", views.home, name="home"),
    path("news/", views.home_news, name="home_news"),
    path("status/", views.status, name="status"),
]
