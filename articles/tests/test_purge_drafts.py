"""The command deletes what nobody will save any more."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article, Draft
from articles.tests.factories import create_article, create_draft

pytestmark = pytest.mark.django_db


def test_drafts_older_than_a_day_go_and_articles_stay():
    old = timezone.now() - timedelta(hours=24, minutes=1)
    fresh = create_draft()
    create_draft(at=old), create_draft(at=old, article=create_article())
    out = io.StringIO()
    call_command("purge_drafts", stdout=out)
    assert out.getvalue() == "Deleted 2 drafts.\n"
    assert Draft.objects.get() == fresh
    assert Article.objects.count() == 1
