"""Acts of pages by their keys: each declares the one that the key map lists for its place."""

from __future__ import annotations

import pytest

from accounts import key_places
from accounts.tests.factories import create_desk_admin
from claims.tests.factories import create_claim, create_saved_view, create_verdict

pytestmark = pytest.mark.django_db
ACTS = {
    "/queue/": {"queue:e", "row:y", "row:m", "row:p", "row:r"},
    "/queue/views/": {"queue:b", "queue:r", "view:e", "view:c", "view:f", "view:x"},
    "/claims/{}/review/": {"review:t", "review:y", "review:b", "review:m", "review:o"},
    "/history/": {"entry:u", "history:t"},
    "/stories/": {"stories:o"},
    "/workload/": {"workload:1", "workload:4"},
    "/articles/{}/": {"article:v", "article:p"},
}


@pytest.fixture
def claim(client):
    boss = create_desk_admin()
    client.force_login(boss)
    create_verdict(create_claim(), by=boss)
    create_saved_view(by=boss)
    return create_claim()


@pytest.mark.parametrize("path", ACTS)
def test_the_acts_of_a_page_declare_the_keys_of_the_map(client, claim, path):
    key = claim.article_id if "articles" in path else claim.pk
    query = f"?claim={claim.pk}" if "articles" in path else ""
    html = client.get(path.format(key) + query).content.decode()
    for act in ACTS[path]:
        place, key = act.split(":")
        assert key in key_places.BY_NAME[place].actions
        assert f'data-key="{key}"' in html, act
