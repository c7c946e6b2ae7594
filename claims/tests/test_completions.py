"""How a query that is being typed may go on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_outlet, create_story
from claims.completions import MEANINGS, OFFERED, complete
from claims.conditions import NAMES, understand
from claims.query import parse

pytestmark = pytest.mark.django_db
URL = reverse("claims:completions")


def texts(typed: str) -> list[str]:
    return [one.text for one in complete(typed)]


def test_names_and_what_they_mean():
    assert texts("fog st") == ["fog story:", "fog status:"]
    assert texts("-HAS") == ["-has:"]
    assert texts("") == [f"{name}:" for name in NAMES]
    assert set(MEANINGS) == set(NAMES)


@pytest.mark.parametrize("typed", ['"ran ag', "6:40", "https://a.example/", "by:har", "zzz", "x:"])
def test_behind_words_nothing_is_offered(typed):
    assert texts(typed) == []


def test_a_story_by_any_part_of_its_title_or_address():
    create_story(title="Ferry aground off Selwick", slug="selwick")
    create_outlet(name="The Port Gazette", slug="gazette")
    assert texts("fog story:aGro") == texts('fog story:"ferry aground') == ["fog story:selwick"]
    (one,) = complete("-outlet:port")
    assert (one.part, one.meaning) == ("-outlet:gazette", "The Port Gazette")


def test_people_with_me_first():
    create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    assert texts("decided-by:") == ["decided-by:me", "decided-by:none", "decided-by:alice"]
    assert texts("held-by:ard") == ["held-by:alice"]
    assert texts("marked-by:no") == []


def test_claims_are_assigned_to_teams_as_well():
    Group.objects.create(name="Night desk")
    create_reviewer(name="nilo")
    assert texts("assigned:ni") == ['assigned:"Night desk"', "assigned:nilo"]
    assert complete("assigned:night")[0].meaning == "a team"
    assert texts("held-by:night") == []


def test_no_more_are_offered_than_are_seen_at_once():
    for number in range(OFFERED + 3):
        create_outlet(name=f"Paper {number}", slug=f"paper-{number}")
    assert len(texts("outlet:paper")) == OFFERED


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"by", "outlet", "story"}))
def test_what_is_offered_is_understood(name):
    alice = create_reviewer(name="alice")
    offered = texts(f"{name}:")
    assert offered
    for text in offered:
        assert understand(parse(text, names=NAMES), reader=alice).complaints == []


def test_the_list_is_options_with_the_whole_text_escaped(client):
    client.force_login(create_reporter())
    create_outlet(name="<b>Bold</b>", slug="bold")
    html = client.get(URL, {"q": '"<i>" outlet:bo'}).content.decode()
    assert 'role="option" id="completion-1" data-text="&quot;&lt;i&gt;&quot; outlet:bold"' in html
    assert "&lt;b&gt;Bold" in html
    assert client.get(URL, {"q": "\0" * 9}).status_code == 200


def test_who_may_ask(client):
    assert client.get(URL)["Location"].startswith("/login/?next=")
    client.force_login(create_user(name="charlie"))
    assert client.get(URL).status_code == 403
    client.force_login(create_reporter())
    assert client.post(URL).status_code == 405
