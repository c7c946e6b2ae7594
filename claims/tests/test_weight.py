"""What a person downloads to read an article, all files together, compressed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from accounts.tests.factories import create_reporter
from claims.tests.factories import create_claims, create_pair

pytestmark = pytest.mark.django_db
MOST_BYTES = 60 * 1024


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def test_the_reading_page_weighs_at_most_60_kb(client):
    client.force_login(create_reporter())
    claim, _ = create_pair()
    create_claims(12, story=claim.story)
    page = client.get(f"/articles/{claim.article_id}/?claim={claim.pk}").content
    names = re.findall(r'(?:src|href)="/static/([^"?]+)"', page.decode())
    files = [Path(str(finders.find(name))).read_bytes() for name in names]
    assert len(names) >= 6
    assert compressed(page) + sum(compressed(file) for file in files) <= MOST_BYTES
