"""Prepared questions: the same answers as their querysets, written and planned once."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from web.prepared import prepared, prepared_count

pytestmark = pytest.mark.django_db


@prepared
def by_key(person: int) -> QuerySet[User]:
    return User.objects.filter(pk=person)


@prepared
def among(people: Collection[int], at: datetime) -> QuerySet[User]:
    rows = User.objects.annotate(group_count=Count("groups"))
    return rows.filter(pk__in=people, date_joined__lt=at).order_by("username")


@prepared
def names_in(group: Group, but: User) -> QuerySet[User, str]:
    inside = Exists(User.groups.through.objects.filter(user=OuterRef("pk"), group=group))
    return User.objects.filter(inside).exclude(pk=but).values_list("username", flat=True)


@prepared
def in_words(name: str) -> QuerySet[User, tuple[int, str]]:
    odd = Q(first_name="100 % 'odd' {so}") | Q(first_name__startswith="%s")
    rows = User.objects.filter(odd, username=name).order_by("pk")[:1]
    return rows.values_list("pk", "first_name")


@prepared
def with_groups(person: int) -> QuerySet[User]:
    return User.objects.filter(pk=person).prefetch_related("groups")


@prepared_count
def how_many(people: Collection[int]) -> QuerySet[User]:
    return User.objects.filter(pk__in=people)[:2]


@pytest.fixture
def people() -> list[User]:
    group = Group.objects.create(name="sports")
    people = [User.objects.create(username=name) for name in ("ann", "bob", "cleo")]
    for person in people[:2]:
        person.groups.add(group)
    return people


def test_a_row_comes_by_its_key_with_all_its_fields(people):
    ann = people[0]
    assert [vars(one)["username"] for one in by_key(ann.pk)] == ["ann"]
    assert by_key(ann.pk) == list(User.objects.filter(pk=ann.pk))
    assert by_key(0) == by_key(2**63) == by_key(10**400) == []


def test_many_come_by_a_collection_of_keys_in_their_order(people):
    keys = {person.pk for person in people}
    assert [(one.username, one.group_count) for one in among(keys, timezone.now())] == [
        ("ann", 1),
        ("bob", 1),
        ("cleo", 0),
    ]
    assert among([], timezone.now()) == []
    assert among(keys, people[0].date_joined) == []


def test_a_row_stands_for_its_key(people):
    group = Group.objects.get(name="sports")
    assert names_in(group, people[0]) == ["bob"]
    assert names_in(group, people[2]) == ["ann", "bob"]


def test_constants_stay_as_they_are_written(people):
    User.objects.filter(pk=people[0].pk).update(first_name="100 % 'odd' {so}")
    User.objects.filter(pk=people[1].pk).update(first_name="%s and more")
    assert in_words("ann") == [(people[0].pk, "100 % 'odd' {so}")]
    assert in_words("bob") == [(people[1].pk, "%s and more")]
    assert in_words("cleo' OR true --") == []


def test_what_is_prefetched_comes_along(people, django_assert_num_queries):
    with django_assert_num_queries(2):
        [ann] = with_groups(people[0].pk)
        assert [group.name for group in ann.groups.all()] == ["sports"]


def test_rows_are_counted_as_far_as_the_question_goes(people):
    keys = [person.pk for person in people]
    assert [how_many(keys[:count]) for count in range(4)] == [0, 1, 2, 2]


def test_it_is_prepared_once_whatever_the_size_of_a_key(people):
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    for key in (people[0].pk, 2**20, 2**40):
        names_in(Group(pk=key), people[0])
    with connection.cursor() as cursor:
        cursor.execute("SELECT generic_plans, custom_plans FROM pg_prepared_statements")
        assert cursor.fetchall() == [(3, 0)]


def test_it_sees_what_its_transaction_wrote_and_fails_as_any_statement(people):
    User.objects.filter(pk=people[0].pk).update(username="anna")
    assert by_key(people[0].pk)[0].username == "anna"
    with pytest.raises(DatabaseError), transaction.atomic():
        by_key("no key")
    assert by_key(people[1].pk)[0].username == "bob"


@pytest.mark.django_db(transaction=True)
def test_threads_ask_it_at_once():
    people = [User.objects.create(username=f"reader{number}") for number in range(8)]

    def ask(person: User) -> set[str]:
        try:
            return {one.username for _ in range(20) for one in by_key(person.pk)}
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as threads:
        found = list(threads.map(ask, people))
    assert found == [{person.username} for person in people]
