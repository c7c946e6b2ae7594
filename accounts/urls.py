"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
    path("settings/", views.settings, name="settings"),
    path("settings/keys/", views.keys, name="keys"),
    path("settings/keys/reset/", views.reset_keys, name="reset_keys"),
    path("settings/keys/restore/<str:token>/", views.restore_keys, name="restore_keys"),
    path("settings/zone/", views.zone, name="zone"),
    path("settings/password/", views.password, name="password"),
    path("people/", views.people, name="people"),
    path("password/reset/", views.reset, name="reset"),
    path("password/reset/sent/", views.reset_sent, name="reset_sent"),
    path("password/reset/<uidb64>/<token>/", views.new_password, name="new_password"),
]
