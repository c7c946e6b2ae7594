"""It pages by keyset."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import FieldDoesNotExist

from accounts.models import User
from web import paging

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 18, 21, 4, 7, 123456, tzinfo=UTC)
ORDERS = [("date_joined", "pk"), ("-date_joined", "-pk"), ("first_name", "date_joined", "pk")]


def create_people(count: int) -> None:
    """Three share each moment and two names go round, so that the order needs every column."""
    for number in range(count):
        User.objects.create(
            username=f"p{number}",
            first_name="AB"[number % 2],
            date_joined=START + timedelta(microseconds=number // 3),
        )


def walk(order: tuple[str, ...], *, size: int) -> list[paging.Page[User]]:
    """Every page from the first to the last."""
    pages = [paging.page(User.objects.all(), order=order, size=size, params={})]
    while cursor := pages[-1].next_cursor:
        pages.append(
            paging.page(User.objects.all(), order=order, size=size, params={"after": cursor})
        )
    return pages


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 4, 10, 11, 12])
def test_every_row_comes_once_and_in_order(order, size):
    create_people(11)
    rows = [row for page in walk(order, size=size) for row in page.rows]
    assert rows == list(User.objects.order_by(*order))


@pytest.mark.parametrize("order", ORDERS)
def test_the_way_back_shows_the_same_pages(order):
    create_people(11)
    pages = walk(order, size=4)
    assert pages[0].previous_cursor is None
    for earlier, later in itertools.pairwise(pages):
        params = {"before": later.previous_cursor}
        again = paging.page(User.objects.all(), order=order, size=4, params=params)
        assert again == earlier


def test_a_page_has_the_same_address_an_hour_later(monkeypatch):
    create_people(3)
    first = walk(("pk",), size=2)
    later = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: later)
    assert walk(("pk",), size=2) == first


def test_an_empty_list_is_one_empty_page():
    page = paging.page(User.objects.all(), order=["pk"], size=5, params={})
    assert page == paging.Page(rows=[], next_cursor=None, previous_cursor=None)


def test_before_the_second_row_the_first_page_is_shown_in_full():
    create_people(9)
    order = ("date_joined", "pk")
    second = walk(order, size=1)[1]
    params = {"before": second.previous_cursor}
    page = paging.page(User.objects.all(), order=order, size=4, params=params)
    assert page == walk(order, size=4)[0]


def test_after_rows_that_are_gone_comes_the_first_page():
    create_people(5)
    cursor = walk(("pk",), size=3)[0].next_cursor
    User.objects.filter(username__in=["p3", "p4"]).delete()
    page = paging.page(User.objects.all(), order=["pk"], size=3, params={"after": cursor})
    assert [person.username for person in page.rows] == ["p0", "p1", "p2"]


@pytest.mark.parametrize("cursor", ["", "x", "W10", "a:b:c", "\x00", "1" * 5000, "é", ["x"]])
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_cursor_that_is_not_ours_is_ignored(name, cursor):
    create_people(3)
    page = paging.page(User.objects.all(), order=["pk"], size=2, params={name: cursor})
    assert [person.username for person in page.rows] == ["p0", "p1"]


def test_a_cursor_of_another_order_or_list_is_ignored():
    create_people(4)
    cursor = walk(("date_joined", "pk"), size=2)[0].next_cursor
    params = {"after": cursor}
    assert not paging.page(User.objects.all(), order=["pk"], size=2, params=params).previous_cursor
    assert not paging.page(
        Session.objects.all(), order=["expire_date", "pk"], size=2, params=params
    ).rows


def test_the_filter_of_the_queryset_stays():
    create_people(8)
    people = User.objects.filter(first_name="A")
    first = paging.page(people, order=["-pk"], size=3, params={})
    second = paging.page(people, order=["-pk"], size=3, params={"after": first.next_cursor})
    assert [person.username for person in first.rows + second.rows] == ["p6", "p4", "p2", "p0"]


@pytest.mark.parametrize("order", [[], ["date_joined"], ["-date_joined", "pk"], ["pk", "username"]])
def test_an_order_that_is_not_total_or_mixed_is_a_mistake(order):
    with pytest.raises(ValueError, match=r"pk last|no order"):
        paging.page(User.objects.all(), order=order, size=2, params={})


def test_rows_without_a_value_in_the_order_are_left_out():
    create_people(5)
    User.objects.filter(username__in=["p1", "p3"]).update(last_login=START)
    rows = [row for page in walk(("last_login", "pk"), size=1) for row in page.rows]
    assert [person.username for person in rows] == ["p1", "p3"]


@pytest.mark.parametrize("name", ["groups", "nothing"])
def test_an_order_by_what_is_no_column_is_a_mistake(name):
    with pytest.raises(FieldDoesNotExist):
        paging.page(User.objects.all(), order=[name, "pk"], size=2, params={})


def test_deep_pages_compare_one_row_value(django_assert_num_queries):
    create_people(5)
    first = paging.page(User.objects.all(), order=ORDERS[1], size=2, params={})
    params = {"after": first.next_cursor}
    with django_assert_num_queries(1) as queries:
        paging.page(User.objects.all(), order=ORDERS[1], size=2, params=params)
    table = User._meta.db_table
    compared = f'("{table}"."date_joined", "{table}"."id") <= ('
    assert compared in queries[0]["sql"]


@pytest.mark.parametrize(
    ("params", "rows", "previous", "following"),
    [
        ({}, "abc", None, "3"),
        ({"after": "3"}, "def", "3", "6"),
        ({"after": "6"}, "g", "6", None),
        ({"before": "6"}, "def", "3", "6"),
        ({"before": "2"}, "abc", None, "3"),
        ({"after": "7"}, "abc", None, "3"),
        ({"after": "-1"}, "abc", None, "3"),
        ({"before": "9" * 5_000}, "abc", None, "3"),
    ],
)
def test_a_list_made_whole_is_shown_in_parts(params, rows, previous, following):
    part = paging.part("abcdefg", size=3, params=params)
    assert "".join(part.rows) == rows
    assert (part.previous_cursor, part.next_cursor) == (previous, following)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 4, 11, 12])
def test_batches_bring_every_row_once_and_in_order(order, size):
    create_people(11)
    found = list(paging.batches(User.objects.all(), ["username"], order=order, size=size))
    names = [name for rows in found for (name,) in rows]
    assert names == list(User.objects.order_by(*order).values_list("username", flat=True))
    assert {len(rows) for rows in found[:-1]} <= {size}


def test_no_rows_are_no_batch():
    assert list(paging.batches(User.objects.all(), ["pk"], order=["pk"], size=2)) == []
