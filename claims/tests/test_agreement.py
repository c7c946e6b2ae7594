"""How far two people agree: percent and kappa, worked out by hand, and the page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.tests.counting import queries_of
from claims import agreement, opinions
from claims.agreement import Agreement
from claims.states import VerdictStatus
from claims.tests.factories import (
    create_blind_claim,
    create_opinion,
    create_strict_claim,
    create_verdict,
)

URL = reverse("claims:agreement")
V, D, U = "verified", "disputed", "unresolved"


@pytest.mark.parametrize(
    ("pairs", "percent", "kappa"),
    [
        # Half of 50 by chance: rows 25/25, columns 30/20; p = .70, e = .50.
        ({(V, V): 20, (V, D): 5, (D, V): 10, (D, D): 15}, 70, 0.4),
        # Three statuses: p = 6/10; e = (4*3 + 3*4 + 3*3) / 100 = .33; (.60 - .33) / .67.
        (
            {(V, V): 2, (V, D): 1, (V, U): 1, (D, D): 2, (D, V): 1, (U, U): 2, (U, D): 1},
            60,
            27 / 67,
        ),
        ({(V, V): 3, (D, D): 2}, 100, 1.0),
        ({(V, D): 1, (D, V): 1}, 0, -1.0),  # p = 0, e = .50
        ({(V, D): 4}, 0, 0.0),  # each gave one status, another one: e = 0 as well
        ({(V, V): 7}, 100, None),  # both gave one and the same: chance leaves nothing open
        ({}, None, None),
    ],
)
def test_percent_and_kappa_as_worked_out_by_hand(pairs, percent, kappa):
    found = Agreement(pairs)
    assert found.count == sum(pairs.values())
    assert found.percent == percent
    assert found.kappa == (kappa if kappa is None else pytest.approx(kappa))


@pytest.mark.django_db
def test_pairs_that_were_taken_back_do_not_count():
    alice, bob = create_reviewer(), create_reviewer()
    agreed, differing, alone = (create_strict_claim() for _ in range(3))
    create_opinion(agreed, by=alice)
    create_verdict(agreed, by=bob)
    create_opinion(differing, by=alice)
    second = create_opinion(differing, by=bob, status=VerdictStatus.UNRESOLVED)
    create_opinion(alone, by=alice)
    assert agreement.overall().seen.pairs == {(D, D): 1, (D, U): 1}
    opinions.withdraw(second, by=bob)
    assert agreement.overall().seen.pairs == {(D, D): 1}
    [(_, both)] = agreement.of_stories([agreed.story])
    found = both.seen
    assert (found.count, found.percent, found.kappa) == (1, 100, None)


@pytest.mark.django_db
def test_blind_pairs_are_counted_apart():
    alice, bob, boss = create_reviewer(), create_reviewer(), create_desk_admin()
    blind, looked, plain = create_blind_claim(), create_blind_claim(), create_strict_claim()
    for claim, second in ((blind, bob), (looked, boss), (plain, bob)):
        create_opinion(claim, by=alice)
        create_verdict(claim, by=second)
    found = agreement.overall()
    assert (found.blind.pairs, found.seen.pairs) == ({(D, D): 1}, {(D, D): 2})
    told = dict(agreement.of_stories([blind.story, plain.story]))
    assert [one.blind.count for one in told.values()] == [1, 0]
    assert [one.seen.count for one in told.values()] == [0, 1]


@pytest.mark.django_db
def test_the_page_tells_each_story_and_all_with_as_many_queries(client):
    alice, bob = create_reviewer(), create_reviewer()
    claim = create_strict_claim()
    create_opinion(claim, by=alice)
    create_verdict(claim, by=bob)
    client.force_login(alice)
    html = client.get(URL).content.decode()
    assert html.count("100 %") == 2
    assert html.count("not defined</span>") == 2
    assert claim.story.title in html
    one = queries_of(client, URL)
    for _ in range(3):
        create_strict_claim()
    assert queries_of(client, URL) == one


@pytest.mark.django_db
def test_reviewers_read_it(client):
    assert client.get(URL)["Location"].startswith(reverse("accounts:login"))
    for person, answer in [
        (create_user(name="charlie"), 403),
        (create_reporter(), 403),
        (create_reviewer(), 200),
        (create_desk_admin(), 200),
    ]:
        client.force_login(person)
        assert client.get(URL).status_code == answer
    assert client.post(URL).status_code == 405
    assert client.get(URL + "?after=x").status_code == 200
