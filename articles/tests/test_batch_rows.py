"""What the database refuses of batches and their items."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from articles.models import ItemState
from articles.tests.factories import (
    create_article,
    create_batch,
    create_batch_item,
    create_draft,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("batch_item_state_known", {"state": "lost"}),
        ("batch_item_article_iff_imported", {"state": ItemState.IMPORTED}),
        ("batch_item_article_iff_imported", {"article": create_article}),
        ("batch_item_draft_only_when_ready", {"draft": create_draft}),
        ("batch_item_refused_with_a_sentence", {"state": ItemState.REFUSED}),
    ],
)
def test_an_item_is_what_its_state_says(constraint, fields):
    made = {name: value() if callable(value) else value for name, value in fields.items()}
    with pytest.raises(IntegrityError, match=constraint):
        create_batch_item(**made)


@pytest.mark.parametrize(
    ("constraint", "again"),
    [("batch_item_place_unique", {"position": 1}), ("batch_item_url_unique", {"url": "a"})],
)
def test_a_batch_has_each_place_and_address_once(constraint, again):
    batch = create_batch()
    create_batch_item(batch=batch, position=1, url="a")
    with pytest.raises(IntegrityError, match=constraint):
        create_batch_item(batch=batch, **again)
