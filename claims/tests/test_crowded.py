"""Sixteen people do everything to one story at once; nothing breaks, and all still fits."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims.tests import crowded

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 16
SECONDS = float(os.environ.get("DESK_CROWDED_SECONDS", "10"))


def work(until: float, number: int, *, by):
    try:
        return crowded.act_until(until, seed=number, by=by)
    finally:
        connection.close()


def test_sixteen_people_doing_anything_at_once_leave_a_whole_story(do_jobs):
    crowded.create_crowded_story()
    people = [create_desk_admin() if n % 4 == 0 else create_reviewer() for n in range(PEOPLE)]
    until = time.monotonic() + SECONDS
    with ThreadPoolExecutor(PEOPLE) as threads:
        done = list(threads.map(lambda at: work(until, at, by=people[at]), range(PEOPLE)))
    for check in crowded.CHECKS:
        check()
    assert {act.__name__ for act in crowded.ACTS} <= set().union(*done)
