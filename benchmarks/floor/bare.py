"""A new Django project with one view: settings, address and view. Its memory is the floor's."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from factdesk import environment

SECRET_KEY = environment.text("SECRET_KEY")
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS")
DATABASES = {"default": environment.database("DATABASE_URL")}
USE_TZ = True
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
STATIC_URL = "static/"
ROOT_URLCONF = __name__


def groups(request: HttpRequest) -> HttpResponse:
    """Rows of a table that every Django project has."""
    from django.contrib.auth.models import Group

    request.session["seen"] = True
    return render(request, "floor/rows.html", {"rows": Group.objects.all(), "filler": ""})


urlpatterns = [path("healthz", groups), path("", groups)]
