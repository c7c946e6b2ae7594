"""Statements that may not take long."""

from __future__ import annotations

import pytest
from django.db import connection

from claims.errors import SearchTooLong
from claims.time_limits import in_time

pytestmark = pytest.mark.django_db


def ask(statement: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def test_a_statement_is_stopped_and_what_follows_has_its_time():
    with pytest.raises(SearchTooLong), in_time(0.02):
        ask("SELECT pg_sleep(1)")
    assert ask("SELECT 1") == 1
    with pytest.raises(SearchTooLong), in_time(0):
        ask("SELECT 1")


def test_settings_end_with_it_inside_a_transaction_too():
    before = ask("SHOW statement_timeout")
    with in_time(0.5, seqscan=False):
        assert (ask("SHOW statement_timeout"), ask("SHOW enable_seqscan")) == ("500ms", "off")
    assert (ask("SHOW statement_timeout"), ask("SHOW enable_seqscan")) == (before, "on")
