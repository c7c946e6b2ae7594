"""Addresses of this app."""

from __future__ import annotations

from django.urls import URLPattern, path

app_name = "accounts"
urlpatterns: list[URLPattern] = []
