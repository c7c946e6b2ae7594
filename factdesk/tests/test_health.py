"""`/healthz`, and what is shown while the database is away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from accounts.tests.factories import create_user

ROOT = Path(__file__).resolve().parents[2]
ASK = (
    "import django; django.setup(); from django.test import Client; print(Client().get('/healthz'))"
)
NOWHERE = "postgres://desk@127.0.0.1:1/nowhere?connect_timeout=2"


@pytest.mark.django_db
def test_health_is_good_while_the_database_answers(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok\n"


@pytest.mark.django_db
def test_health_needs_no_role(client):
    client.force_login(create_user(name="charlie"))
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_health_is_answered_without_https_and_all_else_is_sent_there(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/")["Location"] == "https://testserver/"


def test_health_is_only_asked(client):
    assert client.post("/healthz").status_code == 405


@pytest.mark.parametrize(("host", "status"), [("testserver", 200), ("10.0.0.5", 400)])
@pytest.mark.django_db
def test_health_answers_to_the_names_of_the_desk_only(client, host, status):
    assert client.get("/healthz", headers={"host": host}).status_code == status


def test_health_is_bad_when_the_database_does_not_answer():
    desk = {**os.environ, "DATABASE_URL": NOWHERE, "ALLOWED_HOSTS": "testserver"}
    done = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, env=desk, capture_output=True)
    assert b"status_code=503" in done.stdout


def test_the_page_for_a_stumble_shows_without_a_database():
    """Tests without the mark have none: reading the session of the cookie fails."""
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "somebody"
    response = client.get("/login/")
    assert response.status_code == 500
    assert "What was saved is safe." in response.content.decode()
