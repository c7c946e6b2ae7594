"""What a claim repeats from other rows stays true, whoever writes; each key refuses one row."""

# ruff: noqa: S608  the tables and columns are named here

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article
from articles.tests.factories import create_story
from claims.models import Cluster
from claims.tests.factories import create_claim, create_pair

pytestmark = pytest.mark.django_db


def run(sql: str, *values: object) -> int:
    """Rows touched; deferred keys are looked at as well."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        touched = cursor.rowcount
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        return touched


def test_a_claims_cluster_is_of_its_story():
    claim, _ = create_pair()
    elsewhere = Cluster.objects.create(story=create_story(), number=1)
    with pytest.raises(IntegrityError, match="claim_cluster_of_its_story"):
        run("UPDATE claims_claim SET cluster_id = %s WHERE id = %s", elsewhere.pk, claim.pk)


def test_a_cluster_does_not_leave_the_story_of_its_claims():
    claim, _ = create_pair()
    with pytest.raises(IntegrityError, match="claim_cluster_of_its_story"):
        run("UPDATE claims_cluster SET story_id = %s", create_story().pk)
    claim.refresh_from_db()
    assert claim.cluster.story == claim.story


def test_a_claim_is_dated_as_its_article():
    claim = create_claim()
    run("SELECT 1")  # what is deferred is over before a table is altered
    run("ALTER TABLE claims_claim DISABLE TRIGGER USER")  # one of them dates it again
    with pytest.raises(IntegrityError, match="claim_dated_as_its_article"):
        run("UPDATE claims_claim SET dated_at = now() - interval '1 day' WHERE id = %s", claim.pk)


@pytest.mark.parametrize(
    ("model", "key"), [(Article, "article_dated_at_key"), (Cluster, "cluster_story_key")]
)
def test_what_a_composite_key_points_at_is_there_once(model, key):
    create_pair()
    table = model._meta.db_table
    columns = ", ".join(one.column for one in model._meta.concrete_fields if not one.generated)
    again = f"INSERT INTO {table} ({columns}) TABLE copied ON CONFLICT ON CONSTRAINT {key}"
    run(f"CREATE TEMPORARY TABLE copied ON COMMIT DROP AS SELECT {columns} FROM {table}")
    assert run(f"{again} DO NOTHING") == 0
    assert model.objects.exists()
